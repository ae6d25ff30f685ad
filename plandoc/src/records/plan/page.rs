//! Which lines does the text have, and which of them stand before the first section?

use crate::{
    blocks::Document,
    span::{CharRange, Text},
    text::shadow::Shadow,
};

/// Most lines before the first section that may hold letterhead and title.
const HEAD_LINES: usize = 80;

/// One line with words, evened out.
#[derive(Clone, Debug)]
pub(super) struct Line {
    shadow: Shadow,
    /// Bytes of the shadow without layout and white space around them.
    words: std::ops::Range<usize>,
    /// Whether an empty line stands before it.
    pub(super) after_gap: bool,
}

impl Line {
    /// Its words.
    pub(super) fn shown(&self) -> &str {
        &self.shadow.as_str()[self.words.clone()]
    }

    /// Place of some bytes of [`Self::shown`] in the served text.
    pub(super) fn range(&self, bytes: std::ops::Range<usize>) -> CharRange {
        self.shadow.range(self.words.start + bytes.start..self.words.start + bytes.end)
    }

    /// Place of all its words.
    pub(super) fn whole(&self) -> CharRange {
        self.shadow.range(self.words.clone())
    }

    /// Whether every letter is a capital.
    pub(super) fn is_capitals(&self) -> bool {
        let mut letters = self.shown().chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }
}

/// The lines of a text that have words.
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// How many of them stand before the first section.
    head: usize,
}

impl Page {
    /// Takes a text into lines.
    pub(super) fn new(text: &Text, document: &Document) -> Self {
        let body = document.sections.first().map_or(text.len(), |section| section.range.start);
        let mut lines = Vec::new();
        let (mut start, mut head, mut after_gap) = (0, 0, true);
        for served in text.as_str().split('\n') {
            let end = start + served.chars().count();
            match line(text, CharRange::new(start, end), after_gap) {
                Some(line) => {
                    lines.push(line);
                    after_gap = false;
                }
                None => after_gap = true,
            }
            if start < body {
                head = lines.len().min(HEAD_LINES);
            }
            start = end + 1;
        }
        Self { lines, head }
    }

    /// The lines before the first section.
    pub(super) fn head(&self) -> &[Line] {
        &self.lines[..self.head]
    }

    /// The lines from the first section on.
    pub(super) fn body(&self) -> &[Line] {
        &self.lines[self.head..]
    }
}

fn line(text: &Text, range: CharRange, after_gap: bool) -> Option<Line> {
    let shadow = Shadow::of(text, range);
    let shown = shadow.as_str();
    let trimmed = shown.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '>'));
    let start = shown.len() - trimmed.len();
    let words = start..start + trimmed.trim_end().len();
    let has_words = shown[words.clone()].chars().any(char::is_alphanumeric);
    has_words.then_some(Line { shadow, words, after_gap })
}
