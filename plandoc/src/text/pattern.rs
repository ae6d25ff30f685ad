//! How is a pattern with Unicode word boundaries found fast?
//!
//! The quick engine of the `regex` crate knows word boundaries (`\b`) in ASCII only: at the
//! first letter with a mark it gives up, and slow engines walk the whole text. Here the quick
//! engine looks for the pattern without its boundaries, and a slow one only tries the whole
//! pattern where that fits. What is found is the same: a boundary takes matches away, it
//! never adds one.

use std::{borrow::Cow, ops::Range};

use regex_automata::{
    Anchored, Input, MatchKind, PatternID,
    meta::{self, BuildError},
    util::{interpolate, iter::Searcher, primitives::NonMaxUsize},
};
use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

/// A compiled pattern; the methods are those of `regex::Regex`.
pub(crate) struct Regex {
    whole: meta::Regex,
    /// The pattern without its word boundaries, if it has any.
    outline: Option<Outline>,
}

/// A pattern without its word boundaries, as the quick engine takes it.
struct Outline {
    /// Finds where it may begin.
    first: meta::Regex,
    /// Finds how far from there it can reach at most.
    longest: meta::Regex,
}

/// A pattern that stands in the source; the tests try each.
pub(crate) fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// Most ends of groups that a pattern may have, two for each: found without room of its own
/// having to be made for each match.
const MOST_SLOTS: usize = 32;

/// Most places that are tried one by one before the slow engine takes the rest at once.
const MOST_TRIES: usize = 64;

impl Regex {
    /// Compiles a pattern.
    pub(crate) fn new(pattern: &str) -> Result<Self, Box<BuildError>> {
        let outline = regex_syntax::parse(pattern).ok().filter(has_boundaries);
        // The quick engine would give up; it need not be made ready.
        let config = meta::Config::new().hybrid(outline.is_none());
        let whole = meta::Builder::new().configure(config).build(pattern)?;
        assert!(whole.group_info().slot_len() <= MOST_SLOTS, "too many groups in {pattern}");
        let outline = outline.map(|hir| Outline::new(&without_boundaries(&hir)));
        Ok(Self { whole, outline: outline.transpose()? })
    }

    /// Whether the pattern is anywhere in a text.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        match &self.outline {
            None => self.whole.is_match(text),
            Some(outline) => outline.first.is_match(text) && self.find(text).is_some(),
        }
    }

    /// The first match.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let found = self.search(&Input::new(text))?;
        Some(Match { text, range: found.range() })
    }

    /// The first match from a byte on.
    pub(crate) fn find_at<'t>(&self, text: &'t str, from: usize) -> Option<Match<'t>> {
        let found = self.search(&Input::new(text).range(from..))?;
        Some(Match { text, range: found.range() })
    }

    /// Every match, none overlapping another.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let mut searcher = Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let found = searcher.advance(|input| Ok(self.search(input)))?;
            Some(Match { text, range: found.range() })
        })
    }

    /// The first match with its groups.
    pub(crate) fn captures<'t>(&'t self, text: &'t str) -> Option<Captures<'t>> {
        self.captures_at(text, 0)
    }

    /// The first match from a byte on, with its groups.
    pub(crate) fn captures_at<'t>(&'t self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        self.search_captures(text, &Input::new(text).range(from..))
    }

    /// Every match with its groups, none overlapping another.
    pub(crate) fn captures_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut searcher = Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let mut last = None;
            searcher.advance(|input| {
                last = self.search_captures(text, input);
                Ok(last.as_ref().map(Captures::whole))
            })?;
            last
        })
    }

    /// The text with its first match replaced; `$1` stands for the first group.
    pub(crate) fn replace<'t>(&'t self, text: &'t str, by: &str) -> Cow<'t, str> {
        replaced(text, by, self.captures(text))
    }

    /// The text with every match replaced; `$1` stands for the first group.
    pub(crate) fn replace_all<'t>(&'t self, text: &'t str, by: &str) -> Cow<'t, str> {
        replaced(text, by, self.captures_iter(text))
    }

    fn search(&self, input: &Input<'_>) -> Option<regex_automata::Match> {
        let Some(outline) = &self.outline else { return self.whole.search(input) };
        outline.tried(input, |place| self.whole.search(place))
    }

    fn search_captures<'t>(&'t self, text: &'t str, input: &Input<'_>) -> Option<Captures<'t>> {
        let groups = |place: &Input<'_>| {
            let mut slots = [None; MOST_SLOTS];
            let used = self.whole.group_info().slot_len();
            self.whole.search_slots(place, &mut slots[..used])?;
            Some(Captures { text, pattern: &self.whole, slots })
        };
        let Some(outline) = &self.outline else { return groups(input) };
        outline.tried(input, groups)
    }
}

impl Outline {
    fn new(plain: &Hir) -> Result<Self, Box<BuildError>> {
        let of = |kind| {
            let config = meta::Config::new().match_kind(kind);
            meta::Builder::new().configure(config).build_from_hir(plain).map_err(Box::new)
        };
        Ok(Self { first: of(MatchKind::LeftmostFirst)?, longest: of(MatchKind::All)? })
    }

