//! What did the portal verify in this plan?

use leptos::prelude::*;

use crate::{
    components::{check_list::CheckList, section::Section},
    i18n::Language,
    types::{
        check::{Check, Severity},
        plan::PlanDetail,
    },
};

/// What differs stands open, what agrees is folded.
pub(super) fn section(lang: Language, detail: &PlanDetail) -> AnyView {
    let (agree, differ): (Vec<Check>, Vec<Check>) =
        detail.checks.iter().cloned().partition(|check| check.severity == Severity::Agrees);
    let note = if detail.checks.is_empty() {
        lang.t("plan-checks-none")
    } else {
        crate::tr!(lang, "plan-checks-note", agree = agree.len(), differ = differ.len())
    };
    let open = (!differ.is_empty()).then(|| view! { <CheckList lang checks=differ names_plan=false /> });
    let folded = (!agree.is_empty()).then(|| {
        view! {
            <details class="agreeing">
                <summary>{crate::tr!(lang, "plan-checks-agree", count = agree.len())}</summary>
                <CheckList lang checks=agree names_plan=false />
            </details>
        }
    });
    view! {
        <Section id="checks" title=lang.t("plan-checks") note=Some(note)>
            {open}
            {folded}
        </Section>
    }
    .into_any()
}
