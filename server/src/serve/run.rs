//! How does a server start, follow its store, and stop in good order?

use std::{
    env, io,
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    time::{Duration, SystemTime},
};

use listenfd::ListenFd;
use sd_notify::NotifyState;
use sha2::{Digest, Sha256};
use tokio::{net::TcpListener, sync::watch};

use super::{answers, build_router, connections, warm::keep_warm};
use crate::{
    corpus::{self, Corpus},
    dataset::{self, Dataset},
    hex::hex,
    kept::Kept,
    operations::{self, NoAddress, Operations},
    portal::ServerPortal,
    search::{FollowError, Search, SearchError, catch_up, follow},
    site::{Site, SiteError},
    state::ServerState,
    store::{Location, Store, StoreError},
};

/// Folder of the index in the data folder.
pub(crate) const INDEX: &str = "index";

/// Folder of the data set's releases in the data folder.
const DATASET: &str = "dataset";

/// How long answers that have begun may take once the server is told to stop.
const STOP_WITHIN: Duration = Duration::from_secs(10);

/// What is served, from where and at which address.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the store is.
    pub location: Location,
    /// Data folder, which holds the index.
    pub data: PathBuf,
    /// Host and port to listen at.
    pub addr: String,
    /// Plans for an empty store.
    pub corpus: Corpus,
    /// Address from outside, if it is not the one listened at.
    pub public_url: Option<String>,
    /// Folder of the site's files, in place of those in the program.
    pub site: Option<PathBuf>,
    /// Host and port where metrics are shown to those who run the portal.
    pub operations_addr: Option<String>,
    /// Limits and counts.
    pub operations: Operations,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be listened at.
    #[error(
        "cannot listen at {addr}: {source}; expected HOST:PORT with a free port, name another with --addr"
    )]
    Listen {
        /// As given.
        addr: String,
        /// Why.
        source: io::Error,
    },
    /// The public address is none.
    #[error(
        "the public address \"{0}\" is none; expected one such as https://minhbach.example, without a query"
    )]
    PublicUrl(String),
    /// What should be a proxy's address is none.
    #[error(transparent)]
    Proxy(#[from] NoAddress),
    /// The site's files cannot be read.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index cannot be used.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The index cannot be brought to the store's revision.
    #[error(transparent)]
    Follow(#[from] FollowError),
}

/// Where a server answers.
#[derive(Clone, Debug)]
pub struct Answering {
    /// Address of the portal.
    pub portal: String,
    /// Address of the metrics, if they are shown.
    pub operations: Option<String>,
}

/// Serves until the process is told to stop; tells `ready` the addresses once it answers.
pub async fn run(options: Options, ready: impl FnOnce(&Answering)) -> Result<(), ServeError> {
    let site = match &options.site {
        Some(folder) => Site::folder(folder)?,
        None => Site::embedded(),
    };
    let failed = |source| ServeError::Listen { addr: options.addr.clone(), source };
    let listener = listener(&options.addr).await.map_err(failed)?;
    let listening = address(listener.local_addr().map_err(failed)?);
    let watched = match &options.operations_addr {
        Some(addr) => Some(watched_at(addr).await?),
        None => None,
    };
    let public_url = match &options.public_url {
        Some(url) => public_url(url)?,
        None => listening.clone(),
    };

    // The index comes first: its lock keeps a second server off the data folder.
    let search = Arc::new(Search::open(&options.data.join(INDEX))?);
    let store = Store::connect(&options.location).await?;
    for report in corpus::ensure(&store, &options.corpus).await? {
        if let Err(error) = report.result {
            tracing::error!(file = report.name, %error, "a plan of the corpus could not be taken in");
        }
    }
    catch_up(&store, &search).await?;
    let (shown, news) = watch::channel(search.stamp().revision);
    let following = tokio::spawn(follow(store.clone(), Arc::clone(&search), shown));

    let portal = ServerPortal::new(store, search);
    let dataset = Dataset::open(options.data.join(DATASET));
    let writing = tokio::spawn(dataset::follow(portal.clone(), dataset.clone(), public_url.clone()));

    let state = ServerState {
        build: build(&site).into(),
        started: SystemTime::now(),
        portal,
        dataset,
        kept: Kept::default(),
        operations: options.operations,
        site,
        public_url: public_url.into(),
    };
    let mut beside = vec![following, writing, tokio::spawn(keep_warm(answers(state.clone()), news))];
    let mut answering = Answering { portal: listening, operations: None };
    if let Some((listener, address)) = watched {
        beside.push(tokio::spawn(serve_operations(listener, state.clone())));
        answering.operations = Some(address);
    }
    let stop = told_to_stop();
    ready(&answering);
    tell_manager(NotifyState::Ready);
    serve(listener, state, stop).await;
    beside.iter().for_each(tokio::task::JoinHandle::abort);
    Ok(())
}

/// The socket that a service manager opened before and keeps open over restarts, or one of our own.
async fn listener(addr: &str) -> io::Result<TcpListener> {
    match ListenFd::from_env().take_tcp_listener(0)? {
        Some(listener) => {
            listener.set_nonblocking(true)?;
            TcpListener::from_std(listener)
        }
        None => TcpListener::bind(addr).await,
    }
}

/// Nobody may be listening: then there is nobody to tell.
fn tell_manager(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::debug!(%error, "the service manager was not told");
    }
}

