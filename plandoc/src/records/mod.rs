//! What can be read out of a plan, and what every record carries.
//!
//! The field names are the public vocabulary: JSON of `read`, the API and every
//! CSV use them unchanged. A field that the document does not state is `None`.

mod context;
mod indicator_table;
mod measure;

pub mod citation;
pub mod objective;
pub mod plan;
pub mod progress;
pub mod spending;
pub mod target;
pub mod total;

pub use context::{ReadContext, RecordBuilder};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{blocks::SectionRole, span::CharRange};

/// Where a record's words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Heading path label of the section, "III.2"; `None` before the first heading.
    pub section: Option<String>,
    /// How a person cites the place: "III.2 ¶6", "I.8 · 6", "PL I · B.1".
    pub address: String,
    /// First character of the quote in the served text.
    pub start: usize,
    /// One past the last character of the quote.
    pub end: usize,
}

/// How sure the reader is of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The words state it plainly.
    High,
    /// Something had to be inferred.
    Medium,
    /// A person should look.
    Low,
}

/// What every record carries besides its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The exact words that state the main value, at most 600 characters, inside one block.
    pub quote: String,
    /// The quote's place; `text[start..end] == quote` always.
    pub source: Source,
    /// Per field, where its value stands; one or more ranges.
    pub evidence: BTreeMap<String, Vec<CharRange>>,
    /// Fields that stand not in the sentence but in a heading, unit line, annex title or period.
    pub inherited: Vec<String>,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Why it is not high.
    pub confidence_reason: Option<String>,
}

/// Another record of the same reading: its list and place in it, "targets/3".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordRef(pub String);

impl RecordRef {
    /// The reference to the record at `index` of the list `list` ("targets").
    pub fn new(list: &str, index: usize) -> Self {
        Self(format!("{list}/{index}"))
    }
}

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Exactly.
    Eq,
    /// At least: "tối thiểu", "ít nhất", "từ … trở lên".
    Gte,
    /// More than: "trên", "hơn".
    Gt,
    /// At most.
    Lte,
    /// Less than.
    Lt,
    /// Between value and `value_max`.
    Range,
    /// About: "khoảng".
    Approx,
}

/// Level of administration that a number speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Cấp tỉnh.
    Province,
    /// Cấp huyện.
    District,
    /// Cấp xã.
    Commune,
}

/// Whether a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Đạt.
    Met,
    /// Đạt một phần.
    Partly,
    /// Chưa đạt.
    Missed,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusBasis {
    /// The document's own verdict.
    Stated,
    /// Worked out from value and target.
    Computed,
}
