//! Which lines are rows whose cells bars part, as Markdown and portals print them?

use super::{
    super::line::Line,
    rows::{is_outer_mark, is_total},
    shape::{RawRow, Region, pieces, row_of},
    spans,
};
use crate::span::CharRange;

/// Markdown's rows, with a rule below the header. Bars at either end may be left out, and
/// so may the cells at a row's end.
pub(super) fn pipe_rows(lines: &[Line], at: usize) -> Option<Region> {
    let bars = |line: &Line| line.shown().matches('|').count();
    let is_rule = |line: &Line| {
        line.shown().contains("--")
            && line.shown().contains('|')
            && line.shown().chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
    };
    let header = lines.get(at).filter(|line| bars(line) >= 2)?;
    let rule = lines.get(at + 1).filter(|line| is_rule(line))?;
    let opens = header.shown().starts_with('|');
    if !opens && pipe_cells(header).len() != pipe_cells(rule).len() || pipe_cells(header).len() < 2 {
        return None;
    }
    let is_row = |line: &Line| {
        if opens { line.shown().starts_with('|') && !line.is_bar() } else { bars(line) > 0 && !line.is_bar() }
    };
    let width = pipe_cells(header).len();
    let mut rows = Vec::new();
    let mut end = at;
    let mut gap = false;
    for (index, line) in lines.iter().enumerate().skip(at) {
        if is_row(line) {
            if !is_rule(line) {
                rows.push(row_of(lines, filled_up(line, width), line.content(), gap));
                gap = false;
            }
            end = index + 1;
        } else if line.is_blank() && lines.get(index + 1).is_some_and(is_row) {
            gap = true;
        } else {
            break;
        }
    }
    if let Some(first) = rows.first_mut() {
        first.header_like = true;
    }
    Some(Region { rows, end })
}

/// Rows that end with a bar but do not begin with one, and have no rule below the header:
/// "TT | Nội dung | Kinh phí |".
pub(super) fn open_rows(lines: &[Line], at: usize) -> Option<Region> {
    let bars = |line: &Line| line.shown().matches('|').count();
    let is_row =
        |line: &Line| bars(line) >= 3 && line.shown().ends_with('|') && !line.shown().starts_with('|');
    let first = lines.get(at).filter(|line| is_row(line))?;
    let header = row_of(lines, open_cells(first), first.content(), false);
    let second = lines.get(at + 1).and_then(|line| second_header(&header, first, line));
    let width = second.as_ref().map_or(bars(first), |second| second.cells.len());
    let goes_on = |line: &&Line| {
        let label = line.shown().split('|').next().map_or("", str::trim);
        let short = bars(line) >= 2 && (is_outer_mark(label) || is_total(label));
        line.shown().ends_with('|') && (short || bars(line) == width)
    };
    let from = at + 1 + usize::from(second.is_some());
    let below: Vec<&Line> = lines[from..].iter().take_while(goes_on).collect();
    if !header.header_like || !below.iter().any(|line| bars(line) == width) {
        return None;
    }
    let mut rows = vec![header];
    rows.extend(second);
    rows.extend(below.into_iter().map(|line| row_of(lines, open_cells(line), line.content(), false)));
    let end = at + rows.len();
    Some(Region { rows, end })
}

/// A line below a header that names the parts of one of its columns, spread to all columns.
fn second_header(header: &RawRow, first: &Line, line: &Line) -> Option<RawRow> {
    if !line.shown().ends_with('|') || line.shown().starts_with('|') {
        return None;
    }
    let at = spans::place(&open_words(first), &open_words(line))?;
    let cells = open_cells(line);
    let width = header.cells.len() - 1 + cells.len();
    let cells = spans::spread(width, at, cells);
    Some(RawRow { cells, range: line.content(), after_gap: false, header_like: false })
}

fn open_words(line: &Line) -> Vec<&str> {
    line.shown().trim_end_matches('|').split('|').map(str::trim).collect()
}

fn open_cells(line: &Line) -> Vec<Vec<CharRange>> {
    let whole = line.shadow.as_str();
    let end = whole.trim_end().len().saturating_sub(1);
    pieces(line, &whole[..end], 0, '|')
}

/// The cells of a row with those that it leaves out at its end; a total may have lost the
/// empty cells before its numbers instead.
fn filled_up(line: &Line, width: usize) -> Vec<Vec<CharRange>> {
    let mut cells = pipe_cells(line);
    let label =
        line.shown().split('|').map(|cell| cell.trim_matches(['*', ' '])).find(|cell| !cell.is_empty());
    if cells.len() < width && !label.is_some_and(is_total) {
        cells.resize(width, Vec::new());
    }
    cells
}

fn pipe_cells(line: &Line) -> Vec<Vec<CharRange>> {
    let whole = line.shadow.as_str();
    let indent = whole.len() - whole.trim_start().len();
    let start = indent + usize::from(whole[indent..].starts_with('|'));
    let end = whole.trim_end().len();
    let end = if whole[..end].ends_with('|') && end > start { end - 1 } else { end };
    pieces(line, &whole[start..end], start, '|')
}
