//! What can one do when nothing was found, or nothing was asked yet?

use leptos::prelude::*;

use super::{Visit, address, facets};
use crate::{
    i18n::Language,
    types::search::{SearchQuery, SearchResults},
};

/// What would be found without each of the chosen filters.
pub(super) async fn ways(visit: &Visit, query: &SearchQuery, results: &SearchResults) -> Vec<AnyView> {
    let mut ways = Vec::new();
    for condition in facets::conditions(visit.lang, query, &results.facets) {
        let looser = facets::with(query, &condition.parameter, None);
        let asked = SearchQuery { limit: Some(1), ..looser };
        // A way that cannot be counted is left out; the others still help.
        let Ok(found) = visit.portal.search(&asked).await else { continue };
        if found.total > 0 {
            let words =
                crate::tr!(visit.lang, "empty-without", name = condition.name, value = condition.value);
            let count = crate::tr!(visit.lang, "search-count", count = found.total);
            ways.push(view! { <li><a href=condition.without>{words}</a> ": " {count}</li> }.into_any());
        }
    }
    ways
}

/// What happened and what one can do.
pub(super) fn shown(lang: Language, query: &SearchQuery, ways: Vec<AnyView>) -> AnyView {
    let words = query.q.clone().unwrap_or_default();
    let title = if words.is_empty() {
        lang.t("search-nothing-asked")
    } else {
        crate::tr!(lang, "search-nothing", words = words)
    };
    let examples = ["so hoa ho so", "chữ ký số", "LGSP", "an toàn thông tin"].map(|example| {
        let href = address(lang, &SearchQuery { q: Some(example.to_owned()), ..SearchQuery::default() });
        view! { <a href=href lang=lang.of_quotes()>{example}</a> }
    });
    view! {
        <div class="state">
            <h2>{title}</h2>
            <ul>
                {ways}
                <li>{lang.t("search-fewer-words")}</li>
            </ul>
            <p class="try">
                <span>{lang.t("search-try")}</span>
                {examples.collect_view()}
            </p>
        </div>
    }
    .into_any()
}
