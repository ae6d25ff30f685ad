//! Which lines form a table, in each of the three shapes that files have?
//!
//! - **Tab rows**: a row is a line, cells are parted by tabs. A cell may run on to a line
//!   without a tab.
//! - **Cell lines**: a cell is a line that begins with a tab, a row ends at an empty line;
//!   an empty cell is a lone tab, a cell's second paragraph has no tab.
//! - **Pipe rows**: Markdown's `| a | b |`.
//!
//! Empty lines inside the first and last shape are page breaks.

use super::super::columns::{ColumnRole, role_of_header};
use super::super::line::{Line, is_capitals};
use super::{bars, pipes, rows::is_outer_mark};
use crate::{span::CharRange, text::fold::lower};

/// Lines of a table as rows of cells; a cell is one or more stretches of text.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) rows: Vec<RawRow>,
    /// The line after the table.
    pub(super) end: usize,
}

/// One row before header and page breaks are made sense of.
#[derive(Clone, Debug)]
pub(super) struct RawRow {
    pub(super) cells: Vec<Vec<CharRange>>,
    pub(super) range: CharRange,
    /// Whether a page break may lie before it.
    pub(super) after_gap: bool,
    /// Whether its cells look like a header.
    pub(super) header_like: bool,
}

/// The table that begins at line `at`.
pub(super) fn find(lines: &[Line], at: usize) -> Option<Region> {
    tab_rows(lines, at)
        .or_else(|| cell_lines(lines, at))
        .or_else(|| pipes::pipe_rows(lines, at))
        .or_else(|| pipes::open_rows(lines, at))
        .or_else(|| bars::find(lines, at))
}

/// Whether a region without a header is a table all the same: three even rows or more.
pub(super) fn is_certain(region: &Region) -> bool {
    let cells = region.rows[0].cells.len();
    region.rows.len() >= 3 && cells >= 3 && region.rows.iter().all(|row| row.cells.len() == cells)
}

fn tabs(line: &Line) -> usize {
    line.raw.matches('\t').count()
}

fn tab_rows(lines: &[Line], at: usize) -> Option<Region> {
    if tabs(lines.get(at)?) < 2 || lines[at].is_blank() {
        return None;
    }
    let mut rows: Vec<RawRow> = Vec::new();
    let mut end = at;
    let mut gap = false;
    let mut next = at;
    while let Some(line) = lines.get(next) {
        if tabs(line) >= 2 && !line.is_blank() {
            let row = row_of(lines, tab_cells(line), line.content(), gap);
            let known = rows.is_empty()
                || rows.iter().rev().take(40).any(|above| above.cells.len() == row.cells.len());
            if gap && (starts_another(&row, &rows, lines) || !known && !row.header_like) {
                break;
            }
            rows.push(row);
            gap = false;
            end = next + 1;
        } else if !gap && !rows.is_empty() && names_group(line, lines.get(next + 1)) {
            rows.push(row_of(lines, tab_cells(line), line.content(), gap));
            end = next + 1;
        } else if line.is_blank() {
            gap = true;
        } else if !gap && runs_on(line, lines.get(next + 1)) {
            if let Some(cell) = rows.last_mut().and_then(|row| row.cells.last_mut()) {
                cell.push(line.content());
            }
            if let Some(row) = rows.last_mut() {
                row.range.end = line.content().end;
            }
            end = next + 1;
        } else {
            break;
        }
        next += 1;
    }
    (rows.len() >= 2 || rows.first().is_some_and(|row| row.header_like)).then_some(Region { rows, end })
}

/// A line without tabs that is followed at once by another row belongs to the cell above.
fn runs_on(line: &Line, next: Option<&Line>) -> bool {
    tabs(line) == 0 && next.is_some_and(|next| tabs(next) >= 2) && !is_capitals(line.shown())
}

/// "I", a tab and a name, right above another row: the rest of its cells were left out.
fn names_group(line: &Line, next: Option<&Line>) -> bool {
    let mark = line.shown().split('\t').next().map_or("", str::trim);
    tabs(line) == 1
        && is_outer_mark(mark)
        && next.is_some_and(|next| tabs(next) >= 2 || names_group_mark(next))
}

/// A group right below another one: "A. …" above "I. …".
fn names_group_mark(line: &Line) -> bool {
    tabs(line) == 1 && is_outer_mark(line.shown().split('\t').next().map_or("", str::trim))
}

fn tab_cells(line: &Line) -> Vec<Vec<CharRange>> {
    pieces(line, line.shadow.as_str(), 0, '\t')
}

/// Stretches of words between separators, from byte `offset` of the line's shadow on.
pub(super) fn pieces(line: &Line, words: &str, offset: usize, separator: char) -> Vec<Vec<CharRange>> {
    let mut start = offset;
    words
        .split(separator)
        .map(|piece| {
            let from = start + (piece.len() - piece.trim_start().len());
            let trimmed = piece.trim();
            start += piece.len() + separator.len_utf8();
            if trimmed.is_empty() { Vec::new() } else { vec![line.shadow.range(from..from + trimmed.len())] }
        })
        .collect()
}

