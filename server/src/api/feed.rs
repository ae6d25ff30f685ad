//! How can a search be followed: what of it was published last?

use app::{
    i18n::Language,
    paths,
    portal::Portal as _,
    types::search::{Fragment, Hit, SearchQuery},
};
use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};

use super::{
    atom::{ATOM, ENTRIES, Entry, Feed},
    endpoint::{Endpoint, Fails, Schemas, ok, operation},
    error::Problem,
    search::with_parameters,
};
use crate::{portal::search::check, state::ServerState};

/// The address of feeds.
pub(super) fn endpoint() -> Endpoint {
    let operation = operation(
        "search_feed",
        "A search as an Atom feed",
        "The 100 hits of a search whose plans were published here last, for feed readers. It takes every parameter \
         of the search; those about order and pages (`view`, `fold`, `facets`, `sort`, `limit`, `cursor`) change \
         nothing.",
        "search",
    )
    .response("200", ok("An Atom feed (RFC 4287).", [(ATOM, None)]));
    let operation = with_parameters(operation);
    Endpoint::new("/search.atom", get(feed), operation, Fails::Parameters, Schemas::new())
}

async fn feed(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = SearchQuery::parse(query.as_deref().unwrap_or_default());
    // What is set below must be sound all the same.
    check(&query)?;
    let entries = ENTRIES.to_string();
    let set = [
        ("view", "ranked"),
        ("fold", "false"),
        ("facets", "none"),
        ("sort", "-published"),
        ("limit", &entries),
    ];
    let asked = set.into_iter().fold(query.clone(), |asked, (name, value)| asked.with(name, Some(value)));
    let results = state.portal.search(&asked).await?;
    let lang = if query.get("lang") == Some("en") { Language::En } else { Language::Vi };
    let hits = results.groups.iter().flat_map(|group| &group.hits);
    let own = format!("{}/api/v1/search.atom", state.public_url);
    let page = format!("{}{}", state.public_url, paths::page(lang, "/search"));
    let title = format!("{}: {}", lang.t("portal-name"), results.q);
    let feed = Feed {
        lang,
        title: title.trim_end_matches([':', ' ']).to_owned(),
        own: paths::with_query(&own, &query.to_query()),
        page: paths::with_query(&page, &query.without(&["lang"]).to_query()),
        entries: hits.map(|hit| entry(&state.public_url, lang, hit)).collect(),
    };
    feed.reply()
}

fn entry(public_url: &str, lang: Language, hit: &Hit) -> Entry {
    let opens = format!("{public_url}{}", paths::page(lang, &hit.href));
    // The words searched for do not belong to what a hit is.
    let (path, anchor) = opens.split_once('#').unwrap_or((&opens, ""));
    let bare = path.split('?').next().unwrap_or(path);
    let title = hit.title.as_deref().map_or_else(|| hit.address.clone().unwrap_or_default(), words);
    let value = hit.value.iter().cloned().chain(hit.amount_vnd.map(|vnd| app::format::money(lang, vnd)));
    let value = value.fold(String::new(), |all, value| all + " (" + &value + ")");
    Entry {
        id: format!("{bare}#{anchor}"),
        title: format!("{}: {title}{value}", hit.plan_label),
        updated: hit.published_at.clone(),
        summary: words(&hit.snippet),
        opens,
    }
}

fn words(fragments: &[Fragment]) -> String {
    fragments.iter().map(|fragment| fragment.text.as_str()).collect()
}
