//! Which tasks does the plan set, and what do they cost?

mod agency;
mod funding;
mod item;
mod label;
mod period;
mod row;
mod sum;
mod task;
mod task_table;

use serde::{Deserialize, Serialize};

pub(in crate::records) use funding::source_in;
pub(in crate::records) use row::{is_part, is_subtotal};
pub(in crate::records) use task_table::{MoneyColumn, TaskTable, alike, reviews, year_of};

use super::{Provenance, ReadContext, RecordBuilder, RecordRef};

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

/// Reads the tasks and what they cost: rows of tables and task blocks of the text, in order.
pub fn read(context: &ReadContext) -> Vec<Spending> {
    let tables = (0..context.document.blocks.len()).filter_map(|at| TaskTable::of(context, at));
    let mut found: Vec<Spending> = tables.flat_map(|table| row::read(context, &table)).collect();
    found.extend(task::read(context));
    found.extend(item::read(context));
    found.sort_by_key(|spending| spending.provenance.source.start);
    sum::settle(&mut found);
    found
}

/// Year of a plan for one year.
fn inherit_year(spending: &mut Spending, builder: &mut RecordBuilder, context: &ReadContext) {
    let plan = &context.plan;
    if plan.period_start.is_some() && plan.period_start == plan.period_end {
        spending.year = plan.period_start;
        builder
            .inherited("year", plan.evidence.get("period_start").and_then(|ranges| ranges.first().copied()));
    }
}

#[cfg(test)]
mod tests;
