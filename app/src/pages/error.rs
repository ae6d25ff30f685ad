//! What does a page show that has no answer, and under which status?

use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{
    components::{
        head::HeadTags,
        state::{ErrorState, Near, message},
    },
    error::PortalError,
    paths::Place,
};

/// The error in words, with what may have been meant; sets the status of the response.
pub fn shown(place: &Place, error: &PortalError, near: Vec<Near>) -> AnyView {
    set_status(error);
    let lang = place.lang;
    let (title, words) = message(lang, error);
    let again = place.in_language(lang);
    view! {
        <HeadTags place=place.clone() title=title description=words />
        <ErrorState lang error again near />
    }
    .into_any()
}

/// The one place where a page's HTTP status is set.
fn set_status(error: &PortalError) {
    if let (Some(response), Ok(status)) =
        (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status()))
    {
        response.set_status(status);
    }
}
