//! Which addresses has the open-data API, and what holds for all of them?
//!
//! Read only, for every origin, without keys. Every error is a problem (RFC 9457).

mod agencies;
mod any_record;
mod atom;
mod changes;
mod checks;
mod citations;
mod column_description;
mod column_label;
pub(crate) mod columns;
mod compare;
pub(crate) mod docs;
mod endpoint;
pub(crate) mod error;
pub(crate) mod export;
mod feed;
mod index;
mod indicators;
mod laws;
mod list_feed;
pub(crate) mod noun;
mod objectives;
mod openapi;
mod plan_files;
mod plans;
mod progress;
mod provinces;
pub(crate) mod query;
pub(crate) mod reply;
mod search;
pub(crate) mod selection;
mod spending;
mod suggest;
pub(crate) mod table;
mod targets;
mod totals;

use app::{
    paths,
    types::{
        agency::Agency, check::Check, citation::Citation, indicator::Indicator, law::Law,
        objective::Objective, plan::Plan, progress::Progress, province::Province, spending::Spending,
        target::Target, total::Total,
    },
};
use axum::{
    Router,
    extract::RawQuery,
    http::{HeaderName, Method, Uri, header},
    response::Redirect,
    routing::{any, get},
};
use tower_http::cors::{Any, CorsLayer};

use crate::{
    portal::{nouns, pairs},
    state::ServerState,
};
use endpoint::Endpoint;
use error::Problem;
use export::Format;

pub(crate) use noun::LICENCE_ADDRESS;
pub(crate) use plan_files::accepted;

/// Where the API begins.
pub(crate) const API: &str = "/api/v1";

/// Every address, in the order in which the documentation lists them.
fn endpoints() -> Vec<Endpoint> {
    let mut all = vec![index::endpoint(), openapi::endpoint()];
    all.extend(noun::endpoints::<Plan>());
    all.extend(plan_files::endpoints());
    all.extend(noun::endpoints::<Province>());
    all.extend(noun::endpoints::<Objective>());
    all.extend(noun::endpoints::<Target>());
    all.extend(noun::endpoints::<Progress>());
    all.extend(noun::endpoints::<Spending>());
    all.extend(noun::endpoints::<Total>());
    all.extend(noun::endpoints::<Citation>());
    all.extend(noun::endpoints::<Check>());
    all.extend(noun::endpoints::<Indicator>());
    all.extend(noun::endpoints::<Agency>());
    all.extend(noun::endpoints::<Law>());
    all.extend(changes::endpoints());
    all.push(compare::endpoint());
    all.push(any_record::endpoint());
    all.push(search::endpoint());
    all.push(feed::endpoint());
    all.push(suggest::endpoint());
    all
}

/// The API, and the addresses beside pages that lead to its files.
pub(crate) fn router() -> Router<ServerState> {
    let paths = endpoints().into_iter().fold(Router::new(), |router, endpoint| {
        router.route(&format!("{API}{}", endpoint.path), endpoint.answer)
    });
    let api = paths
        .route("/api/docs/try", get(docs::try_out))
        .route("/api", any(unknown_path))
        .route("/api/", any(unknown_path))
        .route("/api/{*rest}", any(unknown_path))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(cors());
    let files = Format::ALL.map(Format::ending).into_iter().chain(["atom"]);
    let files = files.flat_map(|ending| nouns().map(move |noun| format!("{noun}.{ending}")));
    files.fold(api, |router, file| {
        let (vietnamese, english) = (format!("/{file}"), format!("/en/{file}"));
        let in_english = file.clone();
        router
            .route(
                &vietnamese,
                get(move |RawQuery(query): RawQuery| async move { to_file(&file, query, "") }),
            )
            .route(
                &english,
                get(move |RawQuery(query): RawQuery| async move { to_file(&in_english, query, "lang=en") }),
            )
    })
}

/// The file of a page: the page's address with ".csv" or the like behind it.
fn to_file(file: &str, query: Option<String>, lang: &str) -> Redirect {
    let query = query.unwrap_or_default();
    let lang = if pairs(&query).iter().any(|(name, _)| name == "lang") { "" } else { lang };
    let parts: Vec<&str> = [query.as_str(), lang].into_iter().filter(|part| !part.is_empty()).collect();
    Redirect::permanent(&paths::with_query(&format!("{API}/{file}"), &parts.join("&")))
}

/// Any page may ask; nothing can be changed and no one is known, so that there is nothing to protect.
pub(crate) fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers(Any)
        .expose_headers([
            header::ETAG,
            header::LINK,
            header::CONTENT_DISPOSITION,
            header::RETRY_AFTER,
            HeaderName::from_static("ratelimit"),
            HeaderName::from_static("ratelimit-policy"),
            HeaderName::from_static("x-request-id"),
        ])
        .max_age(std::time::Duration::from_hours(24))
        // The answer is the same for every origin; a cache may share it.
        .vary([])
}

async fn unknown_path(uri: Uri) -> Problem {
    Problem::unknown_path(&uri)
}

async fn method_not_allowed(method: Method) -> Problem {
    Problem::method_not_allowed(method.as_str())
}
