//! What does one line of the file look like?

use std::sync::Arc;

use super::ServedLine;
use crate::{
    span::{CharRange, Text},
    text::{page_mark, shadow::Shadow, wrap},
};

/// One line, with its evened-out words.
pub(super) struct Line {
    /// The line without its end.
    pub(super) range: CharRange,
    /// The line as served.
    pub(super) raw: String,
    /// Evened-out words of the whole line.
    pub(super) shadow: Arc<Shadow>,
    /// Bytes of the shadow that hold its words: no hashes, no white space around them.
    words: (usize, usize),
    /// Number of hashes before a Markdown heading.
    pub(super) hashes: u8,
    /// A page number: as good as empty.
    is_page_number: bool,
}

impl Line {
    fn new(text: &Text, range: CharRange, shadow: Arc<Shadow>) -> Self {
        let raw = text.slice(range).to_owned();
        let shown = shadow.as_str();
        let mut start = shown.len() - shown.trim_start().len();
        let count = shown[start..].bytes().take_while(|&b| b == b'#').count();
        let mut hashes = 0;
        if (1..=6).contains(&count) && shown[start + count..].starts_with(' ') {
            hashes = u8::try_from(count).unwrap_or(6);
            start += count;
            start += shown[start..].len() - shown[start..].trim_start().len();
        }
        start += page_mark::glued(&shown[start..]);
        // A bar alone parts the cells of a letterhead that an export laid out as lines.
        let bar = shown[start..].trim() == "|";
        let end = if bar { start } else { shown.trim_end().len().max(start) };
        Self { range, raw, words: (start, end), shadow, hashes, is_page_number: false }
    }

    /// Evened-out words, trimmed, without the hashes of a heading.
    pub(super) fn shown(&self) -> &str {
        &self.shadow.as_str()[self.words.0..self.words.1]
    }

    /// Served range of a byte range of [`Line::shown`].
    pub(super) fn part(&self, bytes: std::ops::Range<usize>) -> CharRange {
        self.shadow.range(self.words.0 + bytes.start..self.words.0 + bytes.end)
    }

    /// Served range of all its words.
    pub(super) fn content(&self) -> CharRange {
        self.closed(self.part(0..self.shown().len()))
    }

    /// A range with the marks that close an emphasis opened in it ("…: **Đạt.**").
    pub(super) fn closed(&self, words: CharRange) -> CharRange {
        if !self.raw.contains('*') {
            return words;
        }
        let inside = self.raw.chars().skip(words.start - self.range.start).take(words.len());
        let opened = inside.filter(|&c| c == '*').count();
        let rest = self.raw.chars().skip(words.end - self.range.start);
        let closing = rest.take_while(|&c| c == '*').count();
        let closes = closing > 0 && opened % (2 * closing) == closing;
        CharRange::new(words.start, if closes { words.end + closing } else { words.end })
    }

    /// No word at all. A lone tab is an empty cell to a table and blank to anyone else.
    pub(super) fn is_blank(&self) -> bool {
        self.shown().is_empty() || self.is_page_number
    }

    /// A bar alone, as portals put between the cells of a table that they lay out as lines.
    pub(super) fn is_bar(&self) -> bool {
        self.raw.trim() == "|"
    }

    /// No word and no tab.
    pub(super) fn is_gap(&self) -> bool {
        self.is_blank() && !self.raw.contains('\t')
    }

    /// Whether the whole line is set in bold.
    pub(super) fn is_bold(&self) -> bool {
        let raw = self.raw.trim().trim_start_matches(['#', ' ']);
        raw.len() > 4 && raw.starts_with("**") && raw.trim_end_matches(['\\', ' ']).ends_with("**")
    }

    /// Columns that its words are set in from the margin.
    pub(super) fn indent(&self) -> usize {
        self.raw.chars().take_while(|&c| c == ' ').count()
    }
}

/// The lines of a text, in order.
pub(super) fn lines(text: &Text, served: &[ServedLine]) -> Vec<Line> {
    let found = served.iter().map(|line| Line::new(text, line.range, Arc::clone(&line.shadow))).collect();
    let mut found = whole(text, found);
    for at in 0..found.len() {
        let empty = |line: Option<&Line>| line.is_none_or(|line| line.shown().is_empty() && !line.is_bar());
        let apart =
            || empty(at.checked_sub(1).and_then(|before| found.get(before))) && empty(found.get(at + 1));
        let numbers = is_page_number(&found[at], apart);
        found[at].is_page_number = numbers;
    }
    found
}

/// The lines, with those made one that are pieces of one.
fn whole(text: &Text, lines: Vec<Line>) -> Vec<Line> {
    let counts = wrap::counts(&lines.iter().map(Line::shown).collect::<Vec<_>>());
    let mut lines = lines.into_iter();
    let mut joined = Vec::with_capacity(counts.len());
    for count in counts {
        let Some(first) = lines.next() else { break };
        let last = (1..count).filter_map(|_| lines.next()).last();
        joined.push(match last {
            Some(last) => {
                let range = CharRange::new(first.range.start, last.range.end);
                Line::new(text, range, Arc::new(Shadow::of(text, range)))
            }
            None => first,
        });
    }
    joined
}

/// A number that says by its form or its place that it is a page's.
fn is_page_number(line: &Line, apart: impl Fn() -> bool) -> bool {
    let shown = line.shown();
    !line.raw.contains('\t') && page_mark::is_number(shown) && (page_mark::is_marked(shown) || apart())
}

/// Whether a line is written in capitals: nearly all its letters are.
pub(super) fn is_capitals(shown: &str) -> bool {
    let letters = shown.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = shown.chars().filter(|c| c.is_uppercase()).count();
    letters >= 4 && capitals * 10 >= letters * 9
}
