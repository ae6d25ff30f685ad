//! How is a published file shown in a browser, beside the text that was read from it?
//!
//! The API gives the same bytes to keep; here they are to be looked at, in a frame of the plan's own page. A file may
//! be anything, so the browser runs nothing of it and lets no other site frame it.

use app::portal::Portal as _;
use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::{
    api::{error::Problem, query},
    portal::pairs,
    state::ServerState,
};

/// Shown whole, run not at all.
const SHOWN: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
/// Browsers show no PDF in a sandbox; their viewers have one of their own.
const SHOWN_PDF: &str =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// `/plans/{id}/file`, of an earlier version with `?version=1`.
pub(super) async fn shown(
    State(state): State<ServerState>,
    Path(id): Path<String>,
    RawQuery(asked): RawQuery,
) -> Result<Response, Problem> {
    let portal = state.portal.held();
    let version = match pairs(&asked.unwrap_or_default()).into_iter().find(|(name, _)| name == "version") {
        Some((_, version)) => Some(
            version.parse().map_err(|_| query::missing("version", "the number of a version of this plan"))?,
        ),
        None => None,
    };
    let file = match version {
        Some(version) => portal.document_of(&id, version).await?,
        None => portal.document(&id).await?,
    };
    let policy = if file.media_type == "application/pdf" { SHOWN_PDF } else { SHOWN };
    let headers = [
        (header::CONTENT_TYPE, media_type(&file.media_type, &file.bytes)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        // "Not modified" comes with the policy of all pages, under which no browser would show it in a frame.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    Ok((headers, file.bytes).into_response())
}

/// Text as plain text, in UTF-8 where it is; a browser that is told nothing looks for itself.
fn media_type(media_type: &str, bytes: &[u8]) -> HeaderValue {
    let kind = match media_type {
        "text/plain" | "text/markdown" if std::str::from_utf8(bytes).is_ok() => "text/plain; charset=utf-8",
        "text/plain" | "text/markdown" => "text/plain",
        other => other,
    };
    HeaderValue::from_str(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_as_text_and_said_to_be_utf_8_only_where_it_is() {
        assert_eq!(media_type("text/markdown", "Kế hoạch".as_bytes()), "text/plain; charset=utf-8");
        assert_eq!(media_type("text/plain", &[0xb5, 0xe2]), "text/plain");
        assert_eq!(media_type("application/pdf", b"%PDF-1.7"), "application/pdf");
    }
}
