//! How many requests are answered, and how fast?

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};

use crate::state::ServerState;

/// Files of the site, and what is at no known address.
const NO_ROUTE: &str = "other";

/// Counts a request under its route, never its address: what people read is theirs.
pub(crate) async fn measured(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or(NO_ROUTE, MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let metrics = &state.operations.metrics;
    let start = Instant::now();
    let _in_flight = metrics.begins();
    let response = next.run(request).await;
    metrics.answered(route, &method, response.status(), start.elapsed());
    response
}
