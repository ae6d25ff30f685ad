//! How do words become lines of at most a hundred columns?

use unicode_normalization::char::is_combining_mark;

/// Most columns of a line.
pub(super) const WIDTH: usize = 100;

/// Lines in the making.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// All words, the lead before the first line and as much space before the others.
    pub(super) fn whole(&mut self, lead: &str, words: &str) {
        let indent = " ".repeat(columns(lead));
        let mut line = lead.to_owned();
        let mut empty = true;
        for word in pieces(words, WIDTH - columns(lead)) {
            if !empty && columns(&line) + 1 + columns(&word) > WIDTH {
                self.line(&std::mem::replace(&mut line, indent.clone()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(&word);
            empty = false;
        }
        self.line(&line);
    }

    /// What one line holds of the words, cut at a word.
    pub(super) fn beginning(&mut self, lead: &str, words: &str) {
        let room = WIDTH - columns(lead);
        if columns(words) <= room {
            return self.line(&format!("{lead}{words}"));
        }
        let mut cut = String::new();
        for word in pieces(words, room - 1) {
            if columns(&cut) + 1 + columns(&word) > room - 1 {
                break;
            }
            if !cut.is_empty() {
                cut.push(' ');
            }
            cut.push_str(&word);
        }
        self.line(&format!("{lead}{cut}…"));
    }

    pub(super) fn heading(&mut self, words: &str) {
        self.line("");
        self.line(words);
    }

    pub(super) fn rule(&mut self) {
        self.line(&"=".repeat(WIDTH));
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Columns that a text takes: letters without the marks that stand over them.
fn columns(text: &str) -> usize {
    text.chars().filter(|letter| !is_combining_mark(*letter)).count()
}

/// The words, those longer than a line in pieces.
fn pieces(words: &str, most: usize) -> impl Iterator<Item = String> {
    words.split(' ').filter(|word| !word.is_empty()).flat_map(move |word| {
        let letters: Vec<char> = word.chars().collect();
        letters.chunks(most.max(1)).map(|piece| piece.iter().collect()).collect::<Vec<String>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_a_hundred_columns() {
        let mut lines = Lines::default();
        lines.whole("  - ", &"hai chữ ".repeat(60));
        lines.whole("  - ", &"x".repeat(250));
        lines.beginning("    C1  ", &"hai chữ ".repeat(60));
        lines.beginning("    C1  ", &"x".repeat(250));
        let printed = lines.finish();
        assert!(printed.lines().all(|line| columns(line) <= WIDTH), "{printed}");
        assert!(printed.lines().all(|line| line.starts_with("  ")), "{printed}");
    }

    #[test]
    fn what_is_cut_says_so() {
        let mut lines = Lines::default();
        lines.beginning("", &"chữ ".repeat(60));
        assert!(lines.finish().ends_with("chữ…\n"));
    }
}
