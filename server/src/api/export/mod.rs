//! How does a list become a file?
//!
//! Every file is the whole filtered list at one revision, read batch by batch, so that it is
//! never held in memory. What the formats differ in stands in a module each.

mod batches;
pub(crate) mod csv;
pub(crate) mod ndjson;
mod xlsx;

use app::{
    error::{ParameterFault, PortalError},
    paths,
    portal::Answer,
    types::filter::Filter,
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use serde_json::Value;

use super::{error::Problem, noun::Noun, selection::Selection};
use crate::portal::{ListSpec, ServerPortal, pairs};
use batches::Batches;

pub(crate) use xlsx::Explained;

/// The parameter that asks for a byte-order mark, and what it takes.
pub(crate) const MARK: &str = "bom";
pub(crate) const WORDS: [&str; 2] = ["true", "false"];

/// What a list can be had as, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table as text.
    Csv,
    /// The records as the API gives them, one in each line.
    Ndjson,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Every format, in the order in which documentation lists them.
    pub(crate) const ALL: [Self; 3] = [Self::Csv, Self::Ndjson, Self::Xlsx];

    /// How addresses and files of it end.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its name, and what stands in it, for the documentation.
    pub(crate) const fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => (
                "CSV",
                "UTF-8 without byte-order mark (`bom=true` adds one), header row, lines end in CR LF. Lists of \
                 words are joined with \"; \"; nested fields are columns of their own (`source_start`); maps and \
                 lists of objects are JSON; null is an empty cell. Cells are the published words, never altered: \
                 import them as text where a program would take a leading \"=\" for a formula.",
            ),
            Self::Ndjson => ("NDJSON", "One record in each line, as the list gives it."),
            Self::Xlsx => (
                "Excel workbook",
                "The columns of the CSV with numbers, dates and truth values as such, and a sheet that explains \
                 the columns in the language asked for (`lang`). Numbers of more than fifteen digits are text. A \
                 cell holds 32,767 letters: what is longer is cut, and the second sheet counts such cells. Lists \
                 of more than 1,048,575 rows go on in further sheets.",
            ),
        }
    }

    /// Its media type.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Ndjson => "application/x-ndjson",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The whole filtered list as a file.
pub(crate) async fn export<N: Noun>(
    portal: ServerPortal,
    filter: Filter,
    format: Format,
    mark: bool,
    explained: Explained,
) -> Result<Response, Problem> {
    let selection = Selection::of::<N>(&filter)?;
    // The first batch is fetched before the status is sent, so that its faults are told as such.
    let batches = Batches::open::<N>(portal, filter).await?;
    let body = match format {
        Format::Csv => {
            let head = csv::head(&selection.columns, mark)?;
            lines(batches, head, move |records| csv::lines(&selection.columns, records))
        }
        Format::Ndjson => {
            lines(batches, Vec::new(), move |records| ndjson::lines(&selection.columns, records))
        }
        Format::Xlsx => xlsx::body(batches, selection.columns, explained),
    };
    let name = format!("attachment; filename=\"{}.{}\"", N::SPEC.noun, format.ending());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(format.media_type())),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    Ok((headers, body).into_response())
}

/// A body of lines, batch after batch.
fn lines(
    batches: Batches,
    head: Vec<u8>,
    write: impl Fn(&[Value]) -> Answer<Vec<u8>> + Send + 'static,
) -> Body {
    let body = stream::try_unfold((batches, head, write), |(mut batches, mut bytes, write)| async move {
        let Some(records) = batches.next().await? else { return Ok(None) };
        bytes.extend(write(&records)?);
        Ok::<_, PortalError>(Some((Bytes::from(bytes), (batches, Vec::new(), write))))
    });
    Body::from_stream(body)
}

/// Whether a CSV is to begin with a byte-order mark, and the rest of its query.
pub(crate) fn mark(spec: &ListSpec, query: &str) -> Result<(bool, String), PortalError> {
    let (marks, rest): (Vec<_>, Vec<_>) = pairs(query).into_iter().partition(|(name, _)| name == MARK);
    let mark = match marks.as_slice() {
        [] => false,
        [(_, word)] if WORDS.contains(&word.as_str()) => word == WORDS[0],
        _ => {
            let allowed = WORDS.map(str::to_owned).to_vec();
            let detail = "takes one of its values, once".to_owned();
            let mut faults = vec![ParameterFault { parameter: MARK.to_owned(), detail, allowed }];
            // All that is wrong is told at once.
            if let Err(PortalError::BadParameter { faults: others }) = spec.parse(&paths::query_of(&rest)) {
                faults.extend(others);
            }
            return Err(PortalError::BadParameter { faults });
        }
    };
    Ok((mark, paths::query_of(&rest)))
}

fn failed(error: &dyn std::fmt::Display) -> PortalError {
    tracing::error!(%error, "an export could not be written");
    PortalError::Failed { what: "the export could not be written".to_owned() }
}
