//! Which words of a found text are shown, and which of them marked?
//!
//! Lengths count characters, not bytes, and a snippet is cut between words. What is
//! left out shows as "…".

use std::ops::Range;

use app::types::search::Fragment;

use super::word::Word;

/// Characters of a snippet.
pub(super) const SNIPPET_MAX: usize = 240;

/// Characters shown before the first marked word, where there are more.
const LEAD: usize = 40;

/// Stands for words that were left out.
const CUT: &str = "…";

/// A text with its words and the marked ones among them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words; ranges count characters from `offset` before the text's first.
    pub words: &'a [Word],
    /// Marked stretches, as indexes of `words`.
    pub marks: &'a [Range<usize>],
    /// Position of the text's first character in what `words` was made of.
    pub offset: usize,
}

impl Marked<'_> {
    /// The whole text.
    pub(super) fn whole(&self) -> Vec<Fragment> {
        self.fragments(0..self.text.chars().count())
    }

    /// At most `limit` characters around the densest marks.
    pub(super) fn snippet(&self, limit: usize) -> Vec<Fragment> {
        let length = self.text.chars().count();
        if length <= limit {
            return self.whole();
        }
        let stretches = self.stretches();
        let first = densest(&stretches, limit.saturating_sub(LEAD));
        let start = self.word_start(first.saturating_sub(LEAD), first);
        let end = self.word_end(start, start + limit - 2);
        let mut fragments = Vec::new();
        if start > 0 {
            fragments.push(plain(CUT));
        }
        fragments.extend(self.fragments(start..end));
        if end < length {
            fragments.push(plain(CUT));
        }
        fragments
    }

    /// Character ranges of the marks in the text.
    fn stretches(&self) -> Vec<Range<usize>> {
        let range = |mark: &Range<usize>| {
            let (first, last) = (self.words.get(mark.start)?, self.words.get(mark.end.checked_sub(1)?)?);
            let start = first.range.start.checked_sub(self.offset)?;
            Some(start..last.range.end.checked_sub(self.offset)?)
        };
        let length = self.text.chars().count();
        self.marks.iter().filter_map(range).filter(|stretch| stretch.end <= length).collect()
    }

    /// First word start at or after `wanted`, at most `latest`.
    fn word_start(&self, wanted: usize, latest: usize) -> usize {
        if wanted == 0 {
            return 0;
        }
        let starts = self.words.iter().filter_map(|word| word.range.start.checked_sub(self.offset));
        starts.filter(|&start| start >= wanted).min().map_or(latest, |start| start.min(latest))
    }

    /// Last word end up to `limit`; `limit` itself where one word runs past it.
    fn word_end(&self, start: usize, limit: usize) -> usize {
        let ends = self.words.iter().filter_map(|word| word.range.end.checked_sub(self.offset));
        ends.filter(|&end| end <= limit && end > start).max().unwrap_or(limit)
    }

    fn fragments(&self, shown: Range<usize>) -> Vec<Fragment> {
        let mut fragments = Vec::new();
        let mut at = shown.start;
        for stretch in self.stretches() {
            let (start, end) = (stretch.start.max(at), stretch.end.min(shown.end));
            if start >= end {
                continue;
            }
            push(&mut fragments, self.text, at..start, false);
            push(&mut fragments, self.text, start..end, true);
            at = end;
        }
        push(&mut fragments, self.text, at..shown.end, false);
        fragments
    }
}

/// Start of the mark with the most marked characters within `window` after it; the
/// first of several alike.
fn densest(stretches: &[Range<usize>], window: usize) -> usize {
    let weight = |from: &Range<usize>| -> usize {
        let reached =
            stretches.iter().filter(|other| other.start >= from.start && other.end <= from.start + window);
        reached.map(ExactSizeIterator::len).sum()
    };
    let mut best = (0, 0);
    for stretch in stretches {
        let weight = weight(stretch);
        if weight > best.0 {
            best = (weight, stretch.start);
        }
    }
    best.1
}

fn push(fragments: &mut Vec<Fragment>, text: &str, range: Range<usize>, hit: bool) {
    let text: String = text.chars().skip(range.start).take(range.len()).collect();
    if !text.is_empty() {
        fragments.push(Fragment { text, hit });
    }
}

fn plain(text: &str) -> Fragment {
    Fragment { text: text.to_owned(), hit: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facts::Facts, query::Query, word::words};

    fn shown(query: &str, text: &str, limit: usize) -> Vec<Fragment> {
        let words = words(text);
        let marks = Query::parse(query).find(&words, &Facts::default()).expect("found");
        Marked { text, words: &words, marks: &marks, offset: 0 }.snippet(limit)
    }

    fn text_of(fragments: &[Fragment]) -> String {
        fragments.iter().map(|fragment| fragment.text.as_str()).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole_with_its_words_marked() {
        let fragments = shown("so hoa", "Phần mềm số hóa hồ sơ", 100);
        assert_eq!(text_of(&fragments), "Phần mềm số hóa hồ sơ");
        let hits: Vec<&str> = fragments.iter().filter(|f| f.hit).map(|f| f.text.as_str()).collect();
        assert_eq!(hits, ["số", "hóa"]);
    }

    #[test]
    fn a_long_text_is_cut_at_words_and_counted_in_characters() {
        let text = format!("{} số hóa {}", "đường ".repeat(60), "ngữ nghĩa ".repeat(60));
        let fragments = shown("số hóa", &text, 120);
        let all = text_of(&fragments);
        assert!(
            all.chars().count() <= 120 && all.chars().count() > 100,
            "{} characters",
            all.chars().count()
        );
        assert!(all.contains("số hóa") && all.starts_with('…') && all.ends_with('…'));
        for word in all.trim_matches('…').split_whitespace() {
            assert!(["đường", "số", "hóa", "ngữ", "nghĩa"].contains(&word), "cut word {word:?}");
        }
    }

    #[test]
    fn the_snippet_shows_where_most_is_found() {
        let text = format!("hóa {} số hóa hồ sơ {}", "từ ".repeat(150), "từ ".repeat(150));
        assert!(text_of(&shown("số hóa hồ sơ", &text, 100)).contains("số hóa hồ sơ"));
    }

    #[test]
    fn a_text_without_marks_begins_at_its_beginning() {
        let text = "từ ".repeat(200);
        let all = text_of(&shown("", &text, 50));
        assert!(all.starts_with("từ") && all.ends_with('…') && all.chars().count() <= 50);
    }

    #[test]
    fn one_endless_word_is_cut_all_the_same() {
        let all = text_of(&shown("", &"a".repeat(1000), 50));
        assert!(all.chars().count() <= 50);
    }
}
