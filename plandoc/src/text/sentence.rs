//! Where does a sentence end, and where a clause?
//!
//! Works on the words of a [`super::shadow::Shadow`]. A full stop ends a sentence
//! unless it belongs to a number ("1.475"), a date, an abbreviation ("TP. Mới"),
//! an enumerator ("1. Ứng dụng"), a name ("dichvucong.gov.vn") or stands inside
//! brackets that close again. A semicolon ends a clause.

use std::ops::Range;

use super::fold::lower;

/// Abbreviations that are written with a full stop and go on.
const ABBREVIATIONS: [&str; 26] = [
    "tp", "tx", "tt", "vp", "kt", "tm", "tl", "tuq", "q", "p", "h", "x", "ths", "ts", "pgs", "gs", "bs",
    "ks", "cn", "đt", "đc", "v.v", "tr", "st", "ô", "nxb",
];

/// Most characters between brackets that belong together.
const LONGEST_BRACKET: usize = 2000;

/// Byte ranges of the sentences of `text`, in order, white space around them left out.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text, 0..text.len(), ends_sentence)
}

/// Byte ranges of the clauses of one range of `text`: parts between semicolons that
/// stand outside brackets.
pub fn clauses(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    split(text, range, |_, _, c, _| c == ';')
}

/// Longest sentence, in bytes. What runs on is a list that lost its marks, or no text at all;
/// it is cut between words so that time does not grow with the square of its length.
const LONGEST: usize = 6000;

/// Whether a stretch of so many bytes is cut at a character.
fn runs_on(length: usize, c: char) -> bool {
    length > LONGEST && (c.is_whitespace() || length > 2 * LONGEST)
}

/// Cuts after every character that `ends` says so of, outside closed brackets.
fn split(
    text: &str,
    range: Range<usize>,
    ends: impl Fn(&str, usize, char, usize) -> bool,
) -> Vec<Range<usize>> {
    let part = &text[range.clone()];
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = next_mark(part, 0, start);
    while let Some(c) = part[at..].chars().next() {
        let mut next = at + c.len_utf8();
        if c == '(' || c == '“' {
            next = closing(&part[at..], c).map_or(next, |length| at + length);
        } else if ends(part, at, c, start) || runs_on(at - start, c) {
            push_trimmed(part, start..next, range.start, &mut found);
            start = next;
        }
        at = next_mark(part, next, start);
    }
    push_trimmed(part, start..part.len(), range.start, &mut found);
    found
}

/// The first byte from `from` on at which a sentence or clause that began at `start` can end,
/// or a bracket open: nearly all others need not be looked at as characters.
fn next_mark(part: &str, from: usize, start: usize) -> usize {
    let mut near = (start + LONGEST).clamp(from, part.len());
    while !part.is_char_boundary(near) {
        near -= 1;
    }
    part.as_bytes()[from..near]
        .iter()
        .position(|&byte| MAY_MARK[byte as usize])
        .map_or(near, |found| from + found)
}

/// Per byte, whether it may begin a character that ends a sentence or clause or opens a
/// bracket: "“" and "…" begin with the byte e2.
static MAY_MARK: [bool; 256] = {
    let mut may = [false; 256];
    let marks = [b'.', b'!', b'?', b';', b'(', 0xe2];
    let mut at = 0;
    while at < marks.len() {
        may[marks[at] as usize] = true;
        at += 1;
    }
    may
};

/// Length up to the bracket that closes the one at the start, if any does.
fn closing(text: &str, open: char) -> Option<usize> {
    let close = if open == '(' { ')' } else { '”' };
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(LONGEST_BRACKET) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + c.len_utf8());
            }
        }
    }
    None
}

fn push_trimmed(text: &str, range: Range<usize>, offset: usize, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let trimmed = part.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        found.push(offset + start..offset + start + trimmed.len());
    }
}

fn ends_sentence(text: &str, at: usize, c: char, start: usize) -> bool {
    if !matches!(c, '.' | '!' | '?' | '…') {
        return false;
    }
    let rest = &text[at + c.len_utf8()..];
    let before = &text[start..at];
    let Some(next) = rest.chars().next() else { return true };
    if next.is_alphabetic() {
        return glued_sentence(before, rest);
    }
    if !next.is_whitespace() {
        return false;
    }
    let starts_anew = rest.trim_start().chars().next().is_none_or(|c| !c.is_lowercase() && c != ',');
    starts_anew && !(c == '.' && (is_abbreviation(before) || is_enumerator(before)))
}

/// "…quản lý hành chính.Công khai…": a lost space, not a name or an abbreviation.
fn glued_sentence(before: &str, rest: &str) -> bool {
    let mut next = rest.chars();
    before.chars().next_back().is_some_and(char::is_lowercase)
        && next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(char::is_lowercase)
}

/// Whether the last word so far is written with a full stop: "TP".
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    ABBREVIATIONS.contains(&lower(word).as_str())
}

/// Nothing but a number or a single letter so far: "1.", "3.2.", "a.", "IV.".
fn is_enumerator(before: &str) -> bool {
    if before.len() > 40 {
        return false;
    }
    let mark = before.trim();
    mark.chars().count() == 1
        || (!mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit() || c == '.'))
        || (!mark.is_empty() && mark.chars().all(|c| matches!(c, 'I' | 'V' | 'X')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{clauses, sentences};

    fn parts(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_abbreviations_and_names_do_not_end_a_sentence() {
        assert_eq!(
            parts("1. Có 1.475 hồ sơ (gồm: A. B) tại TP. Hà Tiên, xem kg.gov.vn. Đạt 5,5%."),
            ["1. Có 1.475 hồ sơ (gồm: A. B) tại TP. Hà Tiên, xem kg.gov.vn.", "Đạt 5,5%."]
        );
    }

    #[test]
    fn a_lost_space_still_ends_a_sentence() {
        assert_eq!(
            parts("Phục vụ người dân.Công khai kết quả."),
            ["Phục vụ người dân.", "Công khai kết quả."]
        );
    }

    #[test]
    fn an_open_bracket_that_never_closes_does_not_swallow_the_rest() {
        assert_eq!(parts("Gồm (ba. Hai là. Ba."), ["Gồm (ba.", "Hai là.", "Ba."]);
    }

    #[test]
    fn what_never_ends_is_cut_between_words() {
        let text = "mở chợ ".repeat(3000);
        let found = parts(&text);
        assert!(found.len() > 3 && found.iter().all(|part| part.len() < 6100 && part.ends_with("chợ")));
        assert!(parts(&"1".repeat(50_000)).iter().all(|part| part.len() < 13_000));
    }

    #[test]
    fn clauses_end_at_semicolons_outside_brackets() {
        let text = "80% hồ sơ (trừ mật; nội bộ); 60% cấp huyện; 30% cấp xã.";
        let found: Vec<&str> = clauses(text, 0..text.len()).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["80% hồ sơ (trừ mật; nội bộ);", "60% cấp huyện;", "30% cấp xã."]);
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_inside(text in "[\\PC\\n]{0,120}") {
            let mut last = 0;
            for range in sentences(&text) {
                prop_assert!(range.start >= last && range.end <= text.len());
                for clause in clauses(&text, range.clone()) {
                    prop_assert!(clause.start >= range.start && clause.end <= range.end);
                }
                last = range.end;
            }
        }
    }
}
