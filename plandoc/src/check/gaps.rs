//! Which commitments lack what would make them ones: a number, a deadline, a body in
//! charge, money?
//!
//! Only what the plan states for many others of its kind can be missing: a plan that assigns
//! no task to anybody has no column to look in.

use std::collections::HashSet;

use super::{Check, CheckKind, Severity};
use crate::{
    Reading,
    records::{
        Provenance, RecordRef,
        objective::Scope,
        spending::{Phase, Spending},
    },
};

/// What is lacking, in both languages; the number of records stands before the words.
struct Words {
    of_vi: &'static str,
    lack_vi: &'static str,
    of_en: &'static str,
    lack_en: &'static str,
}

const NUMBER: Words = Words {
    of_vi: "mục tiêu cụ thể",
    lack_vi: "chỉ nêu bằng lời, không có con số",
    of_en: "specific objectives",
    lack_en: "are stated in words only, without a number",
};
const DEADLINE: Words =
    Words {
        of_vi: "chỉ tiêu", lack_vi: "không có thời hạn", of_en: "targets", lack_en: "have no deadline"
    };
const BODY: Words = Words {
    of_vi: "nhiệm vụ",
    lack_vi: "không ghi cơ quan chủ trì",
    of_en: "tasks",
    lack_en: "name no body in charge",
};
const MONEY: Words = Words {
    of_vi: "nhiệm vụ",
    lack_vi: "không ghi kinh phí, cũng không nói vì sao",
    of_en: "tasks",
    lack_en: "state no money, nor why not",
};
const TIME: Words = Words {
    of_vi: "nhiệm vụ",
    lack_vi: "không ghi thời gian hoàn thành",
    of_en: "tasks",
    lack_en: "state no time",
};

/// One in how many records must state something before it is missed in the others.
const STATED: usize = 4;

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let objectives = reading.objectives.iter().enumerate().filter(|(_, goal)| goal.scope == Scope::Specific);
    let with_numbers: HashSet<&RecordRef> =
        reading.targets.iter().filter_map(|target| target.objective.as_ref()).collect();
    let promised = |index: usize| with_numbers.contains(&RecordRef::new("objectives", index));
    let numbers = gap(
        "objectives",
        &NUMBER,
        objectives.map(|(index, goal)| (index, &goal.provenance, promised(index))),
    );
    let deadlines = gap(
        "targets",
        &DEADLINE,
        reading.targets.iter().enumerate().map(|(index, target)| {
            (index, &target.provenance, target.due_year.is_some() || target.due_date.is_some())
        }),
    );
    numbers.into_iter().chain(deadlines).chain(of_tasks(reading)).collect()
}

/// Whether a task states something.
type Has = fn(&Spending) -> bool;

fn of_tasks(reading: &Reading) -> Vec<Check> {
    let has: [(&Words, Has); 3] = [
        (&BODY, |task| task.lead_agency.is_some()),
        (&MONEY, |task| task.amount_vnd.is_some() || task.funding_note.is_some()),
        (&TIME, |task| task.period.is_some()),
    ];
    let gaps = has.into_iter().filter_map(|(words, has)| {
        let planned = reading.spending.iter().enumerate();
        let planned = planned.filter(|(_, task)| task.phase == Phase::Planned && task.repeats.is_none());
        gap("spending", words, planned.map(|(index, task)| (index, &task.provenance, has(task))))
    });
    gaps.collect()
}

/// The records that lack something which others of their kind have.
fn gap<'r>(
    list: &str,
    words: &Words,
    records: impl Iterator<Item = (usize, &'r Provenance, bool)>,
) -> Option<Check> {
    let (whole, lacking): (Vec<_>, Vec<_>) = records.partition(|(_, _, has)| *has);
    let (lack, all) = (lacking.len(), whole.len() + lacking.len());
    let (_, first, _) = lacking.first().filter(|_| whole.len() * STATED >= all)?;
    let source = &first.source;
    #[expect(clippy::cast_precision_loss, reason = "a plan has far fewer records than 2^52")]
    let computed = Some(lack as f64);
    Some(Check {
        kind: CheckKind::Gap,
        severity: Severity::Note,
        message: format!("{lack} trong {all} {} {}; đầu tiên là mục này.", words.of_vi, words.lack_vi),
        message_en: format!("{lack} of {all} {} {}; the first is this one.", words.of_en, words.lack_en),
        records: lacking.iter().map(|(index, _, _)| RecordRef::new(list, *index)).collect(),
        address: Some(source.address.clone()),
        quote: Some(first.quote.clone()),
        start: Some(source.start),
        end: Some(source.end),
        stated: None,
        computed,
        difference: None,
        unit: Some(words.of_vi.to_owned()),
    })
}
