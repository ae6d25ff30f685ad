//! What does `minhbach read --json` print?
//!
//! One object in the public vocabulary; ids of records are given by the store, so
//! references are "targets/3": the list and the place in it.

use plandoc::{
    READER_VERSION, Reading, Warning,
    check::Check,
    passed_over::{self, PassedOver},
    records::{
        citation::Citation, objective::Objective, plan::Plan, progress::Progress, spending::Spending,
        target::Target, total::Total,
    },
};
use serde::Serialize;

use super::File;
use crate::{ingest::IngestError, store::sha256};

#[derive(Serialize)]
struct Printed<'a> {
    text: &'a str,
    text_sha256: String,
    reader_version: u32,
    plan: PrintedPlan<'a>,
    objectives: &'a [Objective],
    targets: &'a [Target],
    progress: &'a [Progress],
    spending: &'a [Spending],
    totals: &'a [Total],
    citations: &'a [Citation],
    checks: &'a [Check],
    warnings: &'a [Warning],
    passed_over: Vec<PassedOver>,
}

#[derive(Serialize)]
struct PrintedPlan<'a> {
    id: Option<&'a str>,
    #[serde(flatten)]
    plan: &'a Plan,
    source_file: &'a str,
    sha256: &'a str,
    media_type: &'a str,
    source_url: Option<&'a str>,
    published_at: Option<&'a str>,
}

pub(super) fn of(reading: &Reading, file: &File<'_>) -> Result<String, IngestError> {
    let manifest = file.source.manifest.as_ref();
    let printed = Printed {
        text: &reading.text,
        text_sha256: sha256(reading.text.as_bytes()),
        reader_version: READER_VERSION,
        plan: PrintedPlan {
            id: file.id.as_deref(),
            plan: &reading.plan,
            source_file: &file.source.file_name,
            sha256: &file.sha256,
            media_type: file.source.media_type(),
            source_url: manifest.and_then(|manifest| manifest.source_url.as_deref()),
            published_at: manifest.and_then(|manifest| manifest.published_at.as_deref()),
        },
        objectives: &reading.objectives,
        targets: &reading.targets,
        progress: &reading.progress,
        spending: &reading.spending,
        totals: &reading.totals,
        citations: &reading.citations,
        checks: &reading.checks,
        warnings: &reading.warnings,
        passed_over: passed_over::list(reading),
    };
    let mut json = serde_json::to_string_pretty(&printed)
        .map_err(|error| IngestError::ReaderFailed { detail: error.to_string() })?;
    json.push('\n');
    Ok(json)
}
