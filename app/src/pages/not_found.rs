//! What does one see at an address that leads nowhere?

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::masthead::MATTERS,
    error::PortalError,
    types::filter::{Filter, LIMIT_MAX},
};

/// Likeness of two paths, 0 to 1, from which one may have been meant for the other.
const ALIKE: f64 = 0.72;
/// Most suggestions.
const MOST_NEAR: usize = 4;

/// Says so, under status 404, with the addresses that look alike.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    answered(|visit| async move {
        let near = near(&visit).await;
        Err(PortalError::NotFound { noun: "page".to_owned(), id: visit.place.path.clone(), near })
    })
}

/// Paths of pages, plans and provinces that look like the one asked for, most alike first.
async fn near(visit: &Visit) -> Vec<String> {
    let asked = visit.place.path.trim_matches('/').to_lowercase();
    let last = asked.rsplit('/').next().unwrap_or_default();
    let mut known: Vec<(f64, String)> = MATTERS
        .iter()
        .map(|(_, path)| *path)
        .chain(["/search", "/about"])
        .map(|path| (likeness(&asked, path.trim_matches('/')), path.to_owned()))
        .collect();
    let whole = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
    // Suggestions are a courtesy: without an answer the page still says what happened.
    if let Ok(plans) = visit.portal.plans(&whole).await {
        known.extend(
            plans.records.iter().map(|plan| (likeness(last, &plan.id), format!("/plans/{}", plan.id))),
        );
    }
    if let Ok(provinces) = visit.portal.provinces(&whole).await {
        let paths = provinces.records.iter().map(|province| &province.slug);
        known.extend(paths.map(|slug| (likeness(last, slug), format!("/provinces/{slug}"))));
    }
    known.retain(|(likeness, _)| *likeness >= ALIKE);
    known.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    known.into_iter().take(MOST_NEAR).map(|(_, path)| path).collect()
}

fn likeness(asked: &str, known: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(asked, known).max(
        // "kien-giang" is meant for "kien-giang-2020".
        if asked.len() > 3 && known.starts_with(asked) { ALIKE } else { 0.0 },
    )
}
