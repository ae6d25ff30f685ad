//! Which served characters stand behind the bytes of evened-out words?
//!
//! Mostly each letter is one served character, in order: then it is enough to count letters,
//! from the nearest of some anchors. Where letters were composed or layout was left out, each
//! byte keeps its own place.

use std::ops::Range;

use super::letter::Letter;
use crate::{anchors::Anchors, span::CharRange};

/// The places of some words, byte by byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// Each letter is one served character.
    OneToOne {
        /// The first served character.
        origin: usize,
        /// What letters are counted from.
        anchors: Anchors,
    },
    /// Any letter may be several served characters.
    Own {
        /// Where the range begins, for words without a letter.
        origin: usize,
        /// Per byte: the first served character it came from.
        starts: Vec<u32>,
        /// Per byte: one past the last served character it came from.
        ends: Vec<u32>,
    },
}

impl Default for Places {
    fn default() -> Self {
        Self::OneToOne { origin: 0, anchors: Anchors::default() }
    }
}

impl Places {
    /// Of words whose letters are the served characters from `origin` on.
    pub(super) fn one_to_one(words: &str, origin: usize) -> Self {
        Self::OneToOne { origin, anchors: Anchors::of(words) }
    }

    /// Of words that are these letters made even.
    pub(super) fn of(words: &str, letters: &[Letter], origin: usize) -> Self {
        let (mut starts, mut ends) = (Vec::with_capacity(words.len()), Vec::with_capacity(words.len()));
        for (shown, letter) in words.chars().zip(letters) {
            starts.resize(starts.len() + shown.len_utf8(), letter.start);
            ends.resize(ends.len() + shown.len_utf8(), letter.end);
        }
        Self::Own { origin, starts, ends }
    }

    /// The served characters behind some bytes.
    pub(super) fn range(&self, words: &str, bytes: Range<usize>) -> CharRange {
        if bytes.is_empty() {
            let at = self.start_of(words, bytes.start);
            return CharRange::new(at, at);
        }
        let end = match self {
            Self::OneToOne { origin, anchors } => origin + anchors.chars_before(words, bytes.end),
            Self::Own { ends, .. } => ends[bytes.end - 1] as usize,
        };
        CharRange::new(self.start_of(words, bytes.start), end)
    }

    /// The first served character behind a byte; past the last byte, the end of all.
    fn start_of(&self, words: &str, byte: usize) -> usize {
        match self {
            Self::OneToOne { origin, anchors } if byte < words.len() => {
                origin + anchors.chars_before(words, byte + 1) - 1
            }
            Self::OneToOne { origin, anchors } => origin + anchors.chars_before(words, words.len()),
            Self::Own { origin, starts, ends } => {
                starts.get(byte).or(ends.last()).map_or(*origin, |&at| at as usize)
            }
        }
    }

    /// The bytes that came from a range of served characters.
    pub(super) fn bytes_of(&self, words: &str, range: CharRange) -> Range<usize> {
        let (start, end) = match self {
            Self::OneToOne { origin, anchors } => {
                let byte = |at: usize| anchors.byte_of(words, at.saturating_sub(*origin));
                (byte(range.start), byte(range.end))
            }
            Self::Own { starts, ends, .. } => (
                starts.partition_point(|&at| (at as usize) < range.start),
                ends.partition_point(|&at| at as usize <= range.end),
            ),
        };
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Places;
    use crate::{
        span::CharRange,
        text::letter::{compose, stands_alone},
    };

    proptest! {
        #[test]
        fn counting_letters_gives_the_places_that_bytes_would_keep(
            words in "[a-zđươớạ ,\u{2013}]{0,200}",
            origin in 0_usize..100,
            at in 0_usize..700,
            length in 0_usize..300,
        ) {
            prop_assume!(words.chars().all(stands_alone));
            let counted = Places::one_to_one(&words, origin);
            let kept = Places::of(&words, &compose(&words, origin), origin);
            let start = at.min(words.len());
            let bytes = start..(start + length).min(words.len());
            prop_assert_eq!(counted.range(&words, bytes.clone()), kept.range(&words, bytes));
            let range = CharRange::new(at / 2, at / 2 + length);
            prop_assert_eq!(counted.bytes_of(&words, range), kept.bytes_of(&words, range));
        }
    }
}
