//! What does every record carry, and which words may its fields hold?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A half-open range of Unicode scalar values in the plan's served text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct CharRange {
    /// First character.
    pub start: u64,
    /// One past the last character.
    pub end: u64,
}

/// Where a record's quote stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Source {
    /// Section label, "III.2"; null before the first heading.
    pub section: Option<String>,
    /// How a person cites the place: "III.2 ¶6", "I.8 · 6", "PL I · B.1".
    pub address: String,
    /// First character of the quote in the served text.
    pub start: u64,
    /// One past the last character of the quote.
    pub end: u64,
}

/// How sure the reader is of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The words state it plainly.
    High,
    /// Something had to be inferred.
    Medium,
    /// A person should look.
    Low,
}

/// What an editor changed in one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Correction {
    /// Who.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The value as read.
    #[cfg_attr(feature = "ssr", schema(value_type = Option<String>))]
    pub read: serde_json::Value,
}

/// What every record carries besides its values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Record {
    /// Opaque id, kept through re-reading and new versions.
    pub id: String,
    /// The plan it was read from.
    pub plan_id: String,
    /// Name of the province of then.
    pub province: Option<String>,
    /// Slug of the province of then, as `province=` takes it.
    pub province_slug: Option<String>,
    /// Name of the province that it belongs to since 1 July 2025.
    pub province_now: Option<String>,
    /// Hash of the served text that the positions count in.
    pub text_sha256: String,
    /// The exact words that state the main value.
    pub quote: String,
    /// Where they stand: `text[start..end] == quote`, in Unicode scalar values.
    pub source: Source,
    /// Per non-null field, where its value stands.
    pub evidence: BTreeMap<String, Vec<CharRange>>,
    /// Fields that stand not in the sentence but in a heading, unit line, annex title or period.
    pub inherited: Vec<String>,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Why it is not high.
    pub confidence_reason: Option<String>,
    /// Null, or per field what an editor corrected.
    pub corrected: Option<BTreeMap<String, Correction>>,
}

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Exactly.
    Eq,
    /// At least.
    Gte,
    /// More than.
    Gt,
    /// At most.
    Lte,
    /// Less than.
    Lt,
    /// Between `value` and `value_max`.
    Range,
    /// About.
    Approx,
}

/// Level of administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Đạt.
    Met,
    /// Đạt một phần.
    Partly,
    /// Chưa đạt.
    Missed,
}

impl Status {
    /// As addresses and records spell it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Missed => "missed",
        }
    }
}

/// Whose verdict it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StatusBasis {
    /// The document's own.
    Stated,
    /// Worked out from value and target.
    Computed,
}
