//! How is a list served: a page of it, the whole as CSV, one record of it?

use std::future::Future;

use app::{portal::Answer, types::filter::Filter};
use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{
    columns::columns,
    endpoint::Endpoint,
    error::Problem,
    export,
    query::{Id, address},
    reply::{ListMeta, ListReply, OneMeta, OneReply, Page, json},
};
use crate::{
    portal::{Listed, ONE_THING, ServerPortal, english},
    state::ServerState,
};

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

/// The three addresses of a list.
pub(super) fn endpoints<N: Noun>() -> Vec<Endpoint> {
    let noun = N::SPEC.noun;
    vec![
        Endpoint::list::<N>(format!("/{noun}"), get(list::<N>)),
        Endpoint::export::<N>(format!("/{noun}.csv"), get(csv::<N>)),
        Endpoint::one::<N>(format!("/{noun}/{{id}}"), get(one::<N>)),
    ]
}

async fn list<N: Noun>(
    State(state): State<ServerState>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let filter = N::SPEC.parse(query.as_deref().unwrap_or_default())?;
    let portal = state.portal.held();
    let listing = N::list(&portal, &filter).await?;
    let figures = N::figures(&portal, &filter).await?;
    let next = listing.next.map(|cursor| {
        let next = Filter { cursor: Some(cursor), ..filter.clone() };
        address(&state.public_url, N::SPEC, &next)
    });
    json(&ListReply {
        data: listing.records,
        page: Page { next, total: listing.total },
        meta: ListMeta {
            revision: listing.revision,
            columns: columns::<N>(english(filter.lang.as_deref())),
            facets: listing.facets,
            figures,
        },
    })
}

async fn csv<N: Noun>(
    State(state): State<ServerState>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let filter = N::SPEC.parse(query.as_deref().unwrap_or_default())?;
    export::csv::<N>(state.portal.held(), filter).await
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
