//! Where do the plans speak of what one looks for?

mod facets;
mod group;
mod hit;
mod nothing;

use leptos::prelude::*;
use leptos_meta::Link;

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
        let query = SearchQuery::parse(&visit.place.query);
        let asked = query.with("lang", Some(visit.lang.code())).with("cursor", query.get("cursor"));
        let results = visit.portal.search(&asked).await?;
        Ok(page(&visit, &query, &results))
    })
}

/// The address of a search.
fn address(lang: Language, query: &SearchQuery) -> String {
    paths::with_query(&paths::page(lang, "/search"), &query.to_query())
}

fn page(visit: &Visit, query: &SearchQuery, results: &SearchResults) -> AnyView {
    let lang = visit.lang;
    let words = query.get("q").unwrap_or_default().to_owned();
    let count = crate::tr!(lang, "search-count", count = results.total);
    let title = if words.is_empty() { lang.t("search-title") } else { format!("{words}: {count}") };
    let found = if results.total == 0 {
        nothing::shown(lang, query, results)
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
        <Link rel="alternate" type_="application/atom+xml" title=title.clone() href=feed(lang, query) />
        <div class="head search-head">
            <h1 class="vh">{title}</h1>
            <SearchBox lang label=lang.t("search-label") value=words kept=kept(query) />
            {syntax(lang)}
        </div>
        <LiveResults waiting=lang.t("filter-waiting") />
        <div id="results" data-region data-announce=count.clone()>
            {about(lang, query, results)}
            <div class="with-side">
                {facets::shown(lang, query, &results.facets)}
                <div class="found">
                    <Chips lang conditions=facets::conditions(lang, query, &results.facets) all=without_filters(lang, query) />
                    <div class="ways">
                        <p class="label count">{count.clone()}</p>
                        {views(lang, query)}
                    </div>
                    {found}
                    {group::partial(lang, query, results)}
                </div>
            </div>
            {data_line(lang, query)}
        </div>
    }
    .into_any()
}

/// What may be typed beside words.
fn syntax(lang: Language) -> AnyView {
    let ways = [
        ("so hoa", lang.t("search-syntax-marks")),
        ("\"một cửa\"", lang.t("search-syntax-phrase")),
        ("\"số hóa hồ sơ\"~5", lang.t("search-syntax-near")),
        ("chuy*", lang.t("search-syntax-prefix")),
        ("-huyện", lang.t("search-syntax-not")),
        ("số hóa OR CNTT", lang.t("search-syntax-or")),
        ("20,4 tỷ", lang.t("search-syntax-amount")),
        ("tinh:soc-trang nam:2019..2021", lang.t("search-syntax-field")),
        ("co-quan:\"Sở Y tế\" so-tien:>1ty", lang.t("search-syntax-field-more")),
    ];
    let ways = ways.map(|(typed, meaning)| {
        let href = address(lang, &SearchQuery::words(typed));
        view! {
            <div>
                <dt>
                    <a href=href lang=lang.of_quotes()>{typed}</a>
                </dt>
                <dd>{meaning}</dd>
            </div>
        }
    });
    view! {
        <details class="syntax">
            <summary>{lang.t("search-syntax")}</summary>
            <dl>{ways.collect_view()}</dl>
        </details>
    }
    .into_any()
}

/// What a new search keeps of this one: where it looks, not how far it had turned the pages.
fn kept(query: &SearchQuery) -> Vec<(String, String)> {
    query.without(&["q", "cursor", "limit", "sort", "same"]).pairs().to_vec()
}

fn without_filters(lang: Language, query: &SearchQuery) -> String {
    address(lang, &SearchQuery::default().with("q", query.get("q")))
}

/// What was searched besides the words typed, and a better spelling.
fn about(lang: Language, query: &SearchQuery, results: &SearchResults) -> AnyView {
    let better = results.did_you_mean.clone().map(|better| {
        let href = address(lang, &query.with("q", Some(&better)));
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

/// The ways to list what was found, the current one marked.
fn views(lang: Language, query: &SearchQuery) -> AnyView {
    let by = [(None, lang.t("search-view-kinds")), (Some("ranked"), lang.t("search-view-ranked"))];
    let links = by.into_iter().map(|(view, name)| {
        let current = (query.get("view").filter(|view| *view != "kinds") == view).then_some("true");
        let href = address(lang, &query.with("view", view));
        view! {
            <a href=href aria-current=current>
                {name}
            </a>
        }
    });
    view! { <p class="label sorts">{links.collect_view()}</p> }.into_any()
}

/// The ways to sort, the current one marked.
fn sorts(lang: Language, query: &SearchQuery) -> AnyView {
    let by = [
        (None, lang.t("search-sort-relevance")),
        (Some("-amount"), lang.t("search-sort-amount")),
        (Some("-year"), lang.t("search-sort-year")),
    ];
    let links = by.into_iter().map(|(sort, name)| {
        let current = (query.get("sort").filter(|sort| *sort != "relevance") == sort).then_some("true");
        let href = address(lang, &query.with("sort", sort));
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

/// The address of the feed of a search.
fn feed(lang: Language, query: &SearchQuery) -> String {
    let query = query.without(&["limit", "sort", "view"]).with("lang", Some(lang.code()));
    paths::with_query("/api/v1/search.atom", &query.to_query())
}

fn data_line(lang: Language, query: &SearchQuery) -> AnyView {
    let asked = query.with("lang", Some(lang.code())).to_query();
    let json = paths::with_query("/api/v1/search", &asked);
    let feed = feed(lang, query);
    view! {
        <p class="dataline">
            <span>{lang.t("data-line")}</span>
            <a href=json type="application/json">
                "JSON"
            </a>
            <a href=feed type="application/atom+xml">
                {lang.t("search-follow")}
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
