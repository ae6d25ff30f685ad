//! How does `minhbach ingest` go?

use std::process::ExitCode;

use super::{FAILED, MISUSED, ended, print};
use crate::{
    cli,
    ingest::{Options, Reader, Summary, find_all, ingest},
    store::{Location, Store, StoreError},
};

pub(super) async fn run(options: cli::Ingest) -> ExitCode {
    let (sources, mut reports) = find_all(&options.paths);
    if options.id.is_some() && sources.len() + reports.len() > 1 {
        eprintln!(
            "error: --id names one plan, but the paths hold {}; give one file, or write a plan.toml for each",
            sources.len() + reports.len()
        );
        return ExitCode::from(MISUSED);
    }
    let store = match open(&options.store).await {
        Ok(store) => store,
        Err(error) => return ended(Err::<(), _>(error)),
    };
    let reader = match Reader::child() {
        Ok(reader) => reader,
        Err(error) => return ended(Err::<(), _>(error)),
    };
    reports.extend(ingest(&store, sources, &Options { reader, id: options.id, actor: "ingest" }).await);
    let summary = Summary(&reports);
    let printed = print(&format!("{summary}\n"));
    for failure in summary.failures() {
        eprintln!("error: {failure}");
    }
    match printed {
        Ok(()) if summary.failed() => ExitCode::from(FAILED),
        printed => ended(printed),
    }
}

pub(super) async fn open(options: &cli::StoreOptions) -> Result<Store, StoreError> {
    let database_url = options.database_url.as_deref().filter(|url| !url.is_empty());
    Store::connect(&Location::new(&options.data, database_url)?).await
}
