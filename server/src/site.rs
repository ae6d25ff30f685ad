//! Where do the files of the site come from: styles, scripts, fonts, icons?

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::{conditional::has, hex::hex, packed::Packed, state::ServerState};

/// The site as it was built before the server, so that the binary serves from any folder.
static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../target/site");

/// Why the files of the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The folder or a file in it cannot be read.
    #[error("cannot read the site's files in {}: {source}; MINHBACH_SITE names a folder made by `make site`", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// One file.
#[derive(Debug)]
struct SiteFile {
    bytes: Bytes,
    /// The same as it is sent, made when it is asked for first.
    packed: OnceLock<Packed>,
    media_type: &'static str,
    etag: HeaderValue,
}

/// Work that goes into compressing a file, of 11: it is done once.
const EFFORT: i32 = 9;

impl SiteFile {
    fn packed(&self) -> &Packed {
        self.packed.get_or_init(|| {
            let is_packed = self.media_type.starts_with("font/") || self.media_type == "image/png";
            let bytes = self.bytes.clone();
            if is_packed { Packed::plain(bytes) } else { Packed::now(bytes, EFFORT) }
        })
    }
}

/// The files of the site by path. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Site {
    files: Arc<HashMap<String, SiteFile>>,
}

impl Site {
    /// The files in the binary.
    pub fn embedded() -> Self {
        let mut files = HashMap::new();
        collect(&EMBEDDED, &mut files);
        Self { files: Arc::new(files) }
    }

    /// The files of a folder, as they are now.
    pub fn folder(path: &Path) -> Result<Self, SiteError> {
        let mut files = HashMap::new();
        read_folder(path, "", &mut files)?;
        Ok(Self { files: Arc::new(files) })
    }

    /// A short hash of all of them.
    pub fn hash(&self) -> String {
        let mut paths: Vec<&String> = self.files.keys().collect();
        paths.sort();
        let mut hash = Sha256::new();
        for path in paths {
            hash.update(path);
            hash.update(&self.files[path].bytes);
        }
        short(hash)
    }
}

fn collect(folder: &'static Dir<'static>, files: &mut HashMap<String, SiteFile>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            files.insert(format!("/{path}"), site_file(path, Bytes::from_static(file.contents())));
        }
    }
    folder.dirs().for_each(|folder| collect(folder, files));
}

fn read_folder(path: &Path, prefix: &str, files: &mut HashMap<String, SiteFile>) -> Result<(), SiteError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| SiteError::Unreadable { path, source }
    };
    for entry in std::fs::read_dir(path).map_err(failed(path))? {
        let entry = entry.map_err(failed(path))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let (path, below) = (entry.path(), format!("{prefix}/{name}"));
        if path.is_dir() {
            read_folder(&path, &below, files)?;
        } else {
            let bytes = std::fs::read(&path).map_err(failed(&path))?;
            files.insert(below, site_file(&name, bytes.into()));
        }
    }
    Ok(())
}

fn site_file(name: &str, bytes: Bytes) -> SiteFile {
    let mut hash = Sha256::new();
    hash.update(&bytes);
    let etag = format!("W/\"{}\"", short(hash));
    let etag = HeaderValue::from_str(&etag).unwrap_or(HeaderValue::from_static("W/\"\""));
    SiteFile { media_type: media_type(name), etag, bytes, packed: OnceLock::new() }
}

fn short(hash: Sha256) -> String {
    hex(&hash.finalize()[..8])
}

fn media_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Answers with a file of the site, if the path is one; pages and API come after.
pub(crate) async fn serve(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let reads = request.method() == Method::GET || request.method() == Method::HEAD;
    let Some(file) = state.site.files.get(request.uri().path()).filter(|_| reads) else {
        return next.run(request).await;
    };
    let known = file.etag.to_str().is_ok_and(|etag| has(request.headers(), etag));
    let headers = [
        (header::ETAG, file.etag.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache_control(file.media_type))),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    if known {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let (body, coding) = file.packed().sent(request.headers());
    let mut response = (headers, body).into_response();
    if let Some(coding) = coding {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    response
}

/// Fonts and icons do not change under their names; scripts and styles do with every build,
/// and have to fit the page and each other.
fn cache_control(media_type: &str) -> &'static str {
    if media_type.starts_with("font/") || media_type.starts_with("image/") {
        "public, max-age=604800"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_served_as_it_is_and_hashed() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("pkg")).unwrap();
        std::fs::write(folder.path().join("pkg/minhbach.css"), "body{}").unwrap();
        let site = Site::folder(folder.path()).unwrap();
        assert_eq!(site.files["/pkg/minhbach.css"].media_type, "text/css; charset=utf-8");
        let before = site.hash();
        std::fs::write(folder.path().join("pkg/minhbach.css"), "body{margin:0}").unwrap();
        assert_ne!(Site::folder(folder.path()).unwrap().hash(), before);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = Site::folder(Path::new("/nowhere/site")).unwrap_err().to_string();
        assert!(error.contains("/nowhere/site") && error.contains("MINHBACH_SITE"), "{error}");
    }
}
