//! Where are a sentence's brackets, and how does it read without them?

use std::ops::Range;

use crate::text::fold::begins;

/// One outermost bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// With its marks.
    pub outer: Range<usize>,
    /// Without them.
    pub inner: Range<usize>,
}

/// The outermost round brackets of a range; one that never closes is none.
pub(super) fn brackets(text: &str, range: Range<usize>) -> Vec<Bracket> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs: Vec<Bracket> = Vec::new();
    for (at, byte) in text[range.clone()].bytes().enumerate() {
        let at = range.start + at;
        if byte == b'(' {
            open.push(at);
        } else if byte == b')'
            && let Some(start) = open.pop()
        {
            pairs.push(Bracket { outer: start..at + 1, inner: start + 1..at });
        }
    }
    pairs.sort_by_key(|pair| pair.outer.start);
    let mut past = range.start;
    pairs.retain(|pair| {
        let outermost = pair.outer.start >= past;
        past = past.max(pair.outer.end);
        outermost
    });
    pairs
}

/// The words of a range, its brackets and quotations filled byte for byte: with "#"
/// what goes into details, else with "_".
pub(super) fn closed(text: &str, range: Range<usize>, brackets: &[Bracket]) -> String {
    let mut words = String::with_capacity(range.len());
    let mut at = range.start;
    for bracket in brackets {
        words.push_str(&text[at..bracket.inner.start]);
        let fill = if gives_details(&text[bracket.inner.clone()]) { '#' } else { '_' };
        words.extend(std::iter::repeat_n(fill, bracket.inner.len()));
        at = bracket.inner.end;
    }
    words.push_str(&text[at..range.end]);
    close_quotations(&mut words);
    words
}

/// Longest quotation that is closed, in bytes.
const QUOTATION: usize = 400;

fn close_quotations(words: &mut String) {
    let mut at = 0;
    while let Some(open) = words[at..].find('“').map(|found| at + found) {
        let inner = open + '“'.len_utf8();
        let end = words[inner..].find('”').filter(|length| *length <= QUOTATION).map(|length| inner + length);
        if let Some(end) = end {
            words.replace_range(inner..end, &"_".repeat(end - inner));
        }
        at = end.unwrap_or(inner);
    }
}

/// Whether a bracket lists parts of what stands before it.
fn gives_details(inner: &str) -> bool {
    let lists = ["trong đó", "gồm", "bao gồm", "cụ thể"].iter().any(|word| begins(inner.trim_start(), word));
    let numbers = inner.split_whitespace().filter(|word| {
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        word.starts_with(|c: char| c.is_ascii_digit()) && !year
    });
    (lists && inner.contains(|c: char| c.is_ascii_digit())) || numbers.count() > 1
}
