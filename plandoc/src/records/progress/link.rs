//! Which of the plan's own targets does a result answer?

use std::collections::HashMap;

use super::{AnswersBasis, Progress, status::verdict};
use crate::records::{Comparator, RecordRef, target::Target};

/// Links every result with the one target of the same indicator, unit, level and year.
/// Results of earlier years answer targets of earlier plans, which the store links.
pub(super) fn link(progress: &mut [Progress], targets: &mut [Target]) {
    let mut known: HashMap<(String, i32), Vec<usize>> = HashMap::new();
    for (at, target) in targets.iter().enumerate() {
        if let (Some(indicator), Some(year)) = (&target.indicator, target.due_year) {
            known.entry((indicator.clone(), year)).or_default().push(at);
        }
    }
    for (index, result) in progress.iter_mut().enumerate() {
        let (Some(indicator), Some(year)) = (&result.indicator, result.year) else { continue };
        let alike = known.get(&(indicator.clone(), year)).into_iter().flatten().copied();
        let mut answered = alike.filter(|&at| answers(result, &targets[at]));
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

/// Whether a target of the same indicator and year is the one that a result answers.
fn answers(result: &Progress, target: &Target) -> bool {
    result.unit == target.unit && result.level == target.level
}
