//! How is the search served?

use app::{
    portal::Portal as _,
    types::{
        filter::LIMIT_MAX,
        listing::Facet,
        search::{HitGroup, LooserSearch, SearchQuery},
    },
};
use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use serde::Serialize;
use utoipa::{
    ToSchema,
    openapi::{ArrayBuilder, ObjectBuilder, path::OperationBuilder, schema::Type},
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, ok, operation, or_null, query, reference},
    error::Problem,
    query::search_address,
    reply::{Page, json},
};
use crate::{
    portal::search::{NAMED, NUMBER_TESTS, TEXT_TESTS, words_of},
    search::Column,
    state::ServerState,
};

const DESCRIPTION: &str = "Full text over passages and records, with or without marks, abbreviations widened. \
    With `view=kinds` and no `kind` it answers the first hits of each kind, at most `limit` of each, and \
    `page.next` is null: each group says how many there are. With one `kind`, or with `view=ranked`, it goes \
    page by page to the last hit. Totals and sums are over everything found, whatever is shown or folded.";

/// What was found, kind by kind.
#[derive(Debug, Serialize)]
struct SearchReply {
    data: Vec<HitGroup>,
    partial: Option<HitGroup>,
    page: Page,
    meta: SearchMeta,
}

/// How the words were understood.
#[derive(Debug, Serialize, ToSchema)]
struct SearchMeta {
    /// Revision of the store that is shown.
    revision: u64,
    /// The words as typed.
    q: String,
    /// Values to filter by, with the hits that each would leave.
    facets: Vec<Facet>,
    /// Expansions of abbreviations that were searched too.
    expansions: Vec<Expansion>,
    /// A better spelling from the index's own words, if little was found.
    did_you_mean: Option<String>,
    /// What of the words was not understood.
    ignored: Vec<String>,
    /// Where nothing was found: searches that ask for less and find something, most first.
    looser: Vec<LooserSearch>,
}

/// An abbreviation and what it stands for.
#[derive(Debug, Serialize, ToSchema)]
struct Expansion {
    /// "CNTT".
    short: String,
    /// "công nghệ thông tin".
    long: String,
}

/// The address of the search.
pub(super) fn endpoint() -> Endpoint {
    let reply = ObjectBuilder::new()
        .property("data", ArrayBuilder::new().items(reference::<HitGroup>()).build())
        .property("partial", or_null::<HitGroup>())
        .property("page", reference::<Page>())
        .property("meta", reference::<SearchMeta>())
        .required("data")
        .required("page")
        .required("meta")
        .build();
    let mut schemas = Schemas::new();
    gather::<HitGroup>(&mut schemas);
    gather::<Page>(&mut schemas);
    gather::<SearchMeta>(&mut schemas);
    let operation = operation("search", "Search over everything", DESCRIPTION, "search")
        .response("200", ok("Groups with hits.", [("application/json", Some(reply.into()))]));
    Endpoint::new("/search", get(search), with_parameters(operation), Fails::Parameters, schemas)
}

/// Adds what the search can be asked: its own parameters, then the columns with their tests.
pub(super) fn with_parameters(operation: OperationBuilder) -> OperationBuilder {
    let named = NAMED.into_iter().map(|named| {
        let words = named.words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let words = Some(words).filter(|words| !words.is_empty());
        let values = if named.name == "limit" { Type::Integer } else { Type::String };
        query(named.name, named.description, values, words, None, LIMIT_MAX)
    });
    let columns = Column::ALL.into_iter().flat_map(|column| {
        let tests: &[&str] = if column.is_number() { &NUMBER_TESTS } else { &TEXT_TESTS };
        let name = column.name();
        let own = query(name, meaning(column), Type::String, few_words(column), None, LIMIT_MAX);
        std::iter::once(own).chain(tests.iter().map(move |test| {
            query(&format!("{name}__{test}"), test_meaning(test), Type::String, None, None, LIMIT_MAX)
        }))
    });
    named.chain(columns).fold(operation, OperationBuilder::parameter)
}

/// The words that a column may hold, where they are few and fixed.
fn few_words(column: Column) -> Option<Vec<String>> {
    let fixed = matches!(column, Column::Kind | Column::Status);
    words_of(column).filter(|_| fixed).map(|words| words.into_iter().map(str::to_owned).collect())
}

const fn meaning(column: Column) -> &'static str {
    match column {
        Column::Kind => "Only hits of this kind.",
        Column::Plan => "Only hits in this plan, by its id.",
        Column::Province => "Slug of the province of then.",
        Column::ProvinceNow => "Slug of the province that it belongs to since 1 July 2025.",
        Column::Year => {
            "A year that the hit speaks of, or a range of years: `2020`, `2019..2021`, `2019..`. Of targets the \
             due year, of results and money their year, of all else any year of the plan's period."
        }
        Column::Agency => "Catalogue id of the lead agency.",
        Column::Fund => "Catalogue id of the source of money.",
        Column::Area => "Heading that a target or goal stands under, as printed.",
        Column::Indicator => "Catalogue id of the indicator.",
        Column::Status => "Verdict on a result.",
        Column::Amount => "Money in VND, or a range: `1000000000..5000000000`.",
    }
}

fn test_meaning(test: &str) -> &'static str {
    match test {
        "in" => "One of these, with commas between.",
        "isnull" => "`true`: nothing is stated; `false`: something is.",
        "gt" => "More than this.",
        "gte" => "This or more.",
        "lt" => "Less than this.",
        _ => "This or less.",
    }
}

async fn search(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = SearchQuery::parse(query.as_deref().unwrap_or_default());
    json(&answer(&state, &query).await?)
}

async fn answer(state: &ServerState, query: &SearchQuery) -> Result<SearchReply, Problem> {
    let results = state.portal.search(query).await?;
    let next =
        results.next.map(|cursor| search_address(&state.public_url, &query.with("cursor", Some(&cursor))));
    let expansions = results.expansions.into_iter().map(|(short, long)| Expansion { short, long });
    Ok(SearchReply {
        data: results.groups,
        partial: results.partial,
        page: Page { next, total: results.total },
        meta: SearchMeta {
            revision: results.revision,
            q: results.q,
            facets: results.facets,
            expansions: expansions.collect(),
            did_you_mean: results.did_you_mean,
            ignored: results.ignored,
            looser: results.looser,
        },
    })
}
