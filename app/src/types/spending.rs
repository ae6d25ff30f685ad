//! What does a task with its money look like in public?

use serde::{Deserialize, Serialize};

use super::record::Record;

/// What the money of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Spending {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// The annex or section that holds the row; "body" for task blocks in the text.
    pub table: String,
    /// Row label as printed.
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
    /// What the amount stands for; null without an amount.
    pub amount_basis: Option<AmountBasis>,
    /// Whether it belongs in the plan's sum.
    pub in_sum: bool,
    /// Id of the record whose money it restates.
    pub repeats: Option<String>,
    /// Source of the money as printed.
    pub funding_source: Option<String>,
    /// Words that stand in place of, or qualify, the amount.
    pub funding_note: Option<String>,
    /// Lead agency as printed, line wraps mended.
    pub lead_agency: Option<String>,
    /// Catalogue id of the lead agency.
    pub lead_agency_id: Option<String>,
    /// Partner agencies as printed.
    pub partner_agencies: Vec<String>,
    /// Product as printed.
    pub product: Option<String>,
    /// Time as printed.
    pub period: Option<String>,
}
