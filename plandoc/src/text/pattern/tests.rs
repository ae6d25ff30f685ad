use proptest::prelude::*;

use super::Regex;

/// Patterns as the reader has them: boundaries at either end, between, and in choices.
const PATTERNS: [&str; 9] = [
    r"(?i)\bquý\s*(I{1,3}|IV|[1-4])\b",
    r"(?i)\b(?:xã|xã\s+hội|thị\s+xã)\b",
    r"(?i)(?:đạt|đã)\b|\bít\s+nhất",
    r"\b(\d{1,3})\s*(tỷ|tỉ)\b(?:\s*(đồng)\b)?",
    r"^(?i:mục)\s+(\d\b|[A-Z]\b)\s*",
    r"(?i)\b(?:tăng|giảm)\b[^,;.]{0,20}\btừ\s*$",
    r"\b",
    r"\B",
    r"(?i)(\s*,)?\s*\b(?P<word>\p{L}+)\b(?-u:\b)",
];

fn both(pattern: &str) -> (Regex, regex::Regex) {
    (Regex::new(pattern).expect("a pattern"), regex::Regex::new(pattern).expect("a pattern"))
}

#[test]
fn boundaries_are_those_of_letters_with_marks() {
    let ours = Regex::new(r"\bxã\b").expect("a pattern");
    assert_eq!(ours.find("xãy xã, xã").map(|found| found.range()), Some(5..8));
    assert!(!ours.is_match("xãã ảxã"));
}

#[test]
fn many_places_that_do_not_fit_are_passed_over() {
    let ours = Regex::new(r"\bin\b").expect("a pattern");
    let text = format!("{}in", "tin ".repeat(500));
    assert_eq!(ours.find(&text).map(|found| found.start()), Some(2000));
}

#[test]
fn replacing_keeps_the_rest() {
    let ours = Regex::new(r"\bthị\s+(xã)\b").expect("a pattern");
    assert_eq!(ours.replace_all("thị xã A, thị xã B", "$1"), "xã A, xã B");
    assert_eq!(ours.replace("thị xã A, thị xã B", ""), " A, thị xã B");
    assert_eq!(ours.replace_all("phường", ""), "phường");
}

proptest! {
    #[test]
    fn the_same_is_found_as_by_the_slow_engine(
        words in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "quý", "Quý ", "II", "4", "xã", " hội", "thị ", "đạt", " ", ",", "ít nhất", "12", " tỷ",
                    "đồng", "Mục ", "B", "tăng ", "từ ", ".", "k\u{301}", "ạ",
                ]).prop_map(str::to_owned),
                "\\PC{0,3}",
            ],
            0..14,
        ),
    ) {
        let text = words.concat();
        for pattern in PATTERNS {
            let (ours, theirs) = both(pattern);
            prop_assert_eq!(ours.is_match(&text), theirs.is_match(&text), "{}", pattern);
            let found: Vec<_> = ours.find_iter(&text).map(|found| found.range()).collect();
            let expected: Vec<_> = theirs.find_iter(&text).map(|found| found.range()).collect();
            prop_assert_eq!(found, expected, "{}", pattern);
            let groups = |at: usize| move |found: super::Captures<'_>| found.get(at).map(|group| group.range());
            let expected = |at: usize| move |found: regex::Captures<'_>| found.get(at).map(|group| group.range());
            for at in 0..2 {
                let found: Vec<_> = ours.captures_iter(&text).map(groups(at)).collect();
                let expected: Vec<_> = theirs.captures_iter(&text).map(expected(at)).collect();
                prop_assert_eq!(found, expected, "{}", pattern);
            }
        }
    }
}
