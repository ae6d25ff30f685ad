//! How often may one client ask?
//!
//! Generously, and said in every answer (the `RateLimit` fields of the IETF's draft): a program that
//! pulls everything should know how fast it may, and one that goes wild should not slow down others.

use std::{
    num::NonZeroU32,
    sync::Mutex,
    time::{Duration, Instant},
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, MonotonicClock},
    middleware::{NoOpMiddleware, StateInformationMiddleware},
    state::keyed::HashMapStateStore,
};

use super::client::Client;
use crate::{api::error::Problem, state::ServerState};

/// Seconds whose requests may come at once.
const WINDOW: u32 = 10;

/// Clients that are remembered before those that have asked nothing lately are forgotten.
const CLIENTS_MAX: usize = 50_000;

/// Between two times that idle clients are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(10);

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LEFT: HeaderName = HeaderName::from_static("ratelimit");

/// Counts what each client asks.
#[derive(Debug)]
pub(super) struct Limiter {
    clients: RateLimiter<Client, HashMapStateStore<Client>, MonotonicClock, StateInformationMiddleware>,
    clock: MonotonicClock,
    policy: HeaderValue,
    /// Time until one more may be asked.
    per_request: Duration,
    burst: u32,
    /// When idle clients were forgotten last.
    forgot: Mutex<Instant>,
}

impl Limiter {
    pub(super) fn new(requests_per_second: NonZeroU32) -> Self {
        let burst = requests_per_second.saturating_mul(NonZeroU32::new(WINDOW).unwrap_or(NonZeroU32::MIN));
        let quota = Quota::per_second(requests_per_second).allow_burst(burst);
        let clock = MonotonicClock;
        let policy = format!("\"client\";q={burst};w={WINDOW}");
        Self {
            clients: RateLimiter::<_, _, _, NoOpMiddleware<_>>::new(
                quota,
                HashMapStateStore::default(),
                clock.clone(),
            )
            .with_middleware(),
            clock,
            policy: HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("")),
            per_request: quota.replenish_interval(),
            burst: burst.get(),
            forgot: Mutex::new(Instant::now()),
        }
    }

    /// What a client has left, or how long it is to wait.
    fn ask(&self, client: Client) -> Result<u32, Duration> {
        self.forget_idle();
        match self.clients.check_key(&client) {
            Ok(state) => Ok(state.remaining_burst_capacity()),
            Err(not_until) => Err(not_until.wait_time_from(self.clock.now())),
        }
    }

    /// Looks at every client, and so not for every question, however many ask.
    fn forget_idle(&self) {
        if self.clients.len() <= CLIENTS_MAX {
            return;
        }
        if let Ok(mut last) = self.forgot.try_lock()
            && last.elapsed() >= FORGET_EVERY
        {
            *last = Instant::now();
            self.clients.retain_recent();
        }
    }

    fn say(&self, headers: &mut HeaderMap, left: u32) {
        let all_back = (self.per_request * (self.burst - left.min(self.burst))).as_secs() + 1;
        headers.insert(POLICY, self.policy.clone());
        if let Ok(value) = HeaderValue::from_str(&format!("\"client\";r={left};t={all_back}")) {
            headers.insert(LEFT, value);
        }
    }
}

/// Refuses who asks too often, and tells everyone else how much is left.
pub(crate) async fn limited(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let operations = &state.operations;
    let client = Client::of(&request, &operations.proxies);
    let Some((limiter, client)) = operations.limiter.as_ref().zip(client) else {
        return next.run(request).await;
    };
    match limiter.ask(client) {
        Ok(left) => {
            let mut response = next.run(request).await;
            limiter.say(response.headers_mut(), left);
            response
        }
        Err(wait) => {
            operations.metrics.limited();
            let mut response = Problem::too_many(limiter.burst, WINDOW, wait).into_response();
            limiter.say(response.headers_mut(), 0);
            // A program in a browser of another site may read why.
            response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            response
        }
    }
}
