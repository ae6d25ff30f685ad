//! Which lines are the cells of a table whose cells a portal parted by lines with a bar?
//!
//! ```text
//! TT          1
//! |           |
//! Nội dung    Mở chợ
//! |           |
//! ```
//! Such lines do not say where a row ends. The header begins with the column of ordinals,
//! so the first ordinal gives its width, and every row must begin with an ordinal.

use super::{
    super::{
        columns::{ColumnRole, role_of_header},
        line::Line,
        numbering::{Mark, Numbered},
    },
    rows::{is_outer_mark, is_total},
    shape::{RawRow, Region, row_of},
    spans,
};
use crate::span::CharRange;

/// Most lines of one cell.
const MOST_LINES: usize = 14;
/// Fewest and most columns.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=12;
/// Fewest bars in a row that show a table.
const FEWEST_BARS: usize = 6;

/// One cell: its lines, and the line after its bar.
struct Cell {
    lines: Vec<usize>,
    next: usize,
}

/// Whether each line is a cell of a table of bars, or a bar of one: nothing of it is a
/// sentence, even where its rows cannot be told.
pub(in crate::blocks) fn flags(lines: &[Line]) -> Vec<bool> {
    let mut flags = vec![false; lines.len()];
    let bars: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].is_bar()).collect();
    let apart = |pair: &[usize]| {
        pair[1] - pair[0] > MOST_LINES || lines[pair[0]..pair[1]].iter().any(|line| is_heading(line.shown()))
    };
    let mut from = 0;
    for at in 1..=bars.len() {
        if at < bars.len() && !apart(&bars[at - 1..=at]) {
            continue;
        }
        if at - from >= FEWEST_BARS {
            flags[bars[from].saturating_sub(1)..=bars[at - 1]].fill(true);
        }
        from = at;
    }
    flags
}

/// "III. KINH PHÍ" between two tables ends the first.
fn is_heading(shown: &str) -> bool {
    Numbered::of(shown).is_some_and(|found| {
        let outer = matches!(found.mark, Mark::Roman(_) | Mark::Part { .. } | Mark::Annex { .. });
        outer && (!shown[found.rest].trim().is_empty() || !matches!(found.mark, Mark::Roman(_)))
    })
}

/// The table of bars whose header begins at a line.
pub(super) fn find(lines: &[Line], at: usize) -> Option<Region> {
    let before_bar = lines.get(at + 1).is_some_and(Line::is_bar);
    if !before_bar || role_of_header(lines.get(at)?.shown()) != ColumnRole::Ordinal {
        return None;
    }
    let cells = cells(lines, at);
    let words = |at: usize| cells.get(at).map_or("", |cell| only_line(lines, cell));
    let named = (1..cells.len()).find(|&at| ["1", "01", "I", "A"].contains(&mark(words(at))))?;
    if !COLUMNS.contains(&named) || (0..named).any(|at| cells[at].lines.is_empty()) {
        return None;
    }
    let whole = body(lines, &cells, vec![row(lines, &cells[..named])], named, named);
    whole.or_else(|| {
        let (header, width) = parted(lines, &cells[..named])?;
        body(lines, &cells, header, named, width)
    })
}

/// A header whose last cells name the parts of one before them, as two rows; and its width.
fn parted(lines: &[Line], cells: &[Cell]) -> Option<(Vec<RawRow>, usize)> {
    let words: Vec<&str> = cells.iter().map(|cell| only_line(lines, cell)).collect();
    (2..cells.len() - 1).rev().find_map(|parts| {
        let (first, second) = words.split_at(cells.len() - parts);
        let at = spans::place(first, second)?;
        let width = first.len() - 1 + parts;
        let above = row(lines, &cells[..first.len()]);
        let mut below = row(lines, &cells[first.len()..]);
        below.cells = spans::spread(width, at, std::mem::take(&mut below.cells));
        Some((vec![above, below], width))
    })
}

/// The rows below a header, if they begin with ordinals and have its width.
fn body(lines: &[Line], cells: &[Cell], header: Vec<RawRow>, from: usize, width: usize) -> Option<Region> {
    let mut rows = header;
    let header_rows = rows.len();
    let mut next = from;
    let mut last = 0;
    while next < cells.len() {
        let Some((count, number)) = extent(lines, cells, next, width, last) else { break };
        rows.push(row(lines, &cells[next..next + count]));
        last = number.unwrap_or(last);
        next += count;
    }
    (rows[0].header_like && rows.len() > header_rows + 1).then(|| Region { rows, end: cells[next - 1].next })
}

/// The cells from a line on, as far as bars part them.
fn cells(lines: &[Line], at: usize) -> Vec<Cell> {
    let mut found = Vec::new();
    let mut next = at;
    loop {
        let bar = (next..lines.len().min(next + MOST_LINES)).find(|&line| lines[line].is_bar());
        let Some(bar) = bar else { return found };
        let held = (next..bar).filter(|&line| !lines[line].is_blank()).collect();
        found.push(Cell { lines: held, next: bar + 1 });
        next = bar + 1;
    }
}

/// The words of a cell that holds one line.
fn only_line<'a>(lines: &'a [Line], cell: &Cell) -> &'a str {
    match cell.lines.as_slice() {
        [only] => lines[*only].shown(),
        _ => "",
    }
}

/// An ordinal without its dot.
fn mark(words: &str) -> &str {
    words.trim_end_matches(['.', ')'])
}

/// How many cells the row at a cell has, and its number; `None` if no row begins there.
fn extent(
    lines: &[Line],
    cells: &[Cell],
    at: usize,
    width: usize,
    last: u32,
) -> Option<(usize, Option<u32>)> {
    let words = |at: usize| cells.get(at).map_or("", |cell| only_line(lines, cell));
    let first = mark(words(at));
    if is_total(first) {
        let numbers = (at + 1..cells.len()).take(width - 1);
        let is_number = |at: &usize| {
            let short = cells[*at].lines.len() <= 1;
            short && !words(*at).chars().any(char::is_alphabetic)
        };
        let count = numbers.take_while(is_number).count();
        return (count > 0).then_some((1 + count, None));
    }
    if is_outer_mark(first) {
        let short = ["1", "01"].contains(&mark(words(at + 2)));
        let count = if short { 2 } else { width };
        return (at + count <= cells.len()).then_some((count, Some(0)));
    }
    let number = first.split('.').next()?.parse().ok()?;
    let in_order = number == last + 1 || number == 1 || first.contains('.') && number == last;
    (in_order && at + width <= cells.len()).then_some((width, Some(number)))
}

fn row(lines: &[Line], cells: &[Cell]) -> RawRow {
    let parts: Vec<Vec<CharRange>> =
        cells.iter().map(|cell| cell.lines.iter().map(|&line| lines[line].content()).collect()).collect();
    let all = || parts.iter().flatten();
    let start = all().next().map_or(0, |part| part.start);
    let end = all().last().map_or(start, |part| part.end);
    row_of(lines, parts, CharRange::new(start, end), false)
}
