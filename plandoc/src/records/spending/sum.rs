//! Which records make up the plan's sum, and which only say it again?

use super::{super::RecordRef, Phase, Spending, task_table::alike};

/// Sets `repeats` and `in_sum`.
///
/// A plan tells of a task in its text and again in an annex, and a review of earlier years
/// lists projects that go on. The first statement counts; a later one with the same amount
/// and name in another table repeats it. Only planned money is in the plan's sum.
pub(super) fn settle(spending: &mut [Spending]) {
    for at in 0..spending.len() {
        let (before, rest) = spending.split_at_mut(at);
        let Some((record, after)) = rest.split_first_mut() else { break };
        let first = match record.phase {
            Phase::Planned => before.iter().position(|other| other.in_sum && restates(record, other)),
            Phase::Executed | Phase::Reported => {
                let planned = |other: &Spending| other.phase == Phase::Planned && restates(record, other);
                before
                    .iter()
                    .position(planned)
                    .or_else(|| after.iter().position(planned).map(|found| at + 1 + found))
            }
        };
        record.repeats = first.map(|index| RecordRef::new("spending", index));
        record.in_sum = record.phase == Phase::Planned && record.amount_vnd.is_some() && first.is_none();
    }
}

fn restates(record: &Spending, other: &Spending) -> bool {
    record.table != other.table
        && record.amount_vnd.is_some_and(|vnd| vnd > 0)
        && record.amount_vnd == other.amount_vnd
        && alike(&record.title, &other.title)
}
