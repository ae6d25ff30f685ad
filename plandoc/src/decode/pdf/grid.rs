//! Which boxes do a page's ruled lines make?

use super::sheet::{Rule, Sheet};

/// Lines so near to each other are one.
const NEAR: f64 = 2.5;

/// Columns that reach so far past the lines across belong to a row that a page cut.
const CUT_ROW: f64 = 6.0;

/// Most lines of a table in one direction.
const LINE_LIMIT: usize = 400;

/// The ruled lines of one table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Places of the lines that part columns, and rows.
    pub(super) columns: Vec<f64>,
    pub(super) rows: Vec<f64>,
    across: Vec<Rule>,
    down: Vec<Rule>,
}

/// The tables of a page from top to bottom: lines that cross each other.
pub(super) fn grids(sheet: &Sheet) -> Vec<Grid> {
    let (across, down) = (merged(&sheet.across), merged(&sheet.down));
    let mut group: Vec<usize> = (0..across.len() + down.len()).collect();
    for (at, row) in across.iter().enumerate() {
        for (below, column) in down.iter().enumerate() {
            if crosses(row, column) {
                let (a, b) = (root(&group, at), root(&group, across.len() + below));
                group[a] = b;
            }
        }
    }
    let mut grids: Vec<(usize, Grid)> = Vec::new();
    for at in 0..group.len() {
        let of = root(&group, at);
        let place = grids.iter().position(|(group, _)| *group == of).unwrap_or_else(|| {
            grids.push((of, Grid::default()));
            grids.len() - 1
        });
        let grid = &mut grids[place].1;
        match at.checked_sub(across.len()) {
            None => grid.across.push(across[at]),
            Some(at) => grid.down.push(down[at]),
        }
    }
    let mut tables: Vec<Grid> =
        grids.into_iter().map(|(_, grid)| grid.with_lines()).filter(Grid::is_table).collect();
    tables.sort_by(|a, b| a.rows[0].total_cmp(&b.rows[0]));
    tables
}

fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

fn crosses(row: &Rule, column: &Rule) -> bool {
    (row.from - NEAR..=row.to + NEAR).contains(&column.at)
        && (column.from - NEAR..=column.to + NEAR).contains(&row.at)
}

/// Pieces of one line made one, however many cells drew them.
fn merged(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for rule in sorted {
        let known = merged
            .iter_mut()
            .rev()
            .take_while(|known| rule.at - known.at <= NEAR)
            .find(|known| rule.from <= known.to + NEAR && known.from <= rule.to + NEAR);
        match known {
            Some(known) => {
                known.from = known.from.min(rule.from);
                known.to = known.to.max(rule.to);
            }
            None => merged.push(rule),
        }
    }
    merged.truncate(LINE_LIMIT * 4);
    merged
}

fn places(rules: &[Rule]) -> Vec<f64> {
    let mut places: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, before| *next - *before <= NEAR);
    places.truncate(LINE_LIMIT);
    places
}

impl Grid {
    fn with_lines(mut self) -> Self {
        (self.columns, self.rows) = (places(&self.down), places(&self.across));
        // A page's end may cut a row: its columns go on past the last line across.
        let top = self.down.iter().map(|rule| rule.from).fold(f64::MAX, f64::min);
        let bottom = self.down.iter().map(|rule| rule.to).fold(f64::MIN, f64::max);
        if self.rows.first().is_some_and(|first| top < first - CUT_ROW) {
            self.rows.insert(0, top);
        }
        if self.rows.last().is_some_and(|last| bottom > last + CUT_ROW) {
            self.rows.push(bottom);
        }
        self
    }

    /// Two columns and a row at least; a frame around the text is no table.
    fn is_table(&self) -> bool {
        self.columns.len() >= 3 && self.rows.len() >= 2
    }

    pub(super) fn holds(&self, x: f64, y: f64) -> bool {
        let inside = |places: &[f64], at: f64| {
            places.first().is_some_and(|first| at > first - 1.0)
                && places.last().is_some_and(|last| at < last + 1.0)
        };
        inside(&self.columns, x) && inside(&self.rows, y)
    }

    /// Column and row of a place.
    pub(super) fn cell_at(&self, x: f64, y: f64) -> (usize, usize) {
        let at = |places: &[f64], value: f64| {
            places.partition_point(|place| *place <= value).saturating_sub(1).min(places.len() - 2)
        };
        (at(&self.columns, x), at(&self.rows, y))
    }

    /// Whether a line parts a cell from the one to its left.
    pub(super) fn is_parted_left(&self, column: usize, row: usize) -> bool {
        let y = f64::midpoint(self.rows[row], self.rows[row + 1]);
        self.down
            .iter()
            .any(|rule| (rule.at - self.columns[column]).abs() <= NEAR && rule.from <= y && y <= rule.to)
    }

    /// Whether a line parts a cell from the one above it.
    pub(super) fn is_parted_above(&self, column: usize, row: usize) -> bool {
        let x = f64::midpoint(self.columns[column], self.columns[column + 1]);
        self.across
            .iter()
            .any(|rule| (rule.at - self.rows[row]).abs() <= NEAR && rule.from <= x && x <= rule.to)
    }
}
