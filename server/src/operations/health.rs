//! Is the server alive, and may it be asked?

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Serialize;

use crate::state::ServerState;

/// How the server is.
#[derive(Debug, Serialize)]
struct Health {
    status: &'static str,
    /// The revision that answers show.
    revision: u64,
}

/// `/health` and `/ready`.
pub(super) fn router() -> Router<ServerState> {
    Router::new().route("/health", get(health)).route("/ready", get(ready))
}

/// Whoever can say this is alive. That the store is away is no death: what is kept and the search go on.
async fn health(State(state): State<ServerState>) -> Response {
    said(StatusCode::OK, "alive", &state)
}

/// Not to be asked any more once it is told to stop.
async fn ready(State(state): State<ServerState>) -> Response {
    if state.operations.is_stopping() {
        return said(StatusCode::SERVICE_UNAVAILABLE, "stopping", &state);
    }
    said(StatusCode::OK, "ready", &state)
}

fn said(code: StatusCode, status: &'static str, state: &ServerState) -> Response {
    let health = Health { status, revision: state.portal.shown() };
    (code, [(header::CACHE_CONTROL, "no-store")], Json(health)).into_response()
}
