//! How does a list become a file?
//!
//! CSV as RFC 4180 has it: UTF-8 without byte-order mark, a header row, lines that end
//! in CR LF, cells quoted where they must be. Cells hold the published words unchanged:
//! one that begins with "=", "+", "-" or "@" is not disguised, since that would falsify
//! it for every program that reads data. Spreadsheets are told to import text as text;
//! the documentation says so.

use app::{
    error::PortalError,
    portal::Answer,
    types::filter::{Filter, LIMIT_MAX},
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;

use super::{
    columns::{Column, columns},
    error::Problem,
    noun::Noun,
};
use crate::portal::ServerPortal;

/// Media type of an export.
pub(crate) const TEXT_CSV: &str = "text/csv; charset=utf-8; header=present";

/// The whole filtered list at one revision, batch by batch, so that it is never held in memory.
pub(crate) async fn csv<N: Noun>(portal: ServerPortal, filter: Filter) -> Result<Response, Problem> {
    let columns = columns::<N>(false);
    let revision = portal.shown();
    // An export is always the whole list, however the page that links to it is cut.
    let filter = Filter { limit: Some(LIMIT_MAX), cursor: None, ..filter };
    // The first batch is fetched before the status is sent, so that its faults are told as such.
    let first = N::page(&portal, revision, &filter).await?;
    let header = line(columns.iter().map(|column| column.name.clone()))?;
    let start = Some((header, first));
    let body = stream::try_unfold(start, move |state| {
        let (portal, filter, columns) = (portal.clone(), filter.clone(), columns.clone());
        async move {
            let Some((mut bytes, batch)) = state else { return Ok(None) };
            rows(&columns, &batch.records, &mut bytes)?;
            let next = match batch.next {
                Some(cursor) => {
                    let filter = Filter { cursor: Some(cursor), ..filter };
                    let batch = N::page(&portal, revision, &filter).await?;
                    Some((Vec::new(), batch))
                }
                None => None,
            };
            Ok::<_, PortalError>(Some((Bytes::from(bytes), next)))
        }
    });
    let name = format!("attachment; filename=\"{}.csv\"", N::SPEC.noun);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(TEXT_CSV)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    Ok((headers, Body::from_stream(body)).into_response())
}

fn rows<N: Noun>(columns: &[Column], records: &[N], bytes: &mut Vec<u8>) -> Answer<()> {
    for record in records {
        let record = serde_json::to_value(record).map_err(|error| failed(&error))?;
        bytes.extend(line(columns.iter().map(|column| column.cell(&record)))?);
    }
    Ok(())
}

fn line(cells: impl Iterator<Item = String>) -> Answer<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells).map_err(|error| failed(&error))?;
    writer.into_inner().map_err(|error| failed(&error))
}

fn failed(error: &dyn std::fmt::Display) -> PortalError {
    tracing::error!(%error, "an export could not be written");
    PortalError::Failed { what: "the export could not be written".to_owned() }
}
