//! Does a statement say this phrase?
//!
//! A phrase is written as people say it. Case, marks and punctuation do not
//! matter, abbreviations count as their words, and "…" stands for anything between:
//! "hồ sơ công việc … môi trường mạng".

use crate::text::fold::words;

/// A phrase made ready for matching: its parts between the "…", each a row of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    parts: Vec<Vec<String>>,
}

impl Phrase {
    /// Reads a phrase; `expand` replaces one word by the words it stands for.
    pub(super) fn new(phrase: &str, expand: &impl Fn(&str) -> Option<Vec<String>>) -> Self {
        let parts =
            phrase.split('…').map(|part| spoken(part, expand)).filter(|part| !part.is_empty()).collect();
        Self { parts }
    }

    /// Whether the words hold the parts in order, without overlap.
    pub(super) fn is_in(&self, words: &[String]) -> bool {
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

/// The words of a text with abbreviations written out.
pub(super) fn spoken(text: &str, expand: &impl Fn(&str) -> Option<Vec<String>>) -> Vec<String> {
    words(text).into_iter().flat_map(|word| expand(&word).unwrap_or_else(|| vec![word])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand(word: &str) -> Option<Vec<String>> {
        (word == "tthc").then(|| words("thủ tục hành chính"))
    }

    fn says(phrase: &str, text: &str) -> bool {
        Phrase::new(phrase, &expand).is_in(&spoken(text, &expand))
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
}