    /// What `whole` finds at the first place where it finds anything, tried only at places
    /// where the outline fits.
    fn tried<T>(&self, input: &Input<'_>, whole: impl Fn(&Input<'_>) -> Option<T>) -> Option<T> {
        let mut input = input.clone();
        for _ in 0..MOST_TRIES {
            let start = self.first.search(&input)?.start();
            let rest = input.clone().range(start..input.end()).anchored(Anchored::Yes);
            let reach = self.longest.search_half(&rest).map_or(input.end(), |end| end.offset());
            if let Some(found) = whole(&rest.range(start..reach)) {
                return Some(found);
            }
            let next = next_char(input.haystack(), start);
            if next > input.end() {
                return None;
            }
            input.set_start(next);
        }
        whole(&input)
    }
}

fn replaced<'t>(text: &'t str, by: &str, found: impl IntoIterator<Item = Captures<'t>>) -> Cow<'t, str> {
    let mut words = String::new();
    let mut past = None;
    for found in found {
        let Some(whole) = found.get(0) else { continue };
        words.push_str(&text[past.unwrap_or_default()..whole.start()]);
        found.interpolate(by, &mut words);
        past = Some(whole.end());
    }
    let Some(past) = past else { return Cow::Borrowed(text) };
    words.push_str(&text[past..]);
    Cow::Owned(words)
}

/// The byte after the character at a byte.
fn next_char(text: &[u8], at: usize) -> usize {
    let goes_on = |byte: &&u8| **byte & 0xc0 == 0x80;
    at + 1 + text.get(at + 1..).map_or(0, |rest| rest.iter().take_while(goes_on).count())
}

fn has_boundaries(hir: &Hir) -> bool {
    hir.properties().look_set().contains_word_unicode()
}

/// A pattern with its word boundaries, and its groups, taken out.
fn without_boundaries(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(Look::WordUnicode | Look::WordUnicodeNegate) => Hir::empty(),
        HirKind::Look(look) => Hir::look(*look),
        HirKind::Literal(literal) => Hir::literal(literal.0.clone()),
        HirKind::Class(class) => Hir::class(class.clone()),
        HirKind::Capture(group) => without_boundaries(&group.sub),
        HirKind::Repetition(repetition) => {
            let sub = Box::new(without_boundaries(&repetition.sub));
            Hir::repetition(Repetition { sub, ..repetition.clone() })
        }
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(without_boundaries).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(without_boundaries).collect()),
    }
}

/// Where a pattern was found.
#[derive(Clone, Debug)]
pub(crate) struct Match<'t> {
    text: &'t str,
    range: Range<usize>,
}

impl<'t> Match<'t> {
    /// Its words.
    pub(crate) fn as_str(&self) -> &'t str {
        &self.text[self.range.clone()]
    }

    /// Its bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Its first byte.
    pub(crate) fn start(&self) -> usize {
        self.range.start
    }

    /// One past its last byte.
    pub(crate) fn end(&self) -> usize {
        self.range.end
    }

    /// Number of its bytes.
    pub(crate) fn len(&self) -> usize {
        self.range.len()
    }

    /// Whether it holds nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.range.is_empty()
    }
}

/// A match with its groups.
#[derive(Debug)]
pub(crate) struct Captures<'t> {
    text: &'t str,
    pattern: &'t meta::Regex,
    /// First and last byte of each group.
    slots: [Option<NonMaxUsize>; MOST_SLOTS],
}

impl<'t> Captures<'t> {
    /// The group of a number; 0 is the whole match.
    pub(crate) fn get(&self, group: usize) -> Option<Match<'t>> {
        let ends = self.slots.get(2 * group..2 * group + 2)?;
        Some(Match { text: self.text, range: ends[0]?.get()..ends[1]?.get() })
    }

    /// The group of a name.
    pub(crate) fn name(&self, group: &str) -> Option<Match<'t>> {
        self.get(self.number(group)?)
    }

    fn number(&self, group: &str) -> Option<usize> {
        self.pattern.group_info().to_index(PatternID::ZERO, group)
    }

    fn whole(&self) -> regex_automata::Match {
        let range = self.get(0).map_or(0..0, |whole| whole.range());
        regex_automata::Match::must(0, range)
    }

    /// Writes `by` to the end of `words`, its "$1" replaced by the first group.
    fn interpolate(&self, by: &str, words: &mut String) {
        let append = |group, words: &mut String| {
            words.push_str(self.get(group).map_or("", |found| found.as_str()));
        };
        interpolate::string(by, append, |name| self.number(name), words);
    }
}

impl std::ops::Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, group: usize) -> &str {
        self.get(group).map_or_else(|| panic!("no group {group} in the match"), |found| found.as_str())
    }
}

impl std::ops::Index<&str> for Captures<'_> {
    type Output = str;

    fn index(&self, group: &str) -> &str {
        self.name(group).map_or_else(|| panic!("no group {group} in the match"), |found| found.as_str())
    }
}

#[cfg(test)]
mod tests;
