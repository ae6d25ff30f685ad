//! Which totals does the document state, and do its rows give them?

mod cover;
mod row;
mod sentence;

pub(crate) use self::sentence::ALL_PARTS;
use serde::{Deserialize, Serialize};

use super::{
    Provenance, ReadContext,
    spending::{Spending, TaskTable},
};

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

impl Total {
    fn new(provenance: Provenance, label: String, scope: String) -> Self {
        Self {
            provenance,
            label,
            scope,
            funding_source: None,
            amount_vnd: None,
            disbursed_vnd: None,
            printed_rate: None,
            computed_vnd: None,
            matches: None,
            difference_vnd: None,
            computed_disbursed_vnd: None,
            matches_disbursed: None,
            difference_disbursed_vnd: None,
        }
    }

    /// Compares what is stated with what the rows give.
    fn compare(&mut self) {
        let difference =
            |stated: Option<i64>, computed: Option<i64>| stated.zip(computed).map(|(s, c)| s - c);
        self.difference_vnd = difference(self.amount_vnd, self.computed_vnd);
        self.matches = self.difference_vnd.map(|difference| difference == 0);
        self.difference_disbursed_vnd = difference(self.disbursed_vnd, self.computed_disbursed_vnd);
        self.matches_disbursed = self.difference_disbursed_vnd.map(|difference| difference == 0);
    }
}

/// Reads the totals stated, in rows of tables and in sentences, and works out what their
/// rows give.
pub fn read(context: &ReadContext, spending: &[Spending]) -> Vec<Total> {
    let tables = (0..context.document.blocks.len()).filter_map(|at| TaskTable::of(context, at));
    let mut totals: Vec<Total> = tables.flat_map(|table| row::read(context, &table)).collect();
    totals.extend(sentence::read(context, spending));
    totals.sort_by_key(|total| total.provenance.source.start);
    totals
}

#[cfg(test)]
mod tests;
