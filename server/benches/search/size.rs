//! What does a corpus of one size cost each engine?

use std::path::Path;

use server::store::Location;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::{
    bare::Bare,
    datasette::Installed,
    engine::{Engine, Outcome},
    generator::Generator,
    load::{Measured, measure},
    machine::memory,
    making::{Making, bytes_below, everything, ingest, megabytes, portal_index},
    passages::{Passage, contents, passages},
    portal::{Portal, Server},
    postgres::Postgres,
    queries::Asked,
};

/// All figures of one size.
pub(crate) struct Size {
    pub(crate) plans: usize,
    /// Megabytes of published text.
    pub(crate) text: f64,
    pub(crate) passages: usize,
    /// Megabytes of the passages' words.
    pub(crate) words: f64,
    /// What the portal holds, by kind.
    pub(crate) totals: Vec<(String, u64)>,
    pub(crate) making: Making,
    pub(crate) server: ServerCost,
    /// Those of [`super::portal`]'s parameters that the server takes.
    pub(crate) sparing: Vec<&'static str>,
    pub(crate) measured: Vec<Measured>,
}

/// What the server takes, megabytes and seconds.
pub(crate) struct ServerCost {
    pub(crate) store: f64,
    pub(crate) index: f64,
    /// Seconds from start to the first answer, without an index and with one.
    pub(crate) first_start: f64,
    pub(crate) start: f64,
    /// Most memory while the index was made.
    pub(crate) peak: f64,
    /// Memory after start, and after all questions; of it what is not files of the index.
    pub(crate) idle: f64,
    pub(crate) loaded: f64,
    pub(crate) anonymous: f64,
}

/// Versions of the peers.
pub(crate) type Versions = Vec<String>;

/// Makes the corpus, takes it in, and asks every engine.
pub(crate) fn size(plans: usize, queries: &[Asked], seconds: f64, peers: &Path) -> Outcome<(Size, Versions)> {
    let folder = tempfile::tempdir()?;
    let (corpus, data) = (folder.path().join("corpus"), folder.path().join("data"));
    let text = Generator::new().write_plans(plans, &corpus)?;
    say(&format!("{plans} plans, {:.1} MB of text", megabytes(text)));
    let mut making = Making { ingest: ingest(&corpus, &data)?, ..Making::default() };
    let first = Server::start(&data)?;
    let (first_start, peak) = (first.seconds, memory(first.id(), "VmHWM"));
    drop(first);

    let location = Location::Sqlite { folder: data.clone() };
    let runtime = Runtime::new()?;
    let contents = runtime.block_on(contents(&location));
    let passages = passages(&contents);
    say(&format!("{} passages", passages.len()));
    making.portal = portal_index(contents)?;
    making.everything = runtime.block_on(everything(&location))?;
    drop(runtime);
    let bare_folder = tempfile::tempdir()?;
    let (bare, seconds_bare) = Bare::index(&passages, bare_folder.path())?;
    making.bare = seconds_bare;
    let mut measured = vec![told(&bare, queries, seconds)?];
    drop(bare);

    let server = Server::start(&data)?;
    let totals = server.totals()?;
    let held = totals.iter().find(|(kind, _)| kind == "passage").map_or(0, |(_, total)| *total);
    if held != u64::try_from(passages.len())? {
        return Err(format!("the portal holds {held} passages, the peers {}", passages.len()).into());
    }
    let idle = memory(server.id(), "VmRSS");
    for (as_peers, unlike) in [(true, true), (true, false), (false, true), (false, false)] {
        measured.push(told(&Portal { server: &server, as_peers, unlike }, queries, seconds)?);
    }
    let server_cost = ServerCost {
        store: bytes_below(&data) - bytes_below(&data.join("index")),
        index: bytes_below(&data.join("index")),
        first_start,
        start: server.seconds,
        peak,
        idle,
        loaded: memory(server.id(), "VmRSS"),
        anonymous: memory(server.id(), "RssAnon"),
    };
    let sparing = server.sparing.clone();
    drop(server);
    let versions = ask_peers(&passages, queries, seconds, peers, &mut making, &mut measured)?;
    let words = passages.iter().map(|passage| passage.text.len()).sum();
    let size = Size {
        plans,
        text: megabytes(text),
        passages: passages.len(),
        words: megabytes(words),
        totals,
        making,
        server: server_cost,
        sparing,
        measured,
    };
    Ok((size, versions))
}

fn ask_peers(
    passages: &[Passage],
    queries: &[Asked],
    seconds: f64,
    environment: &Path,
    making: &mut Making,
    measured: &mut Vec<Measured>,
) -> Outcome<Versions> {
    let folder = TempDir::new()?;
    let installed = Installed::with(passages, environment, folder.path())?;
    making.datasette = installed.seconds;
    for (tuned, processes) in [(true, 1), (true, 2), (false, 1)] {
        measured.push(told(&installed.serve(tuned, processes)?, queries, seconds)?);
    }
    let postgres = Postgres::with(passages)?;
    making.postgres = postgres.seconds;
    measured.push(told(&postgres, queries, seconds)?);
    Ok(vec![installed.version(), postgres.version()])
}

fn told(engine: &dyn Engine, queries: &[Asked], seconds: f64) -> Outcome<Measured> {
    let measured = measure(engine, queries, seconds)?;
    let (p50, p99, (connections, rate)) = (measured.percentile(50), measured.percentile(99), measured.best());
    say(&format!("{}: p50 {p50:.2} ms, p99 {p99:.2} ms, {rate:.0}/s with {connections}", measured.name));
    Ok(measured)
}

fn say(what: &str) {
    eprintln!("bench-search: {what}");
}
