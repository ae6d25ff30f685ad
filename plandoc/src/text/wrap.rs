//! Which lines of a file are pieces of one?
//!
//! Legal portals break the cells of a letterhead wherever the cell was narrow, and put a
//! bar between the cells:
//! ```text
//! ỦY              Số:              Bắc
//! BAN NHÂN DÂN    12/KH-UBND       …, ngày 5
//! |               |                tháng 3 năm 2020
//! ```
//! Only what such documents always say word for word is put together again.

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

/// Most lines that make one.
const MOST: usize = 4;

/// What letterheads and titles say word for word.
const PHRASES: [&str; 5] =
    ["ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "QUYẾT ĐỊNH"];

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^\p{L}+(?:[ .]+\p{L}+){0,3}\s*,\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}\s*$")
});
static PART: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?i:phần|chương|phụ\s+lục)$"));
static PART_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:[IVX]{1,5}|\d{1,2}|(?i:thứ\s+(?:nhất|hai|ba|tư)))\s*[.:]?$"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"^[\d.…_\s]*/.*\p{Lu}{2}"));
static ON_BEHALF: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:TM|KT|TL|TUQ)\s*\.$"));

/// How many lines each whole line takes, from the first on.
pub(crate) fn counts(lines: &[&str]) -> Vec<usize> {
    let mut found = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let count = pieces(&lines[at..]);
        found.push(count);
        at += count;
    }
    found
}

/// How many lines from the first on make one; 1 if it stands for itself.
fn pieces(lines: &[&str]) -> usize {
    let [first, below @ ..] = lines else { return 1 };
    let first = bare(first);
    if first.is_empty() || first.chars().count() > 60 {
        return 1;
    }
    phrase(first, below).or_else(|| label(first, below)).or_else(|| dated(first, below)).unwrap_or(1)
}

/// The words of a line without the bars of its cells.
fn bare(shown: &str) -> &str {
    shown.trim_matches(|c: char| c.is_whitespace() || c == '|')
}

/// A fixed phrase that the line begins and those below it end.
fn phrase(first: &str, below: &[&str]) -> Option<usize> {
    let phrase = PHRASES.iter().find(|phrase| begins(phrase, first))?;
    let mut said = first.to_owned();
    for (at, line) in below.iter().take(MOST - 1).enumerate() {
        said = format!("{said} {}", bare(line));
        if said.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
            return Some(at + 2);
        }
        if !begins(phrase, &said) {
            return None;
        }
    }
    None
}

/// Whether some whole words begin a phrase without being all of it.
fn begins(phrase: &str, words: &str) -> bool {
    phrase.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
}

/// A label whose value stands on the next line: "Số:", "Phần", "TM.".
fn label(first: &str, below: &[&str]) -> Option<usize> {
    let next = bare(below.first()?);
    let is_number =
        matches!(first.trim_end_matches([' ', ':']), "số" | "Số" | "sỐ" | "SỐ") && NUMBER.is_match(next);
    let is_part = PART.is_match(first) && PART_NUMBER.is_match(next);
    let is_office = ON_BEHALF.is_match(first) && next.starts_with(char::is_uppercase);
    (is_number || is_part || is_office).then_some(2)
}

/// Place and date that only several lines give.
fn dated(first: &str, below: &[&str]) -> Option<usize> {
    let capitals = first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if capitals || !first.starts_with(char::is_uppercase) || DATED.is_match(first) {
        return None;
    }
    let mut said = first.to_owned();
    for (at, line) in below.iter().take(MOST - 1).enumerate() {
        // A date that is whole without the first line takes no more than half a name from it.
        if DATED.is_match(bare(line)) && first.contains(' ') {
            return None;
        }
        said = format!("{said} {}", bare(line));
        if DATED.is_match(&said) {
            return Some(at + 2);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn what_a_narrow_cell_broke_is_one_line() {
        assert_eq!(pieces(&["ỦY", "BAN NHÂN DÂN |", "TỈNH X"]), 2);
        assert_eq!(pieces(&["CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập"]), 3);
        assert_eq!(pieces(&["Số:", "12/KH-UBND"]), 2);
        assert_eq!(pieces(&["Mỹ", "Tho, ngày 5 tháng 3 năm 2020"]), 2);
        assert_eq!(pieces(&["An Giang, Ngày 5", "tháng 3", "năm 2020 |"]), 3);
        assert_eq!(pieces(&["Phần", "II"]), 2);
        assert_eq!(pieces(&["KẾ", "HOẠCH NĂM 2020"]), 2);
        assert_eq!(pieces(&["TM.", "ỦY BAN NHÂN DÂN"]), 2);
    }

    #[test]
    fn whole_lines_stand_for_themselves() {
        assert_eq!(pieces(&["ỦY BAN NHÂN DÂN", "TỈNH X"]), 1);
        assert_eq!(pieces(&["Độc lập - Tự do - Hạnh phúc", "An Giang, ngày 5 tháng 3 năm 2020"]), 1);
        assert_eq!(pieces(&["An Giang, ngày", "tháng 04 năm 2019"]), 1);
        assert_eq!(pieces(&["Số:", "CỘNG HÒA XÃ HỘI"]), 1);
        assert_eq!(pieces(&["KẾ HOẠCH", "NĂM 2020"]), 1);
        assert_eq!(pieces(&["Phần mềm", "I"]), 1);
    }
}
