//! Where may an annex's caption stand, "(Kèm theo Kế hoạch số …)"?
//!
//! It may run over some lines, so that lines alone do not show it; but the whole text need
//! not be looked through for it.

use crate::{blocks::ServedLine, span::CharRange};

/// Most lines between the bracket and "kèm".
const LINES_BEFORE: usize = 8;
/// Fewest characters and lines that are looked at after the line with "kèm".
const CHARS_AFTER: usize = 800;
const LINES_AFTER: usize = 12;

/// Stretches of whole lines around each "kèm", none touching another.
pub(super) fn stretches(lines: &[ServedLine]) -> Vec<CharRange> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if !says_attached(line.shadow.as_str()) {
            continue;
        }
        let first = at.saturating_sub(LINES_BEFORE);
        let far = |line: &ServedLine| line.range.start > lines[at].range.end + CHARS_AFTER;
        let length = lines[at..].iter().position(far).unwrap_or(lines.len() - at);
        let end = (at + length.max(LINES_AFTER)).min(lines.len());
        match found.last_mut() {
            Some((_, before)) if first <= *before => *before = end.max(*before),
            _ => found.push((first, end)),
        }
    }
    let range =
        |(first, end): (usize, usize)| CharRange::new(lines[first].range.start, lines[end - 1].range.end);
    found.into_iter().map(range).collect()
}

/// Whether words hold "kèm" in any case.
fn says_attached(words: &str) -> bool {
    let says = |bytes: &[u8]| matches!(bytes, [b'k' | b'K', 0xc3, 0xa8 | 0x88, b'm' | b'M']);
    words.as_bytes().windows("kèm".len()).any(says)
}

#[cfg(test)]
mod tests {
    use super::stretches;
    use crate::{blocks::served_lines, span::Text};

    #[test]
    fn stretches_hold_whole_lines_around_the_word_and_touch_no_other() {
        let far = "dòng khác\n".repeat(300);
        let served = format!("{far}(Ban hành\nKÈM theo\n{far}kèm\nkèm");
        let text = Text::new(served);
        let found = stretches(&served_lines(&text));
        assert_eq!(found.len(), 2);
        assert!(text.slice(found[0]).contains("(Ban hành\nKÈM theo\ndòng"));
        assert!(text.slice(found[1]).ends_with("kèm\nkèm"));
    }
}
