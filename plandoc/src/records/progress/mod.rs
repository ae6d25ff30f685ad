//! Which results does the plan report?

mod aside;
mod draft;
mod link;
mod read;
mod status;
mod table;
#[cfg(test)]
mod tests;
mod verdict;
mod whole;

use serde::{Deserialize, Serialize};

use super::{Comparator, Level, Provenance, ReadContext, RecordRef, Status, StatusBasis, target::Target};

/// How the link to a target is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswersBasis {
    /// The document names the target.
    Stated,
    /// Matched by words and indicator.
    Matched,
}

/// One result reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// What was measured, in the sentence's own words.
    pub label: String,
    /// Catalogue id that makes provinces and years comparable.
    pub indicator: Option<String>,
    /// How the number is meant; `None` when only a verdict is stated.
    pub comparator: Option<Comparator>,
    /// The number, in `unit`.
    pub value: Option<f64>,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as counted.
    pub unit: Option<String>,
    /// Upper number of a printed fraction.
    pub numerator: Option<f64>,
    /// Lower number of a printed fraction.
    pub denominator: Option<f64>,
    /// Year it speaks of.
    pub year: Option<i32>,
    /// The one level of administration it holds for.
    pub level: Option<Level>,
    /// The target it is measured against, where the sentence states it.
    pub target_value: Option<f64>,
    /// How that target is meant.
    pub target_comparator: Option<Comparator>,
    /// Verdict.
    pub status: Option<Status>,
    /// Whose verdict.
    pub status_basis: Option<StatusBasis>,
    /// The target record it answers.
    pub answers: Option<RecordRef>,
    /// How that is known.
    pub answers_basis: Option<AnswersBasis>,
}

/// Reads the results reported, and links them with the targets they answer.
pub fn read(context: &ReadContext, targets: &mut [Target]) -> Vec<Progress> {
    let mut found = read::read(context);
    found.extend(table::read(context));
    found.sort_by_key(|result| result.provenance.source.start);
    link::link(&mut found, targets);
    found
}
