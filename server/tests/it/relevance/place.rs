//! Which passage of which plan does a hit lead to?

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt,
};

use app::types::search::Hit;
use plandoc::blocks::{BlockKind, Document};
use server::{
    portal::reader::Source,
    search::{anchor, row_range},
};

use crate::support::corpus::Corpus;

/// A passage: a block of a plan's text or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) plan: String,
    pub(crate) anchor: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.plan, self.anchor)
    }
}

/// Characters of a passage that are kept, to know it again.
const BEGINNING: usize = 100;

/// The passages of the corpus, with how they begin.
pub(crate) struct Places {
    beginnings: HashMap<Place, String>,
}

impl Places {
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let mut places = Self { beginnings: HashMap::new() };
        for source in &corpus.sources {
            places.take_in(source);
        }
        places
    }

    fn take_in(&mut self, source: &Source) {
        let starts = starts(&source.document);
        let at = |start: usize| Place { plan: source.plan.id.clone(), anchor: anchor(start) };
        let text: Vec<char> = source.text.chars().collect();
        let beginning = |start: usize| text[start..].iter().take(BEGINNING).collect();
        self.beginnings.extend(starts.iter().map(|&start| (at(start), beginning(start))));
    }

    /// Where a hit leads; a plan's own hit leads to no passage.
    pub(crate) fn of(&self, hit: &Hit) -> Option<Place> {
        let anchor = hit.passage.clone()?;
        let place = Place { plan: hit.plan_id.clone(), anchor };
        assert!(self.beginnings.contains_key(&place), "no passage is {place}, where {} stands", hit.id);
        Some(place)
    }

    /// Whether there is such a passage, with these words at its beginning.
    pub(crate) fn begins_with(&self, place: &Place, first_words: &str) -> bool {
        self.beginnings.get(place).is_some_and(|text| {
            let mut words = text.split_whitespace();
            first_words.split_whitespace().all(|word| words.next() == Some(word))
        })
    }
}

/// Each of them where it stands first.
pub(crate) fn once_each(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut seen = HashSet::new();
    places.filter(|place| seen.insert(place.clone())).collect()
}

fn starts(document: &Document) -> BTreeSet<usize> {
    let of_block = document.blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Table(table) => table.rows.iter().filter_map(row_range).map(|range| range.start).collect(),
        _ => vec![block.range.start],
    });
    of_block.collect()
}
