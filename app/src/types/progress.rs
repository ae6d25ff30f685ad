//! What does a reported result look like in public?

use serde::{Deserialize, Serialize};

use super::record::{Comparator, Level, Record, Status, StatusBasis};

/// How the link to a target is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswersBasis {
    /// The document names the target.
    Stated,
    /// Matched by words and indicator.
    Matched,
}

/// One result reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Progress {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// What was measured, in the document's words.
    pub label: String,
    /// Catalogue id that makes provinces and years comparable.
    pub indicator: Option<String>,
    /// How the number is meant; null when only a verdict is stated.
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
    /// Id of the target it answers.
    pub answers: Option<String>,
    /// How that is known.
    pub answers_basis: Option<AnswersBasis>,
}
