//! What does a stretch of text say once its spelling is evened out?
//!
//! A shadow is the copy that recognition works on: composed (NFC), no-break and
//! odd spaces made plain, kinds of hyphens and look-alike letters made one, tone
//! marks placed one way. Every byte of it knows the character of the served text
//! it came from, so that what is found is quoted exactly as printed.

use std::ops::Range;

use crate::span::{CharRange, Text};

/// An evened-out copy of one range of the served text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shadow {
    text: String,
    /// Per byte of `text`: the first served character it came from.
    starts: Vec<usize>,
    /// Per byte of `text`: one past the last served character it came from.
    ends: Vec<usize>,
}

impl Shadow {
    /// The shadow of `range` of `text`.
    pub fn of(text: &Text, range: CharRange) -> Self {
        let _ = (text, range);
        Self::default()
    }

    /// The evened-out words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The served characters behind a byte range of the shadow (as a regex match gives it).
    pub fn range(&self, bytes: Range<usize>) -> CharRange {
        if bytes.is_empty() {
            let at = self.starts.get(bytes.start).or(self.ends.last()).copied().unwrap_or(0);
            return CharRange::new(at, at);
        }
        CharRange::new(self.starts[bytes.start], self.ends[bytes.end - 1])
    }
}
