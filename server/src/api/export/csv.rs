//! How does a list become CSV?
//!
//! As RFC 4180 has it: UTF-8, a header row, lines that end in CR LF, cells quoted where they must
//! be. Cells hold the published words unchanged: one that begins with "=", "+", "-" or "@" is not
//! disguised, since that would falsify it for every program that reads data. Spreadsheets are told
//! to import text as text, or to take the workbook; the documentation says so.

use app::portal::Answer;
use serde_json::Value;

use super::failed;
use crate::api::columns::Column;

/// What Excel knows UTF-8 by.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The header row.
pub(crate) fn head(columns: &[Column], mark: bool) -> Answer<Vec<u8>> {
    let mut head = if mark { BYTE_ORDER_MARK.as_bytes().to_vec() } else { Vec::new() };
    head.extend(table([columns.iter().map(|column| column.name.clone())])?);
    Ok(head)
}

/// One row for each record.
pub(crate) fn lines(columns: &[Column], records: &[Value]) -> Answer<Vec<u8>> {
    table(records.iter().map(|record| columns.iter().map(|column| column.cell(record))))
}

fn table(rows: impl IntoIterator<Item = impl Iterator<Item = String>>) -> Answer<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}
