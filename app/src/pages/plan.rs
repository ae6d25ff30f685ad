//! What does one plan say?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::answered;
use crate::components::head::{HeadTags, PageHead};

/// One plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    answered(move |visit| async move {
        let plan = visit.portal.plan(&id, visit.lang.code()).await?.plan;
        let title = plan.title.unwrap_or(plan.id);
        Ok(view! {
            <HeadTags place=visit.place title=title.clone() description=title.clone() />
            <PageHead title />
        }
        .into_any())
    })
}
