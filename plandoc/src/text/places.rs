//! Which served characters stand behind the bytes of evened-out words?
//!
//! Mostly each letter is one served character, in order but for layout that was left out: then
//! it is enough to count letters, from the nearest of some anchors. Where letters were
//! composed, each byte keeps its own place.

use std::ops::Range;

use super::letter::Letter;
use crate::{anchors::Anchors, span::CharRange};

/// From which letter of the words on which served characters are shown, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) letter: usize,
    pub(super) served: usize,
}

/// The places of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// Each letter is one served character.
    OneToOne {
        /// The first served character.
        origin: usize,
        /// Where served characters were left out.
        runs: Vec<Run>,
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
        Self::OneToOne { origin: 0, runs: Vec::new(), anchors: Anchors::default() }
    }
}

impl Places {
    /// Of words whose letters are the served characters from `origin` on, those left out
    /// before each of some runs.
    pub(super) fn one_to_one(words: &str, origin: usize, runs: Vec<Run>) -> Self {
        Self::OneToOne { origin, runs, anchors: Anchors::of(words) }
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
            Self::OneToOne { origin, runs, anchors } => {
                served(*origin, runs, anchors.chars_before(words, bytes.end) - 1) + 1
            }
            Self::Own { ends, .. } => ends[bytes.end - 1] as usize,
        };
        CharRange::new(self.start_of(words, bytes.start), end)
    }

    /// The first served character behind a byte; past the last byte, the end of all.
    fn start_of(&self, words: &str, byte: usize) -> usize {
        match self {
            Self::OneToOne { origin, runs, anchors } if byte < words.len() => {
                served(*origin, runs, anchors.chars_before(words, byte + 1) - 1)
            }
            Self::OneToOne { origin, runs, anchors } => {
                let last = anchors.chars_before(words, words.len()).checked_sub(1);
                last.map_or(*origin, |last| served(*origin, runs, last) + 1)
            }
            Self::Own { origin, starts, ends } => {
                starts.get(byte).or(ends.last()).map_or(*origin, |&at| at as usize)
            }
        }
    }

    /// The bytes that came from a range of served characters.
    pub(super) fn bytes_of(&self, words: &str, range: CharRange) -> Range<usize> {
        let (start, end) = match self {
            Self::OneToOne { origin, runs, anchors } => {
                let byte = |at: usize| anchors.byte_of(words, letters_before(*origin, runs, at));
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

/// The served character that a letter shows.
fn served(origin: usize, runs: &[Run], letter: usize) -> usize {
    let run = runs[..runs.partition_point(|run| run.letter <= letter)].last();
    run.map_or(origin + letter, |run| run.served + letter - run.letter)
}

/// Number of letters that show what is served before a character.
fn letters_before(origin: usize, runs: &[Run], served: usize) -> usize {
    let next = runs.partition_point(|run| run.served < served);
    let run = runs[..next].last().copied().unwrap_or(Run { letter: 0, served: origin });
    let letters = run.letter + served.saturating_sub(run.served);
    runs.get(next).map_or(letters, |next| letters.min(next.letter))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Places;
    use crate::{
        span::CharRange,
        text::{
            layout::may_be_layout,
            letter::{compose, stands_alone, without_layout},
        },
    };

    proptest! {
        #[test]
        fn counting_letters_gives_the_places_that_bytes_would_keep(
            words in "(?:[a-zđươớạ ,\u{2013}\n]|\\*\\*?|<br>|\n- 1 -\n|\\\\[-a.]|\\[bookmark: [a-z]\\]){0,120}",
            origin in 0_usize..100,
            at in 0_usize..700,
            length in 0_usize..300,
        ) {
            let letters = compose(&words, origin);
            let shown: String = letters.iter().map(|letter| letter.shown).collect();
            let (words, runs) = without_layout(&words, origin);
            prop_assert_eq!(&words, &shown);
            prop_assert!(words.chars().all(|c| stands_alone(c) || may_be_layout(c)));
            let counted = Places::one_to_one(&words, origin, runs);
            let kept = Places::of(&words, &letters, origin);
            let start = at.min(words.len());
            let bytes = start..(start + length).min(words.len());
            prop_assert_eq!(counted.range(&words, bytes.clone()), kept.range(&words, bytes));
            let range = CharRange::new(at / 2, at / 2 + length);
            prop_assert_eq!(counted.bytes_of(&words, range), kept.bytes_of(&words, range));
        }
    }
}
