//! What does a check across two plans say?

use plandoc::check::{Check, twins::Twin};

use super::places;

/// A check of a plan, by itself or across two plans.
#[derive(Clone, Debug)]
pub(super) struct PlanCheck {
    pub(super) check: Check,
    pub(super) across: Option<Across>,
}

/// The other side of a check across two plans.
#[derive(Clone, Debug)]
pub(super) struct Across {
    pub(super) plan_id: String,
    /// The other plan's record; none for a passage.
    pub(super) record_id: Option<String>,
}

impl PlanCheck {
    /// A check that the reader made within the plan.
    pub(super) fn own(check: Check) -> Self {
        Self { check, across: None }
    }

    /// The check of a twin; `spending` are the ids of the other plan's rows.
    pub(super) fn across(twin: &Twin, other: &Label, spending: &[String]) -> Self {
        let record = twin.other.record.as_ref().and_then(places::index);
        let record_id = record.and_then(|index| spending.get(index)).cloned();
        Self { check: twin.check(&other.name), across: Some(Across { plan_id: other.id.clone(), record_id }) }
    }
}

/// How a plan is named in the checks of another, and how old it is.
pub(super) struct Label {
    id: String,
    name: String,
    /// Plans are younger the later they come by this.
    pub(super) age: (Option<i32>, Option<i32>, Option<String>, String),
}

impl Label {
    /// Of a plan under its id.
    pub(super) fn new(id: &str, plan: &plandoc::records::plan::Plan) -> Self {
        let period = match (plan.period_start, plan.period_end) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(year), _) | (None, Some(year)) => year.to_string(),
            (None, None) => String::new(),
        };
        let name = match &plan.province {
            Some(province) if !period.is_empty() => format!("{province} {period}"),
            _ => id.to_owned(),
        };
        let age = (plan.period_start, plan.period_end, plan.issued_on.clone(), id.to_owned());
        Self { id: id.to_owned(), name, age }
    }
}