pub(super) fn row_of(
    lines: &[Line],
    cells: Vec<Vec<CharRange>>,
    range: CharRange,
    after_gap: bool,
) -> RawRow {
    let mut row = RawRow { cells, range, after_gap, header_like: false };
    let words = row_words(&row, lines);
    row.header_like = !words.iter().any(|cell| is_amount(cell)) && is_header(&in_small_letters(words));
    row
}

/// A header that is not the table's own begins another table.
fn starts_another(row: &RawRow, rows: &[RawRow], lines: &[Line]) -> bool {
    row.header_like && rows.len() > 1 && !same_cells(row, &rows[0], lines)
}

/// Whether two rows print the same words.
fn same_cells(a: &RawRow, b: &RawRow, lines: &[Line]) -> bool {
    let words = |row: &RawRow| in_small_letters(row_words(row, lines));
    words(a) == words(b)
}

/// Words of each cell, from the lines that hold them.
fn row_words(row: &RawRow, lines: &[Line]) -> Vec<String> {
    let first = lines.partition_point(|line| line.range.end < row.range.start);
    row.cells
        .iter()
        .map(|parts| {
            let words: Vec<&str> = parts
                .iter()
                .filter_map(|part| {
                    let line = lines[first..].iter().find(|line| line.range.contains(*part))?;
                    Some(&line.shadow.as_str()[line.shadow.bytes_of(*part)])
                })
                .collect();
            words.join(" ")
        })
        .collect()
}

fn in_small_letters(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|cell| lower(&cell)).collect()
}

fn is_amount(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit()) && !cell.chars().any(char::is_alphabetic)
}

/// A header names at least two known columns, most of its cells; it states no amount.
fn is_header(words: &[String]) -> bool {
    let numbered = words.first().is_some_and(|cell| role_of_header(cell) == ColumnRole::Ordinal);
    if !numbered && is_item(words) {
        return false;
    }
    let filled = words.iter().filter(|cell| !cell.is_empty()).count();
    let known = words
        .iter()
        .filter(|cell| cell.chars().count() <= 90 && !cell.is_empty())
        .filter(|cell| role_of_header(cell) != ColumnRole::Other)
        .count();
    known >= 2 && (numbered || known * 2 >= filled)
}

/// A row whose first cell is a number or a numeral is an item or a group, not a header.
fn is_item(words: &[String]) -> bool {
    words
        .first()
        .is_some_and(|cell| cell.is_empty() || cell.chars().next().is_some_and(|c| c.is_ascii_digit()))
        || words.iter().any(|cell| cell.chars().count() > 90)
}

fn starts_with_tab(line: &Line) -> bool {
    line.raw.trim_start_matches(' ').starts_with('\t') && tabs(line) == 1
}

fn cell_lines(lines: &[Line], at: usize) -> Option<Region> {
    let opens = |at: usize| {
        lines.get(at).is_some_and(starts_with_tab) && lines.get(at + 1).is_some_and(starts_with_tab)
    };
    if !opens(at) || lines[at].is_blank() {
        return None;
    }
    let mut rows = Vec::new();
    let mut next = at;
    let mut end = at;
    let mut gap = false;
    loop {
        let (row, after) = cell_row(lines, next, gap);
        let is_row = row.cells.len() <= MOST_CELLS && (row.cells.len() >= 2 || !rows.is_empty());
        if !is_row || starts_another(&row, &rows, lines) {
            break;
        }
        rows.push(row);
        end = after.max(end);
        let following = (after..lines.len()).find(|&line| !lines[line].is_gap());
        match following {
            // Rows are parted by one empty line; more of them are a page break.
            Some(line) if starts_with_tab(&lines[line]) && !lone_tail(lines, line) => {
                gap = line > after + 1;
                next = line;
            }
            _ => break,
        }
    }
    let even = rows.iter().filter(|row| row.cells.len() >= 2).count();
    (even >= 2).then_some(Region { rows, end })
}

/// Tabs without words, or an indented paragraph, after the last row.
fn lone_tail(lines: &[Line], at: usize) -> bool {
    let run = lines[at..].iter().take_while(|line| !line.is_gap());
    let (mut cells, mut words) = (0, 0);
    for line in run {
        cells += usize::from(starts_with_tab(line));
        words += usize::from(!line.is_blank());
    }
    words == 0 || cells < 2 && lines[at].shown().chars().count() > 120 || words > cells * 3
}

/// More cells than a table has columns: lines that are no row.
const MOST_CELLS: usize = 60;

/// The cells of one row: up to the next empty line.
fn cell_row(lines: &[Line], at: usize, after_gap: bool) -> (RawRow, usize) {
    let mut cells: Vec<Vec<CharRange>> = Vec::new();
    let mut range = CharRange::new(lines[at].range.start, lines[at].range.start);
    let mut next = at;
    while let Some(line) = lines.get(next) {
        if line.is_gap() || cells.len() > MOST_CELLS {
            break;
        }
        let content = line.content();
        let part = (!line.is_blank()).then_some(content);
        if starts_with_tab(line) {
            cells.push(part.into_iter().collect());
        } else if let Some(cell) = cells.last_mut() {
            cell.extend(part);
        }
        if part.is_some() {
            if range.is_empty() {
                range = content;
            }
            range.end = content.end;
        }
        next += 1;
    }
    (row_of(lines, cells, range, after_gap), next)
}
