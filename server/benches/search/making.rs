//! How long does it take to take plans in, and to index them?

use std::{fs, path::Path, process::Command, sync::Arc, time::Instant};

use server::{
    search::{PlanContent, Search, SearchError, Stamp, catch_up},
    store::{Location, Store},
};

use super::{engine::Outcome, load::float};

/// Seconds to take in and to index.
#[derive(Default)]
pub(crate) struct Making {
    /// `minhbach ingest`: from files to records in the store.
    pub(crate) ingest: f64,
    /// The portal's index of the passages alone.
    pub(crate) portal: f64,
    /// Of everything, read from the store.
    pub(crate) everything: f64,
    pub(crate) bare: f64,
    pub(crate) datasette: f64,
    pub(crate) postgres: f64,
}

/// Seconds of `minhbach ingest`.
pub(crate) fn ingest(corpus: &Path, data: &Path) -> Outcome<f64> {
    let started = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_minhbach"));
    let ended = command.arg("ingest").arg(corpus).arg("--data").arg(data).output()?;
    if !ended.status.success() {
        return Err(String::from_utf8_lossy(&ended.stderr).into_owned().into());
    }
    Ok(started.elapsed().as_secs_f64())
}

/// Seconds of an index of plans without their records.
pub(crate) fn portal_index(plans: Vec<PlanContent>) -> Outcome<f64> {
    let folder = tempfile::tempdir()?;
    let search = Search::open(&folder.path().join("index"))?;
    let started = Instant::now();
    search.rebuild::<SearchError>(&Stamp::default(), plans.into_iter().map(Ok))?;
    Ok(started.elapsed().as_secs_f64())
}

/// Seconds of an index of all that a store holds.
pub(crate) async fn everything(location: &Location) -> Outcome<f64> {
    let folder = tempfile::tempdir()?;
    let search = Arc::new(Search::open(&folder.path().join("index"))?);
    let store = Store::connect(location).await?;
    let started = Instant::now();
    catch_up(&store, &search).await?;
    Ok(started.elapsed().as_secs_f64())
}

/// Megabytes of a folder's files.
pub(crate) fn bytes_below(folder: &Path) -> f64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |path: &Path| fs::metadata(path).map_or(0.0, |metadata| megabytes_of(metadata.len()));
    entries
        .map(|entry| entry.path())
        .map(|path| if path.is_dir() { bytes_below(&path) } else { size(&path) })
        .sum()
}

/// Megabytes.
pub(crate) fn megabytes(bytes: usize) -> f64 {
    float(bytes) / 1e6
}

fn megabytes_of(bytes: u64) -> f64 {
    megabytes(usize::try_from(bytes).unwrap_or(usize::MAX))
}
