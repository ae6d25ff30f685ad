//! Which lines does the text have, and which of them stand before the first section?

use std::sync::{Arc, LazyLock};

use crate::text::pattern::Regex;

use crate::{
    blocks::ServedLine,
    records::ReadContext,
    span::{CharRange, Text},
    text::{page_mark, shadow::Shadow, wrap},
};

/// Most lines before the first section that may hold letterhead and title.
const HEAD_LINES: usize = 80;

/// One line with words, evened out.
#[derive(Clone, Debug)]
pub(super) struct Line {
    shadow: Arc<Shadow>,
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

/// What follows the name of a fact that a portal gives: in the same line after a colon, or
/// in the next cell; its words and where they begin in their line.
pub(super) fn fact<'l>(head: &'l [Line], names: &[&str]) -> Option<(&'l Line, usize)> {
    head.iter().enumerate().find_map(|(at, line)| {
        let shown = line.shown();
        if let Some(rest) = names.iter().find_map(|name| glued(shown, name)) {
            return Some((line, shown.len() - rest.len()));
        }
        let colon = shown.find(':').unwrap_or(shown.len());
        if !names.contains(&shown[..colon].trim().to_lowercase().as_str()) {
            return None;
        }
        let rest = shown.get(colon + 1..).filter(|rest| !rest.trim().is_empty());
        match rest {
            Some(rest) => Some((line, shown.len() - rest.trim_start().len())),
            None => head.get(at + 1).map(|next| (next, 0)),
        }
    })
}

/// What follows the name of a fact where nothing parts them: "Số hiệu 12/KH-UBND".
fn glued<'l>(shown: &'l str, name: &str) -> Option<&'l str> {
    let end = shown.char_indices().nth(name.chars().count())?.0;
    let rest = shown[end..].strip_prefix(' ').filter(|rest| !rest.trim_start().starts_with(':'))?;
    let value = rest.trim_start();
    let begins = value.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    (begins && shown[..end].to_lowercase() == name).then_some(value)
}

/// The lines of a text that have words.
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// How many of them stand before the first section.
    head: usize,
}

impl Page {
    /// Takes a text into lines.
    pub(super) fn new(context: &ReadContext) -> Self {
        let text = &context.text;
        let body = context.document.sections.first().map_or(text.len(), |section| section.range.start);
        let mut lines = Vec::new();
        let (mut head, mut after_gap) = (0, true);
        for whole in whole_lines(&context.lines) {
            let range = whole.range;
            let in_head = range.start < body;
            let before = lines.len();
            if in_head || text.slice(range).contains('|') {
                for part in cells(text, range) {
                    let shadow = Arc::new(Shadow::of(text, part));
                    lines.extend(line(shadow, after_gap && lines.len() == before));
                }
            } else {
                let shadow = whole.shadow.unwrap_or_else(|| Arc::new(Shadow::of(text, range)));
                lines.extend(line(shadow, after_gap));
            }
            after_gap = lines.len() == before;
            if in_head {
                head = lines.len().min(HEAD_LINES);
            }
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

/// A line, or the lines that are pieces of one.
struct WholeLine {
    range: CharRange,
    /// Its words, if it is a served line as it is.
    shadow: Option<Arc<Shadow>>,
}

/// The lines of a text, with those made one that are pieces of one.
fn whole_lines(served: &[ServedLine]) -> Vec<WholeLine> {
    let shown: Vec<&str> = served.iter().map(|line| line.shadow.as_str().trim()).collect();
    let mut at = 0;
    with_whole_days(&shown, wrap::counts(&shown))
        .into_iter()
        .map(|count| {
            let lines = &served[at..at + count];
            let range = CharRange::new(lines[0].range.start, lines[count - 1].range.end);
            at += count;
            let shadow = (count == 1).then(|| Arc::clone(&lines[0].shadow));
            WholeLine { range, shadow }
        })
        .collect()
}

/// How a line ends whose day goes on in the next: "…, Ngày 30", "…, ngày 5 tháng".
static OPEN_DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i),\s*ngày\s*[\d….]*\s*(?:tháng\s*[\d….]*\s*)?$").expect("a pattern of this file")
});

/// How such a day goes on.
static REST_OF_DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^(?:[\d….]+\s*)?(?:tháng|năm)\b").expect("a pattern of this file"));

/// The counts of lines that are one, a day that a line's end cuts made whole.
fn with_whole_days(shown: &[&str], counts: Vec<usize>) -> Vec<usize> {
    let mut whole: Vec<usize> = Vec::with_capacity(counts.len());
    let mut at = 0;
    for count in counts {
        let cut = at > 0 && REST_OF_DAY.is_match(shown[at]) && OPEN_DAY.is_match(shown[at - 1]);
        match whole.last_mut().filter(|_| cut) {
            Some(last) => *last += count,
            None => whole.push(count),
        }
        at += count;
    }
    whole
}

/// The cells of a line of the letterhead that bars part.
fn cells(text: &Text, line: CharRange) -> Vec<CharRange> {
    let mut start = line.start;
    let parts = text.slice(line).split('|').map(|cell| {
        let range = CharRange::new(start, start + cell.chars().count());
        start = range.end + 1;
        range
    });
    parts.collect()
}

fn line(shadow: Arc<Shadow>, after_gap: bool) -> Option<Line> {
    let shown = shadow.as_str();
    let trimmed = shown.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '>'));
    let trimmed = &trimmed[page_mark::glued(trimmed)..];
    let start = shown.len() - trimmed.len();
    let words = start..start + trimmed.trim_end().len();
    let has_words = shown[words.clone()].chars().any(char::is_alphanumeric);
    has_words.then_some(Line { shadow, words, after_gap })
}
