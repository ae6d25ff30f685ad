//! How is everything put together and served?

mod connections;
mod run;
mod warm;

use std::{any::Any, time::Duration};

use axum::{
    Router,
    extract::Request,
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, Predicate},
    },
    limit::RequestBodyLimitLayer,
};

use crate::{
    api::{self, error::Problem},
    conditional::conditional,
    dataset,
    headers::protect,
    kept::kept,
    mcp, opensearch,
    operations::{self, limited, measured, numbered, shed},
    pages, pictures, site,
    state::ServerState,
};

pub(crate) use run::INDEX;
pub use run::{Answering, Options, ServeError, run};

/// Longest time for the head of an answer; every question here takes milliseconds.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// Nothing is uploaded; a form's query comes in the address.
const BODY_MAX: usize = 16 * 1024;

/// Everything that is served, for `run` and for tests, which need no socket.
pub fn build_router(state: ServerState) -> Router {
    answers(state.clone())
        .layer(middleware::from_fn(in_time))
        .layer(middleware::from_fn_with_state(state.clone(), limited))
        .merge(operations::public_router().with_state(state.clone()))
        .layer(middleware::from_fn_with_state(state.clone(), site::serve))
        .layer(RequestBodyLimitLayer::new(BODY_MAX))
        .layer(CompressionLayer::new().compress_when(compressible()))
        .layer(middleware::from_fn(protect))
        .layer(middleware::from_fn_with_state(state, measured))
        .layer(middleware::from_fn(numbered))
}

/// What has an answer of its own, however long it takes.
fn answers(state: ServerState) -> Router {
    Router::new()
        .merge(api::router())
        .merge(pages::router())
        .merge(pictures::router())
        .merge(opensearch::router())
        .layer(middleware::from_fn_with_state(state.clone(), shed))
        .layer(middleware::from_fn_with_state(state.clone(), kept))
        .layer(middleware::from_fn_with_state(state.clone(), conditional))
        // Files of the data set know by themselves whether they are still the same; no two messages are.
        .merge(dataset::serve::router())
        .merge(mcp::router().layer(middleware::from_fn_with_state(state.clone(), shed)))
        .layer(CatchPanicLayer::custom(panicked))
        .with_state(state)
}

/// Files that can be had in parts stay as they are: their sizes, hashes and ranges are stated.
fn compressible() -> impl Predicate {
    DefaultPredicate::new().and(|_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        !headers.contains_key(header::ACCEPT_RANGES)
    })
}

async fn in_time(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let answer = tokio::time::timeout(ANSWER_WITHIN, next.run(request)).await;
    answer.unwrap_or_else(|_| {
        tracing::error!(path, "no answer in time");
        Problem::timeout(ANSWER_WITHIN.as_secs()).into_response()
    })
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let message =
        panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    tracing::error!(message, "a handler panicked");
    Problem::internal("the answer could not be made").into_response()
}
