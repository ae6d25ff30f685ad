//! What happens when more is asked than the machine can answer?
//!
//! New work is refused early and clearly, instead of everything becoming slow: what is made already,
//! and files, need no work and go on being sent.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{api::error::Problem, state::ServerState};

/// How long a question waits for its turn.
const WAIT: Duration = Duration::from_secs(2);

/// Makes so many answers at a time, and refuses what does not get its turn.
pub(crate) async fn shed(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    if let Ok(Ok(_turn)) = tokio::time::timeout(WAIT, state.operations.permits.acquire()).await {
        return next.run(request).await;
    }
    state.operations.metrics.shed();
    Problem::busy(WAIT).into_response()
}
