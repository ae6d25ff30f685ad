//! Which tasks does the plan set, and what do they cost?

use serde::{Deserialize, Serialize};

use super::{Provenance, ReadContext, RecordRef};

/// What the money of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// To be spent in the plan's period.
    Planned,
    /// Spent.
    Executed,
    /// Stated in a review of earlier years.
    Reported,
}

/// What the amount stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountBasis {
    /// Money assigned for the period.
    Allocation,
    /// Tổng mức đầu tư.
    TotalInvestment,
    /// Dự kiến, before it is assigned.
    Estimate,
}

/// One task, project or row of a task table, with or without money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spending {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The annex or section that holds the row; "body" for task blocks in the text.
    pub table: String,
    /// Row label as printed: "6", "1.1".
    pub row: Option<String>,
    /// Group row or heading above it, as printed.
    pub group: Option<String>,
    /// Name of the task.
    pub title: String,
    /// Amount in VND.
    pub amount_vnd: Option<i64>,
    /// Amount already spent in VND.
    pub disbursed_vnd: Option<i64>,
    /// Year of the money.
    pub year: Option<i32>,
    /// Planned, executed or reported.
    pub phase: Phase,
    /// What the amount stands for; `None` without an amount.
    pub amount_basis: Option<AmountBasis>,
    /// Whether it belongs in the plan's sum.
    pub in_sum: bool,
    /// The record whose money it restates.
    pub repeats: Option<RecordRef>,
    /// Source of the money as printed.
    pub funding_source: Option<String>,
    /// Words that stand in place of, or qualify, the amount.
    pub funding_note: Option<String>,
    /// Lead agency as printed, line wraps mended.
    pub lead_agency: Option<String>,
    /// Partner agencies as printed.
    pub partner_agencies: Vec<String>,
    /// Product as printed.
    pub product: Option<String>,
    /// Time as printed.
    pub period: Option<String>,
}

/// Reads the tasks and what they cost.
pub fn read(context: &ReadContext) -> Vec<Spending> {
    let _ = context;
    Vec::new()
}
