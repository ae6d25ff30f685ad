//! What is counted, for Prometheus?

use std::{
    sync::atomic::AtomicU64,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::process::Process;
use crate::{api::error::Problem, state::ServerState};

/// Upper ends of the counted times, in seconds: half of the promised 50 ms is told from all of it.
const BUCKETS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 20.0];

/// How long the store may take to say its revision.
const STORE_WITHIN: Duration = Duration::from_secs(2);

const OPEN_METRICS: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    method: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Build {
    version: &'static str,
}

/// Everything that is counted while a server runs.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    connections: Gauge,
    shed: Counter,
    limited: Counter,
    kept: Family<Outcome, Counter>,
    kept_bytes: Gauge,
    index_revision: Gauge,
    store_revision: Gauge,
    store_up: Gauge,
    resident_bytes: Gauge,
    cpu_seconds: Gauge<f64, AtomicU64>,
    open_files: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let seconds: fn() -> Histogram = || Histogram::new(BUCKETS);
        let mut own = Self {
            registry: Registry::default(),
            requests: Family::default(),
            seconds: Family::new_with_constructor(seconds),
            in_flight: Gauge::default(),
            connections: Gauge::default(),
            shed: Counter::default(),
            limited: Counter::default(),
            kept: Family::default(),
            kept_bytes: Gauge::default(),
            index_revision: Gauge::default(),
            store_revision: Gauge::default(),
            store_up: Gauge::default(),
            resident_bytes: Gauge::default(),
            cpu_seconds: Gauge::default(),
            open_files: Gauge::default(),
        };
        own.register();
        own
    }
}

impl Metrics {
    fn register(&mut self) {
        let all = &mut self.registry;
        let build = Family::<Build, Gauge>::default();
        build.get_or_create(&Build { version: env!("CARGO_PKG_VERSION") }).set(1);
        all.register("minhbach_build", "The version that runs", build);
        let requests = self.requests.clone();
        all.register("minhbach_http_requests", "Requests answered, by route, method and status", requests);
        let seconds = self.seconds.clone();
        let help = "Time until the head of the answer, by route";
        all.register_with_unit("minhbach_http_request_duration", help, Unit::Seconds, seconds);
        all.register("minhbach_http_in_flight", "Requests that are being answered", self.in_flight.clone());
        all.register("minhbach_connections", "Open connections", self.connections.clone());
        all.register("minhbach_http_shed", "Requests refused because too much was asked", self.shed.clone());
        all.register(
            "minhbach_http_limited",
            "Requests of clients that asked too often",
            self.limited.clone(),
        );
        all.register("minhbach_kept_answers", "Answers found made already, or not", self.kept.clone());
        all.register_with_unit("minhbach_kept", "Answers in memory", Unit::Bytes, self.kept_bytes.clone());
        all.register("minhbach_index_revision", "Revision that answers show", self.index_revision.clone());
        let help = "Revision that the store is at, as last seen";
        all.register("minhbach_store_revision", help, self.store_revision.clone());
        all.register("minhbach_store_up", "Whether the store answers", self.store_up.clone());
        let memory = self.resident_bytes.clone();
        all.register_with_unit("process_resident_memory", "Memory of the server", Unit::Bytes, memory);
        let time = self.cpu_seconds.clone();
        all.register_with_unit("process_cpu_used", "Time of all processors", Unit::Seconds, time);
        all.register("process_open_fds", "Open files and connections", self.open_files.clone());
    }

    /// A request has begun; it ends when what is given is dropped.
    pub(super) fn begins(&self) -> Counted {
        Counted::in_gauge(&self.in_flight)
    }

    /// A connection was opened; it is closed when what is given is dropped.
    pub(crate) fn connected(&self) -> Counted {
        Counted::in_gauge(&self.connections)
    }

    pub(super) fn answered(&self, route: String, method: &Method, status: StatusCode, time: Duration) {
        // Any word may be sent as a method; only few are counted apart.
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            Method::OPTIONS => "OPTIONS",
            _ => "other",
        };
        self.seconds.get_or_create(&Route { route: route.clone() }).observe(time.as_secs_f64());
        self.requests.get_or_create(&Answered { route, method, status: status.as_u16() }).inc();
    }

    pub(super) fn shed(&self) {
        self.shed.inc();
    }

    pub(super) fn limited(&self) {
        self.limited.inc();
    }

    /// An answer was asked for that may be made already.
    pub(crate) fn kept(&self, found: bool) {
        self.kept.get_or_create(&Outcome { outcome: if found { "found" } else { "made" } }).inc();
    }

    /// All of it as text, as it is now.
    async fn text(&self, state: &ServerState) -> Result<String, std::fmt::Error> {
        self.index_revision.set(number(state.portal.shown()));
        self.kept_bytes.set(number(state.kept.bytes()));
        let asked = tokio::time::timeout(STORE_WITHIN, state.portal.store().revision()).await;
        let revision = asked.ok().and_then(Result::ok);
        self.store_up.set(i64::from(revision.is_some()));
        if let Some(revision) = revision {
            self.store_revision.set(number(revision));
        }
        let process = Process::now();
        self.resident_bytes.set(process.resident_bytes.unwrap_or_default());
        self.cpu_seconds.set(process.cpu_seconds.unwrap_or_default());
        self.open_files.set(process.open_files.unwrap_or_default());
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// One more of something, for as long as it lives.
#[derive(Debug)]
pub(crate) struct Counted(Gauge);

impl Counted {
    fn in_gauge(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.dec();
    }
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// `/metrics`.
pub(super) fn router() -> Router<ServerState> {
    Router::new().route("/metrics", get(metrics))
}

async fn metrics(State(state): State<ServerState>) -> Response {
    let start = Instant::now();
    match state.operations.metrics.text(&state).await {
        Ok(text) => {
            tracing::debug!(ms = start.elapsed().as_millis(), "metrics were asked for");
            ([(header::CONTENT_TYPE, OPEN_METRICS)], text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            Problem::internal("the metrics could not be written").into_response()
        }
    }
}
