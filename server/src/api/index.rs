//! What is there below `/api/v1`?

use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    API,
    endpoint::{Endpoint, Fails, Schemas, gather, ok, one_of, operation, reference},
    endpoints,
    error::Problem,
    reply::{OneMeta, OneReply, json},
};
use crate::{portal::NO_QUESTION, state::ServerState};

/// Where to begin.
#[derive(Debug, Serialize, ToSchema)]
struct Index {
    /// What this is.
    title: &'static str,
    /// Description of every address for machines.
    openapi: String,
    /// Every address; "{id}" stands for an id.
    addresses: Vec<Address>,
    /// Licence of the data.
    #[schema(example = "CC-BY-4.0")]
    licence: &'static str,
}

/// One address of the API.
#[derive(Debug, Serialize, ToSchema)]
struct Address {
    /// The address.
    href: String,
    /// What it answers.
    summary: String,
}

/// The address of the index.
pub(super) fn endpoint() -> Endpoint {
    let mut schemas = Schemas::new();
    gather::<Index>(&mut schemas);
    gather::<OneMeta>(&mut schemas);
    let operation = operation("get_index", "What the API offers", "", "api")
        .response("200", ok("Every address.", [("application/json", Some(one_of(reference::<Index>())))]));
    Endpoint::new("", get(index), operation, Fails::Parameters, schemas)
}

async fn index(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    NO_QUESTION.parse(query.as_deref().unwrap_or_default())?;
    let base = format!("{}{API}", state.public_url);
    let addresses = endpoints()
        .into_iter()
        .map(|endpoint| Address {
            href: format!("{base}{}", endpoint.path),
            summary: endpoint.item.get.and_then(|operation| operation.summary).unwrap_or_default(),
        })
        .collect();
    let data = Index {
        title: "Minh Bạch: published plans of Vietnamese provinces as open data",
        openapi: format!("{base}/openapi.json"),
        addresses,
        licence: "CC-BY-4.0",
    };
    json(&OneReply { data, meta: OneMeta { revision: state.portal.shown() } })
}
