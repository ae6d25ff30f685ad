//! Where do the documents speak of what one looks for?

use leptos::prelude::*;

use super::answered;
use crate::{
    components::{
        head::{HeadTags, PageHead},
        search_box::SearchBox,
    },
    paths,
    types::search::SearchQuery,
};

/// Search over everything.
#[component]
pub fn SearchPage() -> impl IntoView {
    answered(|visit| async move {
        let lang = visit.lang;
        let query: SearchQuery = paths::query_as(&visit.place.query)?;
        let title = lang.t("search-title");
        Ok(view! {
            <HeadTags place=visit.place title=title.clone() description=title.clone() />
            <PageHead title />
            <SearchBox lang label=lang.t("search-label") value=query.q.unwrap_or_default() />
        }
        .into_any())
    })
}
