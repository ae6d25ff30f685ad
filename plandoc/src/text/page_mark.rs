//! What did the numbering of pages leave among the words?
//!
//! ```text
//! - 14 -          Trang 3/20          Trang 4KẾ HOẠCH …
//! ```

use std::sync::LazyLock;

use crate::text::{fold::lower, pattern::Regex};

static GLUED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:Trang|TRANG)\s*\d{1,3}(?:/\d{1,3})?(?P<rest>[\p{Lu}]|[-+]\s)")
        .expect("the pattern of page marks compiles")
});

/// Length of the page mark that an export glued before the words of a line.
pub(crate) fn glued(shown: &str) -> usize {
    GLUED.captures(shown).and_then(|found| found.name("rest")).map_or(0, |rest| rest.start())
}

/// Most characters of a line that may be a page's number.
const LONGEST: usize = 14;

/// Length of the line end at `at` and the number of a page on the line after it, if that
/// line is nothing else and its neighbours are in the same text; 0 if it is none.
pub(crate) fn line_after(chars: &[char], at: usize) -> usize {
    let line = &chars[at + 1..];
    let Some(length) = line.iter().take(LONGEST).position(|&c| c == '\n') else { return 0 };
    if line[..length].contains(&'\t') {
        return 0;
    }
    let shown: String = line[..length].iter().collect();
    let shown = shown.trim();
    let alone = is_blank(chars[..at].rsplit(|&c| c == '\n').next())
        && is_blank(chars[at + length + 2..].split(|&c| c == '\n').next());
    let numbered = is_marked(shown) || alone && is_number(shown);
    if numbered { length + 1 } else { 0 }
}

fn is_blank(line: Option<&[char]>) -> bool {
    line.is_some_and(|line| line.iter().all(|c| c.is_whitespace()))
}

/// "12", "- 12 -", "Trang 3/20".
pub(crate) fn is_number(shown: &str) -> bool {
    if shown.len() > LONGEST || !shown.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let shown = lower(shown);
    let number =
        shown.strip_prefix("trang").unwrap_or(&shown).trim_matches(|c: char| c == '-' || c.is_whitespace());
    (1..=7).contains(&number.len())
        && number
            .split('/')
            .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a page's number says by its form what it is: "- 12 -", "Trang 3/20". A number
/// alone could be anything.
pub(crate) fn is_marked(shown: &str) -> bool {
    let dashed = shown.len() > 2 && shown.starts_with('-') && shown.ends_with('-');
    (dashed || lower(shown).starts_with("trang")) && is_number(shown)
}

#[cfg(test)]
mod tests {
    use super::{glued, is_marked, is_number};

    #[test]
    fn a_mark_before_words_is_told_from_a_sentence() {
        assert_eq!(&"Trang 4KẾ HOẠCH"[glued("Trang 4KẾ HOẠCH")..], "KẾ HOẠCH");
        assert_eq!(&"Trang 12- Mở chợ"[glued("Trang 12- Mở chợ")..], "- Mở chợ");
        assert_eq!(glued("Trang 4 của bản đồ"), 0);
        assert_eq!(glued("Trang bị máy"), 0);
    }

    #[test]
    fn numbers_of_pages_are_told_by_their_form() {
        assert!(is_marked("- 14 -") && is_marked("Trang 3/20") && is_number("12"));
        assert!(!is_marked("12") && !is_marked("- 14 máy") && !is_number("- 14 máy -"));
    }
}
