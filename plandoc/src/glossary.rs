//! Which abbreviations does the document explain, and where?
//!
//! ```text
//! công nghệ thông tin (CNTT)           long form, then the short one in brackets
//! Cổng Dịch vụ công (Cổng DVC)         … with a word of the long form repeated
//! LGSP (Local Government Service Platform), (LGSP – Local Government …)
//! ```
//! The initials must agree: brackets hold many other things.

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

use crate::{
    blocks::passage::passages,
    records::{ReadContext, plan::Abbreviation},
    text::fold::{fold, word_ranges},
};

static BRACKET: LazyLock<Regex> = LazyLock::new(|| regex(r"\(([^()\n]{2,80})\)"));
static SHORT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^[A-ZĐƯ][A-Za-zĐđƯ0-9]*(?:[-&/.][A-ZĐƯ][A-Za-zĐđƯ0-9]*)*$"));
static SHORT_AT_END: LazyLock<Regex> = LazyLock::new(|| regex(r"([A-ZĐƯ][A-Za-zĐđƯ0-9]+)[ ]*$"));
static CALLED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)(?:\s+tắt)?\s+là:?\s+"));
static DASHED: LazyLock<Regex> = LazyLock::new(|| regex(r"^([A-ZĐƯ][A-Za-zĐđƯ0-9]+) - (.+)$"));

/// Words that an abbreviation passes over.
const LINKS: [&str; 9] = ["va", "cua", "ve", "cac", "trong", "voi", "cho", "of", "and"];

/// The abbreviations that a document explains, each once, in order.
pub fn read(context: &ReadContext) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    for passage in passages(&context.document) {
        let shadow = context.shadow_of(&passage);
        for pair in pairs(shadow.as_str()) {
            let place = shadow.range(pair.place.clone());
            let short = context.printed(shadow.range(pair.short));
            let long = context.printed(shadow.range(pair.long));
            if !found.iter().any(|known| known.short == short && fold(&known.long) == fold(&long)) {
                found.push(Abbreviation { short, long, start: place.start, end: place.end });
            }
        }
    }
    found
}

/// Abbreviations that the document explains in more than one way: the later explanation,
/// and the first one's words.
pub fn conflicts(glossary: &[Abbreviation]) -> Vec<(&Abbreviation, &str)> {
    let again = glossary.iter().enumerate();
    again
        .filter_map(|(at, later)| {
            let first = glossary[..at].iter().find(|known| known.short == later.short)?;
            Some((later, first.long.as_str()))
        })
        .collect()
}

#[derive(Debug, PartialEq, Eq)]
struct Pair {
    short: Range<usize>,
    long: Range<usize>,
    place: Range<usize>,
}

fn pairs(text: &str) -> Vec<Pair> {
    BRACKET.captures_iter(text).filter_map(|c| pair(text, c.get(0)?.range(), c.get(1)?.range())).collect()
}

fn pair(text: &str, whole: Range<usize>, inside: Range<usize>) -> Option<Pair> {
    let words = &text[inside.clone()];
    if let Some(c) = DASHED.captures(words) {
        let (short, long) =
            (offset(c.get(1)?.range(), inside.start), offset(c.get(2)?.range(), inside.start));
        let spelt = initials_agree(&letters(&text[short.clone()])?, &word_ranges(&text[long.clone()]));
        return spelt.then_some(Pair { place: inside, short, long });
    }
    short_in_brackets(text, &whole, &inside).or_else(|| long_in_brackets(text, &whole, &inside))
}

