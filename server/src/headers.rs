//! Which headers protect every answer?

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

/// Nothing inline, nothing from elsewhere: what pages need is their own scripts, styles and fonts,
/// and WebAssembly.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    // Everything here is public and made to be used from elsewhere: data, charts, pictures.
    (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Adds them where the answer has not its own, stricter ones.
pub(crate) async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    // The headers of a 304 take the place of those that a browser has kept with the answer (RFC 9111, 3.2):
    // a chart that may be framed would no longer be.
    if response.status() == StatusCode::NOT_MODIFIED {
        return response;
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
