//! How is the search served?

use app::{
    portal::Portal as _,
    types::{
        listing::Facet,
        search::{HitGroup, HitKind, SearchQuery},
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
    openapi::{ArrayBuilder, ObjectBuilder},
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, ok, operation, reference, with_parameters},
    error::Problem,
    query::search_address,
    reply::{Page, json},
};
use crate::{
    portal::{By, ListSpec, Parameter},
    state::ServerState,
};

const DESCRIPTION: &str = "Full text over passages and records, with or without marks, abbreviations widened. \
    Without `kind` it answers the first hits of each kind, at most `limit` of each, and `page.next` is null: \
    each group says how many there are. With `kind` it goes page by page to the last hit.";

/// What the search can be asked.
const SPEC: ListSpec = ListSpec {
    noun: "search",
    common: &[Parameter::Sort, Parameter::Limit, Parameter::Cursor, Parameter::Lang],
    filters: &[
        (Parameter::Q, By::Words),
        (Parameter::Kind, By::Words),
        (Parameter::Plan, By::Words),
        (Parameter::Province, By::Words),
        (Parameter::ProvinceNow, By::Words),
        (Parameter::Year, By::Words),
        (Parameter::Agency, By::Words),
    ],
    words: &[
        (Parameter::Kind, &["plan", "spending", "target", "progress", "citation", "passage"]),
        (Parameter::Sort, &["relevance", "-amount", "amount", "-year", "year"]),
    ],
    sorts: &[],
    order: &[],
    facets: &[],
};

/// What was found, kind by kind.
#[derive(Debug, Serialize)]
struct SearchReply {
    data: Vec<HitGroup>,
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
    Endpoint::new("/search", get(search), with_parameters(operation, &SPEC), Fails::Parameters, schemas)
}

async fn search(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = read(query.as_deref().unwrap_or_default())?;
    let results = state.portal.search(&query).await?;
    let next = results
        .next
        .map(|cursor| search_address(&state.public_url, &SearchQuery { cursor: Some(cursor), ..query }));
    json(&SearchReply {
        data: results.groups,
        page: Page { next, total: results.total },
        meta: SearchMeta {
            revision: results.revision,
            q: results.q,
            facets: results.facets,
            expansions: results
                .expansions
                .into_iter()
                .map(|(short, long)| Expansion { short, long })
                .collect(),
            did_you_mean: results.did_you_mean,
            ignored: results.ignored,
        },
    })
}

fn read(query: &str) -> Result<SearchQuery, Problem> {
    let filter = SPEC.parse(query)?;
    Ok(SearchQuery {
        q: filter.q,
        kind: filter.kind.as_deref().and_then(hit_kind),
        plan: filter.plan,
        province: filter.province,
        province_now: filter.province_now,
        year: filter.year,
        agency: filter.agency,
        sort: filter.sort,
        limit: filter.limit,
        cursor: filter.cursor,
        lang: filter.lang,
    })
}

fn hit_kind(word: &str) -> Option<HitKind> {
    serde_json::from_value(word.into()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_is_documented_is_one() {
        let (_, kinds) = SPEC.words.iter().find(|(parameter, _)| *parameter == Parameter::Kind).unwrap();
        for kind in *kinds {
            assert!(hit_kind(kind).is_some(), "{kind}");
        }
    }
}
