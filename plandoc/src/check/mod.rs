//! Where does a document contradict itself, or agree?
//!
//! A verification states what is printed and what its own numbers give; it blames
//! nobody. What cannot be told is not verified.

mod counts;
mod dates;
mod figures;
mod gaps;
mod parts;
mod rates;
mod totals;
pub mod twins;

use serde::{Deserialize, Serialize};

use crate::{
    Reading, Warning,
    records::{Provenance, RecordRef},
};

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// A total against its rows.
    Total,
    /// A printed rate against its numbers.
    Rate,
    /// A whole against its parts.
    Parts,
    /// Dates out of order.
    Dates,
    /// The same row or passage twice, in one plan or in two.
    Twin,
    /// Commitments without a number, deadline, body or money.
    Gap,
}

/// How it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It agrees.
    Agrees,
    /// Worth knowing.
    Note,
    /// It differs.
    Differs,
}

/// One verification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// What was compared.
    pub kind: CheckKind,
    /// How it came out.
    pub severity: Severity,
    /// Sober statement in Vietnamese.
    pub message: String,
    /// The same in English.
    pub message_en: String,
    /// The records concerned.
    pub records: Vec<RecordRef>,
    /// Place of the stated words: address as a person cites it.
    pub address: Option<String>,
    /// The words concerned.
    pub quote: Option<String>,
    /// Where they stand in the served text.
    pub start: Option<usize>,
    /// One past their last character.
    pub end: Option<usize>,
    /// What is printed, in `unit`.
    pub stated: Option<f64>,
    /// What was worked out, in `unit`.
    pub computed: Option<f64>,
    /// Stated minus computed.
    pub difference: Option<f64>,
    /// "VND", "%" or what is counted.
    pub unit: Option<String>,
}

/// Verifies a reading against itself.
pub fn verify(reading: &Reading) -> Vec<Check> {
    let mut checks = totals::verify(reading);
    checks.extend(rates::verify(reading));
    checks.extend(parts::verify(reading));
    checks.extend(counts::verify(reading));
    checks.extend(dates::verify(reading));
    checks.extend(gaps::verify(reading));
    checks
}

/// The warnings that a reading's verifications call for.
pub(crate) fn warnings(reading: &Reading) -> Vec<Warning> {
    dates::warnings(reading, &reading.checks)
}

/// A statement of the document to hold against what was worked out.
struct Statement<'a> {
    list: &'a str,
    index: usize,
    provenance: &'a Provenance,
    unit: &'a str,
    stated: f64,
    computed: f64,
}

impl Statement<'_> {
    /// The verification of it.
    fn check(&self, kind: CheckKind, severity: Severity, message: String, message_en: String) -> Check {
        Check {
            kind,
            severity,
            message,
            message_en,
            records: vec![RecordRef::new(self.list, self.index)],
            address: Some(self.provenance.source.address.clone()),
            quote: Some(self.provenance.quote.clone()),
            start: Some(self.provenance.source.start),
            end: Some(self.provenance.source.end),
            stated: Some(self.stated),
            computed: Some(self.computed),
            difference: Some(self.stated - self.computed),
            unit: Some(self.unit.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
