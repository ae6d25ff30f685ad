//! Where in a line do the texts of footnotes stand?
//!
//! An export puts a footnote's text in brackets after its paragraph
//! ("…của tỉnh. [2:  Sở Y tế; Sở Tài chính.]"), sometimes over several lines; Markdown
//! puts it on a line of its own ("[^2]: Sở Y tế").

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\[(\d{1,3}):\s+|^\[\^(\d{1,3})\]:\s*")
        .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// One footnote's text in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) mark: String,
    /// Bytes of the line that hold its words.
    pub(super) words: Range<usize>,
    /// Whether its closing bracket is still to come, on a later line.
    pub(super) open: bool,
}

/// The words before the first footnote, and the footnotes.
pub(super) fn split(shown: &str) -> (Range<usize>, Vec<Note>) {
    let mut notes: Vec<Note> = Vec::new();
    let mut body_end = shown.len();
    let mut at = 0;
    while let Some(found) = OPENING.captures_at(shown, at) {
        let (Some(whole), Some(mark)) = (found.get(0), found.get(1).or_else(|| found.get(2))) else { break };
        if notes.is_empty() {
            body_end = whole.start();
        }
        let bracketed = found.get(1).is_some();
        let close = bracketed.then(|| closing(&shown[whole.end()..])).flatten();
        let end = close.map_or(shown.len(), |length| whole.end() + length);
        notes.push(Note {
            mark: mark.as_str().to_owned(),
            words: whole.end()..whole.end() + shown[whole.end()..end].trim_end().len(),
            open: bracketed && close.is_none(),
        });
        at = (end + 1).min(shown.len());
        if at >= shown.len() || !shown.is_char_boundary(at) {
            break;
        }
    }
    (0..shown[..body_end].trim_end().len(), notes)
}

/// Bytes up to the bracket that closes one opened before.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn notes_after_a_paragraph_are_split_off() {
        let shown = "Có 09 hệ thống. [1:  Cổng; Thư.]  [2:  Sở Y tế.]";
        let (body, notes) = split(shown);
        assert_eq!(&shown[body], "Có 09 hệ thống.");
        let found: Vec<(&str, &str)> =
            notes.iter().map(|n| (n.mark.as_str(), &shown[n.words.clone()])).collect();
        assert_eq!(found, [("1", "Cổng; Thư."), ("2", "Sở Y tế.")]);
    }

    #[test]
    fn a_note_may_stay_open_at_the_end_of_the_line() {
        let (_, notes) = split("Xong. [11:  Agribank;");
        assert!(notes[0].open);
        assert!(split("Không có [1] gì").1.is_empty());
    }
}
