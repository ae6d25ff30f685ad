//! Which lines does a table make?
//!
//! A row is a line with tabs between its cells; a cell over several columns is followed by
//! empty ones, and where a cell goes on from the row above its place is empty. A table
//! without borders that only puts things side by side, as letterheads and signatures do,
//! is read cell by cell.

use roxmltree::Node;

use super::{
    body::{DEPTH_LIMIT, Story},
    inline::Paragraph,
    styles::has_lines,
    xml::{along, attribute, child, children, name, number, value},
};

/// Most columns of a table; Word has 63.
const COLUMN_LIMIT: usize = 200;

/// Most columns, and rows of more columns, of a table that only lays out.
const LAYOUT_LIMIT: usize = 2;

/// One cell with the columns that it takes.
struct Cell<'a> {
    node: Node<'a, 'a>,
    span: usize,
    /// Whether it goes on from the row above.
    goes_on: bool,
}

struct Row<'a> {
    /// Columns left free before the first cell.
    before: usize,
    cells: Vec<Cell<'a>>,
}

impl<'a> Story<'a> {
    pub(super) fn table(&mut self, table: Node<'a, 'a>, depth: usize) {
        let mut rows = Vec::new();
        self.rows(table, depth, &mut rows);
        let width = rows.iter().map(|row| row.before + row.cells.iter().map(|cell| cell.span).sum::<usize>());
        let width = width.max().unwrap_or(0);
        let small = width <= LAYOUT_LIMIT || rows.len() <= LAYOUT_LIMIT;
        if width <= 1 || small && !self.has_borders(table, &rows) {
            for cell in rows.iter().flat_map(|row| &row.cells) {
                self.blocks(cell.node, depth + 1);
            }
            return;
        }
        self.push_gap();
        let mut notes = Vec::new();
        for row in rows {
            let line = self.line(&row, depth, &mut notes);
            if !line.trim().is_empty() {
                self.lines.push(line);
            }
        }
        self.push_gap();
        self.lines.extend(notes);
    }

    fn line(&mut self, row: &Row<'a>, depth: usize, notes: &mut Vec<String>) -> String {
        let mut line = "\t".repeat(row.before.min(COLUMN_LIMIT));
        for (at, cell) in row.cells.iter().enumerate() {
            if at > 0 {
                line.push('\t');
            }
            let words = self.cell(cell.node, depth + 1, notes);
            if !cell.goes_on {
                line.push_str(&words);
            }
            line.push_str(&"\t".repeat(cell.span - 1));
        }
        line
    }

    /// The words of a cell on one line.
    fn cell(&mut self, node: Node<'a, 'a>, depth: usize, notes: &mut Vec<String>) -> String {
        let mut words: Vec<String> = Vec::new();
        if depth > DEPTH_LIMIT {
            return String::new();
        }
        for inner in node.children() {
            match name(inner) {
                "p" => {
                    let Paragraph { label, text, notes: own, boxes } = self.words_of(inner, depth);
                    notes.extend(own);
                    words.push(label + &text);
                    words.extend(boxes);
                }
                "tcPr" | "del" | "moveFrom" => {}
                _ => words.push(self.cell(inner, depth + 1, notes)),
            }
        }
        words.iter().flat_map(|words| words.split_whitespace()).collect::<Vec<_>>().join(" ")
    }

    fn rows(&mut self, parent: Node<'a, 'a>, depth: usize, rows: &mut Vec<Row<'a>>) {
        if depth > DEPTH_LIMIT {
            return;
        }
        for node in parent.children() {
            match name(node) {
                "tr" if along(node, &["trPr", "del"]).is_some() => self.changes += 1,
                "tr" => {
                    let before = along(node, &["trPr"]).and_then(|row| number(row, "gridBefore"));
                    let mut cells = Vec::new();
                    collect_cells(node, depth, &mut cells);
                    rows.push(Row { before: before.unwrap_or(0), cells });
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(node, depth + 1, rows),
                _ => {}
            }
        }
    }

    fn has_borders(&self, table: Node<'a, 'a>, rows: &[Row<'a>]) -> bool {
        let own = along(table, &["tblPr", "tblBorders"]).map(has_lines);
        let style = along(table, &["tblPr", "tblStyle"]).and_then(value);
        own.unwrap_or_else(|| style.is_some_and(|style| self.styles.has_borders(style)))
            || rows
                .iter()
                .flat_map(|row| &row.cells)
                .any(|cell| along(cell.node, &["tcPr", "tcBorders"]).is_some_and(has_lines))
    }
}

fn collect_cells<'a>(parent: Node<'a, 'a>, depth: usize, cells: &mut Vec<Cell<'a>>) {
    if depth > DEPTH_LIMIT {
        return;
    }
    for node in parent.children() {
        match name(node) {
            "tc" if cells.len() < COLUMN_LIMIT => {
                let properties = child(node, "tcPr");
                let span = properties.and_then(|own| number(own, "gridSpan")).unwrap_or(1);
                let merged = properties.and_then(|own| children(own, "vMerge").next());
                let goes_on = merged.is_some_and(|merged| attribute(merged, "val") != Some("restart"));
                cells.push(Cell { node, span: span.clamp(1, COLUMN_LIMIT), goes_on });
            }
            "sdt" | "sdtContent" | "customXml" => collect_cells(node, depth + 1, cells),
            _ => {}
        }
    }
}