/// Where those who run the portal ask, and its address.
async fn watched_at(addr: &str) -> Result<(TcpListener, String), ServeError> {
    let failed = |source| ServeError::Listen { addr: addr.to_owned(), source };
    let listener = TcpListener::bind(addr).await.map_err(failed)?;
    let address = address(listener.local_addr().map_err(failed)?);
    Ok((listener, address))
}

async fn serve_operations(listener: TcpListener, state: ServerState) {
    if let Err(error) = axum::serve(listener, operations::router(state)).await {
        tracing::error!(%error, "the metrics are no longer shown");
    }
}

/// Answers until told to stop, then finishes what has begun, but not for ever.
async fn serve(listener: TcpListener, state: ServerState, stop_asked: impl Future<Output = ()>) {
    let operations = state.operations.clone();
    let (stop, mut stopping) = watch::channel(false);
    let told = async move {
        stop_asked.await;
        operations.stop();
        tell_manager(NotifyState::Stopping);
        stop.send_replace(true);
        tracing::info!("stopping: answers that have begun are finished");
    };
    let operations = state.operations.clone();
    let served = connections::serve(listener, build_router(state), operations, told);
    let overdue = async {
        // An error means that everything is served already.
        let _ = stopping.wait_for(|stop| *stop).await;
        tokio::time::sleep(STOP_WITHIN).await;
    };
    tokio::select! {
        () = served => {}
        () = overdue => tracing::warn!("some answers took too long to finish; stopping all the same"),
    }
}

/// Ctrl-C, or what service managers send. Heeded from now on, not only from when it is waited for.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let heeded = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| match signal(kind) {
        Ok(signal) => Some(signal),
        Err(error) => {
            tracing::warn!(%error, "a signal to stop is not heeded");
            None
        }
    });
    async move {
        let [interrupt, terminate] = heeded.map(|signal| async move {
            match signal {
                Some(mut signal) => drop(signal.recv().await),
                None => std::future::pending().await,
            }
        });
        tokio::select! {
            () = interrupt => {}
            () = terminate => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn told_to_stop() {
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::warn!(%error, "ctrl-c is not heeded");
        std::future::pending::<()>().await;
    }
}

/// An address that a browser on this machine can open.
fn address(listening: SocketAddr) -> String {
    if listening.ip().is_unspecified() {
        return format!("http://localhost:{}", listening.port());
    }
    format!("http://{listening}")
}

/// The public address without a slash at its end.
fn public_url(url: &str) -> Result<String, ServeError> {
    let trimmed = url.trim().trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    let sound = host.is_some_and(|host| {
        !host.is_empty() && host.chars().all(|letter| letter.is_ascii_graphic() && !"?#\"<>".contains(letter))
    });
    if sound { Ok(trimmed.to_owned()) } else { Err(ServeError::PublicUrl(url.to_owned())) }
}

/// What tells this build from another: version, site files and, where it can be read, the program itself.
fn build(site: &Site) -> String {
    let mut hash = Sha256::new();
    hash.update(site.hash());
    match env::current_exe().and_then(std::fs::read) {
        Ok(program) => hash.update(program),
        Err(error) => tracing::debug!(%error, "the program's own file cannot be read; its version must do"),
    }
    format!("{}-{}", env!("CARGO_PKG_VERSION"), hex(&hash.finalize()[..8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_has_a_scheme_and_a_host() {
        assert_eq!(public_url("https://minhbach.example/").unwrap(), "https://minhbach.example");
        assert_eq!(public_url("http://localhost:8080/vn").unwrap(), "http://localhost:8080/vn");
        for url in
            ["", "minhbach.example", "https://", "ftp://a", "https://a?b", "https://a b", "https://\"><"]
        {
            let error = public_url(url).unwrap_err().to_string();
            assert!(error.contains("expected"), "{url}: {error}");
        }
    }

    #[test]
    fn every_interface_is_reached_at_localhost() {
        assert_eq!(address("0.0.0.0:8080".parse().unwrap()), "http://localhost:8080");
        assert_eq!(address("127.0.0.1:80".parse().unwrap()), "http://127.0.0.1:80");
        assert_eq!(address("[::1]:80".parse().unwrap()), "http://[::1]:80");
    }
}
