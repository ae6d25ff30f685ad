//! What do those who run the portal see of it, and what keeps it alive?

mod client;
mod health;
mod limited;
mod measured;
mod metrics;
mod numbered;
mod process;
mod shed;

use std::{
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::Router;
use tokio::sync::Semaphore;

use crate::state::ServerState;
use limited::Limiter;

pub use self::client::{NoAddress, Proxies};

pub(crate) use self::{
    client::Peer, limited::limited, measured::measured, metrics::Metrics, numbered::numbered, shed::shed,
};

/// Answers that are made at a time; more would wait for the processors anyway, and each holds memory.
const AT_ONCE: usize = 256;

/// Counts, limits and the state of one server. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Operations {
    /// What is counted.
    pub(crate) metrics: Arc<Metrics>,
    stopping: Arc<AtomicBool>,
    permits: Arc<Semaphore>,
    limiter: Option<Arc<Limiter>>,
    proxies: Arc<Proxies>,
}

impl Operations {
    /// Limits each client to so many requests a second, or none; `proxies` may say who asks.
    pub fn new(requests_per_second: Option<NonZeroU32>, proxies: Proxies) -> Self {
        Self {
            metrics: Arc::default(),
            stopping: Arc::default(),
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            limiter: requests_per_second.map(|rate| Arc::new(Limiter::new(rate))),
            proxies: Arc::new(proxies),
        }
    }

    /// From now on a proxy is told to ask another server.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// What a proxy in front asks: is the server alive, and may it be asked?
pub(crate) fn public_router() -> Router<ServerState> {
    health::router()
}

/// The same and the metrics, for an address that readers do not reach.
pub(crate) fn router(state: ServerState) -> Router {
    health::router().merge(metrics::router()).with_state(state)
}
