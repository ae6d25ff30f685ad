//! How does one get everything at once?
//!
//! At each revision the whole data set is written once, never on request: every list as CSV and
//! NDJSON, all of them as one SQLite file, what describes them, and one zip of it all. A release
//! keeps its address; the newest few are kept.

mod catalog;
mod croissant;
mod describe;
mod described;
mod follow;
mod make;
mod pack;
mod package;
mod release;
pub(crate) mod serve;
mod sqlite;
mod tables;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

pub use follow::follow;
pub use make::make;
pub use release::{DatasetError, File, Release};

/// Releases that are kept.
const KEPT: usize = 5;

/// The folder of the releases, and what is in it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Dataset {
    folder: Arc<Path>,
    /// Newest first.
    releases: Arc<RwLock<Arc<[Release]>>>,
}

impl Dataset {
    /// The releases that lie in a folder; those that were not finished are passed over.
    pub fn open(folder: PathBuf) -> Self {
        let releases = release::found(&folder);
        Self { folder: folder.into(), releases: Arc::new(RwLock::new(releases.into())) }
    }

    /// The releases, newest first.
    pub fn releases(&self) -> Arc<[Release]> {
        // What is in the lock is whole at any time.
        self.releases.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The newest release.
    pub fn newest(&self) -> Option<Release> {
        self.releases().first().cloned()
    }

    fn folder_of(&self, release: &Release) -> PathBuf {
        self.folder.join(&release.name)
    }

    /// Takes a finished release in, and lets go of the oldest.
    fn add(&self, release: Release) {
        let mut held = self.releases.write().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<Release> = held.iter().filter(|own| own.name != release.name).cloned().collect();
        all.push(release);
        all.sort_by(|one, other| (&other.at, other.revision).cmp(&(&one.at, one.revision)));
        for old in all.iter().skip(KEPT) {
            if let Err(error) = std::fs::remove_dir_all(self.folder.join(&old.name)) {
                tracing::warn!(%error, release = old.name, "an old release of the data set could not be removed");
            }
        }
        all.truncate(KEPT);
        *held = all.into();
    }
}
