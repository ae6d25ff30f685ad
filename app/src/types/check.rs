//! What does a verification look like in public?

use serde::{Deserialize, Serialize};

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It agrees.
    Agrees,
    /// Worth knowing.
    Note,
    /// It differs.
    Differs,
}

/// One verification that the portal made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Check {
    /// Opaque id.
    pub id: String,
    /// The plan it concerns.
    pub plan_id: String,
    /// What people call that plan: "Sóc Trăng 2020"; none without a province.
    #[serde(default)]
    pub plan_label: Option<String>,
    /// Name of the province of then.
    pub province: Option<String>,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// What was compared.
    pub kind: CheckKind,
    /// How it came out.
    pub severity: Severity,
    /// Sober statement, in the language asked for.
    pub message: String,
    /// Ids of the records concerned.
    pub records: Vec<String>,
    /// Place of the stated words as a person cites it.
    pub address: Option<String>,
    /// The words concerned.
    pub quote: Option<String>,
    /// Where they stand in the served text.
    pub start: Option<u64>,
    /// One past their last character.
    pub end: Option<u64>,
    /// What is printed, in `unit`.
    pub stated: Option<f64>,
    /// What was worked out, in `unit`.
    pub computed: Option<f64>,
    /// Stated minus computed.
    pub difference: Option<f64>,
    /// "VND", "%" or what is counted.
    pub unit: Option<String>,
}
