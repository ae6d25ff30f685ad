//! Which lines are a table, and what are its header, rows and cells?

mod bars;
mod header;
mod pipes;
mod rows;
mod shape;
mod spans;

pub(super) use self::bars::flags as cells_of_bars;
pub(crate) use self::rows::is_total;
use super::{MoneyUnit, Table, furniture::unit_in, line::Line};
use crate::span::{CharRange, Text};

/// A table found in the lines.
pub(super) struct Found {
    /// The table; rows have their labels as printed, addresses are completed later.
    pub(super) table: Table,
    /// Where it stands.
    pub(super) range: CharRange,
    /// The line after it.
    pub(super) end: usize,
}

/// The table that begins at line `at`, if one does. `unit` is that of the unit line above.
pub(super) fn find(
    text: &Text,
    lines: &[Line],
    at: usize,
    unit: Option<(MoneyUnit, CharRange)>,
) -> Option<Found> {
    let region = shape::find(lines, at)?;
    let first = region.rows.first()?.range;
    let last = region.rows.last()?.range;
    let header = header::split(text, &region.rows);
    let columns: Vec<String> = header.columns.iter().map(|cell| cell.text.clone()).collect();
    if columns.is_empty() && !shape::is_certain(&region) {
        return None;
    }
    let unit = unit.or_else(|| {
        header.columns.iter().find_map(|cell| unit_in(&cell.text).zip(cell.ranges.first().copied()))
    });
    let column_ranges = header.columns.iter().map(|cell| cell.ranges.clone()).collect();
    let rows = rows::build(text, &region.rows[header.rows..], &header);
    let table = Table {
        columns,
        column_ranges,
        unit: unit.map(|found| found.0),
        unit_range: unit.map(|found| found.1),
        rows,
    };
    Some(Found { table, range: CharRange::new(first.start, last.end), end: region.end })
}
