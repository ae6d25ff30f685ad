//! What is one release of the data set?

use std::{io, path::Path};

use app::error::PortalError;
use serde::{Deserialize, Serialize};

/// What says that a release is finished, and what is in it.
pub(super) const RELEASE_FILE: &str = "release.json";

/// The name of the zip of all.
pub(super) const ZIP: &str = "minhbach.zip";

/// The data set as it was at one revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Day and revision: "2026-11-22-r5"; part of its address.
    pub name: String,
    /// The revision.
    pub revision: u64,
    /// When that was made, RFC 3339.
    pub at: String,
    /// What is in it, the zip among them.
    pub files: Vec<File>,
}

/// One file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path in the release: "data/spending.csv".
    pub path: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub bytes: u64,
    /// Hash of its bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Records in it, if it holds one list.
    pub rows: Option<u64>,
}

impl Release {
    /// The name of the release of a revision that was made at a moment.
    pub(super) fn name(revision: u64, at: &str) -> String {
        let day = at.get(..10).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
        format!("{}-r{revision}", day.unwrap_or("0000-00-00"))
    }

    /// The revision that such a name gives.
    pub(super) fn revision_of(name: &str) -> Option<u64> {
        name.rsplit_once("-r")?.1.parse().ok()
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// A list could not be read.
    #[error("the data set cannot be read: {0}")]
    Portal(#[from] PortalError),
    /// A file could not be written.
    #[error("a file of the data set cannot be written: {0}; is the data folder full?")]
    File(#[from] io::Error),
    /// The `SQLite` file could not be written.
    #[error("the SQLite file of the data set cannot be written: {0}")]
    Sqlite(#[from] sea_orm::DbErr),
    /// The zip could not be written.
    #[error("the zip of the data set cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// What describes the data set could not be written.
    #[error("what describes the data set cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// The task that packs it did not end in good order.
    #[error("the data set stopped while it was packed: {0}")]
    Stopped(#[from] tokio::task::JoinError),
}

/// The finished releases of a folder, newest first.
pub(super) fn found(folder: &Path) -> Vec<Release> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut releases: Vec<Release> = entries
        .filter_map(|entry| {
            let text = std::fs::read(entry.path().join(RELEASE_FILE)).ok()?;
            let release: Release = serde_json::from_slice(&text).ok()?;
            (entry.file_name().to_str() == Some(&release.name)).then_some(release)
        })
        .collect();
    releases.sort_by(|one, other| (&other.at, other.revision).cmp(&(&one.at, one.revision)));
    releases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_named_by_day_and_revision() {
        assert_eq!(Release::name(5, "2026-11-22T10:00:00Z"), "2026-11-22-r5");
        assert_eq!(Release::name(0, ""), "0000-00-00-r0");
        assert_eq!(Release::revision_of("2026-11-22-r5"), Some(5));
        assert_eq!(Release::revision_of("latest"), None);
    }

    #[test]
    fn what_was_not_finished_is_no_release() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("2026-11-22-r5")).unwrap();
        assert_eq!(found(folder.path()), []);
        assert_eq!(found(Path::new("/nowhere")), []);
    }
}
