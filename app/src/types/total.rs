//! What does a stated total look like in public?

use serde::{Deserialize, Serialize};

use super::record::Record;

/// One total or subtotal that the document states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Total {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// Its words.
    pub label: String,
    /// What it covers: "plan", "source", or the table's name.
    pub scope: String,
    /// Source of the money as printed.
    pub funding_source: Option<String>,
    /// Stated amount in VND.
    pub amount_vnd: Option<i64>,
    /// Stated amount spent in VND.
    pub disbursed_vnd: Option<i64>,
    /// Rate as printed, per cent.
    pub printed_rate: Option<f64>,
    /// Sum of the rows covered, where they can be told.
    pub computed_vnd: Option<i64>,
    /// Whether the sum equals the statement.
    pub matches: Option<bool>,
    /// Stated minus computed.
    pub difference_vnd: Option<i64>,
    /// Sum of the rows' spent amounts.
    pub computed_disbursed_vnd: Option<i64>,
    /// Whether that sum equals the statement.
    pub matches_disbursed: Option<bool>,
    /// Stated minus computed, spent.
    pub difference_disbursed_vnd: Option<i64>,
}
