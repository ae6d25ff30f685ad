//! Which stretches of a text are the number of a legal document?
//!
//! ```text
//! number = digits ["a".."z"] ["/" year] ("/" | "-") symbols     43/2011/NĐ-CP   30c/NQ-CP   64-CTr/TU
//! symbols = symbol { ("-" | "/" | "&") symbol }                 KH-UBND   BTTTT-THH   QH11
//! ```
//! Typists leave spaces anywhere ("176 /KH-UBND"); the number is given without them.
//! A slash between digits and capitals is not enough: a symbol must be that of a kind
//! of document, or the words before must say that a number follows.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use crate::text::{fold::lower, pattern::Regex};

use crate::catalog::document_types;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let gap = r"[ \n]*";
    let symbol = r"[A-ZĐ]+[0-9]{0,2}(?:[rgyi][A-ZĐ]*)?";
    let pattern = format!(
        r"\b(\d{{1,5}}[a-z]?){gap}(?:/{gap}((?:19|20)\d{{2}}){gap})?([/-]){gap}({symbol}(?:{gap}[-/&]{gap}{symbol})*)\b"
    );
    Regex::new(&pattern).expect("a pattern of this file")
});

/// A document number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundNumber {
    /// "43/2011/NĐ-CP".
    pub(crate) number: String,
    /// Its symbols: "NĐ", "CP".
    pub(crate) symbols: Vec<String>,
    /// Its bytes.
    pub(crate) range: Range<usize>,
}

impl FoundNumber {
    /// Whether it was issued by the same body as another, as far as the symbols tell.
    pub(crate) fn same_issuer(&self, other: &Self) -> bool {
        self.symbols.last() == other.symbols.last()
    }
}

/// Every document number of a text, in order.
pub(crate) fn numbers(text: &str) -> Vec<FoundNumber> {
    if !text.contains('/') {
        return Vec::new();
    }
    NUMBER
        .captures_iter(text)
        .filter_map(|captures| {
            let whole = captures.get(0)?;
            let symbols: Vec<String> = captures[4]
                .split(['-', '/', '&'])
                .map(|s| s.trim().to_owned())
                .filter(|s| !s.is_empty())
                .collect();
            let digits = whole.as_str().contains('/') && !is_cut_off(text, whole.start());
            let known = symbols.iter().any(|s| document_types::by_symbol(s).is_some() || is_assembly(s));
            (digits && (known || is_announced(&text[..whole.start()]))).then(|| FoundNumber {
                number: whole.as_str().chars().filter(|c| !c.is_whitespace()).collect(),
                symbols,
                range: whole.range(),
            })
        })
        .collect()
}

/// "QH11": the National Assembly of a term.
fn is_assembly(symbol: &str) -> bool {
    symbol.strip_prefix("QH").is_some_and(|term| !term.is_empty() && term.chars().all(|c| c.is_ascii_digit()))
}

/// Whether the digits go on before the match: "2.176/KH", "1/176/KH".
fn is_cut_off(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    matches!(before.next(), Some('/' | '.' | ',' | '-')) && before.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether the words before say that a number follows: "số", or a kind of document.
fn is_announced(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\n', ':', '.']);
    let last_word = before.rsplit([' ', '\n', '(']).next().unwrap_or_default();
    lower(last_word) == "số" || type_at_end(before).is_some()
}

/// The kind of document that a text ends with.
pub(crate) fn type_at_end(text: &str) -> Option<Range<usize>> {
    let text = text.trim_end_matches([' ', '\n']);
    // The last words of the text in small letters, by how many they are.
    let mut last: BTreeMap<usize, Option<(usize, Vec<String>)>> = BTreeMap::new();
    KINDS.iter().find_map(|kind| {
        let last = last.entry(kind.len()).or_insert_with(|| {
            let start = start_of_last_words(text, kind.len())?;
            Some((start, small_words(&text[start..])))
        });
        let (start, words) = last.as_ref()?;
        (words == kind).then_some(*start..text.len())
    })
}

/// The words of each kind's name in small letters.
static KINDS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| document_types::all().iter().map(|kind| small_words(&kind.name)).collect());

/// Where the last `count` words of a text begin.
fn start_of_last_words(text: &str, count: usize) -> Option<usize> {
    let mut end = text.len();
    for _ in 0..count {
        let rest = text[..end].trim_end_matches([' ', '\n']);
        if rest.is_empty() {
            return None;
        }
        end = rest
            .rfind([' ', '\n', '(', ';', ',', '"', '“', '\t'])
            .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
    }
    Some(end)
}

fn small_words(text: &str) -> Vec<String> {
    lower(text).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<String> {
        numbers(text).into_iter().map(|f| f.number).collect()
    }

    #[test]
    fn numbers_of_every_build_are_found() {
        let text =
            "43/2011/NĐ-CP, 30c/NQ-CP, 64-CTr/TU, 36-NQ/TW, 01/2019/TT-BNV, 67/2006/QH11, 17/QĐ-UBQGCĐS";
        assert_eq!(found(text).join(", "), text);
    }

    #[test]
    fn spaces_inside_are_left_out() {
        assert_eq!(
            found("Kế hoạch số 176 /KH- UBND và 12 / 2019 / NĐ - CP"),
            ["176/KH-UBND", "12/2019/NĐ-CP"]
        );
    }

    #[test]
    fn symbols_that_are_no_kind_need_an_announcement() {
        assert_eq!(found("Công văn số 2055/BTTTT-THH; Công văn 12/VP-VX"), ["2055/BTTTT-THH", "12/VP-VX"]);
        assert_eq!(found("đạt 12/TTHC và 3/VNPT-IT, gói 20/GB"), [""; 0]);
    }

    #[test]
    fn ratios_dates_and_blanks_are_no_numbers() {
        assert_eq!(
            found("453.908/867.427 hồ sơ, ngày 13/6/2011, số:………/KH-UBND, TCVN ISO 9001:2015"),
            [""; 0]
        );
    }

    #[test]
    fn a_dash_after_the_number_does_not_belong_to_it() {
        assert_eq!(found("Quyết định số 5/QĐ-UBND - Sở Nội vụ"), ["5/QĐ-UBND"]);
    }

    proptest! {
        #[test]
        fn numbers_come_back_however_they_are_spaced(
            digits in 1_u32..9_999,
            letter in "[a-d]?",
            year in prop::option::of(1990_u32..2100),
            symbols in prop::sample::select(vec!["KH-UBND", "QĐ-TTg", "NĐ-CP", "NQ-HĐND", "TT-BTTTT", "CT-TTg", "TB-VPCP"]),
            spaces in prop::collection::vec(" {0,2}", 4),
            lead in prop::sample::select(vec!["", "Kế hoạch số ", "(số: ", "theo Nghị định "]),
        ) {
            let year = year.map_or_else(String::new, |year| format!("{}/{}{year}", spaces[0], spaces[1]));
            let printed = format!("{lead}{digits}{letter}{year}{}/{}{symbols}", spaces[2], spaces[3]);
            let whole: String = printed[lead.len()..].split(' ').collect();
            prop_assert_eq!(found(&printed), [whole]);
        }
    }
}
