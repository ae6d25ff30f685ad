//! Which number or letter does a heading or an item begin with?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

/// Kinds of numbering, outermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// "Phần I", "Chương II", "Mục 1".
    Part {
        /// "Phần I".
        label: String,
        /// 0 for Phần, 1 for Chương, 2 for Mục.
        depth: u8,
    },
    /// "PHỤ LỤC I", "Phụ lục 01", "Phụ lục".
    Annex {
        /// "PL I", "PL".
        label: String,
    },
    /// "Điều 2."
    Article(u32),
    /// "A."
    Upper(char),
    /// "III."
    Roman(u32),
    /// "3."
    Arabic(u32),
    /// "1.2."
    Dotted(Vec<u32>),
    /// "b)"
    Lower(char),
}

/// A mark and where the words after it stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) mark: Mark,
    /// Bytes of the line that hold the mark.
    pub(super) head: Range<usize>,
    /// Bytes of the line after it; may be empty.
    pub(super) rest: Range<usize>,
}

static PART: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:(phần|chương|mục))\s+((?i:thứ\s+)?(?:[IVXLC]+|\d{1,2}|[A-Z]|(?i:nhất|hai|ba|bốn|tư|năm|sáu))\b)\s*[.:]?\s*",
    )
});
static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?i:phụ\s+lục|phụ\s+biểu|biểu\s+số|mẫu\s+số)(?:\s*(?i:số\s*)?([IVXLC]+\b|\d{1,2}[A-Za-z]?\b|[A-Z]\b))?\s*[.:\-]?\s*",
    )
});
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| regex(r"^Điều\s+(\d{1,3})\s*[.:]\s*"));
static ROMAN: LazyLock<Regex> = LazyLock::new(|| regex(r"^([IVX]{1,6})\s*[.)/]\s*\b"));
static UPPER: LazyLock<Regex> = LazyLock::new(|| regex(r"^([A-HJ-UWYZĐ])\s*[.)/]\s+"));
static DOTTED: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,2}(?:\.\d{1,2})+)\s*[.):]?\s+"));
static ARABIC: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,2})\s*[.)/]\s*"));
static DOCUMENT: LazyLock<Regex> = LazyLock::new(|| regex(r"^\p{Lu}[\p{Lu}\d]*-\p{Lu}"));
static LOWER: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:-\s+)?([a-zđ])\s*[.)/]\s+"));

impl Numbered {
    /// The mark that a line's words begin with, if any.
    pub(super) fn of(shown: &str) -> Option<Self> {
        let mut chars = shown.chars();
        let (first, second) = (chars.next()?, chars.next());
        if first.is_ascii_digit() {
            return simple(shown, &DOTTED, dotted).or_else(|| arabic(shown));
        }
        // A letter alone needs a mark behind it.
        let is_alone = second.is_some_and(|c| c.is_whitespace() || matches!(c, '.' | ')' | '/'));
        match first {
            'P' | 'p' | 'C' | 'c' | 'M' | 'm' | 'B' | 'b' if !is_alone => {
                annex(shown).or_else(|| part(shown))
            }
            'Đ' if !is_alone => simple(shown, &ARTICLE, |text| text.parse().ok().map(Mark::Article)),
            'I' | 'V' | 'X' => simple(shown, &ROMAN, |text| roman_value(text).map(Mark::Roman)),
            'A'..='Z' | 'Đ' => simple(shown, &UPPER, |text| text.chars().next().map(Mark::Upper)),
            'a'..='z' | 'đ' | '-' => simple(shown, &LOWER, |text| text.chars().next().map(Mark::Lower)),
            _ => None,
        }
    }
}

fn simple(shown: &str, pattern: &Regex, mark: impl Fn(&str) -> Option<Mark>) -> Option<Numbered> {
    let found = pattern.captures(shown)?;
    let whole = found.get(0)?;
    let number = found.get(1)?;
    Some(Numbered {
        mark: mark(number.as_str())?,
        head: 0..shown[..whole.end()].trim_end().len(),
        rest: whole.end()..shown.len(),
    })
}

fn part(shown: &str) -> Option<Numbered> {
    let found = PART.captures(shown)?;
    let depth = match found.get(1)?.as_str().to_lowercase().as_str() {
        "phần" => 0,
        "chương" => 1,
        _ => 2,
    };
    let label = format!("{} {}", capitalised(found.get(1)?.as_str()), found.get(2)?.as_str());
    let end = found.get(0)?.end();
    let rest = end..shown.len();
    // "Phần I của Kế hoạch này …" is a sentence, not a heading.
    if shown[rest.clone()].starts_with(char::is_lowercase) {
        return None;
    }
    Some(Numbered { mark: Mark::Part { label, depth }, head: 0..shown[..end].trim_end().len(), rest })
}

