//! How does `minhbach check` go?

use std::{fmt::Write as _, path::Path, process::ExitCode};

use super::{FAILED, ended, ingest::open, print};
use crate::{
    cli, config,
    search::{Search, SearchError},
    serve::INDEX,
    store::Store,
};

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
struct Report {
    lines: String,
    faults: usize,
}

impl Report {
    fn fine(&mut self, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.lines, "ok     {line}");
    }

    fn fault(&mut self, line: &str) {
        self.faults += 1;
        let _ = writeln!(self.lines, "FAULT  {line}");
    }
}

pub(super) async fn run(options: cli::Check) -> ExitCode {
    let mut report = Report::default();
    settings(&mut report);
    if let Some(store) = store(&options.store, &mut report).await {
        index(&options.store.data, &store, &mut report).await;
    }
    match print(&report.lines) {
        Ok(()) if report.faults > 0 => ExitCode::from(FAILED),
        result => ended(result),
    }
}

fn settings(report: &mut Report) {
    let set = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let unknown = config::unknown_variables(set);
    for name in &unknown {
        let known = config::known_variables().join(", ");
        report.fault(&format!("settings: {name} means nothing; correct the name, known are {known}"));
    }
    if unknown.is_empty() {
        report.fine("settings: every variable that begins with MINHBACH_ is known");
    }
}

async fn store(options: &cli::StoreOptions, report: &mut Report) -> Option<Store> {
    let store = match open(options).await {
        Ok(store) => store,
        Err(error) => {
            report.fault(&format!("store: {error}"));
            return None;
        }
    };
    match store.check().await {
        Ok(found) => {
            for fault in &found.faults {
                report.fault(&format!("store: {fault}"));
            }
            if found.faults.is_empty() {
                report.fine(&format!(
                    "store: revision {}, {} plans, {} records, every quote at its place",
                    found.revision, found.plans, found.records
                ));
            }
        }
        Err(error) => report.fault(&format!("store: {error}")),
    }
    Some(store)
}

/// The index holds nothing of its own: whatever is wrong with it, it can be made anew.
async fn index(data: &Path, store: &Store, report: &mut Report) {
    let folder = data.join(INDEX);
    if !folder.exists() {
        return report.fine("index: not there yet; `minhbach serve` makes it");
    }
    let revision = store.revision().await.unwrap_or_default();
    match Search::look(&folder) {
        Ok(stamp) if stamp.revision == revision => report.fine(&format!("index: at revision {revision}")),
        Ok(stamp) => report.fine(&format!(
            "index: at revision {}, the store at {revision}; `minhbach serve` brings it up to date",
            stamp.revision
        )),
        Err(SearchError::InUse { .. }) => {
            report.fine("index: in use by a server; its /metrics say which revision it shows");
        }
        Err(error) => report.fault(&format!(
            "index: {error}; stop the server, remove {} and start it again: nothing is lost",
            folder.display()
        )),
    }
}
