//! Which totals does the document state, and do its rows give them?

use serde::{Deserialize, Serialize};

use super::{Provenance, ReadContext, spending::Spending};

/// One total or subtotal that the document states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Total {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
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

/// Reads the totals stated, and works out what their rows give.
pub fn read(context: &ReadContext, spending: &[Spending]) -> Vec<Total> {
    let _ = (context, spending);
    Vec::new()
}
