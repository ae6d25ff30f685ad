//! Which lines does a table of a page make?
//!
//! A table of data gives its rows as lines with tabs between the cells. Tables that only
//! lay out (letterheads, signatures, whole pages) give what their cells hold, in order.

/// Fewest columns and rows of a table of data.
const DATA_COLUMNS: usize = 3;
const DATA_ROWS: usize = 2;

/// Most words of a cell of data; more is a page inside a table.
const CELL_LIMIT: usize = 3000;

/// Most columns or rows that a cell takes.
const SPAN_LIMIT: usize = 100;

#[derive(Debug, Default)]
struct Cell {
    lines: Vec<String>,
    columns: usize,
    rows: usize,
}

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    /// Whether another table stands inside.
    pub(super) has_inner: bool,
    /// What stands between its cells: a caption.
    outside: Vec<String>,
    in_cell: bool,
}

impl Table {
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.in_cell = false;
    }

    pub(super) fn open_cell(&mut self, columns: usize, rows: usize) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let cell = Cell {
            lines: Vec::new(),
            columns: columns.clamp(1, SPAN_LIMIT),
            rows: rows.clamp(1, SPAN_LIMIT),
        };
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
        self.in_cell = true;
    }

    pub(super) fn close_cell(&mut self) {
        self.in_cell = false;
    }

    /// A line inside it.
    pub(super) fn push(&mut self, line: String) {
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) if self.in_cell => cell.lines.push(line),
            _ => self.outside.push(line),
        }
    }

    fn is_data(&self) -> bool {
        let width = self.rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum::<usize>()).max();
        let longest =
            self.rows.iter().flatten().map(|cell| cell.lines.iter().map(String::len).sum::<usize>());
        let filled = self.rows.iter().filter(|row| !row.is_empty()).count();
        !self.has_inner
            && width.unwrap_or(0) >= DATA_COLUMNS
            && filled >= DATA_ROWS
            && longest.max().unwrap_or(0) <= CELL_LIMIT
    }

    /// Its lines, with empty ones around a table of data.
    pub(super) fn lines(self) -> Vec<String> {
        let is_data = self.is_data();
        let mut lines = self.outside;
        if !is_data {
            lines.extend(self.rows.into_iter().flatten().flat_map(|cell| cell.lines));
            return lines;
        }
        lines.push(String::new());
        // Per column, rows that a cell from above still takes.
        let mut taken: Vec<usize> = Vec::new();
        for row in self.rows {
            let line = line_of(row, &mut taken);
            if !line.trim().is_empty() {
                lines.push(line);
            }
        }
        lines.push(String::new());
        lines
    }
}

/// A row with tabs between its cells, empty where a cell from above or beside goes on.
fn line_of(row: Vec<Cell>, taken: &mut Vec<usize>) -> String {
    let mut places: Vec<String> = Vec::new();
    let mut cells = row.into_iter();
    loop {
        let column = places.len();
        if taken.get(column).is_some_and(|left| *left > 0) {
            taken[column] -= 1;
            places.push(String::new());
            continue;
        }
        let Some(cell) = cells.next() else { break };
        let words = cell.lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ");
        for at in column..column + cell.columns {
            if taken.len() <= at {
                taken.resize(at + 1, 0);
            }
            taken[at] = cell.rows - 1;
            places.push(if at == column { words.clone() } else { String::new() });
        }
    }
    places.join("\t")
}