/// "công nghệ thông tin (CNTT)".
fn short_in_brackets(text: &str, whole: &Range<usize>, inside: &Range<usize>) -> Option<Pair> {
    let words = &text[inside.clone()];
    let called = CALLED.find(words).map_or(0, |m| m.end());
    let last = words.rfind(' ').map_or(0, |at| at + 1).max(called);
    let repeated = &words[called..last];
    let short = inside.start + last..inside.end;
    if !SHORT.is_match(&text[short.clone()]) {
        return None;
    }
    let letters = letters(&text[short.clone()])?;
    let before = &text[..whole.start];
    let sentence = before.rfind(['.', ';', ':', '(', ')']).map_or(0, |at| at + 1);
    let candidates = word_ranges(&before[sentence..]);
    let begins = |candidates: &[(Range<usize>, String)]| {
        (0..candidates.len()).rev().find(|&at| {
            initials_agree(&letters, &candidates[at..]) && !LINKS.contains(&candidates[at].1.as_str())
        })
    };
    // "Trung tâm tin học tỉnh (TTTH)": whose it is has no letter.
    let bare = candidates.split_last().filter(|(last, _)| last.1 == "tinh").map(|(_, rest)| rest);
    let (start, candidates) = match begins(&candidates) {
        Some(start) => (start, candidates.as_slice()),
        None => bare.and_then(|rest| Some((begins(rest)?, rest)))?,
    };
    let long = sentence + candidates[start].0.start..sentence + candidates.last()?.0.end;
    let known = repeated.trim().is_empty() || fold(&before[sentence..]).contains(&fold(repeated.trim()));
    known.then_some(Pair { place: long.start..whole.end, short, long })
}

/// "LGSP (Local Government Service Platform)".
fn long_in_brackets(text: &str, whole: &Range<usize>, inside: &Range<usize>) -> Option<Pair> {
    let before = SHORT_AT_END.captures(&text[..whole.start])?.get(1)?.range();
    let letters = letters(&text[before.clone()])?;
    let agree = initials_agree(&letters, &word_ranges(&text[inside.clone()]));
    agree.then(|| Pair { place: before.start..whole.end, short: before, long: inside.clone() })
}

fn offset(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The capitals of an abbreviation, folded; at least two.
fn letters(short: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = short
        .chars()
        .filter(|c| c.is_uppercase())
        .flat_map(|c| fold(&c.to_string()).chars().collect::<Vec<_>>())
        .collect();
    (letters.len() >= 2).then_some(letters)
}

/// Whether the words begin with the letters, one each, links passed over.
fn initials_agree(letters: &[char], words: &[(Range<usize>, String)]) -> bool {
    let Some((&first, rest)) = letters.split_first() else {
        return words.iter().all(|(_, word)| LINKS.contains(&word.as_str()));
    };
    let Some(((_, word), others)) = words.split_first() else { return false };
    (word.starts_with(first) && initials_agree(rest, others))
        || (LINKS.contains(&word.as_str()) && initials_agree(letters, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        pairs(text).into_iter().map(|p| (&text[p.short], &text[p.long])).collect()
    }

    #[test]
    fn a_short_form_in_brackets_takes_the_words_of_its_initials() {
        assert_eq!(
            found("về ứng dụng công nghệ thông tin (CNTT) và thủ tục hành chính (TTHC)"),
            [("CNTT", "công nghệ thông tin"), ("TTHC", "thủ tục hành chính")]
        );
        assert_eq!(
            found("Hệ thống quản lý văn bản và hồ sơ công việc (QLVB-HSCV)"),
            [("QLVB-HSCV", "quản lý văn bản và hồ sơ công việc")]
        );
    }

    #[test]
    fn whose_it_is_needs_no_letter() {
        assert_eq!(found("tại Trung tâm tin học tỉnh (TTTH)"), [("TTTH", "Trung tâm tin học")]);
    }

    #[test]
    fn a_repeated_word_is_no_part_of_the_short_form() {
        assert_eq!(found("hoàn tất Cổng Dịch vụ công (Cổng DVC) của tỉnh"), [("DVC", "Dịch vụ công")]);
    }

    #[test]
    fn a_long_form_in_brackets_is_read_too() {
        assert_eq!(
            found("nền tảng LGSP (Local Government Service Platform)"),
            [("LGSP", "Local Government Service Platform")]
        );
        assert_eq!(found("một lần (SSO - Single Sign On)"), [("SSO", "Single Sign On")]);
    }

    #[test]
    fn a_name_given_for_later_is_read() {
        assert_eq!(found("cơ quan nhà nước (sau đây gọi tắt là CQNN)"), [("CQNN", "cơ quan nhà nước")]);
    }

    #[test]
    fn other_brackets_are_left_alone() {
        assert_eq!(found("mạng nội bộ (LAN), phiên bản (2.0), (Phụ lục 01), 31 cổng (trong đó 20)"), []);
    }

    #[test]
    fn the_place_covers_both_forms() {
        let text = "gồm thương mại điện tử (TMĐT).";
        assert_eq!(&text[pairs(text)[0].place.clone()], "thương mại điện tử (TMĐT)");
    }
}
