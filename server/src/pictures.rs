//! Which pictures does the portal draw: for those who share a page, and of its charts?
//!
//! Drawn from the same answers as the pages, on the server, with the portal's own font inside the program. A picture is
//! kept like a page until something is published.

mod chart;
mod drawing;
mod embed;
mod png;
mod share;

use axum::{
    Router,
    body::Bytes,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{api::error::Problem, state::ServerState};
use drawing::Drawing;

/// The addresses of pictures, and of charts that stand in pages elsewhere.
pub(crate) fn router() -> Router<ServerState> {
    let others = Router::new()
        .route("/share/{lang}/{kind}/{file}", get(share::picture))
        .route("/embed/{chart}", get(embed::page))
        .route("/oembed", get(embed::oembed));
    chart::ENDINGS.iter().fold(others, |router, ending| {
        router
            .route(&format!("/charts/compare.{ending}"), get(chart::compare))
            .route(&format!("/charts/spending.{ending}"), get(chart::spending))
    })
}

/// A drawing as SVG.
fn svg(drawing: &Drawing) -> Response {
    let media_type = [(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"))];
    (media_type, drawing.written()).into_response()
}

/// A drawing as PNG, so many pixels for each of its units.
fn png(drawing: &Drawing, scale: f32) -> Result<Bytes, Problem> {
    png::drawn(&drawing.written(), scale).map_err(|detail| {
        tracing::error!(detail, "a picture could not be drawn");
        Problem::internal("the picture could not be drawn")
    })
}

/// The bytes of a PNG as an answer.
fn as_png(bytes: Bytes) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("image/png"))], bytes).into_response()
}
