//! How does a list become lines of JSON?

use app::portal::Answer;
use serde_json::Value;

use super::failed;
use crate::api::{columns::Column, selection::Row};

/// One line for each record, as the list gives it; JSON itself writes no line feed.
pub(crate) fn lines(columns: &[Column], records: &[Value]) -> Answer<Vec<u8>> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, &Row::new(columns, record)).map_err(|error| failed(&error))?;
        lines.push(b'\n');
    }
    Ok(lines)
}
