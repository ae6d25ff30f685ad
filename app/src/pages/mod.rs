//! What does each address show?
//!
//! A page asks [`Portal`] and shows the answer; when there is none it shows why,
//! under the HTTP status that says so to machines.

pub mod about;
pub mod agencies;
pub mod agency;
pub mod api_docs;
pub mod checks;
pub mod compare;
pub mod data;
pub mod error;
pub mod glossary;
pub mod home;
pub mod indicator;
pub mod indicators;
pub mod law;
pub mod laws;
pub mod listing;
pub mod near;
pub mod not_found;
pub mod patterns;
pub mod plan;
pub mod plans;
pub mod progress;
pub mod province;
pub mod provinces;
pub mod report;
pub mod search;
pub mod spending;
pub mod targets;

use std::{future::Future, sync::Arc};

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};

use crate::{
    error::PortalError,
    i18n::Language,
    paths::Place,
    portal::{Answer, Portal},
};

/// What a page knows of the visit that it answers.
#[derive(Clone)]
pub struct Visit {
    /// Its address.
    pub place: Place,
    /// Its language.
    pub lang: Language,
    /// Whom to ask.
    pub portal: Arc<dyn Portal>,
}

/// Shows what `ask` answers, or why there is no answer.
pub fn answered<Ask, Asked>(ask: Ask) -> impl IntoView
where
    Ask: FnOnce(Visit) -> Asked + Send + 'static,
    Asked: Future<Output = Answer<AnyView>> + Send + 'static,
{
    let place = Place::current();
    let portal = use_context::<Arc<dyn Portal>>();
    // After waiting, another thread may render: the head's tags are found by their owner.
    let owner = Owner::current().unwrap_or_default();
    Suspend::new(async move {
        let page = match portal {
            None => {
                let error = PortalError::Failed { what: "no portal was provided to the pages".to_owned() };
                owner.with(|| error::shown(&place, &error, Vec::new()))
            }
            Some(portal) => {
                let visit = Visit { lang: place.lang, place: place.clone(), portal: Arc::clone(&portal) };
                match ask(visit).await {
                    Ok(page) => page,
                    Err(error) => {
                        let near = near::named(&portal, place.lang, &error).await;
                        owner.with(|| error::shown(&place, &error, near))
                    }
                }
            }
        };
        OwnedView::new_with_owner(page, owner)
    })
}

#[cfg(test)]
mod tests;
