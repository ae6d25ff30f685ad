//! How is what plans state of one indicator served, and what of it is not compared?

use app::{paths::provinces_of, types::comparison::Comparison};
use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, ok, one_of, operation, or_null, with_parameters},
    error::Problem,
    reply::{OneMeta, OneReply, json},
};
use crate::{
    portal::compare::{SPEC, compare},
    state::ServerState,
};

/// The address of comparisons.
pub(super) fn endpoint() -> Endpoint {
    let mut schemas = Schemas::new();
    gather::<Comparison>(&mut schemas);
    gather::<OneMeta>(&mut schemas);
    let operation = operation(
        "compare",
        "What plans state of one indicator, and what of it may be set side by side",
        "One row for each plan, year and level that states a target or a result of `indicator`, or of an \
         indicator that looks like it. Set side by side only rows with `comparable`; of every other row \
         `reason` and its words say why not: another indicator, unit or level, no year, no number, or \
         several. `province` may be given up to eight times. `data` is null unless an indicator is asked for; the list of targets offers those there are \
         as its facet.",
        "compare",
    );
    let operation = with_parameters(operation, &SPEC).response(
        "200",
        ok("The rows, comparable ones first.", [("application/json", Some(one_of(or_null::<Comparison>())))]),
    );
    Endpoint::new("/compare", get(answer), operation, Fails::Parameters, schemas)
}

async fn answer(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let (provinces, others) = provinces_of(query.as_deref().unwrap_or_default());
    let filter = SPEC.parse(&others)?;
    let portal = state.portal.held();
    let data = compare(&portal, &filter, &provinces).await?;
    json(&OneReply { data, meta: OneMeta { revision: portal.shown() } })
}
