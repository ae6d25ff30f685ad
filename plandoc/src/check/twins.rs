//! Which rows and passages of one plan stand word for word in another?
//!
//! A row is a twin if its title and its amounts are the same; a passage if it is long
//! enough not to be a phrase that everybody uses.

use std::collections::HashMap;

use super::{Check, CheckKind, Severity, figures};
use crate::{
    Reading,
    blocks::passage::passages,
    records::{RecordRef, spending::Spending},
    span::Text,
    text::{fold::words, shadow::printed},
};

/// Fewest words of a row's title: shorter ones ("Hội thi Tin học trẻ") are common property.
const ROW_WORDS: usize = 6;

/// Fewest words of a passage.
const PASSAGE_WORDS: usize = 40;

/// Longest quote of a passage, in characters.
const QUOTE: usize = 600;

/// One of two places with the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinPlace {
    /// The row's record; `None` for a passage.
    pub record: Option<RecordRef>,
    /// How a person cites it.
    pub address: String,
    /// Its words.
    pub quote: String,
    /// First character in its text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The same row or passage in two plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Its place in the first.
    pub one: TwinPlace,
    /// Its place in the second.
    pub other: TwinPlace,
    /// The amount that both state; `None` for a passage.
    pub amount_vnd: Option<i64>,
}

impl Twin {
    /// The verification as the first plan shows it; `other_plan` names the second.
    pub fn check(&self, other_plan: &str) -> Check {
        let (vi, en) = match self.amount_vnd {
            Some(amount) => (
                format!("Dòng này trùng nguyên văn và cùng số tiền {} với", figures::dong(amount)),
                format!("This row, with its {}, stands word for word in", figures::vnd(amount)),
            ),
            None => (
                "Đoạn này trùng nguyên văn với".to_owned(),
                "This passage stands word for word in".to_owned(),
            ),
        };
        Check {
            kind: CheckKind::Twin,
            severity: Severity::Note,
            message: format!("{vi} {other_plan}, {}.", self.other.address),
            message_en: format!("{en} {other_plan}, {}.", self.other.address),
            records: self.one.record.iter().cloned().collect(),
            address: Some(self.one.address.clone()),
            quote: Some(self.one.quote.clone()),
            start: Some(self.one.start),
            end: Some(self.one.end),
            stated: None,
            computed: None,
            difference: None,
            unit: None,
        }
    }

    /// The same twin seen from the other plan.
    #[must_use]
    pub fn swapped(&self) -> Self {
        Self { one: self.other.clone(), other: self.one.clone(), amount_vnd: self.amount_vnd }
    }
}

/// The twins of two readings, in the order of the first.
pub fn twins(one: &Reading, other: &Reading) -> Vec<Twin> {
    let mut found = rows(one, other);
    found.extend(same_passages(one, other));
    found.sort_by_key(|twin| (twin.one.start, twin.other.start));
    found
}

type RowKey = (Vec<String>, i64, Option<i64>);

fn row_key(row: &Spending) -> Option<RowKey> {
    let title = words(&row.title);
    (title.len() >= ROW_WORDS).then_some((title, row.amount_vnd?, row.disbursed_vnd))
}

fn rows(one: &Reading, other: &Reading) -> Vec<Twin> {
    let mut known: HashMap<RowKey, usize> = HashMap::new();
    for (index, row) in other.spending.iter().enumerate() {
        if let Some(key) = row_key(row) {
            known.entry(key).or_insert(index);
        }
    }
    let twins = one.spending.iter().enumerate().filter_map(|(index, row)| {
        let &twin = known.get(&row_key(row)?)?;
        Some(Twin { one: row_place(one, index), other: row_place(other, twin), amount_vnd: row.amount_vnd })
    });
    twins.collect()
}

fn row_place(reading: &Reading, index: usize) -> TwinPlace {
    let provenance = &reading.spending[index].provenance;
    TwinPlace {
        record: Some(RecordRef::new("spending", index)),
        address: provenance.source.address.clone(),
        quote: provenance.quote.clone(),
        start: provenance.source.start,
        end: provenance.source.end,
    }
}

fn same_passages(one: &Reading, other: &Reading) -> Vec<Twin> {
    let mut known: HashMap<Vec<String>, TwinPlace> = HashMap::new();
    for (key, place) in long_passages(other) {
        known.entry(key).or_insert(place);
    }
    let twins = long_passages(one).into_iter().filter_map(|(key, place)| {
        Some(Twin { one: place, other: known.get(&key)?.clone(), amount_vnd: None })
    });
    twins.collect()
}

fn long_passages(reading: &Reading) -> Vec<(Vec<String>, TwinPlace)> {
    let text = Text::new(reading.text.clone());
    let passages = passages(&reading.document).filter_map(|passage| {
        let key = words(&printed(&text, passage.range));
        let quote: String = text.slice(passage.range).chars().take(QUOTE).collect();
        let place = TwinPlace {
            record: None,
            address: passage.address.to_owned(),
            start: passage.range.start,
            end: passage.range.start + quote.chars().count(),
            quote,
        };
        (key.len() >= PASSAGE_WORDS).then_some((key, place))
    });
    passages.collect()
}
