//! How is a record served of which only the id is known?

use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use utoipa::openapi::{Schema, schema::AnyOfBuilder};

use app::types::{
    check::Check, citation::Citation, objective::Objective, progress::Progress, spending::Spending,
    target::Target, total::Total,
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, id, ok, one_of, operation, reference, with_parameters},
    error::Problem,
    query::Id,
    reply::{OneMeta, OneReply, json},
};
use crate::{portal::ONE_THING, state::ServerState};

/// The address of any record.
pub(super) fn endpoint() -> Endpoint {
    let data = AnyOfBuilder::new()
        .item(reference::<Objective>())
        .item(reference::<Target>())
        .item(reference::<Progress>())
        .item(reference::<Spending>())
        .item(reference::<Total>())
        .item(reference::<Citation>())
        .item(reference::<Check>())
        .build();
    let mut schemas = Schemas::new();
    gather::<OneMeta>(&mut schemas);
    let description = "Ids are kept through re-reading, correction and new versions of a plan.";
    let operation = operation("get_record", "A record of any kind, by its id", description, "records")
        .parameter(id("Id of the record."))
        .response("200", ok("The record.", [("application/json", Some(one_of(Schema::AnyOf(data))))]));
    let operation = with_parameters(operation, &ONE_THING);
    Endpoint::new("/records/{id}", get(record), operation, Fails::UnknownOrGone, schemas)
}

async fn record(
    State(state): State<ServerState>,
    Id(id): Id,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let lang = ONE_THING.parse(query.as_deref().unwrap_or_default())?.lang;
    let portal = state.portal.held();
    let revision = portal.shown();
    let data = portal.any_record(&id, lang.as_deref()).await?;
    json(&OneReply { data, meta: OneMeta { revision } })
}
