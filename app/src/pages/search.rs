//! Where do the plans speak of what one looks for?

mod facets;
mod group;
mod hit;
mod nothing;

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{filter_bar::Chips, head::HeadTags, search_box::SearchBox},
    format,
    i18n::Language,
    islands::LiveResults,
    paths,
    types::search::{SearchQuery, SearchResults},
};

/// Search over everything.
#[component]
pub fn SearchPage() -> impl IntoView {
    answered(|visit| async move {
        let query: SearchQuery = paths::query_as(&visit.place.query)?;
        let asked = SearchQuery { lang: Some(visit.lang.code().to_owned()), ..query.clone() };
        let results = visit.portal.search(&asked).await?;
        let ways =
            if results.total == 0 { nothing::ways(&visit, &query, &results).await } else { Vec::new() };
        Ok(page(&visit, &query, &results, ways))
    })
}

/// The address of a search.
fn address(lang: Language, query: &SearchQuery) -> String {
    let query = SearchQuery { lang: None, ..query.clone() };
    paths::with_query(&paths::page(lang, "/search"), &paths::query_of(&query))
}

fn page(visit: &Visit, query: &SearchQuery, results: &SearchResults, ways: Vec<AnyView>) -> AnyView {
    let lang = visit.lang;
    let words = query.q.clone().unwrap_or_default();
    let count = crate::tr!(lang, "search-count", count = results.total);
    let title = if words.is_empty() { lang.t("search-title") } else { format!("{words}: {count}") };
    let found = if results.total == 0 {
        nothing::shown(lang, query, ways)
    } else {
        results
            .groups
            .iter()
            .map(|group| group::shown(lang, query, group, results.next.as_deref()))
            .collect_view()
            .into_any()
    };
    view! {
        <HeadTags place=visit.place.clone() title=title.clone() description=lang.t("search-description") />
        <div class="head search-head">
            <h1 class="vh">{title}</h1>
            <SearchBox lang label=lang.t("search-label") value=words kept=kept(query) />
        </div>
        <LiveResults waiting=lang.t("filter-waiting") />
        <div id="results" data-region data-announce=count.clone()>
            {about(lang, query, results)}
            <div class="with-side">
                {facets::shown(lang, query, &results.facets)}
                <div class="found">
                    <Chips lang conditions=facets::conditions(lang, query, &results.facets) all=without_filters(lang, query) />
                    <p class="label count">{count.clone()}</p>
                    {found}
                </div>
            </div>
            {data_line(lang, query)}
        </div>
    }
    .into_any()
}

/// What a new search keeps of this one: where it looks, not how far it had turned the pages.
fn kept(query: &SearchQuery) -> Vec<(String, String)> {
    let kept = SearchQuery { q: None, cursor: None, limit: None, sort: None, lang: None, ..query.clone() };
    facets::pairs(&kept)
}

fn without_filters(lang: Language, query: &SearchQuery) -> String {
    address(lang, &SearchQuery { q: query.q.clone(), ..SearchQuery::default() })
}

/// What was searched besides the words typed, and a better spelling.
fn about(lang: Language, query: &SearchQuery, results: &SearchResults) -> AnyView {
    let better = results.did_you_mean.clone().map(|better| {
        let href = address(lang, &SearchQuery { q: Some(better.clone()), cursor: None, ..query.clone() });
        view! {
            <p class="better">
                {lang.t("search-did-you-mean")}
                " "
                <a href=href lang=lang.of_quotes()>{better}</a>
                "?"
            </p>
        }
    });
    let expansions = (!results.expansions.is_empty()).then(|| {
        let pairs = results.expansions.iter().map(|(short, long)| {
            view! {
                <span class="expansion">
                    <b>{short.clone()}</b>
                    " = "
                    {long.clone()}
                </span>
            }
        });
        view! {
            <p class="expansions">
                {lang.t("search-also")}
                " "
                <span lang=lang.of_quotes()>{pairs.collect_view()}</span>
            </p>
        }
    });
    let ignored = (!results.ignored.is_empty()).then(|| {
        let ignored = results.ignored.join(", ");
        view! { <p class="ignored">{crate::tr!(lang, "search-ignored", words = ignored)}</p> }
    });
    view! {
        {better}
        {expansions}
        {ignored}
    }
    .into_any()
}

/// The ways to sort, the current one marked.
fn sorts(lang: Language, query: &SearchQuery) -> AnyView {
    let by = [
        (None, lang.t("search-sort-relevance")),
        (Some("-amount"), lang.t("search-sort-amount")),
        (Some("-year"), lang.t("search-sort-year")),
    ];
    let links = by.into_iter().map(|(sort, name)| {
        let current = (query.sort.as_deref().filter(|sort| *sort != "relevance") == sort).then_some("true");
        let href =
            address(lang, &SearchQuery { sort: sort.map(str::to_owned), cursor: None, ..query.clone() });
        view! {
            <a href=href aria-current=current>
                {name}
            </a>
        }
    });
    view! {
        <p class="label sorts">
            <span>{lang.t("sort-by")}</span>
            {links.collect_view()}
        </p>
    }
    .into_any()
}

fn data_line(lang: Language, query: &SearchQuery) -> AnyView {
    let query = SearchQuery { lang: Some(lang.code().to_owned()), ..query.clone() };
    let json = paths::with_query("/api/v1/search", &paths::query_of(&query));
    view! {
        <p class="dataline">
            <span>{lang.t("data-line")}</span>
            <a href=json type="application/json">
                "JSON"
            </a>
            <a class="end" href=format!("{}#report", paths::page(lang, "/about"))>
                {lang.t("report-mistake")}
            </a>
        </p>
    }
    .into_any()
}

/// Money over a group, short.
fn sum(lang: Language, vnd: i64) -> String {
    format::money(lang, vnd)
}
