//! Where are a sentence's brackets, and how does it read without them?

use std::ops::Range;

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
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
        if c == '(' {
            open.push(at);
        } else if c == ')'
            && let Some(start) = open.pop()
        {
            found.retain(|inner: &Bracket| inner.outer.start < start);
            found.push(Bracket { outer: start..at + 1, inner: start + 1..at });
        }
    }
    found
}

/// The words of a range, its brackets filled with "_", byte for byte as long.
pub(super) fn closed(text: &str, range: Range<usize>, brackets: &[Bracket]) -> String {
    let mut words = String::with_capacity(range.len());
    let mut at = range.start;
    for bracket in brackets {
        words.push_str(&text[at..bracket.inner.start]);
        words.extend(std::iter::repeat_n('_', bracket.inner.len()));
        at = bracket.inner.end;
    }
    words.push_str(&text[at..range.end]);
    words
}
