//! Which records make up the plan's sum, and which only say it again?

use std::collections::HashMap;

use super::{super::RecordRef, Phase, Spending, task_table::alike};

/// Sets `repeats` and `in_sum`.
///
/// A plan tells of a task in its text and again in an annex, and a review of earlier years
/// lists projects that go on. The first statement counts; a later one with the same amount
/// and name in another table repeats it. Only planned money is in the plan's sum.
pub(super) fn settle(spending: &mut [Spending]) {
    let mut by_amount: HashMap<i64, Vec<usize>> = HashMap::new();
    for (at, record) in spending.iter().enumerate() {
        if let Some(vnd) = record.amount_vnd.filter(|_| record.phase == Phase::Planned) {
            by_amount.entry(vnd).or_default().push(at);
        }
    }
    for at in 0..spending.len() {
        let record = &spending[at];
        let planned = record.phase == Phase::Planned;
        let same = record.amount_vnd.and_then(|vnd| by_amount.get(&vnd)).map_or(&[][..], Vec::as_slice);
        let first = same.iter().copied().find(|&other| {
            let counts = if planned { other < at && spending[other].in_sum } else { other != at };
            counts && restates(record, &spending[other])
        });
        let in_sum = planned && record.amount_vnd.is_some() && first.is_none();
        let record = &mut spending[at];
        record.repeats = first.map(|index| RecordRef::new("spending", index));
        record.in_sum = in_sum;
    }
}

fn restates(record: &Spending, other: &Spending) -> bool {
    record.table != other.table
        && record.amount_vnd.is_some_and(|vnd| vnd > 0)
        && record.amount_vnd == other.amount_vnd
        && alike(&record.title, &other.title)
}
