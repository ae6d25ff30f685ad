//! How long does an answer take, and how many are given in a second?
//!
//! Closed loops: who asks waits for the answer before asking again.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::{
    engine::{Engine, Outcome},
    machine::Usage,
    queries::Asked,
};

/// Connections at a time.
const CONNECTIONS: [usize; 4] = [1, 2, 4, 8];
/// Longest time for the latencies of one engine.
const LATENCY_MAX: Duration = Duration::from_secs(20);

/// What one engine did with the queries.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    /// How the report names it.
    pub(crate) name: String,
    /// Hits of each query, in the list's order.
    pub(crate) found: Vec<u64>,
    /// Milliseconds, one connection, rising; every query as often as every other.
    pub(crate) latencies: Vec<f64>,
    /// The slowest query and its median.
    pub(crate) slowest: (String, f64),
    /// Answers a second for each number of connections.
    pub(crate) throughput: Vec<(usize, f64)>,
    /// Milliseconds of processor time of the engine's own processes for an answer.
    pub(crate) cpu_ms: f64,
    /// Share of the processors that other programs took meanwhile.
    pub(crate) others: f64,
}

impl Measured {
    /// A share of the answers took no longer than this.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let last = self.latencies.len().saturating_sub(1);
        self.latencies[(self.latencies.len() * percent / 100).min(last)]
    }

    /// Most answers a second, and with how many connections.
    pub(crate) fn best(&self) -> (usize, f64) {
        let by_rate = |a: &&(usize, f64), b: &&(usize, f64)| a.1.total_cmp(&b.1);
        self.throughput.iter().max_by(by_rate).copied().unwrap_or_default()
    }
}

/// Measures an engine: each query once to warm up and count, then one by one, then at once.
pub(crate) fn measure(engine: &dyn Engine, queries: &[Asked], seconds: f64) -> Outcome<Measured> {
    let mut session = engine.session()?;
    let mut found = Vec::new();
    for query in queries {
        session.ask(query).map_err(|error| format!("{}: {}: {error}", engine.name(), query.typed))?;
        found.push(session.found()?);
    }
    let before = Usage::now(&engine.processes());
    let mut times = vec![Vec::new(); queries.len()];
    let started = Instant::now();
    while times[0].is_empty()
        || (started.elapsed().as_secs_f64() < seconds * 2.0 && started.elapsed() < LATENCY_MAX)
    {
        for (query, times) in queries.iter().zip(&mut times) {
            let asked = Instant::now();
            session.ask(query)?;
            times.push(asked.elapsed().as_secs_f64() * 1e3);
        }
    }
    drop(session);
    let mut answers = times.iter().map(Vec::len).sum::<usize>();
    let mut throughput = Vec::new();
    for connections in CONNECTIONS {
        let (given, rate) = at_once(engine, queries, connections, seconds)?;
        answers += given;
        throughput.push((connections, rate));
    }
    let used = Usage::now(&engine.processes()).since(&before);
    let medians = times.iter().map(|times| rising(times.clone())[times.len() / 2]);
    let slowest = queries.iter().zip(medians).max_by(|a, b| a.1.total_cmp(&b.1));
    Ok(Measured {
        name: engine.name(),
        found,
        slowest: slowest.map(|(query, median)| (query.typed.clone(), median)).unwrap_or_default(),
        latencies: rising(times.into_iter().flatten().collect()),
        throughput,
        cpu_ms: used.engine * 1e3 / float(answers),
        others: used.others,
    })
}

/// So many sessions at once for so many seconds; gives the answers, and how many in a second.
fn at_once(
    engine: &dyn Engine,
    queries: &[Asked],
    connections: usize,
    seconds: f64,
) -> Outcome<(usize, f64)> {
    let sessions = (0..connections).map(|_| engine.session()).collect::<Outcome<Vec<_>>>()?;
    let (answers, next) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let started = Instant::now();
    thread::scope(|scope| {
        let asking: Vec<_> = sessions
            .into_iter()
            .map(|mut session| {
                let (answers, next) = (&answers, &next);
                scope.spawn(move || -> Outcome<()> {
                    while started.elapsed().as_secs_f64() < seconds {
                        session.ask(&queries[next.fetch_add(1, Ordering::Relaxed) % queries.len()])?;
                        answers.fetch_add(1, Ordering::Relaxed);
                    }
                    Ok(())
                })
            })
            .collect();
        asking.into_iter().try_for_each(|thread| thread.join().map_err(|_| "a thread that asks panicked")?)
    })?;
    let answers = answers.into_inner();
    Ok((answers, float(answers) / started.elapsed().as_secs_f64()))
}

fn rising(mut times: Vec<f64>) -> Vec<f64> {
    times.sort_by(f64::total_cmp);
    times
}

/// A count for dividing by.
#[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn float(count: usize) -> f64 {
    count as f64
}
