//! Which letters stand on one line, and where are the spaces between them?

use super::{
    column::{self, Column},
    sheet::Glyph,
};

/// Widest gap inside a word, in sizes of the letters; where spaces are written, letters may
/// stand further apart and still be one word.
const WORD_GAP: f64 = 0.18;
const WORD_GAP_BESIDE_SPACES: f64 = 0.5;

/// Narrowest gap between columns.
const COLUMN_GAP: f64 = 2.5;

/// Lines that write spaces have one for so many letters at least.
const LETTERS_PER_SPACE: usize = 12;

/// A raised sign is smaller than the line's letters, and higher by so much of them.
const RAISED_SIZE: f64 = 0.8;
const RAISED_BY: f64 = 0.15;

/// One line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) column: Column,
    /// Width of its first word.
    pub(super) first_word: f64,
    /// The raised number that it begins with: a footnote's.
    pub(super) note: Option<String>,
}

/// Letters gathered into lines, in the order in which a page of that width is read.
pub(super) fn page_lines(glyphs: &[&Glyph], width: f64) -> Vec<Line> {
    let rows = column::in_order(rows(glyphs), width);
    let lines = rows.into_iter().map(|(column, row)| Line { column, ..line(row) });
    lines.filter(|line| !line.text.trim().is_empty()).collect()
}

/// Letters gathered into lines from top to bottom.
pub(super) fn lines(glyphs: &[&Glyph]) -> Vec<Line> {
    rows(glyphs).into_iter().map(line).filter(|line| !line.text.trim().is_empty()).collect()
}

/// Letters of about one height, from top to bottom.
fn rows<'g>(glyphs: &[&'g Glyph]) -> Vec<Vec<&'g Glyph>> {
    let mut sorted: Vec<&'g Glyph> = glyphs.iter().copied().filter(|glyph| glyph.size > 0.5).collect();
    sorted.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Vec<&'g Glyph>> = Vec::new();
    let (mut base, mut size) = (f64::MIN, 0.0);
    for glyph in sorted {
        // A raised sign comes before its line: the line's letters then set where it is.
        let reach = 0.5 * glyph.size.max(size);
        match rows.last_mut() {
            Some(row) if glyph.base - base <= reach => {
                row.push(glyph);
                if glyph.size > size {
                    (base, size) = (glyph.base, glyph.size);
                }
            }
            _ => {
                rows.push(vec![glyph]);
                (base, size) = (glyph.base, glyph.size);
            }
        }
    }
    rows
}

/// The number that so large a part of them does not exceed.
pub(super) fn quantile(numbers: impl Iterator<Item = f64>, part: usize, of: usize) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() * part / of).copied()
}

/// The size of most letters, and the line that they stand on.
fn main_size(row: &[&Glyph]) -> (f64, f64) {
    let written = || row.iter().filter(|glyph| !glyph.is_space());
    let size = quantile(written().map(|glyph| glyph.size), 3, 4).unwrap_or(1.0);
    let upright = written().filter(|glyph| glyph.size >= size * RAISED_SIZE);
    (size, quantile(upright.map(|glyph| glyph.base), 1, 2).unwrap_or_default())
}

fn line(mut row: Vec<&Glyph>) -> Line {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let (size, base) = main_size(&row);
    let mut line = Line { base, size, ..Line::default() };
    let spaces = row.iter().filter(|glyph| glyph.is_space()).count();
    let word_gap = if spaces * LETTERS_PER_SPACE >= row.len() { WORD_GAP_BESIDE_SPACES } else { WORD_GAP };
    let mut end: Option<f64> = None;
    let mut after_space = false;
    let mut raised = String::new();
    for glyph in row {
        let is_number = glyph.letters.chars().all(|c| c.is_ascii_digit());
        let is_raised = is_number && glyph.size < size * RAISED_SIZE && glyph.base < base - size * RAISED_BY;
        if is_raised {
            raised.push_str(&glyph.letters);
            end = Some(glyph.right);
            continue;
        }
        flush(&mut line, &mut raised);
        if glyph.is_space() {
            after_space = true;
            continue;
        }
        let parts = std::mem::take(&mut after_space);
        match end {
            None => line.left = glyph.left,
            Some(end) if glyph.left - end > size * COLUMN_GAP => line.text.push('\t'),
            Some(end) if parts || glyph.left - end > size * word_gap => line.text.push(' '),
            _ => {}
        }
        if line.first_word == 0.0 && line.text.ends_with([' ', '\t']) {
            line.first_word = end.unwrap_or(line.left) - line.left;
        }
        line.text.push_str(&glyph.letters);
        end = Some(glyph.right);
        line.right = line.right.max(glyph.right);
    }
    flush(&mut line, &mut raised);
    if line.first_word == 0.0 {
        line.first_word = line.right - line.left;
    }
    line
}

/// Sets a line behind the one above; a word that was cut at the line's end has no space.
pub(super) fn join(above: &mut String, line: &str) {
    let is_cut = above.ends_with(['/', '&'])
        || line.starts_with('&') && !line.starts_with("& ")
        || above.ends_with('-')
            && line.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
            && !above.ends_with(" -");
    if !is_cut {
        above.push(' ');
    }
    above.push_str(line);
}

/// A raised number: a footnote's own at the beginning, else a reference to one.
fn flush(line: &mut Line, raised: &mut String) {
    if raised.is_empty() {
        return;
    }
    let mark = std::mem::take(raised);
    if line.text.is_empty() {
        line.note = Some(mark);
    } else {
        line.text.extend(["[footnoteRef:", &mark, "]"]);
    }
}
