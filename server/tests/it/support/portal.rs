//! How do the tests ask the portal, without a socket?

use std::{path::PathBuf, sync::Arc};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode},
};
use http_body_util::BodyExt;
use plandoc::Reading;
use serde_json::Value;
use server::{
    corpus::{Corpus, ensure},
    dataset::{self, Dataset, Release},
    kept::Kept,
    operations::{Operations, Proxies},
    portal::ServerPortal,
    search::{Search, catch_up},
    serve::build_router,
    site::Site,
    state::ServerState,
    store::{PlanId, Publication, Store},
};
use tempfile::TempDir;
use tower::ServiceExt;

use super::{engine::Engine, reading::publication};

/// Address that the tests' portal is reached at from outside.
pub(crate) const PUBLIC_URL: &str = "https://portal.example";

/// A portal over a store of its own.
pub(crate) struct Portal {
    pub(crate) router: Router,
    pub(crate) store: Store,
    search: Arc<Search>,
    answers: ServerPortal,
    dataset: Dataset,
    folder: TempDir,
}

/// An answer, read to its end.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Portal {
    /// A portal over an empty store.
    pub(crate) async fn empty() -> Self {
        Self::empty_on(Engine::sqlite()).await
    }

    async fn empty_on(engine: Engine) -> Self {
        let store = engine.open().await;
        let folder = engine.folder;
        let search = Arc::new(Search::open(&folder.path().join("index")).expect("the index opens"));
        let portal = ServerPortal::new(store.clone(), Arc::clone(&search));
        let dataset = Dataset::open(folder.path().join("dataset"));
        let state = ServerState {
            portal: portal.clone(),
            dataset: dataset.clone(),
            kept: Kept::default(),
            operations: Operations::new(None, Proxies::default()),
            site: Site::embedded(),
            build: "test".into(),
            started: std::time::SystemTime::UNIX_EPOCH,
            public_url: PUBLIC_URL.into(),
        };
        Self { router: build_router(state), store, search, answers: portal, dataset, folder }
    }

    /// A portal over the plans that ship.
    pub(crate) async fn with_corpus() -> Self {
        Self::corpus_on(Engine::sqlite()).await
    }

    /// The same, its store in this engine.
    pub(crate) async fn corpus_on(engine: Engine) -> Self {
        let portal = Self::empty_on(engine).await;
        let reports = ensure(&portal.store, &Corpus::Embedded).await.expect("the store takes them in");
        for report in reports {
            report.result.unwrap_or_else(|error| panic!("{}: {error}", report.name));
        }
        catch_up(&portal.store, &portal.search).await.expect("the index catches up");
        portal
    }

    /// Publishes a reading and shows it.
    pub(crate) async fn publish(&self, reading: &Reading) {
        self.publish_as(publication(reading)).await;
    }

    /// Publishes a reading as a new version of its plan and shows it.
    pub(crate) async fn publish_as_version(&self, reading: &Reading) {
        let publication = publication(reading);
        let (PlanId::Named(id) | PlanId::Derived(id)) = publication.id;
        self.publish_as(Publication { id: PlanId::Named(id), ..publication }).await;
    }

    async fn publish_as(&self, publication: Publication<'_>) {
        self.store.publish(&publication).await.expect("the reading is published");
        catch_up(&self.store, &self.search).await.expect("the index catches up");
    }

    /// Writes the whole data set as it is shown now, as a running server does by itself.
    pub(crate) async fn release(&self) -> Release {
        self.release_into(&self.dataset).await
    }

    /// The same, into releases of its own.
    pub(crate) async fn release_into(&self, dataset: &Dataset) -> Release {
        dataset::make(&self.answers, dataset, PUBLIC_URL).await.expect("the data set is written")
    }

    /// The same portal as a server started anew finds its releases.
    pub(crate) fn found_again(&self) -> Dataset {
        Dataset::open(self.releases())
    }

    /// Where the releases lie.
    pub(crate) fn releases(&self) -> PathBuf {
        self.folder.path().join("dataset")
    }

    /// Asks with a method and headers.
    pub(crate) async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the body is whole").to_bytes().to_vec();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    /// Gets a path.
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, &[]).await
    }

    /// Gets a path that answers JSON.
    pub(crate) async fn json(&self, path: &str) -> Value {
        let reply = self.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text());
        reply.json()
    }
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header in ASCII"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("a body in UTF-8")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}

/// The path and query of an absolute address of the tests' portal.
pub(crate) fn path_of(address: &str) -> &str {
    address.strip_prefix(PUBLIC_URL).unwrap_or_else(|| panic!("{address} is not below {PUBLIC_URL}"))
}
