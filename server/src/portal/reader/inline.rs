//! How do a stretch's characters become pieces, each with one set of marks?

use std::collections::HashMap;

use app::types::reader::Inline;
use plandoc::span::CharRange;

use super::{glyph::Glyph, overlay::Note};

/// All that is marked in a text.
pub(super) struct Marks<'a> {
    /// The text.
    pub(super) letters: &'a [char],
    /// The records.
    pub(super) notes: &'a [Note],
    /// Indexes of the records that are marked within words, not as a whole row.
    pub(super) within: Vec<usize>,
    /// Where each of those begins, by the first served character of a glyph.
    pub(super) begins: HashMap<usize, Vec<usize>>,
    /// Hits with their numbers.
    pub(super) hits: Vec<(CharRange, u64)>,
    /// Abbreviations with their meaning.
    pub(super) abbreviations: Vec<(CharRange, &'a str)>,
}

/// What holds for one character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Marking<'a> {
    records: Vec<usize>,
    begins: Vec<usize>,
    hit: Option<u64>,
    abbreviation: Option<&'a str>,
}

impl Marking<'_> {
    /// Whether nothing begins here and all else is as in the piece before.
    fn goes_on(&self, before: &Self) -> bool {
        self.begins.is_empty()
            && self.hit == before.hit
            && self.records == before.records
            && self.abbreviation == before.abbreviation
    }
}

impl Marks<'_> {
    /// The pieces of a stretch.
    pub(super) fn inlines(&self, glyphs: &[Glyph]) -> Vec<Inline> {
        let (Some(start), Some(end)) = (
            glyphs.iter().map(|glyph| glyph.range.start).min(),
            glyphs.iter().map(|glyph| glyph.range.end).max(),
        ) else {
            return Vec::new();
        };
        let near = self.near(CharRange::new(start, end));
        let mut found: Vec<Inline> = Vec::new();
        let mut current = Marking::default();
        let mut alike = 0..0;
        for glyph in glyphs {
            let joins = glyph.range.is_empty() || alike.contains(&glyph.range.start);
            if found.is_empty() || !joins {
                let marking = if glyph.range.is_empty() {
                    Marking::default()
                } else {
                    near.at(glyph, self.begins.get(&glyph.range.start))
                };
                if found.is_empty() || !marking.goes_on(&current) {
                    found.push(self.inline(&marking));
                }
                current = marking;
                // Characters up to the next edge of any mark are marked alike: they need no look.
                alike = glyph.range.start + 1..near.next_edge(glyph.range.start, end);
            }
            if let Some(inline) = found.last_mut() {
                if glyph.blank {
                    inline.text.push(' ');
                } else {
                    inline.text.extend(&self.letters[glyph.range.start..glyph.range.end]);
                }
            }
        }
        found
    }

    /// What of all marks touches a range.
    fn near(&self, range: CharRange) -> Near<'_> {
        let touches = |other: &CharRange| other.start < range.end && range.start < other.end;
        let covers = |&at: &usize| {
            let note = &self.notes[at];
            std::iter::once(&note.range).chain(&note.values).any(touches)
        };
        let mut near = Near {
            notes: self.within.iter().copied().filter(covers).map(|at| (at, &self.notes[at])).collect(),
            hits: self.hits.iter().filter(|(hit, _)| touches(hit)).copied().collect(),
            abbreviations: self.abbreviations.iter().filter(|(short, _)| touches(short)).copied().collect(),
            edges: Vec::new(),
        };
        let begins = self.begins.keys().copied().filter(|at| range.start <= *at && *at < range.end);
        near.edges = near.every_edge().chain(begins).collect();
        near.edges.sort_unstable();
        near
    }

    fn inline(&self, marking: &Marking<'_>) -> Inline {
        let ids = |notes: &[usize]| notes.iter().map(|&at| self.notes[at].id.clone()).collect();
        Inline {
            text: String::new(),
            records: ids(&marking.records),
            begins: ids(&marking.begins),
            hit: marking.hit,
            abbreviation: marking.abbreviation.map(str::to_owned),
        }
    }
}

/// The marks that touch one stretch.
struct Near<'a> {
    notes: Vec<(usize, &'a Note)>,
    hits: Vec<(CharRange, u64)>,
    abbreviations: Vec<(CharRange, &'a str)>,
    /// Where any of them begins or ends, and where a record begins to be shown; in order.
    edges: Vec<usize>,
}

impl<'a> Near<'a> {
    fn every_edge(&self) -> impl Iterator<Item = usize> {
        let notes = self.notes.iter().flat_map(|(_, note)| std::iter::once(&note.range).chain(&note.values));
        let hits = self.hits.iter().map(|(hit, _)| hit);
        let ranges = notes.chain(hits).chain(self.abbreviations.iter().map(|(short, _)| short));
        ranges.flat_map(|range| [range.start, range.end])
    }

    /// The first edge after a place; the end where there is none.
    fn next_edge(&self, place: usize, end: usize) -> usize {
        let after = self.edges.partition_point(|edge| *edge <= place);
        self.edges.get(after).map_or(end, |edge| (*edge).min(end))
    }

    fn at(&self, glyph: &Glyph, begins: Option<&Vec<usize>>) -> Marking<'a> {
        let at = glyph.range.start;
        let holds = |range: &CharRange| range.start <= at && at < range.end;
        let begins = begins.cloned().unwrap_or_default();
        let covering =
            self.notes.iter().filter(|(_, note)| std::iter::once(&note.range).chain(&note.values).any(holds));
        let mut records: Vec<usize> = covering.map(|(at, _)| *at).chain(begins.iter().copied()).collect();
        records.sort_unstable();
        records.dedup();
        Marking {
            records,
            begins,
            hit: self.hits.iter().find(|(hit, _)| holds(hit)).map(|(_, number)| *number),
            abbreviation: self.abbreviations.iter().find(|(short, _)| holds(short)).map(|(_, long)| *long),
        }
    }
}
