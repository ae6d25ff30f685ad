//! Which counts and sums stand on a plan's page?
//!
//! Worked out once, when the plan is published.

use app::types::figures::{PlanFigures, PlanSum, SumBasis, Verdicts};
use plandoc::{
    Reading,
    check::Severity,
    records::{
        Status, StatusBasis,
        progress::Progress,
        spending::{AmountBasis, Phase, Spending},
        total::Total,
    },
};

use super::shape::Ids;
use crate::store::RecordKind;

/// Scope of a total over the whole plan.
const WHOLE_PLAN: &str = "plan";

/// The bases that a plan's money may have, the firmest first; they are never added to each other.
const BASES: [AmountBasis; 3] =
    [AmountBasis::Allocation, AmountBasis::Estimate, AmountBasis::TotalInvestment];

/// Counts and sums over the records of one plan; `checks` counts those across plans too,
/// which are notes and never differ.
pub(super) fn of(reading: &Reading, checks: usize, ids: &Ids) -> PlanFigures {
    PlanFigures {
        objectives: count(reading.objectives.len()),
        targets: count(reading.targets.len()),
        progress: count(reading.progress.len()),
        spending: count(reading.spending.len()),
        totals: count(reading.totals.len()),
        citations: count(reading.citations.len()),
        checks_differ: count(
            reading.checks.iter().filter(|check| check.severity == Severity::Differs).count(),
        ),
        checks: count(checks),
        stated: verdicts(&reading.progress, StatusBasis::Stated),
        computed: verdicts(&reading.progress, StatusBasis::Computed),
        planned: planned(reading, ids),
        spent: spent(reading, ids),
    }
}

/// Verdicts of one basis. A result without any verdict counts with the document's own:
/// it states a number and no more, and nothing was worked out.
fn verdicts(progress: &[Progress], basis: StatusBasis) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for record in progress {
        match (record.status, record.status_basis) {
            (None, _) if basis == StatusBasis::Stated => verdicts.unknown += 1,
            (Some(status), said) if said == Some(basis) => match status {
                Status::Met => verdicts.met += 1,
                Status::Partly => verdicts.partly += 1,
                Status::Missed => verdicts.missed += 1,
            },
            _ => {}
        }
    }
    verdicts
}

/// The total that the plan states for itself, else the sum of its rows.
fn planned(reading: &Reading, ids: &Ids) -> Option<PlanSum> {
    let rows = money_rows(&reading.spending, Phase::Planned, |row| row.amount_vnd);
    stated(reading, ids, |total| total.amount_vnd, |total| total.matches, &rows).or_else(|| computed(&rows))
}

/// The same of what was spent.
fn spent(reading: &Reading, ids: &Ids) -> Option<PlanSum> {
    let rows = money_rows(&reading.spending, Phase::Executed, |row| row.disbursed_vnd.or(row.amount_vnd));
    stated(reading, ids, |total| total.disbursed_vnd, |total| total.matches_disbursed, &rows)
        .or_else(|| computed(&rows))
}

/// The amounts of the rows in the plan's sum: of one phase, and of the firmest basis that has any.
fn money_rows(spending: &[Spending], phase: Phase, amount: impl Fn(&Spending) -> Option<i64>) -> Vec<i64> {
    let of_basis = |basis: Option<AmountBasis>| -> Vec<i64> {
        spending
            .iter()
            .filter(|row| row.in_sum && row.phase == phase && row.amount_basis == basis)
            .filter_map(&amount)
            .collect()
    };
    let bases = BASES.into_iter().map(Some).chain([None]);
    bases.map(of_basis).find(|amounts| !amounts.is_empty()).unwrap_or_default()
}

fn stated(
    reading: &Reading,
    ids: &Ids,
    amount: impl Fn(&Total) -> Option<i64>,
    matches: impl Fn(&Total) -> Option<bool>,
    rows: &[i64],
) -> Option<PlanSum> {
    let whole =
        || reading.totals.iter().enumerate().filter(|(_, t)| t.scope == WHOLE_PLAN && amount(t).is_some());
    // Printed more than once: the one that its rows bear out.
    let (index, total) = whole().find(|(_, t)| matches(t) == Some(true)).or_else(|| whole().next())?;
    Some(PlanSum {
        amount_vnd: amount(total)?,
        basis: SumBasis::Stated,
        total: ids.lists.get(&RecordKind::Totals).and_then(|list| list.get(index)).cloned(),
        address: Some(total.provenance.source.address.clone()),
        rows: count(rows.len()),
    })
}

fn computed(rows: &[i64]) -> Option<PlanSum> {
    let amount_vnd = rows.iter().copied().reduce(i64::saturating_add)?;
    Some(PlanSum {
        amount_vnd,
        basis: SumBasis::Computed,
        total: None,
        address: None,
        rows: count(rows.len()),
    })
}

pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
