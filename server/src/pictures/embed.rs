//! How does a chart stand in a page elsewhere?
//!
//! A page with the chart alone, which any page may frame, and the answer of oEmbed that names it.

use std::fmt::Write as _;

use app::{i18n::Language, paths::Place};
use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use quick_xml::escape::escape;
use serde_json::json;

use super::chart::{Chart, of_comparison, of_spending};
use crate::{
    api::{error::Problem, query, reply::json},
    portal::pairs,
    state::ServerState,
};

/// Size of the frame that is offered, unless less is asked for.
const FRAME: (u32, u32) = (800, 560);

/// Any page may frame it; it loads its picture and its style and nothing else.
const FRAMED: &str = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors *";

/// `/embed/compare?indicator=…`.
pub(super) async fn page(
    State(state): State<ServerState>,
    Path(name): Path<String>,
    RawQuery(asked): RawQuery,
    uri: Uri,
) -> Result<Response, Problem> {
    let asked = asked.unwrap_or_default();
    let portal = state.portal.held();
    let chart = match name.as_str() {
        "compare" => of_comparison(&portal, &asked).await?,
        "spending" => of_spending(&portal, &asked).await?,
        _ => return Err(Problem::unknown_path(&uri)),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED)),
        // Older browsers know only this header, and no value of it lets everyone frame a page.
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("ALLOWALL")),
    ];
    Ok((headers, html(&name, &asked, &chart, &state.public_url)).into_response())
}

/// Picture, table and the way to the page.
fn html(name: &str, asked: &str, chart: &Chart, public_url: &str) -> String {
    let lang = if pairs(asked).iter().any(|(name, value)| name == "lang" && value == "en") {
        Language::En
    } else {
        Language::Vi
    };
    let mut rows = String::new();
    for (place, row) in chart.table.iter().enumerate() {
        let cell = if place == 0 { "th" } else { "td" };
        let cells = row.iter().fold(String::new(), |mut cells, text| {
            // Writing to a string cannot fail.
            let _ = write!(cells, "<{cell}>{}</{cell}>", escape(text));
            cells
        });
        let _ = write!(rows, "<tr>{cells}</tr>");
    }
    let (title, query) = (escape(&chart.title), escape(asked));
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/pkg/minhbach.css\"></head><body class=\"embed\"><main>\
         <img src=\"/charts/{name}.svg?{query}\" alt=\"{title}\">\
         <details class=\"twin\"><summary>{}</summary><table>{rows}</table></details>\
         <p class=\"foots\"><a href=\"{public_url}{}\" target=\"_blank\" rel=\"noopener\">{}</a></p></main></body></html>",
        lang.code(),
        escape(lang.t("chart-table")),
        escape(&chart.page),
        escape(lang.t("portal-name")),
    )
}

/// `/oembed?url=…`: the frame for a page that shows a chart.
pub(super) async fn oembed(
    State(state): State<ServerState>,
    RawQuery(asked): RawQuery,
) -> Result<Response, Problem> {
    let asked = pairs(&asked.unwrap_or_default());
    let value = |name: &str| asked.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    if value("format").is_some_and(|format| format != "json") {
        return Err(query::missing("format", "json"));
    }
    let own = |url: &&str| url.strip_prefix(&*state.public_url).is_some_and(|rest| rest.starts_with('/'));
    let Some(url) = value("url").filter(own) else {
        return Err(query::missing("url", "the address of a page of this portal that shows a chart"));
    };
    let place = Place::parse(url);
    let Some((name, query)) = framed(&place) else {
        return Err(query::missing(
            "url",
            "the address of /compare with an indicator, of /indicators/ID or of /spending",
        ));
    };
    let portal = state.portal.held();
    let chart = match name {
        "compare" => of_comparison(&portal, &query).await?,
        _ => of_spending(&portal, &query).await?,
    };
    let side = |name: &str, most: u32| {
        value(name).and_then(|value| value.parse().ok()).map_or(most, |asked: u32| asked.min(most))
    };
    let (width, height) = (side("maxwidth", FRAME.0), side("maxheight", FRAME.1));
    let address = escape(format!("{}/embed/{name}?{query}", state.public_url).as_str()).into_owned();
    let title = escape(&chart.title).into_owned();
    json(&json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": place.lang.t("portal-name"),
        "provider_url": &*state.public_url,
        "title": chart.title,
        "width": width,
        "height": height,
        "html": format!(
            "<iframe src=\"{address}\" width=\"{width}\" height=\"{height}\" title=\"{title}\" loading=\"lazy\" \
             style=\"border:0;max-width:100%\"></iframe>"
        ),
        "thumbnail_url": format!("{}/charts/{name}.png?{query}", state.public_url),
        "thumbnail_width": FRAME.0 * 2,
        "thumbnail_height": FRAME.1 * 2,
    }))
}

/// Which chart a page shows, and under which query.
fn framed(place: &Place) -> Option<(&'static str, String)> {
    let lang = (place.lang == Language::En).then(|| ("lang".to_owned(), "en".to_owned()));
    let own = pairs(&place.query);
    let query = |more: Option<(String, String)>| {
        let pairs: Vec<_> = more.into_iter().chain(own.clone()).chain(lang.clone()).collect();
        app::paths::query_of(&pairs)
    };
    let shown = |name: &str| !["sort", "cursor", "limit"].contains(&name);
    match place.path.as_str() {
        "/compare" if own.iter().any(|(name, _)| name == "indicator") => Some(("compare", query(None))),
        "/spending" if own.iter().all(|(name, _)| shown(name)) => Some(("spending", query(None))),
        path => {
            let id = path.strip_prefix("/indicators/").filter(|id| !id.is_empty() && !id.contains('/'))?;
            Some(("compare", query(Some(("indicator".to_owned(), id.to_owned())))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_with_a_chart_are_told_from_others() {
        let framed = |address: &str| framed(&Place::parse(address));
        assert_eq!(framed("/indicators/a"), Some(("compare", "indicator=a".to_owned())));
        assert_eq!(
            framed("/en/compare?indicator=a&province=b"),
            Some(("compare", "indicator=a&province=b&lang=en".to_owned()))
        );
        assert_eq!(framed("/spending?plan=x"), Some(("spending", "plan=x".to_owned())));
        assert_eq!(framed("/compare"), None);
        assert_eq!(framed("/plans"), None);
    }
}
