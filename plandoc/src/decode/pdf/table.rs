//! Which rows do the letters inside a ruled grid make?

use super::{cell::words, grid::Grid, line::join, sheet::Glyph};

/// Columns of a table that goes on over the page stand where they stood, but for so much.
const SAME_PLACE: f64 = 4.0;

/// Most rows that are said again at the top of every page.
const HEAD_LIMIT: usize = 4;

/// A table of a page, or of several that go on with one another.
#[derive(Debug)]
pub(super) struct Table {
    /// Places of the lines that part its columns.
    columns: Vec<f64>,
    /// Where a cell goes on from the left or from above, its place is empty.
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn of(grid: &Grid, glyphs: &[&Glyph]) -> Self {
        let width = grid.columns.len() - 1;
        let owner = owners(grid, width);
        let mut cells: Vec<Vec<&Glyph>> = vec![Vec::new(); owner.len()];
        for glyph in glyphs {
            let (column, row) =
                grid.cell_at(f64::midpoint(glyph.left, glyph.right), glyph.base - glyph.size * 0.3);
            cells[owner[row * width + column]].push(glyph);
        }
        let words: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(at, glyphs)| {
                let last = (at..(at / width + 1) * width).take_while(|next| owner[*next] == at).last();
                let right = grid.columns[last.unwrap_or(at) % width + 1];
                words(glyphs, right - grid.columns[at % width])
            })
            .collect();
        let mut rows: Vec<Vec<String>> = words.chunks(width).map(<[String]>::to_vec).collect();
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        Self { columns: grid.columns.clone(), rows }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether another table has its columns where this one has them.
    pub(super) fn is_continued_by(&self, next: &Self) -> bool {
        self.columns.len() == next.columns.len()
            && self.columns.iter().zip(&next.columns).all(|(a, b)| (a - b).abs() <= SAME_PLACE)
    }

    /// Goes on with the rows of the next page: without the head said again, and with a row
    /// that the page's end cut in two made whole.
    pub(super) fn go_on(&mut self, next: Self) {
        let again = self.rows.iter().zip(&next.rows).take(HEAD_LIMIT).take_while(|(a, b)| a == b).count();
        let mut rows = next.rows.into_iter().skip(again).peekable();
        if let Some(last) = self.rows.last_mut().filter(|_| again < HEAD_LIMIT)
            && let Some(rest) = rows.next_if(|row| is_rest(last, row))
        {
            for (cell, rest) in last.iter_mut().zip(rest).filter(|(_, rest)| !rest.is_empty()) {
                if cell.is_empty() { *cell = rest } else { join(cell, &rest) }
            }
        }
        self.rows.extend(rows);
    }

    /// Lines of text with tabs between the cells.
    pub(super) fn into_lines(self) -> impl Iterator<Item = String> {
        self.rows.into_iter().map(|row| row.join("\t"))
    }
}

/// Whether the first row of a page is the rest of the last one before it: it has no number
/// of its own, and no amount stands in both.
fn is_rest(last: &[String], row: &[String]) -> bool {
    let is_amount = |cell: &str| {
        cell.contains(|c: char| c.is_ascii_digit())
            && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
    };
    let has_own_number = row.first().is_none_or(|cell| !cell.is_empty());
    !has_own_number && !last.iter().zip(row).any(|(a, b)| is_amount(a) && is_amount(b))
}

/// Per place of the grid, the place of the cell that it belongs to.
fn owners(grid: &Grid, width: usize) -> Vec<usize> {
    let height = grid.rows.len() - 1;
    let mut owner: Vec<usize> = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let at = row * width + column;
            let of = if column > 0 && !grid.is_parted_left(column, row) {
                owner[at - 1]
            } else if row > 0 && !grid.is_parted_above(column, row) {
                owner[at - width]
            } else {
                at
            };
            owner.push(of);
        }
    }
    owner
}
