//! What can one do when nothing was found, or nothing was asked yet?

use leptos::prelude::*;

use super::address;
use crate::{
    components::parameter_name::parameter_name,
    i18n::Language,
    types::search::{LooserSearch, SearchQuery, SearchResults},
};

/// What happened and what one can do: each search that asks for less, with what it finds.
pub(super) fn shown(lang: Language, query: &SearchQuery, results: &SearchResults) -> AnyView {
    let words = query.get("q").unwrap_or_default().to_owned();
    let title = if words.is_empty() {
        lang.t("search-nothing-asked")
    } else {
        crate::tr!(lang, "search-nothing", words = words)
    };
    let ways = results.looser.iter().map(|looser| way(lang, looser)).collect_view();
    let examples = ["so hoa ho so", "chữ ký số", "LGSP", "an toàn thông tin"].map(|example| {
        let href = address(lang, &SearchQuery::words(example));
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

fn way(lang: Language, looser: &LooserSearch) -> AnyView {
    let query = SearchQuery::parse(&looser.query);
    let words = match (&looser.parameter, &looser.words) {
        (Some(parameter), _) => {
            let name = parameter_name(lang, parameter);
            crate::tr!(lang, "search-without-filter", name = name)
        }
        (None, Some(words)) if words.starts_with(['"', '“']) && query.get("q").is_some() => {
            crate::tr!(lang, "search-without-quotes", words = words.clone())
        }
        (None, words) => crate::tr!(lang, "search-without-words", words = words.clone().unwrap_or_default()),
    };
    let count = crate::tr!(lang, "search-count", count = looser.total);
    view! { <li><a href=address(lang, &query)>{words}</a> ": " {count}</li> }.into_any()
}
