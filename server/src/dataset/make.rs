//! How is a release made?
//!
//! In a folder beside its own, which gets its name when all is there. Lists are read batch by
//! batch, so that memory does not grow with them.

use std::path::Path;

use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

use super::{
    Dataset, DatasetError, File, Release, describe, pack, package,
    release::{RELEASE_FILE, ZIP},
    sqlite::Sqlite,
    tables::{self, Written},
};
use crate::{api::table::tables, hex::hex, portal::ServerPortal};

/// Bytes of a file read at a time.
const CHUNK: usize = 256 * 1024;

/// Name of the SQLite file.
pub(super) const SQLITE: &str = "minhbach.sqlite";

/// Makes the release of what the portal shows now, if it is not there already.
pub async fn make(
    portal: &ServerPortal,
    dataset: &Dataset,
    public_url: &str,
) -> Result<Release, DatasetError> {
    let portal = portal.held();
    let stamp = portal.stamp();
    let name = Release::name(stamp.revision, &stamp.moment);
    let there = dataset.releases().iter().find(|own| own.name == name && own.at == stamp.moment).cloned();
    if let Some(release) = there {
        return Ok(release);
    }
    let unfinished = dataset.folder.join(format!(".{name}"));
    // What a process before left half done.
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    std::fs::create_dir_all(unfinished.join("data"))?;
    let release = Release { name, revision: stamp.revision, at: stamp.moment, files: Vec::new() };
    let release = written(&portal, &unfinished, release, public_url).await?;
    let folder = dataset.folder_of(&release);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::rename(&unfinished, &folder)?;
    dataset.add(release.clone());
    Ok(release)
}

async fn written(
    portal: &ServerPortal,
    folder: &Path,
    mut release: Release,
    public_url: &str,
) -> Result<Release, DatasetError> {
    let sqlite = Sqlite::create(&folder.join(SQLITE)).await?;
    let mut lists: Vec<Written> = Vec::new();
    for table in tables() {
        lists.push(tables::write(portal, folder, table, &sqlite).await?);
    }
    sqlite.finish(&lists).await?;
    for list in &lists {
        for (ending, media_type) in [("csv", "text/csv"), ("ndjson", "application/x-ndjson")] {
            let path = format!("data/{}.{ending}", list.table.spec.noun);
            let file = file(folder, &path, media_type).await?;
            release.files.push(File { rows: Some(list.rows), ..file });
        }
    }
    release.files.push(file(folder, SQLITE, "application/vnd.sqlite3").await?);
    let texts = [
        ("datapackage.json", "application/json", package::json(&lists, &release, public_url)?),
        ("data-dictionary.csv", "text/csv", describe::dictionary(&lists)?),
        ("README.md", "text/markdown", describe::readme(&lists, &release, public_url)),
        ("LICENSE.txt", "text/plain", describe::LICENCE.to_owned()),
        ("CITATION.cff", "text/yaml", describe::citation(&release, public_url)),
    ];
    for (path, media_type, text) in texts {
        std::fs::write(folder.join(path), text)?;
        release.files.push(file(folder, path, media_type).await?);
    }
    let sums: Vec<String> =
        release.files.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    std::fs::write(folder.join("SHA256SUMS"), sums.concat())?;
    release.files.push(file(folder, "SHA256SUMS", "text/plain").await?);
    pack::zip(folder, &release).await?;
    release.files.push(file(folder, ZIP, "application/zip").await?);
    std::fs::write(folder.join(RELEASE_FILE), serde_json::to_vec_pretty(&release)?)?;
    Ok(release)
}

async fn file(folder: &Path, path: &str, media_type: &str) -> Result<File, DatasetError> {
    let mut file = tokio::fs::File::open(folder.join(path)).await?;
    let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
    loop {
        let read = file.read(&mut chunk).await?;
        if read == 0 {
            break;
        }
        hash.update(&chunk[..read]);
        bytes += read as u64;
    }
    let sha256 = hex(&hash.finalize());
    Ok(File { path: path.to_owned(), media_type: media_type.to_owned(), bytes, sha256, rows: None })
}
