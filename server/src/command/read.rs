//! How does `minhbach read` go?

mod json;
mod output;
mod page;
mod report;
mod text;

use std::{path::Path, process::ExitCode};

use app::i18n::Language;
use plandoc::Reading;

use self::{output::Output, report::Report};
use super::ended;
use crate::{
    cli,
    ingest::{IngestError, PlanName, Reader, Source, beside},
    portal::reader,
    store::{PlanId, Publication, sha256},
};

pub(super) async fn run(options: &cli::Read) -> ExitCode {
    match read(options).await {
        Ok(output) => ended(output.write()),
        Err(error) => ended(Err(format!("{}: {error}", options.file.display()))),
    }
}

async fn read(options: &cli::Read) -> Result<Output, IngestError> {
    if !options.file.exists() {
        return Err(IngestError::Missing);
    }
    let source = beside(&options.file)?;
    let (bytes, reading) = source.read(&Reader::child()?).await?;
    let id = id(&source, &reading.plan);
    let file = File { path: &options.file, source: &source, sha256: sha256(&bytes), id };
    if options.json {
        return Ok(Output::printed(json::of(&reading, &file)?));
    }
    let shown = shown(&reading, &file, &bytes)?;
    let report = Report::of(&reading, &shown.plan, &shown.records, &file);
    Ok(match &options.html {
        None => Output::printed(text::of(&report, options.all)),
        Some(out) => {
            let page = page::of(&report, &shown.lay_out(None, Language::Vi));
            Output::page(page, out.as_deref(), &options.file)
        }
    })
}

/// The plan and its records as the portal would show them.
fn shown(reading: &Reading, file: &File<'_>, bytes: &[u8]) -> Result<reader::Source, IngestError> {
    let publication = Publication {
        id: PlanId::Derived(file.id.clone().unwrap_or_default()),
        bytes,
        source_file: &file.source.file_name,
        media_type: file.source.media_type(),
        manifest: file.source.manifest.as_ref(),
        reading,
        actor: "read",
    };
    Ok(reader::Source::unpublished(&publication)?)
}

/// What is known of the file besides what was read in it.
struct File<'a> {
    /// As it was given.
    path: &'a Path,
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
