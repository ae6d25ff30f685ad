//! At which addresses is the data set?
//!
//! `/data/latest/…` is the newest release, `/data/2026-11-22-r5/…` one that never changes,
//! `/data/releases` what there is.

use axum::{
    Json, Router,
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Serialize;
use tower_http::services::ServeFile;

use super::{File, Release, described, release::ZIP};
use crate::{
    api::{cors, error::Problem},
    conditional::has,
    state::ServerState,
};

/// The name under which the newest release goes.
const LATEST: &str = "latest";

/// A release is never changed.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The addresses of the data set.
pub(crate) fn router() -> Router<ServerState> {
    described::router()
        .route("/data/minhbach.zip", get(|| async { Redirect::temporary("/data/latest/minhbach.zip") }))
        .route("/data/releases", get(releases))
        .route("/data/{release}/", get(listing))
        .route("/data/{release}/{*path}", get(file))
        .layer(cors())
}

/// A release with the addresses of its files.
#[derive(Debug, Serialize)]
struct Listed {
    name: String,
    revision: u64,
    at: String,
    href: String,
    files: Vec<ListedFile>,
}

#[derive(Debug, Serialize)]
struct ListedFile {
    href: String,
    #[serde(flatten)]
    file: File,
}

fn listed(public_url: &str, release: &Release) -> Listed {
    let href = format!("{public_url}/data/{}/", release.name);
    let files = release
        .files
        .iter()
        .map(|file| ListedFile { href: format!("{href}{}", file.path), file: file.clone() });
    Listed {
        name: release.name.clone(),
        revision: release.revision,
        at: release.at.clone(),
        files: files.collect(),
        href,
    }
}

async fn releases(State(state): State<ServerState>) -> Response {
    let all: Vec<Listed> =
        state.dataset.releases().iter().map(|release| listed(&state.public_url, release)).collect();
    ([(header::CACHE_CONTROL, "no-cache")], Json(serde_json::json!({"data": all}))).into_response()
}

async fn listing(State(state): State<ServerState>, Path(name): Path<String>) -> Result<Response, Response> {
    let release = release(&state, &name).await?;
    let headers = [(header::CACHE_CONTROL, cache_control(&name))];
    Ok((headers, Json(serde_json::json!({"data": listed(&state.public_url, &release)}))).into_response())
}

async fn file(
    State(state): State<ServerState>,
    Path((name, path)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Response> {
    let release = release(&state, &name).await?;
    // Only what the release names is served: no path leads out of it.
    let file = release.file(&path).ok_or_else(|| Problem::unknown_path(request.uri()).into_response())?;
    let etag = format!("\"{}\"", &file.sha256[..32]);
    if has(request.headers(), &etag) {
        let mut response = StatusCode::NOT_MODIFIED.into_response();
        describe(response.headers_mut(), &name, &release, file, &etag);
        return Ok(response);
    }
    let served = ServeFile::new(state.dataset.folder_of(&release).join(&path)).try_call(request).await;
    let response = served.map_err(|error| {
        tracing::error!(%error, path, "a file of the data set could not be read");
        Problem::internal("the file could not be read").into_response()
    })?;
    let mut response = response.map(Body::new);
    if response.status().is_success() {
        describe(response.headers_mut(), &name, &release, file, &etag);
    }
    Ok(response)
}

/// Sets what is known of a file.
fn describe(headers: &mut HeaderMap, name: &str, release: &Release, file: &File, etag: &str) {
    let saved = format!("attachment; filename=\"{}-{}\"", release.name, file.path.replace('/', "-"));
    let kind = if file.media_type.starts_with("text/") {
        format!("{}; charset=utf-8", file.media_type)
    } else {
        file.media_type.clone()
    };
    let values: [(HeaderName, &str); 5] = [
        (header::ETAG, etag),
        (header::CACHE_CONTROL, cache_control(name)),
        (header::CONTENT_TYPE, &kind),
        (header::CONTENT_DISPOSITION, if file.path == ZIP { &saved } else { "inline" }),
        (HeaderName::from_static("x-checksum-sha256"), &file.sha256),
    ];
    for (name, value) in values {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
}

fn cache_control(name: &str) -> &'static str {
    if name == LATEST { "no-cache" } else { FOR_EVER }
}

/// The newest release, or why there is none.
#[expect(clippy::result_large_err, reason = "an error is an answer")]
pub(super) fn newest(state: &ServerState) -> Result<Release, Response> {
    let late = "the data set is being written; try again in some seconds";
    state.dataset.newest().ok_or_else(|| Problem::not_yet(late).into_response())
}

/// The release of that name, or why there is none.
async fn release(state: &ServerState, name: &str) -> Result<Release, Response> {
    if name == LATEST {
        return newest(state);
    }
    let releases = state.dataset.releases();
    if let Some(release) = releases.iter().find(|release| release.name == name) {
        return Ok(release.clone());
    }
    let names = releases.iter().map(|release| release.name.clone()).chain([LATEST.to_owned()]).collect();
    let revision = Release::revision_of(name);
    let was = match revision {
        Some(revision) => {
            state.portal.moment_of(revision).await.map_err(|error| Problem::from(error).into_response())?
        }
        None => None,
    };
    // Only a revision that there was, on that very day, names a release that may have been.
    Err(match (revision, was) {
        (Some(revision), Some(at)) if Release::name(revision, &at) == name => {
            Problem::release_gone(name, revision, names)
        }
        _ => Problem::unknown_release(name, names),
    }
    .into_response())
}
