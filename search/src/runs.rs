//! Which runs of words stand often in a text?
//!
//! Words are numbers. A run can be frequent only if the two runs that are one word shorter are, so
//! runs are counted length by length, and only those are that may be: what is held at a time grows
//! with the words of the text, not with all their runs.

use std::collections::{BTreeMap, HashMap};

use super::word::{Word, words};

/// The words of texts, in runs of letters that only spaces part: a phrase does not run over a comma
/// or a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    exact: Numbered,
    printed: Numbered,
    /// Words in order as (exact, printed), none between two runs.
    words: Vec<Option<(u32, u32)>>,
}

/// A run that is frequent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frequent {
    /// Its words, exact.
    pub text: String,
    /// How many they are.
    pub words: usize,
    /// How often it stands in the texts.
    pub times: u32,
    /// Where it begins, as places in [`Runs::words`].
    places: Vec<u32>,
}

/// Words, each known by the number of its first occurrence.
#[derive(Clone, Debug, Default)]
struct Numbered {
    numbers: HashMap<String, u32>,
    words: Vec<String>,
}

impl Numbered {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        number
    }
}

impl Runs {
    /// Adds a text.
    pub(super) fn add(&mut self, text: &str) {
        let letters: Vec<char> = text.chars().collect();
        let mut last: Option<Word> = None;
        self.words.push(None);
        for word in words(text) {
            let gap = last.as_ref().map_or(&[][..], |last| &letters[last.range.end..word.range.start]);
            let plain = word.form.exact.chars().all(char::is_alphabetic);
            if !plain || gap.iter().any(|c| !c.is_whitespace()) {
                self.words.push(None);
            }
            if plain {
                let printed: String = letters[word.range.start..word.range.end].iter().collect();
                self.words.push(Some((self.exact.number(&word.form.exact), self.printed.number(&printed))));
            }
            last = Some(word);
        }
    }

    /// Every run of up to so many words that stands at least so often.
    pub(super) fn frequent(&self, least: u32, most_words: usize) -> Vec<Frequent> {
        let mut found = Vec::new();
        // Of each place the number of the run that begins there, where that one is frequent.
        let mut shorter: Vec<Option<u32>> =
            self.words.iter().map(|word| word.map(|(exact, _)| exact)).collect();
        for words in 2..=most_words {
            let mut runs: HashMap<(u32, u32), Vec<u32>> = HashMap::new();
            for (place, pair) in (0_u32..).zip(shorter.windows(2)) {
                if let [Some(first), Some(second)] = pair {
                    runs.entry((*first, *second)).or_default().push(place);
                }
            }
            let longer = runs.into_values().filter(|places| times(places) >= least);
            shorter = vec![None; self.words.len()];
            for (number, places) in (0_u32..).zip(longer) {
                for place in &places {
                    shorter[*place as usize] = Some(number);
                }
                let text = self.spelt(places[0], words, |(exact, _)| &self.exact.words[exact as usize]);
                found.push(Frequent { text, words, times: times(&places), places });
            }
        }
        found
    }

    /// The run in the spelling that it has most often.
    pub(super) fn as_printed(&self, run: &Frequent) -> String {
        let mut spellings: BTreeMap<String, u32> = BTreeMap::new();
        for place in &run.places {
            let printed = self.spelt(*place, run.words, |(_, printed)| &self.printed.words[printed as usize]);
            *spellings.entry(printed).or_default() += 1;
        }
        let best = spellings.into_iter().max_by_key(|(_, times)| *times);
        best.map_or_else(|| run.text.clone(), |(spelling, _)| spelling)
    }

    fn spelt<'a>(&'a self, place: u32, words: usize, form: impl Fn((u32, u32)) -> &'a str) -> String {
        let place = place as usize;
        let run = self.words[place..place + words].iter().flatten().copied();
        run.map(form).collect::<Vec<_>>().join(" ")
    }
}

fn times(places: &[u32]) -> u32 {
    u32::try_from(places.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(texts: &[&str]) -> Runs {
        let mut runs = Runs::default();
        for text in texts {
            runs.add(text);
        }
        runs
    }

    fn frequent(texts: &[&str], least: u32) -> Vec<(String, u32)> {
        let mut found: Vec<(String, u32)> =
            runs(texts).frequent(least, 6).into_iter().map(|run| (run.text, run.times)).collect();
        found.sort();
        found
    }

    #[test]
    fn runs_end_at_punctuation_and_numbers() {
        let found = frequent(&["Một cửa điện tử, mức độ 4 toàn trình"], 1);
        let longest: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert!(longest.contains(&"một cửa điện tử") && longest.contains(&"mức độ"));
        assert!(longest.contains(&"toàn trình"));
        assert!(!longest.iter().any(|run| run.contains("tử mức") || run.contains("độ toàn")));
    }

    #[test]
    fn runs_do_not_go_from_one_text_into_the_next() {
        assert_eq!(frequent(&["một cửa", "điện tử"], 1).len(), 2);
    }

    #[test]
    fn every_run_that_stands_often_enough_is_counted_and_no_other() {
        let texts = ["dịch vụ công trực tuyến", "dịch vụ công", "vụ công trực", "trực tuyến"];
        let expected =
            [("công trực", 2), ("dịch vụ", 2), ("dịch vụ công", 2), ("trực tuyến", 2), ("vụ công", 3)];
        let mut expected: Vec<(String, u32)> =
            expected.iter().map(|(text, times)| ((*text).to_owned(), *times)).collect();
        expected.push(("vụ công trực".to_owned(), 2));
        expected.sort();
        assert_eq!(frequent(&texts, 2), expected);
    }

    #[test]
    fn a_run_is_spelt_as_it_is_most_often_printed() {
        let runs = runs(&["Một cửa", "một cửa", "một cửa"]);
        assert_eq!(runs.as_printed(&runs.frequent(2, 6)[0]), "một cửa");
    }
}
