//! Which lines of the log belong to one request?

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest id of a proxy that is taken over.
const ID_MAX: usize = 64;

/// Ids of one start of the server do not meet those of another.
static START: LazyLock<u64> = LazyLock::new(|| {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or_default()
});
static COUNT: AtomicU64 = AtomicU64::new(0);

/// Gives a request the id that its proxy gave it or one of its own, in the log and in the answer.
/// The log holds neither address nor query: what people look for is theirs.
pub(crate) async fn numbered(request: Request, next: Next) -> Response {
    let id = given(&request).unwrap_or_else(|| {
        let own = format!("{:x}-{:x}", *START, COUNT.fetch_add(1, Ordering::Relaxed));
        HeaderValue::from_str(&own).unwrap_or(HeaderValue::from_static("unknown"))
    });
    let span = tracing::info_span!("request", id = id.to_str().unwrap_or_default());
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let start = Instant::now();
    let answered = async {
        let response = next.run(request).await;
        let (status, ms) = (response.status().as_u16(), start.elapsed().as_millis());
        if status >= 500 {
            tracing::warn!(%method, path, status, ms, "answered");
        } else {
            tracing::debug!(%method, path, status, ms, "answered");
        }
        response
    };
    let mut response = answered.instrument(span).await;
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

fn given(request: &Request) -> Option<HeaderValue> {
    let id = request.headers().get(REQUEST_ID)?;
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let bytes = id.as_bytes();
    ((1..=ID_MAX).contains(&bytes.len()) && bytes.iter().all(plain)).then(|| id.clone())
}
