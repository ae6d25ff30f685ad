//! How are suggestions served to those who are still typing?

use app::{portal::Portal as _, types::search::Suggestion};
use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use utoipa::openapi::ArrayBuilder;

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, ok, one_of, operation, reference, with_parameters_up_to},
    error::Problem,
    reply::{OneMeta, OneReply, json},
};
use crate::{
    portal::{By, ListSpec, Parameter, address, suggest::SUGGESTIONS_MAX},
    state::ServerState,
};

/// Suggestions where no number is asked for.
const LIMIT_DEFAULT: u32 = 8;

/// What suggestions can be asked.
const SPEC: ListSpec = address("suggest", &[(Parameter::Q, By::Words)], &[Parameter::Limit]);

/// The address of suggestions.
pub(super) fn endpoint() -> Endpoint {
    let mut schemas = Schemas::new();
    gather::<Suggestion>(&mut schemas);
    gather::<OneMeta>(&mut schemas);
    let data = ArrayBuilder::new().items(reference::<Suggestion>()).build();
    let operation = operation(
        "suggest",
        "What may be meant by what was typed so far",
        "At most 20; 8 unless told. Labels are in the plans' own language; `href` is a path of the Vietnamese \
         pages, and the same behind `/en` of the English ones.",
        "search",
    )
    .response("200", ok("The best first.", [("application/json", Some(one_of(data)))]));
    Endpoint::new(
        "/suggest",
        get(suggest),
        with_parameters_up_to(operation, &SPEC, SUGGESTIONS_MAX),
        Fails::Parameters,
        schemas,
    )
}

async fn suggest(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = SPEC.parse(query.as_deref().unwrap_or_default())?;
    let revision = state.portal.revision();
    let data =
        state.portal.suggest(&asked.q.unwrap_or_default(), asked.limit.unwrap_or(LIMIT_DEFAULT)).await?;
    json(&OneReply { data, meta: OneMeta { revision } })
}
