//! How does `minhbach read` go?

mod json;
mod report;

use std::process::ExitCode;

use super::{ended, print};
use crate::{
    cli,
    ingest::{IngestError, PlanName, Reader, Source, beside},
    store::sha256,
};

pub(super) async fn run(options: &cli::Read) -> ExitCode {
    match read(options).await {
        Ok(text) => ended(print(&text)),
        Err(error) => ended(Err(format!("{}: {error}", options.file.display()))),
    }
}

async fn read(options: &cli::Read) -> Result<String, IngestError> {
    if !options.file.exists() {
        return Err(IngestError::Missing);
    }
    let source = beside(&options.file)?;
    let (bytes, reading) = source.read(&Reader::child()?).await?;
    let file = File { source: &source, sha256: sha256(&bytes), id: id(&source, &reading.plan) };
    if options.json { json::of(&reading, &file) } else { Ok(report::of(&reading, &file)) }
}

/// What is known of the file besides what was read in it.
struct File<'a> {
    source: &'a Source,
    sha256: String,
    /// The id that it would be taken in by, if that can be told.
    id: Option<String>,
}

fn id(source: &Source, plan: &plandoc::records::plan::Plan) -> Option<String> {
    let stated = source.manifest.as_ref().and_then(|manifest| manifest.id.clone());
    stated.or_else(|| match PlanName::of(plan) {
        PlanName::Told(id) => Some(id),
        PlanName::Missing(_) => None,
    })
}
