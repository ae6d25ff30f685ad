//! At which addresses is the data set described for machines?
//!
//! `/data/catalog` in the syntax that is asked for, `/data/croissant.json`.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{
    Release,
    catalog::{self, Syntax},
    croissant,
    serve::newest,
};
use crate::{
    api::{error::Problem, query::best, table::tables},
    conditional::has,
    state::ServerState,
};

/// What a client is told that says nothing of what it likes.
const ANY: &str = "*/*";

/// The catalogue in each syntax, and Croissant.
pub(super) fn router() -> Router<ServerState> {
    let catalogues = Syntax::ALL.into_iter().fold(Router::new(), |router, syntax| {
        let answer = get(move |State(state): State<ServerState>, headers: HeaderMap| async move {
            catalogue(&state, &headers, syntax)
        });
        router.route(&format!("/data/catalog.{}", syntax.ending()), answer)
    });
    catalogues.route("/data/catalog", get(negotiated)).route("/data/croissant.json", get(croissant))
}

/// The catalogue in the syntax that a client likes best; JSON-LD where it does not say.
async fn negotiated(State(state): State<ServerState>, headers: HeaderMap) -> Result<Response, Response> {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or(ANY);
    let syntax = Syntax::ALL[best(accept, &Syntax::ALL.map(Syntax::media_type))];
    let mut response = catalogue(&state, &headers, syntax)?;
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept, Accept-Encoding"));
    Ok(response)
}

#[expect(clippy::result_large_err, reason = "an error is an answer")]
fn catalogue(state: &ServerState, headers: &HeaderMap, syntax: Syntax) -> Result<Response, Response> {
    let release = newest(state)?;
    described(state, &release, headers, syntax.ending(), syntax.media_type(), || {
        catalog::catalogue(&release, &tables(), &state.public_url, syntax).map_err(|error| {
            tracing::error!(%error, "the catalogue could not be written");
            Problem::internal("the catalogue could not be written")
        })
    })
}

async fn croissant(State(state): State<ServerState>, headers: HeaderMap) -> Result<Response, Response> {
    let release = newest(&state)?;
    described(&state, &release, &headers, "croissant", "application/ld+json", || {
        Ok(croissant::document(&release, &tables(), &state.public_url).to_string().into_bytes())
    })
}

/// What describes a release: the same as long as release and build are, and written only for who lacks it.
#[expect(clippy::result_large_err, reason = "an error is an answer")]
fn described(
    state: &ServerState,
    release: &Release,
    asked: &HeaderMap,
    what: &str,
    kind: &'static str,
    body: impl FnOnce() -> Result<Vec<u8>, Problem>,
) -> Result<Response, Response> {
    let etag = format!("W/\"{}-{what}-{}\"", release.name, state.build);
    let mut response = if has(asked, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind)], body().map_err(Problem::into_response)?).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    Ok(response)
}
