//! What is to be marked in the text: records, abbreviations, hits of a search?

use std::collections::HashMap;

use app::types::{
    citation::Citation,
    objective::Objective,
    plan::Abbreviation,
    progress::Progress,
    record::Record,
    search::HitKind,
    spending::Spending,
    target::{Target, TargetStatus},
    total::Total,
};
use app::{
    format,
    i18n::Language,
    types::record::{Comparator, Status},
};
use plandoc::{catalog::abbreviations, passed_over::PassedOver, span::CharRange};

use crate::search::{Word, words};

/// Letters of a goal that are shown beside it.
const GOAL_SHOWN: usize = 60;

/// The records of a plan that are marked in its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Goals in words.
    pub objectives: Vec<Objective>,
    /// Numbers promised.
    pub targets: Vec<Target>,
    /// Results reported.
    pub progress: Vec<Progress>,
    /// Tasks and money.
    pub spending: Vec<Spending>,
    /// Totals stated.
    pub totals: Vec<Total>,
    /// Legal documents cited.
    pub citations: Vec<Citation>,
    /// Sentences and rows with numbers that no record has; marked only in a report of a reading.
    pub passed: Vec<PassedOver>,
}

/// A record as the reader marks it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    pub(super) id: String,
    pub(super) kind: HitKind,
    /// Its quote.
    pub(super) range: CharRange,
    /// Where its main value stands beside the quote.
    pub(super) values: Vec<CharRange>,
    pub(super) label: String,
    pub(super) value: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) address: String,
}

impl Records {
    /// All of them in the order of the text.
    pub(super) fn notes(&self, lang: Language) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::new();
        notes.extend(
            self.objectives.iter().map(|objective| {
                note(&objective.record, HitKind::Objective, &beginning(&objective.text), &[])
            }),
        );
        notes.extend(self.targets.iter().map(|target| target_note(target, lang)));
        notes.extend(self.progress.iter().map(|progress| progress_note(progress, lang)));
        notes.extend(self.spending.iter().map(|spending| Note {
            value: money(lang, spending.amount_vnd.or(spending.disbursed_vnd)),
            ..note(&spending.record, HitKind::Spending, &spending.title, &["amount_vnd", "disbursed_vnd"])
        }));
        notes.extend(self.totals.iter().map(|total| Note {
            value: money(lang, total.amount_vnd.or(total.disbursed_vnd)),
            ..note(&total.record, HitKind::Total, &total.label, &["amount_vnd", "disbursed_vnd"])
        }));
        notes.extend(self.citations.iter().map(|citation| Note {
            label: citation.title.clone().or_else(|| citation.doc_type.clone()).unwrap_or_default(),
            value: Some(citation.number.clone()),
            ..note(&citation.record, HitKind::Citation, "", &["number"])
        }));
        notes.extend(self.passed.iter().zip(1..).map(|(passed, number)| passed_note(passed, number)));
        notes.sort_by_key(|note| (note.range.start, note.range.end));
        notes
    }
}

/// The first words of a goal, which stands in full beside its note.
fn beginning(text: &str) -> String {
    if text.chars().count() <= GOAL_SHOWN {
        return text.to_owned();
    }
    let cut: String = text.chars().take(GOAL_SHOWN).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole_words}…")
}

fn target_note(target: &Target, lang: Language) -> Note {
    let value =
        format::compared(lang, target.comparator, target.value, target.value_max, target.unit.as_deref());
    let status = match target.status {
        TargetStatus::Met => Some("met"),
        TargetStatus::Partly => Some("partly"),
        TargetStatus::Missed => Some("missed"),
        TargetStatus::NotReported => None,
    };
    Note {
        value: Some(value),
        status,
        ..note(&target.record, HitKind::Target, &target.label, &["value", "value_max"])
    }
}

fn progress_note(progress: &Progress, lang: Language) -> Note {
    let comparator = progress.comparator.unwrap_or(Comparator::Eq);
    let value = progress
        .value
        .map(|value| format::compared(lang, comparator, value, progress.value_max, progress.unit.as_deref()));
    let status = progress.status.map(Status::word);
    Note {
        value,
        status,
        ..note(&progress.record, HitKind::Progress, &progress.label, &["value", "value_max"])
    }
}

