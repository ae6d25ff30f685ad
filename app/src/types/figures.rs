//! Which counts and sums stand above a list, a plan, the country?

use serde::{Deserialize, Serialize};

use super::spending::{AmountBasis, Phase};

/// Where a plan's sum comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SumBasis {
    /// Printed in the document.
    Stated,
    /// Added up by the portal from the rows.
    Computed,
}

/// A sum of money over one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct PlanSum {
    /// VND.
    pub amount_vnd: i64,
    /// Printed or worked out.
    pub basis: SumBasis,
    /// The total record, if printed.
    pub total: Option<String>,
    /// Its place as a person cites it.
    pub address: Option<String>,
    /// Rows with money that it covers.
    pub rows: u64,
    /// Ids of the totals by source of money that make it up, if the document states such.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// Counts and sums over one plan's records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct PlanFigures {
    /// Goals in words.
    pub objectives: u64,
    /// Numbers promised.
    pub targets: u64,
    /// Results reported.
    pub progress: u64,
    /// Tasks and rows.
    pub spending: u64,
    /// Totals stated.
    pub totals: u64,
    /// Legal documents cited.
    pub citations: u64,
    /// Checks that differ.
    pub checks_differ: u64,
    /// Checks made.
    pub checks: u64,
    /// Results that the document itself calls met, partly met, missed.
    pub stated: Verdicts,
    /// Results that the portal worked out as met, partly met, missed.
    pub computed: Verdicts,
    /// Money planned, if any is stated or can be added up.
    pub planned: Option<PlanSum>,
    /// Money reported as spent, if any.
    pub spent: Option<PlanSum>,
}

/// Verdicts counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Verdicts {
    /// Met.
    pub met: u64,
    /// Partly.
    pub partly: u64,
    /// Missed.
    pub missed: u64,
    /// No verdict.
    pub unknown: u64,
}

/// Sum of the rows of one phase and basis over a whole filtered list: `in_sum` rows only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SpendingSum {
    /// Which phase.
    pub phase: Phase,
    /// Which basis; null for rows without one.
    pub amount_basis: Option<AmountBasis>,
    /// Rows added up.
    pub rows: u64,
    /// Rows of the phase that state no amount.
    pub rows_without_amount: u64,
    /// VND.
    pub amount_vnd: i64,
    /// Spent, VND; null if no row states it.
    pub disbursed_vnd: Option<i64>,
}

/// One bar of a chart: a value of a column with its planned money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct GroupSum {
    /// Value of the column as a filter takes it; null for "not stated".
    pub value: Option<String>,
    /// What people read.
    pub label: String,
    /// Rows.
    pub rows: u64,
    /// VND.
    pub amount_vnd: i64,
}

/// The national picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// Revision of the store.
    pub revision: u64,
    /// Plans.
    pub plans: u64,
    /// Provinces with plans.
    pub provinces: u64,
    /// First and last year covered.
    pub years: Option<(i32, i32)>,
    /// Planned money over all plans, VND, and the number of plans whose sum is printed and worked out.
    pub planned_vnd: i64,
    /// Plans with a planned sum.
    pub planned_plans: u64,
    /// Of those, the plans whose sum was worked out.
    pub planned_computed: u64,
    /// Plans that state spent money.
    pub spent_plans: u64,
    /// Verdicts stated by the documents.
    pub stated: Verdicts,
    /// Verdicts worked out.
    pub computed: Verdicts,
    /// Targets in all.
    pub targets: u64,
    /// Progress records in all.
    pub progress: u64,
}
