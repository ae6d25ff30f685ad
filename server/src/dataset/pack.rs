//! How is a release packed into one zip?

use std::{
    fs::File,
    io::{self, BufWriter},
    path::Path,
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{DatasetError, Release, release::ZIP};

/// Beyond this a file in a zip needs the longer form of its sizes.
const LARGE: u64 = u32::MAX as u64;

/// Packs all files of a release, below one folder that bears its name.
pub(super) async fn zip(folder: &Path, release: &Release) -> Result<(), DatasetError> {
    let (folder, release) = (folder.to_owned(), release.clone());
    tokio::task::spawn_blocking(move || packed(&folder, &release)).await?
}

fn packed(folder: &Path, release: &Release) -> Result<(), DatasetError> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(folder.join(ZIP))?));
    for file in &release.files {
        // The moment is the revision's, so that the same release gives the same zip.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(moment(&release.at).unwrap_or_default())
            .large_file(file.bytes >= LARGE)
            .unix_permissions(0o644);
        zip.start_file(format!("minhbach-{}/{}", release.name, file.path), options)?;
        io::copy(&mut File::open(folder.join(&file.path))?, &mut zip)?;
    }
    zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(())
}

/// "2026-11-22T10:20:30Z" as a zip knows it.
fn moment(at: &str) -> Option<DateTime> {
    let number = |range: std::ops::Range<usize>| at.get(range)?.parse::<u8>().ok();
    let year = at.get(..4)?.parse().ok()?;
    DateTime::from_date_and_time(
        year,
        number(5..7)?,
        number(8..10)?,
        number(11..13)?,
        number(14..16)?,
        number(17..19)?,
    )
    .ok()
}
