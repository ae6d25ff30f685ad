//! By what is a record known again after the next reading?

use plandoc::{Reading, records::Provenance, text::fold::words};
use serde::Serialize;

use super::PlanCheck;
use crate::store::{RecordKind, StoreError, Stored, entities::record};

/// What a record is known by: where it stands, its words, its main value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Fingerprint {
    pub(super) kind: RecordKind,
    /// How a person cites the place.
    pub(super) address: String,
    /// The quote, folded, so that a better decoder's spaces and marks do not matter.
    pub(super) quote: String,
    /// What tells it from others in the same words.
    pub(super) key: String,
    /// 0 for the first record with all of the above, 1 for the second.
    pub(super) nth: usize,
}

impl Fingerprint {
    /// As its column holds it.
    pub(super) fn column(&self) -> String {
        serde_json::json!([self.address, self.quote, self.key, self.nth]).to_string()
    }

    /// Back from the column of a row.
    pub(super) fn of_row(row: &record::Model) -> Stored<Self> {
        let (address, quote, key, nth) = serde_json::from_str(&row.fingerprint).map_err(|error| {
            StoreError::Damaged { what: "fingerprint", id: row.id.clone(), detail: error.to_string() }
        })?;
        Ok(Self { kind: row.kind, address, quote, key, nth })
    }
}

/// The fingerprints of one list of a reading, in order.
pub(super) fn of_list(reading: &Reading, checks: &[PlanCheck], kind: RecordKind) -> Vec<Fingerprint> {
    let mut list = match kind {
        RecordKind::Objectives => list(&reading.objectives, kind, |r| (&r.provenance, word(&r.scope))),
        RecordKind::Targets => {
            list(&reading.targets, kind, |r| (&r.provenance, format!("{} {}", r.value, word(&r.level))))
        }
        RecordKind::Progress => list(&reading.progress, kind, |r| {
            (&r.provenance, format!("{} {}", word(&r.value), word(&r.target_value)))
        }),
        RecordKind::Spending => list(&reading.spending, kind, |r| (&r.provenance, words(&r.title).join(" "))),
        RecordKind::Totals => list(&reading.totals, kind, |r| (&r.provenance, r.scope.clone())),
        RecordKind::Citations => list(&reading.citations, kind, |r| {
            (&r.provenance, format!("{} {}", r.number, word(&r.issued_on)))
        }),
        RecordKind::Checks => checks.iter().map(of_check).collect(),
    };
    number(&mut list);
    list
}

/// The fingerprint of a check: the place and words it concerns, else its message.
fn of_check(PlanCheck { check, across }: &PlanCheck) -> Fingerprint {
    let other = across.as_ref().map(|across| across.plan_id.as_str()).unwrap_or_default();
    Fingerprint {
        kind: RecordKind::Checks,
        address: check.address.clone().unwrap_or_default(),
        quote: words(check.quote.as_deref().unwrap_or(&check.message)).join(" "),
        key: format!("{} {other}", word(&check.kind)),
        nth: 0,
    }
}

/// Counts records that nothing else tells apart.
fn number(list: &mut [Fingerprint]) {
    let mut seen = std::collections::HashMap::new();
    for fingerprint in list {
        let count = seen.entry(fingerprint.clone()).or_insert(0);
        fingerprint.nth = *count;
        *count += 1;
    }
}

fn list<R>(records: &[R], kind: RecordKind, parts: impl Fn(&R) -> (&Provenance, String)) -> Vec<Fingerprint> {
    records
        .iter()
        .map(|record| {
            let (provenance, key) = parts(record);
            Fingerprint {
                kind,
                address: provenance.source.address.clone(),
                quote: words(&provenance.quote).join(" "),
                key,
                nth: 0,
            }
        })
        .collect()
}

/// A value's public word; empty for none.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Null) | Err(_) => String::new(),
        Ok(other) => other.to_string(),
    }
}
