//! Does a statement say this phrase?
//!
//! A phrase is written as people say it. Case, marks and punctuation do not
//! matter, abbreviations count as their words, and "…" stands for anything between:
//! "hồ sơ công việc … môi trường mạng".

use std::collections::HashMap;

use crate::text::fold::{fold, words};

/// A word by its number in a vocabulary: numbers are compared faster than words.
pub(super) type Word = u32;

/// The word of a statement that no phrase has.
const UNKNOWN: Word = Word::MAX;

/// The words of some phrases, and what their abbreviations stand for.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    known: HashMap<String, Word>,
    written_out: HashMap<String, Vec<Word>>,
}

impl Vocabulary {
    /// With abbreviations and the words they stand for.
    pub(super) fn new<'a>(abbreviations: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut vocabulary = Self::default();
        for (short, long) in abbreviations {
            let long = words(long).into_iter().map(|word| vocabulary.number(word)).collect();
            vocabulary.written_out.insert(fold(short), long);
        }
        vocabulary
    }

    /// Reads a phrase and learns its words.
    pub(super) fn phrase(&mut self, phrase: &str) -> Phrase {
        for word in words(phrase) {
            self.number(word);
        }
        let parts =
            phrase.split('…').map(|part| self.numbers(part)).filter(|part| !part.is_empty()).collect();
        Phrase { parts }
    }

    /// What a text says, abbreviations written out.
    pub(super) fn spoken(&self, text: &str) -> Said {
        let words = self.numbers(text);
        let mut known = vec![0; self.known.len().div_ceil(WORDS_IN_ONE)];
        for word in words.iter().filter(|word| **word != UNKNOWN) {
            known[*word as usize / WORDS_IN_ONE] |= 1 << (*word as usize % WORDS_IN_ONE);
        }
        Said { words, known }
    }

    fn numbers(&self, text: &str) -> Vec<Word> {
        let folded = fold(text);
        let mut said = Vec::with_capacity(folded.len() / 3);
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            match self.written_out.get(word) {
                Some(long) => said.extend_from_slice(long),
                None => said.push(self.known.get(word).copied().unwrap_or(UNKNOWN)),
            }
        }
        said
    }

    fn number(&mut self, word: String) -> Word {
        let next = Word::try_from(self.known.len()).unwrap_or(UNKNOWN);
        *self.known.entry(word).or_insert(next)
    }
}

/// Words whose presence one number tells.
const WORDS_IN_ONE: usize = u64::BITS as usize;

/// What a text says.
#[derive(Debug)]
pub(super) struct Said {
    words: Vec<Word>,
    /// Per word of the vocabulary, a bit that says whether it is among them: most phrases
    /// have one that is not, and need not be looked for.
    known: Vec<u64>,
}

impl Said {
    fn has(&self, word: Word) -> bool {
        let bits = self.known.get(word as usize / WORDS_IN_ONE);
        bits.is_some_and(|bits| bits >> (word as usize % WORDS_IN_ONE) & 1 == 1)
    }
}

/// A phrase made ready for matching: its parts between the "…", each a row of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    parts: Vec<Vec<Word>>,
}

impl Phrase {
    /// Whether a text says the parts in order, without overlap.
    pub(super) fn is_in(&self, said: &Said) -> bool {
        if !self.parts.iter().flatten().all(|word| said.has(*word)) {
            return false;
        }
        let words = &said.words;
        let mut from = 0;
        for part in &self.parts {
            let Some(at) = words[from..].windows(part.len()).position(|window| window == part.as_slice())
            else {
                return false;
            };
            from += at + part.len();
        }
        !self.parts.is_empty()
    }

    /// How much it says: the number of its words.
    pub(super) fn weight(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(phrase: &str, text: &str) -> bool {
        let mut vocabulary = Vocabulary::new([("TTHC", "thủ tục hành chính")]);
        let phrase = vocabulary.phrase(phrase);
        phrase.is_in(&vocabulary.spoken(text))
    }

    #[test]
    fn parts_must_stand_in_order() {
        assert!(says("hồ sơ … trên mạng", "80% hồ sơ công việc được xử lý trên mạng"));
        assert!(!says("hồ sơ … trên mạng", "trên mạng có hồ sơ"));
    }

    #[test]
    fn abbreviations_count_as_their_words() {
        assert!(says("thủ tục hành chính", "100% TTHC của tỉnh"));
        assert!(says("TTHC", "mọi thủ tục hành chính"));
    }

    #[test]
    fn words_match_whole() {
        assert!(!says("hồ", "hồi phục"));
        assert!(!says("", "gì đó"));
    }

    #[test]
    fn words_that_no_phrase_has_are_told_from_those_it_has() {
        assert!(!says("mở chợ", "mở trường"));
        assert!(!says("chợ … chợ", "trường học … trường học"));
    }
}
