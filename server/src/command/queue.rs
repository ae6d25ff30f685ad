//! How does `minhbach queue` go?

use std::{num::NonZeroUsize, path::PathBuf, process::ExitCode};

use futures_util::future::try_join_all;

use super::{FAILED, ended, ingest::open, print};
use crate::{
    cli::{self, QueueAction},
    ingest::{Options, Reader, Report, find_all, work},
    store::{Queue, Store, StoreError},
};

pub(super) async fn run(options: cli::Queue) -> ExitCode {
    let (QueueAction::Add { store, .. } | QueueAction::Work { store, .. } | QueueAction::List { store }) =
        &options.action;
    let store = match open(store).await {
        Ok(store) => store,
        Err(error) => return ended(Err::<(), _>(error)),
    };
    match options.action {
        QueueAction::Add { paths, .. } => add(&store, &paths).await,
        QueueAction::Work { until_empty, at_once, .. } => take_in(&store, until_empty, at_once).await,
        QueueAction::List { .. } => match store.queue().await {
            Ok(queue) => ended(print(&listed(&queue))),
            Err(error) => ended(Err::<(), _>(error)),
        },
    }
}

async fn add(store: &Store, paths: &[PathBuf]) -> ExitCode {
    let (sources, failed) = find_all(paths);
    let mut code = ExitCode::SUCCESS;
    let mut refused = |name: &str, error: &dyn std::fmt::Display| {
        eprintln!("error: {name}: {error}");
        code = ExitCode::from(FAILED);
    };
    for report in failed {
        if let Err(error) = report.result {
            refused(&report.name, &error);
        }
    }
    for source in sources {
        let name = source.name.clone();
        match source.queued().await {
            Ok(new) => match store.enqueue(new).await {
                // Who has seen enough may be gone; it waits all the same.
                Ok(place) => drop(print(&format!("{name} waits at place {place}\n"))),
                Err(error) => return ended(Err::<(), _>(error)),
            },
            Err(error) => refused(&name, &error),
        }
    }
    code
}

async fn take_in(store: &Store, until_empty: bool, at_once: Option<usize>) -> ExitCode {
    let reader = match Reader::child() {
        Ok(reader) => reader,
        Err(error) => return ended(Err::<(), _>(error)),
    };
    let options = Options { reader, id: None, actor: "ingest" };
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let workers = (0..at_once.unwrap_or(processors).max(1)).map(|_| work(store, &options, until_empty, said));
    match try_join_all(workers).await {
        Ok(_) => ExitCode::SUCCESS,
        Err::<_, StoreError>(error) => ended(Err::<(), _>(error)),
    }
}

fn said(report: &Report) {
    match &report.result {
        Ok(ingested) => {
            drop(print(&format!("{} is in the store as {}\n", report.name, ingested.published.id)));
        }
        Err(error) => eprintln!("error: {}: {error}", report.name),
    }
}

fn listed(queue: &Queue) -> String {
    let Queue { waiting, held, done, failed } = queue;
    let head = format!(
        "{waiting} wait, {held} are being taken in, {done} are in the store, {} failed\n",
        failed.len()
    );
    failed.iter().fold(head, |text, (name, reason)| text + "failed: " + name + ": " + reason + "\n")
}
