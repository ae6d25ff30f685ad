//! Has the client this answer already?
//!
//! An answer depends on the state of the store that is shown, the build, the address that links
//! begin with, the path, what the client accepts and the query, and on nothing else. So its
//! `ETag` is known before any work is done, and a client that has it is told so at once; one that
//! knows but a date is told whether anything was published, or the server changed, since then.

use std::time::{Duration, SystemTime};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use httpdate::{fmt_http_date, parse_http_date};
use sha2::{Digest, Sha256};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

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
    let modified = modified(&state);
    // A date says less than a tag, and counts only without one (RFC 9110, 13.1.3).
    let unchanged = asked.is_empty() && since(request.headers()).is_some_and(|since| since >= modified);
    if asked.iter().any(|asked| same(asked, &tag)) {
        return not_modified(&tag, modified);
    }
    request.extensions_mut().insert(Tag(tag.clone()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::VARY, VARY);
    if response.status() != StatusCode::OK {
        return response;
    }
    // "*" and a date ask whether there is any answer at all, which is known only now.
    if unchanged || asked.iter().any(|asked| asked == "*") {
        return not_modified(&tag, modified);
    }
    tagged(response.headers_mut(), &tag, modified);
    response
}

fn not_modified(tag: &str, modified: SystemTime) -> Response {
    let mut response = StatusCode::NOT_MODIFIED.into_response();
    response.headers_mut().insert(header::VARY, VARY);
    tagged(response.headers_mut(), tag, modified);
    response
}

fn tagged(headers: &mut HeaderMap, tag: &str, modified: SystemTime) {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    if let Ok(modified) = HeaderValue::from_str(&fmt_http_date(modified)) {
        headers.insert(header::LAST_MODIFIED, modified);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(CACHE_CONTROL);
}

/// When what is shown was published, or the server began if that is later; in whole seconds, as dates are.
fn modified(state: &ServerState) -> SystemTime {
    let published = OffsetDateTime::parse(&state.portal.stamp().moment, &Rfc3339).map(SystemTime::from);
    let modified = published.unwrap_or(SystemTime::UNIX_EPOCH).max(state.started);
    let seconds = modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn since(headers: &HeaderMap) -> Option<SystemTime> {
    parse_http_date(headers.get(header::IF_MODIFIED_SINCE)?.to_str().ok()?).ok()
}

/// Whether a client has what goes by this tag, which is there.
pub(crate) fn has(headers: &HeaderMap, tag: &str) -> bool {
    asked(headers).iter().any(|asked| asked == "*" || same(asked, tag))
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
