//! Which of the plan's own targets does a result answer?

use super::{AnswersBasis, Progress, status::verdict};
use crate::records::{Comparator, RecordRef, target::Target};

/// Links every result with the one target of the same indicator, unit, level and year.
/// Results of earlier years answer targets of earlier plans, which the store links.
pub(super) fn link(progress: &mut [Progress], targets: &mut [Target]) {
    for (index, result) in progress.iter_mut().enumerate() {
        let mut answered =
            targets.iter().enumerate().filter(|(_, target)| answers(result, target)).map(|(at, _)| at);
        let (Some(at), None) = (answered.next(), answered.next()) else { continue };
        let Some(target) = targets.get_mut(at) else { continue };
        result.answers = Some(RecordRef::new("targets", at));
        result.answers_basis = Some(AnswersBasis::Matched);
        target.outcomes.push(RecordRef::new("progress", index));
        let reached = result.value.map(|value| (result.comparator.unwrap_or(Comparator::Eq), value));
        let computed = reached.and_then(|reached| verdict(reached, (target.comparator, target.value)));
        target.status = result.status.or(computed).or(target.status);
    }
}

fn answers(result: &Progress, target: &Target) -> bool {
    result.indicator.is_some()
        && result.indicator == target.indicator
        && result.unit == target.unit
        && result.level == target.level
        && result.year.is_some()
        && result.year == target.due_year
}
