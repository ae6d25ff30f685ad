//! How is a plan's text laid out for reading, with its records marked in place?
//!
//! Every record has exactly one place where it begins: the first shown character of
//! its quote, or the row of a table that gives it as a whole. With words searched for,
//! those passages are marked that the search itself would find.

mod glyph;
mod inline;
mod layout;
mod overlay;
mod source;

use std::collections::HashMap;

use app::{
    i18n::Language,
    types::{plan::Plan, reader::ReaderDocument},
};
use plandoc::{
    blocks::Document,
    span::{CharRange, Text},
};

pub use overlay::Records;
pub use source::Source;
pub(crate) use source::reader_at;

use crate::search::{Query, Word, facts_of};
use inline::Marks;
use layout::{Home, Layout};
use overlay::Abbreviations;

/// What a plan's text is laid out from.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its served text.
    pub text: &'a str,
    /// The blocks of the text.
    pub document: &'a Document,
    /// The records read in it.
    pub records: &'a Records,
    /// Language of numbers in the margin.
    pub lang: Language,
}

/// Lays out a plan's text, with the words of a query marked.
pub fn lay_out(matter: &Matter<'_>, query: Option<&Query>) -> ReaderDocument {
    let text = Text::new(matter.text.to_owned());
    let letters: Vec<char> = matter.text.chars().collect();
    let layout = Layout::new(matter.document, &text);
    let words = layout.words(&text);
    let notes = matter.records.notes(matter.lang);
    let homes = layout.homes(&notes);
    let mut within = Vec::new();
    let mut begins: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, home) in homes.iter().enumerate() {
        if let Home::Within(start, _) = home {
            within.push(at);
            begins.entry(*start).or_default().push(at);
        }
    }
    let abbreviations = Abbreviations::new(&matter.plan.glossary);
    let hits = query.map(|query| hits(query, &words, matter.plan)).unwrap_or_default();
    let marks = Marks {
        letters: &letters,
        notes: &notes,
        within,
        begins,
        abbreviations: words.iter().flat_map(|words| abbreviations.among(&letters, words)).collect(),
        hits: hits.into_iter().zip(1..).collect(),
    };
    ReaderDocument {
        plan_id: matter.plan.id.clone(),
        contents: layout.contents(),
        blocks: layout.blocks(&marks, &homes),
        marks: layout.margin(&notes, &homes),
        hits: marks.hits.last().map_or(0, |(_, number)| *number),
    }
}

/// Places of what is searched for: in the passages that the search finds, or, if it
/// finds none in this plan, wherever any of its words stands.
fn hits(query: &Query, passages: &[Vec<Word>], plan: &Plan) -> Vec<CharRange> {
    let facts = facts_of(plan);
    let places = |find: &dyn Fn(&[Word]) -> Vec<std::ops::Range<usize>>| -> Vec<CharRange> {
        passages.iter().flat_map(|words| side_by_side(words, find(words))).collect()
    };
    let found = places(&|words| query.find(words, &facts).unwrap_or_default());
    if found.is_empty() { places(&|words| query.find_any(words)) } else { found }
}

/// Marked stretches that follow one another are one hit.
fn side_by_side(words: &[Word], marks: Vec<std::ops::Range<usize>>) -> Vec<CharRange> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for mark in marks {
        match runs.last_mut() {
            // One cell ends and another begins where more than a space lies between.
            Some(last) if last.end == mark.start && close(words, mark.start) => last.end = mark.end,
            _ => runs.push(mark),
        }
    }
    let range = |run: &std::ops::Range<usize>| {
        Some(CharRange::new(words.get(run.start)?.range.start, words.get(run.end.checked_sub(1)?)?.range.end))
    };
    runs.iter().filter_map(range).collect()
}

fn close(words: &[Word], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|i| words.get(i)), words.get(at)) else {
        return false;
    };
    after.range.start >= before.range.end && after.range.start - before.range.end <= 1
}
