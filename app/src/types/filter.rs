//! By what can a list be filtered, sorted and cut?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Years that a plan can speak of; others are typing errors.
pub const YEARS: std::ops::RangeInclusive<i32> = 1945..=2100;
/// Largest `limit` that a list takes.
pub const LIMIT_MAX: u32 = 1000;
/// `limit` where none is given.
pub const LIMIT_DEFAULT: u32 = 50;

/// The parameters of a list's address; each list takes a part of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words that the record's quote, label or title holds, with or without marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Plan id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Slug of the province of then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Slug of the province of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province_now: Option<String>,
    /// Year: any of a plan's period, a target's `due_year`, progress' and spending's `year`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Kind of plan or of check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Verdict: met, partly, missed, `not_reported`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Phase of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// Catalogue id of the lead agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Source of the money as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funding_source: Option<String>,
    /// Catalogue id of the indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Level of administration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Number of a legal document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// How a check came out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// What the money of a row is: allocation, `total_investment`, estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_basis: Option<String>,
    /// Whether money belongs in its plan's sum: true, false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_sum: Option<String>,
    /// What is asked of columns beside that they hold a value: "`amount_vnd__gte`" and "1000000000".
    #[serde(flatten, skip_deserializing)]
    pub conditions: BTreeMap<String, String>,
    /// Columns to group by, with commas between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_by: Option<String>,
    /// Columns to add up for each group, with commas between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    /// Columns that records are to hold, with commas between; all unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<String>,
    /// Parameters whose values are to be counted, with commas between, or "none"; all unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
    /// Column to sort by, "-" in front for falling order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// Rows at a time, 1 to [`LIMIT_MAX`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where the page before ended; opaque.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Language of labels and messages: vi, en.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}
