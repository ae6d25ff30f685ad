//! Which lines of the pages go on with one another?

use super::{
    column::COLUMNS,
    furniture,
    grid::{Grid, grids},
    line::{Line, join, page_lines, quantile},
    notes::{self, Note},
    paragraph::goes_on,
    sheet::{Glyph, Sheet},
    table::Table,
};

/// Paragraphs stand further apart than their lines, by this at least.
const PARAGRAPH_GAP: f64 = 1.25;

/// What stands between two others on its way to text.
pub(super) enum Piece {
    Paragraph {
        text: String,
        /// Its last line and the right margin there, for whether the next line goes on with it.
        last: Option<(Line, f64)>,
    },
    Table(Table),
}

/// Lines of text and tables of one page, with their heights.
struct Leaf {
    lines: Vec<Line>,
    tables: Vec<(f64, Table)>,
    notes: Vec<Note>,
    /// Right margin of the page and of each of its columns.
    margins: [f64; COLUMNS],
    /// Usual distance of lines.
    leading: f64,
}

/// The text of a document's pages.
pub(super) fn text(sheets: &[Sheet]) -> String {
    let mut pieces: Vec<Piece> = Vec::new();
    for leaf in leaves(sheets) {
        let first = pieces.len();
        let notes = leaf.pour(&mut pieces);
        notes::place(&mut pieces, first.saturating_sub(1), notes);
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph { text, .. } => lines.push(text),
            Piece::Table(table) => {
                lines.push(String::new());
                lines.extend(table.into_lines());
                lines.push(String::new());
            }
        }
    }
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}

/// The pages without what comes back on each, their footnotes apart.
fn leaves(sheets: &[Sheet]) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = sheets.iter().map(Leaf::of).collect();
    let mut pages: Vec<Vec<Line>> = leaves.iter_mut().map(|leaf| std::mem::take(&mut leaf.lines)).collect();
    furniture::remove(&mut pages);
    for (leaf, mut page) in leaves.iter_mut().zip(pages) {
        leaf.notes = notes::take(&mut page);
        leaf.lines = page;
        leaf.measure();
    }
    for column in 0..COLUMNS {
        // A page of few short lines, the last one, has the margin of the others.
        let usual = quantile(leaves.iter().map(|leaf| leaf.margins[column]), 1, 2);
        for leaf in &mut leaves {
            leaf.margins[column] = leaf.margins[column].max(usual.unwrap_or_default());
        }
    }
    leaves
}

impl Leaf {
    fn of(sheet: &Sheet) -> Self {
        let grids = grids(sheet);
        let mut inside: Vec<Vec<&Glyph>> = vec![Vec::new(); grids.len()];
        let mut outside: Vec<&Glyph> = Vec::new();
        for glyph in &sheet.glyphs {
            let (x, y) = (f64::midpoint(glyph.left, glyph.right), glyph.base - glyph.size * 0.3);
            match grids.iter().position(|grid: &Grid| grid.holds(x, y)) {
                Some(at) => inside[at].push(glyph),
                None => outside.push(glyph),
            }
        }
        let tables = grids.iter().zip(inside).map(|(grid, glyphs)| (grid.rows[0], Table::of(grid, &glyphs)));
        let tables = tables.filter(|(_, table)| !table.is_empty()).collect();
        let lines = page_lines(&outside, sheet.width);
        Self { lines, tables, notes: Vec::new(), margins: [0.0; COLUMNS], leading: f64::MAX }
    }

    /// Adds its lines and tables to those of the pages before.
    fn pour(self, pieces: &mut Vec<Piece>) -> Vec<Note> {
        let mut tables = self.tables.into_iter().peekable();
        let mut is_first = true;
        for line in self.lines {
            while let Some((_, table)) = tables.next_if(|(top, _)| *top < line.base) {
                push_table(pieces, table, is_first);
                is_first = false;
            }
            let margin = self.margins[line.column as usize];
            push_line(pieces, line, margin, if is_first { f64::MAX } else { self.leading });
            is_first = false;
        }
        for (_, table) in tables {
            push_table(pieces, table, is_first);
            is_first = false;
        }
        self.notes
    }

    /// The right margin and the distance of lines, as most of them have it.
    fn measure(&mut self) {
        for (at, margin) in self.margins.iter_mut().enumerate() {
            let lines = self.lines.iter().filter(|line| line.column as usize == at);
            *margin = quantile(lines.map(|line| line.right), 9, 10).unwrap_or_default();
        }
        let steps = self.lines.windows(2).map(|pair| pair[1].base - pair[0].base);
        self.leading = quantile(steps.filter(|step| *step > 0.0), 1, 3).unwrap_or(f64::MAX);
    }
}

/// A line goes on with the paragraph above, or begins one.
fn push_line(pieces: &mut Vec<Piece>, line: Line, margin: f64, leading: f64) {
    if let Some(Piece::Paragraph { text, last: Some(last) }) = pieces.last_mut()
        && line.base - last.0.base <= leading * PARAGRAPH_GAP
        && goes_on(&last.0, &line, last.1)
    {
        join(text, &line.text);
        *last = (line, margin);
        return;
    }
    pieces.push(Piece::Paragraph { text: line.text.clone(), last: Some((line, margin)) });
}

/// A table goes on with the one that the page before ended with, or stands for itself.
fn push_table(pieces: &mut Vec<Piece>, table: Table, is_first: bool) {
    match pieces.last_mut() {
        Some(Piece::Table(above)) if is_first && above.is_continued_by(&table) => above.go_on(table),
        _ => pieces.push(Piece::Table(table)),
    }
}
