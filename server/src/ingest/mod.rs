//! How do files on disk get into the store, many at once, each wholly or not at all?

mod child;
mod error;
mod limits;
mod manifest;
mod plan_id;
mod reader;
mod scan;
mod source;
mod summary;
mod work;

use std::{collections::VecDeque, path::PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use plandoc::{Reading, check::Severity};

use crate::store::{Publication, Published, Store};

pub use child::answer_parent;
pub use error::IngestError;
pub use limits::{OwnLimits, become_limited};
pub use plan_id::{PlanName, plan_id};
pub use reader::{Limits, Reader};
pub use source::{Contents, Source, beside, find};
pub use summary::Summary;
pub use work::work;

pub(crate) use manifest::{MANIFEST, parse as parse_manifest};
pub(crate) use source::{file_of, may_be_a_plan};

/// What became of one file.
#[derive(Debug)]
pub struct Report {
    /// How messages name it: its path.
    pub name: String,
    /// What was published, or why nothing was.
    pub result: Result<Ingested, IngestError>,
}

/// A file that is in the store.
#[derive(Debug)]
pub struct Ingested {
    /// What publishing did.
    pub published: Published,
    /// What was read out of it.
    pub counts: Counts,
}

/// Records read out of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Goals in words.
    pub objectives: usize,
    /// Numbers promised.
    pub targets: usize,
    /// Results reported.
    pub progress: usize,
    /// Tasks and money.
    pub spending: usize,
    /// Totals stated.
    pub totals: usize,
    /// Legal documents cited.
    pub citations: usize,
    /// Warnings.
    pub warnings: usize,
    /// Checks that differ.
    pub differ: usize,
    /// Checks that agree.
    pub agree: usize,
}

impl Counts {
    fn of(reading: &Reading) -> Self {
        let checks = |severity| reading.checks.iter().filter(|check| check.severity == severity).count();
        Self {
            objectives: reading.objectives.len(),
            targets: reading.targets.len(),
            progress: reading.progress.len(),
            spending: reading.spending.len(),
            totals: reading.totals.len(),
            citations: reading.citations.len(),
            warnings: reading.warnings.len(),
            differ: checks(Severity::Differs),
            agree: checks(Severity::Agrees),
        }
    }
}

/// How files are taken in.
#[derive(Clone, Debug)]
pub struct Options {
    /// How documents are read.
    pub reader: Reader,
    /// Id for the one file that has no manifest with an id.
    pub id: Option<String>,
    /// Who takes them in, for the audit.
    pub actor: &'static str,
}

/// Reads files in parallel and publishes them in the order given, so that the same
/// files make the same store. A file that fails leaves the others alone.
pub async fn ingest(store: &Store, sources: Vec<Source>, options: &Options) -> Vec<Report> {
    let progress = progress_bar(sources.len());
    // As many as there are processors, and one that waits to be published.
    let at_once = std::thread::available_parallelism().map_or(1, usize::from) + 1;
    let mut waiting = sources.into_iter();
    let mut under_way = VecDeque::new();
    let mut reports = Vec::new();
    loop {
        under_way.extend(waiting.by_ref().take(at_once - under_way.len()).map(|source| {
            let reader = options.reader.clone();
            tokio::spawn(async move {
                let read = source.read(&reader).await;
                (source, read)
            })
        }));
        let Some(next) = under_way.pop_front() else { break };
        reports.push(match next.await {
            Ok((source, read)) => {
                progress.set_message(source.name.clone());
                let result = match read {
                    Ok((bytes, reading)) => publish(store, &source, &bytes, &reading, options).await,
                    Err(error) => Err(error),
                };
                Report { name: source.name, result }
            }
            Err(error) => Report {
                name: format!("file {}", reports.len() + 1),
                result: Err(IngestError::ReaderFailed { detail: error.to_string() }),
            },
        });
        progress.inc(1);
    }
    progress.finish_and_clear();
    reports
}

async fn publish(
    store: &Store,
    source: &Source,
    bytes: &[u8],
    reading: &Reading,
    options: &Options,
) -> Result<Ingested, IngestError> {
    let publication = Publication {
        id: plan_id(source.manifest.as_ref(), options.id.as_deref(), &reading.plan)?,
        bytes,
        source_file: &source.file_name,
        media_type: source.media_type(),
        manifest: source.manifest.as_ref(),
        reading,
        actor: options.actor,
    };
    let published = store.publish(&publication).await?;
    Ok(Ingested { published, counts: Counts::of(reading) })
}

/// On standard error, and only if that is a terminal.
fn progress_bar(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Files named on the command line: what was found, and what cannot be taken in.
pub fn find_all(paths: &[PathBuf]) -> (Vec<Source>, Vec<Report>) {
    let mut sources: Vec<Source> = Vec::new();
    let mut failed = Vec::new();
    for path in paths {
        for found in find(path) {
            match found {
                Ok(source) if sources.iter().any(|known| known.name == source.name) => {}
                Ok(source) => sources.push(source),
                Err((name, error)) => failed.push(Report { name, result: Err(error) }),
            }
        }
    }
    (sources, failed)
}
