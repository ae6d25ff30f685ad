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

/// Scope of a total over one source of money.
const ONE_SOURCE: &str = "source";

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

/// Verdicts of one basis. What was not worked out counts with the document's own: a result
/// without any verdict, which states a number and no more, and one whose words only imply it.
fn verdicts(progress: &[Progress], basis: StatusBasis) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for record in progress {
        match (record.status, record.status_basis) {
            (None, _) if basis == StatusBasis::Stated => verdicts.unknown += 1,
            (Some(status), said) if said.unwrap_or(StatusBasis::Stated) == basis => match status {
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
    let rows = planned_rows(&reading.spending);
    let whole = totals(reading, |total| total.scope == WHOLE_PLAN, |total| total.amount_vnd);
    // Printed more than once: the one that its rows bear out.
    let borne_out = whole.iter().find(|(_, total, _)| total.matches == Some(true));
    let sum = match borne_out.or(whole.first()) {
        Some(stated) => printed(*stated, ids, rows.len()),
        None => computed(&rows)?,
    };
    Some(PlanSum { parts: parts(reading, sum.amount_vnd, ids), ..sum })
}

/// The totals by source of money, of one section, that make up a whole. A plan also prints those
/// of other years; they are no parts of this one.
fn parts(reading: &Reading, whole: i64, ids: &Ids) -> Vec<String> {
    let by_source = totals(reading, |total| total.scope == ONE_SOURCE, |total| total.amount_vnd);
    let section = |(_, total, _): &Stated<'_>| total.provenance.source.section.clone();
    let mut sections = by_source.chunk_by(|one, next| section(one) == section(next));
    let sum =
        |part: &&[Stated<'_>]| part.iter().map(|(_, _, vnd)| vnd).fold(0, |a: i64, b| a.saturating_add(*b));
    let part = sections.find(|part| sum(part) == whole).unwrap_or_default();
    let ids = ids.lists.get(&RecordKind::Totals).map(Vec::as_slice).unwrap_or_default();
    part.iter().filter_map(|(index, ..)| ids.get(*index).cloned()).collect()
}

/// What the plan reports as spent: its own total, else the total of its one table that
/// has a column for it, else the sum of the rows that state it.
fn spent(reading: &Reading, ids: &Ids) -> Option<PlanSum> {
    let rows: Vec<i64> = reading
        .spending
        .iter()
        .filter(|row| row.repeats.is_none())
        .filter_map(|row| row.disbursed_vnd)
        .collect();
    let spent = |total: &Total| total.disbursed_vnd;
    let whole = totals(reading, |total| total.scope == WHOLE_PLAN, spent);
    let tables = totals(reading, |total| total.scope != WHOLE_PLAN && total.scope != ONE_SOURCE, spent);
    match (whole.first(), &tables[..]) {
        (Some(stated), _) | (None, [stated]) => Some(printed(*stated, ids, rows.len())),
        _ => computed(&rows),
    }
}

/// The amounts of the planned rows in the plan's sum, of the firmest basis that has any.
fn planned_rows(spending: &[Spending]) -> Vec<i64> {
    let of_basis = |basis: Option<AmountBasis>| -> Vec<i64> {
        spending
            .iter()
            .filter(|row| row.in_sum && row.phase == Phase::Planned && row.amount_basis == basis)
            .filter_map(|row| row.amount_vnd)
            .collect()
    };
    let bases = BASES.into_iter().map(Some).chain([None]);
    bases.map(of_basis).find(|amounts| !amounts.is_empty()).unwrap_or_default()
}

/// A total with its place in the list and the amount asked for.
type Stated<'a> = (usize, &'a Total, i64);

fn totals(
    reading: &Reading,
    wanted: impl Fn(&Total) -> bool,
    amount: impl Fn(&Total) -> Option<i64>,
) -> Vec<Stated<'_>> {
    let totals = reading.totals.iter().enumerate().filter(|(_, total)| wanted(total));
    totals.filter_map(|(index, total)| Some((index, total, amount(total)?))).collect()
}

fn printed((index, total, amount_vnd): Stated<'_>, ids: &Ids, rows: usize) -> PlanSum {
    PlanSum {
        amount_vnd,
        basis: SumBasis::Stated,
        total: ids.lists.get(&RecordKind::Totals).and_then(|list| list.get(index)).cloned(),
        address: Some(total.provenance.source.address.clone()),
        rows: count(rows),
        parts: Vec::new(),
    }
}

fn computed(rows: &[i64]) -> Option<PlanSum> {
    let amount_vnd = rows.iter().copied().reduce(i64::saturating_add)?;
    Some(PlanSum {
        amount_vnd,
        basis: SumBasis::Computed,
        total: None,
        address: None,
        rows: count(rows.len()),
        parts: Vec::new(),
    })
}

pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
