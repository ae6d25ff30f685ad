//! How is a list served: a page of it, the whole as a file, what is new in it, one record of it?

use std::future::Future;

use app::{error::PortalError, paths, portal::Answer, types::filter::Filter};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderValue, header},
    response::Response,
    routing::get,
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{
    API,
    endpoint::Endpoint,
    error::Problem,
    export::{self, Explained, Format},
    list_feed,
    query::{Id, address},
    reply::{ListMeta, ListReply, OneMeta, OneReply, Page, json},
    selection::Selection,
};
use crate::{
    portal::{ListSpec, Listed, ONE_THING, ServerPortal, english, listed},
    state::ServerState,
};

/// What the data may be used under.
pub(crate) const LICENCE_ADDRESS: &str = "https://creativecommons.org/licenses/by/4.0/";

/// A list of the API.
pub(crate) trait Noun: Listed + Serialize + ToSchema + Send + Sync + 'static {
    /// What it lists, in one line.
    const SUMMARY: &'static str;
    /// What one needs to know to use it rightly.
    const DESCRIPTION: &'static str;
    /// Whether its rows are records of a plan, which can be withdrawn.
    const IS_RECORD: bool = true;

    /// Sums or counts over the whole filtered list.
    fn figures(
        portal: &ServerPortal,
        filter: &Filter,
    ) -> impl Future<Output = Answer<Map<String, Value>>> + Send {
        let _ = (portal, filter);
        async { Ok(Map::new()) }
    }
}

/// The addresses of a list.
pub(super) fn endpoints<N: Noun>() -> Vec<Endpoint> {
    let noun = N::SPEC.noun;
    let mut all = vec![Endpoint::list::<N>(format!("/{noun}"), get(list::<N>))];
    all.extend(Format::ALL.map(|format| {
        let answer = get(move |state, query| file::<N>(format, state, query));
        Endpoint::export::<N>(format!("/{noun}.{}", format.ending()), answer, format)
    }));
    all.push(Endpoint::feed::<N>(format!("/{noun}.atom"), get(list_feed::feed::<N>)));
    all.push(Endpoint::one::<N>(format!("/{noun}/{{id}}"), get(one::<N>)));
    all
}

async fn list<N: Noun>(
    State(state): State<ServerState>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let filter = N::SPEC.parse(query.as_deref().unwrap_or_default())?;
    let selection = Selection::of::<N>(&filter)?;
    let portal = state.portal.held();
    let (records, next, total, meta) = if selection.grouped {
        groups::<N>(&portal, &filter, &selection).await?
    } else {
        page::<N>(&portal, &filter, &selection).await?
    };
    let at =
        |cursor: Option<String>| address(&state.public_url, N::SPEC, &Filter { cursor, ..filter.clone() });
    let next = next.map(|cursor| at(Some(cursor)));
    let links = links(&state.public_url, N::SPEC, &filter, next.as_deref());
    let data: Vec<_> = records.iter().map(|record| selection.row(record)).collect();
    let mut response = json(&ListReply { data, page: Page { next, total }, meta })?;
    if let Ok(links) = HeaderValue::from_str(&links) {
        response.headers_mut().insert(header::LINK, links);
    }
    Ok(response)
}

/// Rows of an answer, the cursor after them, the number of all, and what holds for all.
type Part = (Vec<Value>, Option<String>, u64, ListMeta);

async fn page<N: Noun>(portal: &ServerPortal, filter: &Filter, selection: &Selection) -> Answer<Part> {
    let mut listing = N::list(portal, filter).await?;
    if let Some(facets) = &filter.facets {
        listing.facets.retain(|facet| listed(facets).any(|name| name == facet.parameter));
    }
    let records = listing.records.iter().map(serde_json::to_value).collect::<Result<_, _>>();
    let records = records.map_err(|error| {
        tracing::error!(%error, "a record could not be written as JSON");
        PortalError::Failed { what: "a record could not be written as JSON".to_owned() }
    })?;
    let meta = ListMeta {
        revision: listing.revision,
        columns: selection.columns.clone(),
        facets: listing.facets,
        figures: N::figures(portal, filter).await?,
    };
    Ok((records, listing.next, listing.total, meta))
}

async fn groups<N: Noun>(portal: &ServerPortal, filter: &Filter, selection: &Selection) -> Answer<Part> {
    let revision = portal.shown();
    let page = N::groups(portal, revision, filter).await?;
    let total = N::group_count(portal, revision, filter).await?;
    let meta =
        ListMeta { revision, columns: selection.columns.clone(), facets: Vec::new(), figures: Map::new() };
    Ok((page.records, page.next, total, meta))
}

/// Where to go on, what describes the list, and what else it comes as (RFC 8288).
fn links(public_url: &str, spec: &ListSpec, filter: &Filter, next: Option<&str>) -> String {
    let next = next.map(|next| format!("<{next}>; rel=\"next\""));
    let described = format!("<{public_url}{API}/openapi.json>; rel=\"describedby\"");
    let licence = format!("<{LICENCE_ADDRESS}>; rel=\"license\"");
    let whole = Filter { limit: None, cursor: None, ..filter.clone() };
    let query = paths::query_of(&whole);
    let files = Format::ALL.map(|format| {
        let file = format!("{public_url}{API}/{}.{}", spec.noun, format.ending());
        let kind = format.media_type().split(';').next().unwrap_or_default();
        format!("<{}>; rel=\"alternate\"; type=\"{kind}\"", paths::with_query(&file, &query))
    });
    let all: Vec<String> = next.into_iter().chain([described, licence]).chain(files).collect();
    all.join(", ")
}

async fn file<N: Noun>(
    format: Format,
    State(state): State<ServerState>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let (mark, query) = if format == Format::Csv { export::mark(N::SPEC, &query)? } else { (false, query) };
    let filter = N::SPEC.parse(&query)?;
    let portal = state.portal.held();
    let english = english(filter.lang.as_deref());
    let explained = Explained {
        noun: N::SPEC.noun,
        english,
        facts: vec![
            (if english { "Source" } else { "Nguồn" }, address(&state.public_url, N::SPEC, &filter)),
            (if english { "Revision" } else { "Bản" }, portal.shown().to_string()),
            (if english { "Licence" } else { "Giấy phép" }, format!("CC BY 4.0, {LICENCE_ADDRESS}")),
        ],
    };
    export::export::<N>(portal, filter, format, mark, explained).await
}

async fn one<N: Noun>(
    State(state): State<ServerState>,
    Id(id): Id,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let lang = ONE_THING.parse(query.as_deref().unwrap_or_default())?.lang;
    let portal = state.portal.held();
    let revision = portal.shown();
    let data = N::one(&portal, &id, lang.as_deref()).await?;
    json(&OneReply { data, meta: OneMeta { revision } })
}