fn passed_note(passed: &PassedOver, number: usize) -> Note {
    Note {
        id: format!("passed-{number}"),
        kind: HitKind::Passage,
        range: CharRange::new(passed.source.start, passed.source.end),
        values: Vec::new(),
        label: beginning(&passed.quote),
        value: None,
        status: None,
        address: passed.source.address.clone(),
    }
}

fn note(record: &Record, kind: HitKind, label: &str, main: &[&str]) -> Note {
    let values = main.iter().filter(|field| !record.inherited.iter().any(|inherited| inherited == *field));
    let values = values.filter_map(|field| record.evidence.get(*field)).flatten();
    Note {
        id: record.id.clone(),
        kind,
        range: range(record.source.start, record.source.end),
        values: values.map(|at| range(at.start, at.end)).collect(),
        label: label.to_owned(),
        value: None,
        status: None,
        address: record.source.address.clone(),
    }
}

fn money(lang: Language, vnd: Option<i64>) -> Option<String> {
    vnd.map(|vnd| format::money(lang, vnd))
}

fn range(start: u64, end: u64) -> CharRange {
    let at = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
    CharRange { start: at(start), end: at(end) }
}

/// What an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning<'a> {
    pub(super) long: &'a str,
    /// Whether the document leaves it unexplained, and everyone knows it so.
    pub(super) usual: bool,
}

/// The abbreviations that the document explains, and the usual ones that it does not, found wherever they stand.
pub(super) struct Abbreviations<'a> {
    /// By the exact form of their first word, the longest first.
    known: HashMap<String, Vec<Known<'a>>>,
}

struct Known<'a> {
    words: Vec<String>,
    meaning: Meaning<'a>,
    /// Where the document introduces it.
    introduced: CharRange,
}

impl<'a> Abbreviations<'a> {
    pub(super) fn new(glossary: &'a [Abbreviation]) -> Self {
        let mut found = Self { known: HashMap::new() };
        for entry in glossary {
            let meaning = Meaning { long: &entry.long, usual: false };
            found.add(&entry.short, meaning, range(entry.start, entry.end));
        }
        let explained = |short: &str| glossary.iter().any(|entry| entry.short == short);
        for entry in abbreviations::all().iter().filter(|entry| !explained(&entry.short)) {
            found.add(&entry.short, Meaning { long: &entry.long, usual: true }, CharRange::new(0, 0));
        }
        for entries in found.known.values_mut() {
            entries.sort_by_key(|known| std::cmp::Reverse(known.words.len()));
        }
        found
    }

    fn add(&mut self, short: &str, meaning: Meaning<'a>, introduced: CharRange) {
        let letters: Vec<char> = short.chars().collect();
        let words = words(short);
        let Some(first) = words.first() else { return };
        let spelt = words.iter().map(|word| spelt(&letters, word)).collect();
        let entries = self.known.entry(first.form.exact.clone()).or_default();
        entries.push(Known { words: spelt, meaning, introduced });
    }

    /// Where they stand among these words of a text, with the meaning of each.
    pub(super) fn among(&self, letters: &[char], words: &[Word]) -> Vec<(CharRange, Meaning<'a>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let entries = self.known.get(&word.form.exact).map_or(&[][..], Vec::as_slice);
            let here = entries.iter().find(|known| {
                let run = words.get(at..at + known.words.len());
                run.is_some_and(|run| {
                    run.iter().zip(&known.words).all(|(word, wanted)| spelt(letters, word) == *wanted)
                })
            });
            let length = here.map_or(1, |known| known.words.len());
            if let Some(known) = here {
                let range = CharRange::new(word.range.start, words[at + length - 1].range.end);
                let is_symbol = known.meaning.usual && within_symbol(letters, range);
                if !known.introduced.contains(range) && !is_symbol {
                    found.push((range, known.meaning));
                }
            }
            at += length;
        }
        found
    }
}

/// Whether it is a part of a symbol, as in "176/KH-UBND", which needs no explanation.
fn within_symbol(letters: &[char], range: CharRange) -> bool {
    let joined =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| "/-".contains(*letter));
    joined(range.start.checked_sub(1)) || joined(Some(range.end))
}

/// A word in the letters of the text, case kept.
fn spelt(letters: &[char], word: &Word) -> String {
    letters.get(word.range.start..word.range.end).unwrap_or_default().iter().collect()
}
