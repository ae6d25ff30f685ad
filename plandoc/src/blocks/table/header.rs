//! Which rows are the header, and what are the columns called?

use super::shape::RawRow;
use crate::{
    blocks::{
        Cell,
        columns::{ColumnRole, role_of_header},
    },
    span::Text,
    text::{fold::lower, shadow::printed},
};

/// The header of a table.
pub(super) struct Header {
    /// Header cells; empty if the table has no header.
    pub(super) columns: Vec<Cell>,
    /// Number of rows that it takes.
    pub(super) rows: usize,
    /// Column of the ordinals.
    pub(super) ordinal: Option<usize>,
}

/// Splits the header off the rows: one row, or two where a second row names parts of the
/// first ("Kinh phí" over "Năm 2021", "Năm 2022"), and a row that numbers the columns.
pub(super) fn split(text: &Text, rows: &[RawRow]) -> Header {
    let Some(first) = rows.first().filter(|row| row.header_like) else {
        return Header { columns: Vec::new(), rows: 0, ordinal: None };
    };
    let mut columns = cells(text, first);
    let mut taken = 1;
    if let Some(second) = rows.get(1)
        && let Some(both) = under(&columns, &cells(text, second))
    {
        columns = both;
        taken = 2;
    }
    if rows.get(taken).is_some_and(|row| numbers_columns(text, row)) {
        taken += 1;
    }
    let ordinal = columns.iter().position(|cell| role_of_header(&cell.text) == ColumnRole::Ordinal);
    Header { columns, rows: taken, ordinal }
}

/// Cells of a row as printed.
pub(super) fn cells(text: &Text, row: &RawRow) -> Vec<Cell> {
    row.cells
        .iter()
        .map(|parts| {
            let words: Vec<String> = parts.iter().map(|part| printed(text, *part)).collect();
            Cell { text: words.join(" "), ranges: parts.clone() }
        })
        .collect()
}

/// Two stretches of a cell's words.
pub(super) fn join(above: &str, below: &str) -> String {
    if above.is_empty() { below.to_owned() } else { format!("{above} {below}") }
}

/// A first header row over a second one, if the second names parts of it: empty cells go on
/// with the column above, filled ones share the one above them, which may span several.
fn under(first: &[Cell], second: &[Cell]) -> Option<Vec<Cell>> {
    let filled = second.iter().filter(|cell| !cell.text.is_empty()).count();
    let begins_empty = second.len() >= 3 && second[..2].iter().all(|cell| cell.text.is_empty());
    if !begins_empty
        || filled < 2
        || !second.iter().all(|cell| cell.text.is_empty() || is_column_name(&cell.text))
    {
        return None;
    }
    let even = first.len() == second.len();
    let mut above = 0;
    let mut columns = Vec::with_capacity(second.len());
    for (at, cell) in second.iter().enumerate() {
        let mut column = first.get(if even { at } else { above })?.clone();
        if !cell.text.is_empty() {
            column.text = join(&column.text, &cell.text);
        }
        column.ranges.extend(&cell.ranges);
        columns.push(column);
        let spans_on = !cell.text.is_empty() && second.get(at + 1).is_some_and(|next| !next.text.is_empty());
        above += usize::from(!spans_on);
    }
    (even || above == first.len()).then_some(columns)
}

pub(super) fn is_column_name(name: &str) -> bool {
    let lower = lower(name);
    let year = lower.strip_prefix("năm").unwrap_or(&lower).trim().to_owned();
    let levels = ["tổng", "cộng", "trung ương", "tỉnh", "địa phương", "huyện", "khác"];
    year.len() == 4 && year.chars().all(|c| c.is_ascii_digit())
        || name.chars().count() <= 60 && role_of_header(name) != ColumnRole::Other
        || name.chars().count() <= 40 && levels.iter().any(|level| lower.contains(level))
}

/// "(1) (2) (3)" or "1 2 3 4".
fn numbers_columns(text: &Text, row: &RawRow) -> bool {
    let cells = cells(text, row);
    cells.len() >= 3
        && cells.iter().enumerate().all(|(at, cell)| {
            let number = cell.text.trim_matches(|c: char| !c.is_ascii_digit());
            number.parse() == Ok(at + 1) && cell.text.chars().count() <= 4
        })
}

#[cfg(test)]
mod tests {
    use super::is_column_name;

    #[test]
    fn years_and_known_words_name_columns() {
        assert!(is_column_name("Năm 2021"));
        assert!(is_column_name("2022"));
        assert!(is_column_name("Nguồn vốn"));
        assert!(!is_column_name("Sở Tài chính"));
    }
}
