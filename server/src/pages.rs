//! How are the pages served?
//!
//! The server renders them whole and sends the document alone: what leptos adds is for
//! hydrating whole pages, and would need inline scripts.

mod file;
mod report;

use std::sync::{Arc, LazyLock};

use app::{
    app::{App, shell},
    document,
    i18n::Language,
    pages::{api_docs::ApiOperations, plan::original},
    paths::{self, PublicUrl},
    portal::{Answer, Portal},
    types::{
        agency::Agency,
        filter::{Filter, LIMIT_MAX},
        indicator::Indicator,
        law::Law,
        plan::Plan,
        province::Province,
    },
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::{LeptosOptions, provide_context};
use leptos_axum::{generate_route_list, render_app_async_with_context};

use crate::{
    api::{docs::operations, error::Problem},
    headers::CONTENT_SECURITY_POLICY,
    portal::{Listed, ServerPortal},
    state::ServerState,
};

/// Longest page, in bytes: a plan of ten megabytes of text, marked up.
const PAGE_MAX: usize = 64 << 20;

/// A plan's page that is asked for the file it was read from shows it in a frame.
static FRAMING: LazyLock<HeaderValue> = LazyLock::new(|| {
    let policy = format!("{CONTENT_SECURITY_POLICY}; frame-src 'self'");
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CONTENT_SECURITY_POLICY))
});

/// Pages without data of their own address; each stands in the site map.
pub(crate) const PAGES: [&str; 16] = [
    "/",
    "/search",
    "/plans",
    "/provinces",
    "/targets",
    "/spending",
    "/progress",
    "/compare",
    "/indicators",
    "/agencies",
    "/laws",
    "/checks",
    "/data",
    "/api/docs",
    "/glossary",
    "/about",
];

/// The pages, in both languages, and what stands beside them.
pub(crate) fn router() -> Router<ServerState> {
    // The list is read off the app itself, so that it cannot differ from what the app shows.
    let routes = generate_route_list(App);
    routes
        .iter()
        .fold(Router::new(), |router, route| router.route(route.path(), get(page)))
        .route("/plans/{id}/file", get(file::shown))
        .route("/report", post(report::take))
        .route("/en/report", post(report::take))
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(site_map))
        .route("/favicon.ico", get(|| async { Redirect::permanent("/icon.svg") }))
        .fallback(page)
}

async fn page(State(state): State<ServerState>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let place = paths::Place::parse(&request.uri().to_string());
    let state = ServerState { portal: state.portal.held(), ..state };
    let mut response = rendered(state, request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(place.lang.code()));
    if place.path.starts_with("/plans/") && original::is_asked(&place.query) {
        headers.insert(header::CONTENT_SECURITY_POLICY, FRAMING.clone());
        // "Not modified" comes with the policy of all other pages, which a browser would then hold this one to.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

async fn rendered(state: ServerState, request: Request) -> Response {
    let (portal, public_url) = (state.portal.clone(), state.public_url.to_string());
    let context = move || {
        provide_context::<Arc<dyn Portal>>(Arc::new(portal.clone()));
        provide_context(PublicUrl(public_url.clone()));
        provide_context(ApiOperations(operations()));
    };
    let options = LeptosOptions::builder().output_name("minhbach").build();
    let render = render_app_async_with_context(context, move || shell(options.clone()));
    let (parts, body) = render(request).await.into_parts();
    match to_bytes(body, PAGE_MAX).await {
        Ok(bytes) => Response::from_parts(parts, Body::from(document::sent(&bytes))),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            Problem::internal("the page could not be rendered").into_response()
        }
    }
}

/// Most addresses in one site map, as its format has it.
const SITE_MAP_MAX: usize = 50_000;

/// What robots may do, and where the site map is.
async fn robots(State(state): State<ServerState>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", state.public_url)
}

/// The pages of a whole list, batch by batch.
async fn whole<T: Listed>(portal: &ServerPortal, page: impl Fn(T) -> Option<String>) -> Answer<Vec<String>> {
    let mut pages = Vec::new();
    let mut filter = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
    loop {
        let batch = T::page(portal, portal.shown(), &filter).await?;
        pages.extend(batch.records.into_iter().filter_map(&page));
        match batch.next {
            Some(cursor) => filter.cursor = Some(cursor),
            None => return Ok(pages),
        }
    }
}

/// Every page that a search engine may list, in both languages.
async fn site_map(State(state): State<ServerState>) -> Result<Response, Problem> {
    let portal = state.portal.held();
    let mut pages: Vec<String> = PAGES.iter().map(|&page| page.to_owned()).collect();
    pages.extend(whole(&portal, |plan: Plan| Some(paths::plan(Language::Vi, &plan.id))).await?);
    let province = |unit: Province| (unit.plans > 0).then(|| paths::province(Language::Vi, &unit.slug));
    pages.extend(whole(&portal, province).await?);
    let indicator = |thing: Indicator| (thing.plans > 0).then(|| paths::indicator(Language::Vi, &thing.id));
    pages.extend(whole(&portal, indicator).await?);
    let agency = |agency: Agency| (agency.plans > 0).then(|| paths::agency(Language::Vi, &agency.id));
    pages.extend(whole(&portal, agency).await?);
    // A site map holds 50,000 addresses; those of laws are the last.
    pages.extend(whole(&portal, |law: Law| Some(paths::law(Language::Vi, &law.id))).await?);
    pages.truncate(SITE_MAP_MAX / Language::ALL.len());
    let addresses = pages.iter().flat_map(|page| Language::ALL.map(|lang| paths::page(lang, page)));
    // Paths are made of slugs, which hold nothing that XML would have escaped.
    let entries = addresses.fold(String::new(), |entries, path| {
        entries + "<url><loc>" + &state.public_url + &path + "</loc></url>\n"
    });
    let map = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    );
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/xml"))], map).into_response())
}
