//! Which answers are made already?
//!
//! While a server runs, an answer depends on its address and on the state of the store that is shown,
//! which its `ETag` stands for: what was made once is sent again until something is published. It is
//! kept as most clients take it, compressed.

use std::sync::Arc;

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use quick_cache::{Weighter, sync::Cache};

use crate::{conditional::Tag, packed::Packed, state::ServerState};

/// Most bytes that are kept: some hundred plans and thousands of lists, compressed.
const BYTES_MAX: u64 = 64 << 20;
/// Guess at how many answers those are; no limit.
const MANY: usize = 4000;
/// Longest answer that is kept: what is longer is a file, and streamed.
const ANSWER_MAX: u64 = 32 << 20;
/// What is kept; all else is a file that is sent as it is read.
const MEDIA_TYPES: [&str; 4] = ["text/html", "application/json", "image/svg+xml", "image/png"];

/// An answer as it was made.
#[derive(Clone, Debug)]
struct Made {
    headers: HeaderMap,
    body: Packed,
}

#[derive(Clone, Copy, Debug)]
struct Size;

impl Weighter<String, Made> for Size {
    fn weight(&self, tag: &String, made: &Made) -> u64 {
        (tag.len() + made.headers.len() * 64 + made.body.len()) as u64
    }
}

/// What was sent, the least asked for forgotten first. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Kept(Arc<Cache<String, Made, Size>>);

impl Default for Kept {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(MANY, BYTES_MAX, Size)))
    }
}

impl Kept {
    /// Bytes that are kept now.
    pub(crate) fn bytes(&self) -> u64 {
        self.0.weight()
    }
}

/// Sends what is made already, and keeps what can be sent again.
pub(crate) async fn kept(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let tag = request.extensions().get::<Tag>().cloned();
    let Some(Tag(tag)) = tag.filter(|_| request.method() == Method::GET) else {
        return next.run(request).await;
    };
    let asked = request.headers().clone();
    let found = state.kept.0.get(&tag);
    state.operations.metrics.kept(found.is_some());
    if let Some(made) = found {
        return made.sent(&asked);
    }
    let response = next.run(request).await;
    if !is_kept(&response) {
        return response;
    }
    let (parts, body) = response.into_parts();
    // The whole body is in memory already: its length is known.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let media_type = parts.headers.get(header::CONTENT_TYPE).cloned();
    let body = Packed::of(bytes, media_type.is_some_and(|media_type| media_type != "image/png")).await;
    let made = Made { headers: parts.headers, body };
    state.kept.0.insert(tag, made.clone());
    made.sent(&asked)
}

/// Whether an answer is whole, good and short enough.
fn is_kept(response: &Response) -> bool {
    let media_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    response.status() == StatusCode::OK
        && MEDIA_TYPES.contains(&media_type)
        && response.body().size_hint().exact().is_some_and(|length| length <= ANSWER_MAX)
}

impl Made {
    fn sent(self, asked: &HeaderMap) -> Response {
        let (body, coding) = self.body.sent(asked);
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = self.headers;
        // Of the length it had before.
        response.headers_mut().remove(header::CONTENT_LENGTH);
        if let Some(coding) = coding {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::*;

    fn made(length: usize) -> Made {
        Made { headers: HeaderMap::new(), body: Packed::plain(Bytes::from(vec![b'x'; length])) }
    }

    #[test]
    fn what_is_kept_stays_within_its_bytes() {
        let kept = Kept::default();
        for page in 0..200 {
            kept.0.insert(format!("W/\"1-{page}\""), made(1 << 20));
        }
        assert!(kept.bytes() <= BYTES_MAX, "{}", kept.bytes());
        assert!(!kept.0.is_empty());
    }

    #[test]
    fn files_and_failures_are_not_kept() {
        let answer = |status: StatusCode, media_type: &'static str, body: Body| {
            let mut response = Response::new(body);
            *response.status_mut() = status;
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
            response
        };
        let html = "text/html; charset=utf-8";
        assert!(is_kept(&answer(StatusCode::OK, html, Body::from("page"))));
        assert!(!is_kept(&answer(StatusCode::NOT_FOUND, html, Body::from("page"))));
        assert!(!is_kept(&answer(StatusCode::OK, "text/csv; charset=utf-8", Body::from("a,b"))));
        let streamed = Body::from_stream(futures_util::stream::iter([Ok::<_, std::io::Error>("a")]));
        assert!(!is_kept(&answer(StatusCode::OK, html, streamed)));
    }
}
