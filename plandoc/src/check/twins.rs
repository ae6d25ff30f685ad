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

/// A place that may have a twin, with what a twin of it must say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words and amounts that must be the same.
    pub key: String,
    /// Where it stands.
    pub place: TwinPlace,
    /// The amount that it states; `None` for a passage.
    pub amount_vnd: Option<i64>,
}

/// Everything in a reading that may have a twin: rows first, each sort in the order of the text.
pub fn places(reading: &Reading) -> Vec<Place> {
    let mut found = rows(reading);
    found.extend(long_passages(reading));
    found
}

/// The twins of the places of two readings, in the order of the first; of several places of the
/// second that say the same, the first.
pub fn twins(one: &[Place], other: &[Place]) -> Vec<Twin> {
    let mut known: HashMap<&str, &Place> = HashMap::new();
    for place in other {
        known.entry(&place.key).or_insert(place);
    }
    let twin = |place: &Place| {
        let other = known.get(place.key.as_str())?.place.clone();
        Some(Twin { one: place.place.clone(), other, amount_vnd: place.amount_vnd })
    };
    let mut found: Vec<Twin> = one.iter().filter_map(twin).collect();
    found.sort_by_key(|twin| (twin.one.start, twin.other.start));
    found
}

fn rows(reading: &Reading) -> Vec<Place> {
    let places = reading.spending.iter().enumerate().filter_map(|(index, row)| {
        Some(Place { key: row_key(row)?, place: row_place(row, index), amount_vnd: row.amount_vnd })
    });
    places.collect()
}

fn row_key(row: &Spending) -> Option<String> {
    let title = words(&row.title);
    let amount = row.amount_vnd?;
    let disbursed = row.disbursed_vnd.map(|disbursed| disbursed.to_string()).unwrap_or_default();
    (title.len() >= ROW_WORDS).then(|| format!("{amount}/{disbursed} {}", title.join(" ")))
}

fn row_place(row: &Spending, index: usize) -> TwinPlace {
    let provenance = &row.provenance;
    TwinPlace {
        record: Some(RecordRef::new("spending", index)),
        address: provenance.source.address.clone(),
        quote: provenance.quote.clone(),
        start: provenance.source.start,
        end: provenance.source.end,
    }
}

fn long_passages(reading: &Reading) -> Vec<Place> {
    let text = Text::new(reading.text.clone());
    let passages = passages(&reading.document).filter_map(|passage| {
        let key = words(&printed(&text, passage.range));
        if key.len() < PASSAGE_WORDS {
            return None;
        }
        let quote: String = text.slice(passage.range).chars().take(QUOTE).collect();
        let place = TwinPlace {
            record: None,
            address: passage.address.to_owned(),
            start: passage.range.start,
            end: passage.range.start + quote.chars().count(),
            quote,
        };
        Some(Place { key: format!("¶ {}", key.join(" ")), place, amount_vnd: None })
    });
    passages.collect()
}
