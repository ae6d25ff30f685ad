//! Has the client this answer already?
//!
//! An answer depends on the state of the store that is shown, the build, the address that links
//! begin with, the path, what the client accepts and the query, and on nothing else. So its
//! `ETag` is known before any work is done, and a client that has it is told so at once.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::{
    api::{
        accepted,
        query::{canonical, prefers_json},
    },
    hex::hex,
    state::ServerState,
};

/// The `ETag` of what is asked for, for who answers.
#[derive(Clone, Debug)]
pub(crate) struct Tag(pub(crate) String);

/// Kept by caches, but asked about every time: what is published shows within seconds.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("no-cache");
const VARY: HeaderValue = HeaderValue::from_static("Accept, Accept-Encoding");

/// Answers 304 to who has the answer; tags every good answer.
pub(crate) async fn conditional(
    State(state): State<ServerState>,
    mut request: Request,
    next: Next,
) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return next.run(request).await;
    }
    let tag = tag(&state, &request);
    let asked = asked(request.headers());
    if asked.iter().any(|asked| same(asked, &tag)) {
        return not_modified(&tag);
    }
    request.extensions_mut().insert(Tag(tag.clone()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::VARY, VARY);
    if response.status() != StatusCode::OK {
        return response;
    }
    // "*" asks whether there is any answer at all, which is known only now.
    if asked.iter().any(|asked| asked == "*") {
        return not_modified(&tag);
    }
    tagged(response.headers_mut(), &tag);
    response
}

fn not_modified(tag: &str) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    response.headers_mut().insert(header::VARY, VARY);
    tagged(response.headers_mut(), tag);
    response
}

fn tagged(headers: &mut HeaderMap, tag: &str) {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(CACHE_CONTROL);
}

fn asked(headers: &HeaderMap) -> Vec<String> {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|tag| tag.trim().to_owned()).collect()
}

/// Weak comparison (RFC 9110, 8.8.3.2): compression may have changed the bytes, not the meaning.
fn same(asked: &str, tag: &str) -> bool {
    asked.trim_start_matches("W/") == tag.trim_start_matches("W/")
}

fn tag(state: &ServerState, request: &Request) -> String {
    let path = request.uri().path();
    let json = path.ends_with("/text") && prefers_json(accepted(request.headers()));
    let representation = if json { "json" } else { "own" };
    let query = canonical(request.uri().query().unwrap_or_default());
    let mut hash = Sha256::new();
    let stamp = state.portal.stamp();
    for part in [&*state.build, &*state.public_url, &stamp.moment, path, representation, &query] {
        hash.update(part);
        hash.update([0]);
    }
    let short = hex(&hash.finalize()[..16]);
    format!("W/\"{}-{short}\"", stamp.revision)
}
