//! How does a server start, follow its store, and stop in good order?

use std::{env, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use axum::Router;
use sha2::{Digest, Sha256};
use tokio::{net::TcpListener, sync::watch};

use super::build_router;
use crate::{
    corpus::{self, Corpus},
    dataset::{self, Dataset},
    hex::hex,
    kept::Kept,
    portal::ServerPortal,
    search::{FollowError, Search, SearchError, catch_up, follow},
    site::{Site, SiteError},
    state::ServerState,
    store::{Location, Store, StoreError},
};

/// Folder of the index in the data folder.
const INDEX: &str = "index";

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
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Stopped(io::Error),
}

/// Serves until the process is told to stop; tells `ready` the address once it answers.
pub async fn run(options: Options, ready: impl FnOnce(&str)) -> Result<(), ServeError> {
    let site = match &options.site {
        Some(folder) => Site::folder(folder)?,
        None => Site::embedded(),
    };
    let failed = |source| ServeError::Listen { addr: options.addr.clone(), source };
    let listener = TcpListener::bind(&options.addr).await.map_err(failed)?;
    let listening = address(listener.local_addr().map_err(failed)?);
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
    let following = tokio::spawn(follow(store.clone(), Arc::clone(&search)));

    let portal = ServerPortal::new(store, search);
    let dataset = Dataset::open(options.data.join(DATASET));
    let writing = tokio::spawn(dataset::follow(portal.clone(), dataset.clone(), public_url.clone()));

    let state = ServerState {
        build: build(&site).into(),
        portal,
        dataset,
        pages: Kept::pages(),
        answers: Kept::answers(),
        site,
        public_url: public_url.into(),
    };
    ready(&listening);
    let served = serve(listener, build_router(state)).await;
    following.abort();
    writing.abort();
    served.map_err(ServeError::Stopped)
}

/// Answers until told to stop, then finishes what has begun, but not for ever.
async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let (stop, mut stopping) = watch::channel(false);
    let mut told = stop.subscribe();
    tokio::spawn(async move {
        told_to_stop().await;
        let _ = stop.send(true);
    });
    // A router of its own would be made for each connection, idle ones too: a fifth of a megabyte each.
    let graceful = axum::serve(listener, router.into_make_service()).with_graceful_shutdown(async move {
        // An error means that no one can tell any more; then we stop too.
        let _ = told.wait_for(|stop| *stop).await;
    });
    let overdue = async {
        let _ = stopping.wait_for(|stop| *stop).await;
        tokio::time::sleep(STOP_WITHIN).await;
    };
    tokio::select! {
        served = graceful => served,
        () = overdue => {
            tracing::warn!("some answers took too long to finish; stopping all the same");
            Ok(())
        }
    }
}

/// Ctrl-C, or what service managers send.
async fn told_to_stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "ctrl-c is not heeded");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM is not heeded");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
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
