//! Where do the documents contradict themselves, and where do they agree?

use leptos::prelude::*;

use super::{Visit, answered, listing};
use crate::components::check_list::CheckList;

/// All verifications, those that differ first.
#[component]
pub fn ChecksPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let checks = visit.portal.checks(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: "checks",
            title: lang.t("checks-title"),
            lead: lang.t("checks-lead"),
            empty: lang.t("checks-empty"),
            parameters: &["severity", "kind", "province", "plan"],
            order: None,
        };
        let list = view! { <CheckList lang checks=checks.records.clone() /> }.into_any();
        listing::shown(&visit, frame, filter, checks.into(), list).await
    })
}
