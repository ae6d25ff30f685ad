//! Which characters of a text are layout, not words?
//!
//! Plans are published as exports of word processors: emphasis (`**…**`, `<b>`),
//! bookmarks (`[bookmark: _GoBack]`) and footnote references (`[footnoteRef:1]`)
//! stand between the words and mean nothing to a reader of them. A line break (`<br>`)
//! parts words all the same. So is the number of a page that stands between the halves of a
//! sentence.

use super::page_mark;

/// Tags of inline layout; their content stays.
const INLINE_TAGS: [&str; 11] = ["b", "i", "u", "em", "strong", "span", "sup", "sub", "br", "br/", "br /"];

/// Bracketed marks that an export leaves behind.
const MARKS: [&str; 2] = ["[bookmark:", "[footnoteref:"];

/// Characters that Markdown writes with a backslash before them.
const ESCAPED: [char; 15] = ['.', '-', '*', '_', '#', '(', ')', '[', ']', '+', '!', '~', '|', '<', '>'];

/// Longest mark that is looked for; a bracket that runs on is text.
const LONGEST_MARK: usize = 60;

/// Whether a character may begin layout.
pub(crate) fn may_be_layout(c: char) -> bool {
    matches!(c, '*' | '<' | '[' | '\\' | '\n')
}

/// Per character, whether it is layout.
pub(crate) fn layout_flags(chars: &[char]) -> Vec<bool> {
    let mut flags = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let length = match chars[at] {
            '*' if is_emphasis(chars, at) => 1,
            '<' => tag_length(chars, at),
            '[' => mark_length(chars, at),
            '\n' => page_mark::line_after(chars, at),
            '\\' if chars.get(at + 1).is_some_and(|next| ESCAPED.contains(next)) => 1,
            _ => 0,
        };
        flags[at..at + length].fill(true);
        at += length.max(1);
    }
    flags
}

/// Whether the layout at a character is a line break, which stands for a space.
pub(crate) fn is_line_break(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at..at + 3), Some(['<', 'b' | 'B', 'r' | 'R'])) && tag_length(chars, at) > 0
}

/// A star with a word on at least one side; one that stands alone is a sign or a bullet.
fn is_emphasis(chars: &[char], at: usize) -> bool {
    let blank = |c: Option<&char>| c.is_none_or(|c| c.is_whitespace());
    let before = at.checked_sub(1).and_then(|i| chars.get(i));
    !(blank(before) && blank(chars.get(at + 1)))
}

fn tag_length(chars: &[char], at: usize) -> usize {
    let Some(close) = chars[at..].iter().take(LONGEST_MARK).position(|&c| c == '>') else {
        return 0;
    };
    let inside: String = chars[at + 1..at + close].iter().collect::<String>().to_lowercase();
    let name = inside.trim_start_matches('/');
    if INLINE_TAGS.contains(&name) { close + 1 } else { 0 }
}

fn mark_length(chars: &[char], at: usize) -> usize {
    let Some(close) = chars[at..].iter().take(LONGEST_MARK).position(|&c| c == ']') else {
        return 0;
    };
    let mark: String = chars[at..=at + close].iter().collect::<String>().to_lowercase();
    if MARKS.iter().any(|start| mark.starts_with(start)) { close + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::layout_flags;

    fn words(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let flags = layout_flags(&chars);
        chars.iter().zip(flags).filter(|(_, layout)| !layout).map(|(c, _)| c).collect()
    }

    #[test]
    fn emphasis_and_tags_are_layout() {
        assert_eq!(words("**Đạt.** *Nội dung:* <b>IV</b> 2 * 3"), "Đạt. Nội dung: IV 2 * 3");
    }

    #[test]
    fn the_number_of_a_page_between_words_is_layout() {
        assert_eq!(words("Tỉnh đã\n- 14 -\nmở chợ"), "Tỉnh đã\nmở chợ");
        assert_eq!(words("Tỉnh đã\n\n12\n\nmở chợ"), "Tỉnh đã\n\n\nmở chợ");
        assert_eq!(words("Tỉnh có\n12\nchợ"), "Tỉnh có\n12\nchợ");
    }

    #[test]
    fn bookmarks_and_footnote_references_are_layout_other_brackets_are_not() {
        assert_eq!(words("[bookmark: _GoBack]Cổng[footnoteRef:7] [1] <5%"), "Cổng [1] <5%");
    }
}