fn annex(shown: &str) -> Option<Numbered> {
    let found = ANNEX.captures(shown)?;
    let end = found.get(0)?.end();
    let rest = &shown[end..];
    // "Phụ lục I ban hành kèm theo …" and "Phụ lục này" are sentences.
    let opens_line = rest.is_empty() || rest.starts_with(char::is_uppercase) || rest.starts_with('(');
    if !opens_line || shown.chars().count() > 200 || rest.ends_with(['.', ';']) {
        return None;
    }
    let label = found.get(1).map_or_else(|| "PL".to_owned(), |number| format!("PL {}", number.as_str()));
    Some(Numbered {
        mark: Mark::Annex { label },
        head: 0..shown[..end].trim_end().len(),
        rest: end..shown.len(),
    })
}

/// "3." before a word; "3.000" is a number.
fn arabic(shown: &str) -> Option<Numbered> {
    let found = simple(shown, &ARABIC, |text| text.parse().ok().map(Mark::Arabic))?;
    let next = shown[found.rest.clone()].chars().next()?;
    // "64/KH-UBND" is the number of a document.
    if shown[..found.rest.start].ends_with('/') && DOCUMENT.is_match(&shown[found.rest.clone()]) {
        return None;
    }
    (next.is_alphabetic() || matches!(next, '"' | '“' | '(' | '[')).then_some(found)
}

fn dotted(text: &str) -> Option<Mark> {
    text.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>().map(Mark::Dotted)
}

fn capitalised(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Value of a Roman number as headings use it, up to 39; `None` for other strings.
pub(crate) fn roman_value(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = text.bytes().take_while(|&b| b == b'X').count();
    let ones = ONES.iter().position(|&ones| ones == &text[tens..])?;
    let value = u32::try_from(tens * 10 + ones).ok()?;
    (value > 0 && tens < 4).then_some(value)
}

/// A heading's number without its closing mark, and its name: "1.1." and "Mua sắm".
pub(crate) fn split_number(title: &str) -> (Option<&str>, &str) {
    match Numbered::of(title) {
        Some(found) => {
            let number =
                title[found.head].trim_start_matches(['-', ' ']).trim_end_matches(['.', ')', ':', '/']);
            (Some(number), &title[found.rest])
        }
        None => (None, title),
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Numbered, roman_value};

    fn mark(shown: &str) -> Option<Mark> {
        Numbered::of(shown).map(|found| found.mark)
    }

    #[test]
    fn every_kind_of_number_is_told() {
        assert_eq!(mark("III. MỤC TIÊU"), Some(Mark::Roman(3)));
        assert_eq!(mark("IV.  GIẢI PHÁP"), Some(Mark::Roman(4)));
        assert_eq!(mark("3.1. Mục tiêu chung"), Some(Mark::Dotted(vec![3, 1])));
        assert_eq!(mark("1.2 Hoàn thiện"), Some(Mark::Dotted(vec![1, 2])));
        assert_eq!(mark("12. Kiến nghị"), Some(Mark::Arabic(12)));
        assert_eq!(mark("đ. Các sở"), Some(Mark::Lower('đ')));
        assert_eq!(mark("- a) Nâng cao"), Some(Mark::Lower('a')));
        assert_eq!(mark("B. Nội dung"), Some(Mark::Upper('B')));
        assert_eq!(mark("Điều 2. Kinh phí"), Some(Mark::Article(2)));
        assert_eq!(mark("Phần I"), Some(Mark::Part { label: "Phần I".into(), depth: 0 }));
        assert_eq!(mark("PHỤ LỤC 1"), Some(Mark::Annex { label: "PL 1".into() }));
        assert_eq!(mark("Phụ lục"), Some(Mark::Annex { label: "PL".into() }));
    }

    #[test]
    fn numbers_and_words_are_no_marks() {
        for shown in [
            "1.836 TTHC",
            "20% số lượng",
            "Phần mềm",
            "PHẦN CỨNG",
            "Mục tiêu",
            "Điều 28 của Luật",
            "2.000",
            "64/KH-UBND",
        ] {
            assert_eq!(mark(shown), None, "{shown}");
        }
        assert_eq!(mark("Phụ lục I ban hành kèm theo"), None);
        assert_eq!(mark("(Phụ lục 02 kèm theo)."), None);
    }

    #[test]
    fn roman_numbers_have_values() {
        assert_eq!(roman_value("XIV"), Some(14));
        assert_eq!(roman_value("IIX"), None);
        assert_eq!(roman_value(""), None);
    }
}
