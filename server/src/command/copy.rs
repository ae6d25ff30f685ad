//! How do `minhbach backup`, `restore` and `copy` go?

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{ended, ingest::open, print};
use crate::{
    cli,
    store::{Copied, Location, SQLITE_FILE, Store, StoreError},
};

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
enum CopyError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{} is there already; name a file that is not, so that no backup is lost", .0.display())]
    Exists(PathBuf),
    #[error("cannot use {}: {source}; name a file in a folder that is there and can be used", path.display())]
    File { path: PathBuf, source: io::Error },
}

pub(super) async fn backup(options: cli::Backup) -> ExitCode {
    let file = options.file.clone();
    said(backed_up(options).await, &file.display().to_string())
}

pub(super) async fn restore(options: cli::Restore) -> ExitCode {
    said(restored(options).await, "the store")
}

pub(super) async fn copy(options: cli::Copy) -> ExitCode {
    said(copied(options).await, "the copy")
}

fn said(result: Result<Copied, CopyError>, what: &str) -> ExitCode {
    ended(result.map(|copied| {
        let rows: Vec<String> = copied.rows.iter().map(|(table, rows)| format!("{rows} {table}")).collect();
        // Who has seen enough may be gone; the copy is made all the same.
        let _ = print(&format!(
            "{what} holds revision {}, read back and found the same: {}\n",
            copied.revision,
            rows.join(", ")
        ));
    }))
}

async fn backed_up(options: cli::Backup) -> Result<Copied, CopyError> {
    let file = options.file;
    if file.exists() {
        return Err(CopyError::Exists(file));
    }
    let failed = |source| CopyError::File { path: file.clone(), source };
    // Beside it, so that it appears whole or not at all.
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let work = tempfile::tempdir_in(folder).map_err(failed)?;
    let from = open(&options.store).await?;
    let into = Store::connect(&Location::Sqlite { folder: work.path().to_owned() }).await?;
    let copied = from.copy_to(&into).await?;
    into.close().await?;
    let made = work.path().join(SQLITE_FILE);
    fs::File::open(&made).and_then(|made| made.sync_all()).map_err(failed)?;
    fs::rename(&made, &file).map_err(failed)?;
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(copied)
}

async fn restored(options: cli::Restore) -> Result<Copied, CopyError> {
    let failed = |source| CopyError::File { path: options.file.clone(), source };
    fs::File::open(&options.file).map_err(failed)?;
    let data = &options.store.data;
    fs::create_dir_all(data).map_err(|source| CopyError::File { path: data.clone(), source })?;
    // A copy of it is opened: an older backup is brought to today's tables, and stays as it is itself.
    let work = tempfile::tempdir_in(data).map_err(failed)?;
    fs::copy(&options.file, work.path().join(SQLITE_FILE)).map_err(failed)?;
    let from = Store::connect(&Location::Sqlite { folder: work.path().to_owned() }).await?;
    let into = open(&options.store).await?;
    let copied = from.copy_to(&into).await?;
    from.close().await?;
    into.close().await?;
    Ok(copied)
}

async fn copied(options: cli::Copy) -> Result<Copied, CopyError> {
    let from = open(&options.store).await?;
    let data = options.to_data.unwrap_or_default();
    let into = Store::connect(&Location::new(data, options.to_database_url.as_deref())?).await?;
    let copied = from.copy_to(&into).await?;
    into.close().await?;
    Ok(copied)
}
