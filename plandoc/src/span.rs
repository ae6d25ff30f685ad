//! Where in the served text does something stand?
//!
//! Positions count Unicode scalar values of the served text, never bytes and
//! never UTF-16 units, so that a range means the same in every language.

use serde::{Deserialize, Serialize};

use crate::anchors::Anchors;

/// A half-open range of Unicode scalar values in the served text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CharRange {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

impl CharRange {
    /// A range; `start` may not lie after `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a range that ends before it starts");
        Self { start, end }
    }

    /// Number of characters.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no character.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// The served text of a document: what its decoder gave, immutable, with fast
/// slicing by character position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    served: String,
    anchors: Anchors,
    chars: usize,
}

impl Text {
    /// Takes the decoder's text as it is.
    pub fn new(served: String) -> Self {
        let anchors = Anchors::of(&served);
        let chars = anchors.chars_before(&served, served.len());
        Self { served, anchors, chars }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.served
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars
    }

    /// Whether there is no character at all.
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// Byte offset of a character position; the text's length in bytes past the end.
    pub fn byte_of(&self, position: usize) -> usize {
        self.anchors.byte_of(&self.served, position)
    }

    /// The words in a range; what lies past the end is left out.
    pub fn slice(&self, range: CharRange) -> &str {
        &self.served[self.byte_of(range.start)..self.byte_of(range.end)]
    }
}
