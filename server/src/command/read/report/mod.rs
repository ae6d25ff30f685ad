//! What does an editor need to know of a reading?
//!
//! The report in words, without a form: `text` prints it, `page` shows it above the document.

mod advice;
mod finding;
mod identity;
mod kind;
mod passed;
mod sureness;
mod words;

use app::types::plan::Plan;
use plandoc::Reading;

use super::File;
use crate::portal::reader::Records;

pub(super) use self::{
    advice::Advice,
    finding::{Finding, Findings},
    identity::Field,
    kind::{Item, Kind, Sort},
    passed::{Passed, PassedItem},
    sureness::Sureness,
};

/// The report of one reading.
#[derive(Debug)]
pub(super) struct Report {
    /// The plan's title as printed.
    pub(super) title: String,
    /// What tells the plan from others, and where each of it stands.
    pub(super) identity: Vec<Field>,
    /// The records, kind by kind.
    pub(super) kinds: Vec<Kind>,
    /// How sure the reader is of them.
    pub(super) sureness: Sureness,
    /// What adds up and what does not.
    pub(super) findings: Findings,
    /// What became no record.
    pub(super) passed: Passed,
    /// What to look at, and what to do next.
    pub(super) advice: Advice,
}

impl Report {
    /// The report of a reading whose records have these public shapes.
    pub(super) fn of(reading: &Reading, plan: &Plan, records: &Records, file: &File<'_>) -> Self {
        let identity = identity::fields(reading, plan, file);
        let kinds = kind::kinds(records);
        let sureness = Sureness::of(&kinds);
        let findings = Findings::of(reading);
        let passed = Passed::of(reading, &records.passed);
        let title = words::printed(plan.title.as_deref().unwrap_or("(không tìm thấy tên kế hoạch)"));
        let mut report =
            Self { title, identity, kinds, sureness, findings, passed, advice: Advice::default() };
        report.advice = Advice::of(&report, file);
        report
    }

    /// Records of all kinds.
    pub(super) fn records(&self) -> usize {
        self.kinds.iter().map(|kind| kind.items.len()).sum()
    }
}
