//! Is a page set in two columns, and which letters are read first?
//!
//! Gazettes set their text in two columns under headings that go across. A letterhead has
//! two columns too, but the text below it goes across: only a gap that nearly all lines
//! of the page keep free parts columns.

use super::sheet::Glyph;

/// Where a line stands on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Column {
    #[default]
    Whole,
    Left,
    Right,
}

/// Number of columns that a line may stand in.
pub(super) const COLUMNS: usize = 3;

/// Fewest lines that show columns.
const FEWEST: usize = 10;

/// Half of what the gap keeps free at least, points.
const HALF_GAP: f64 = 3.0;

/// Places in the middle of the page that are looked at: from two fifths of its width on, in
/// steps of a three-hundredth.
const PLACES: std::ops::Range<u32> = 120..180;
const PARTS: f64 = 300.0;

/// Letters of one height.
type Row<'g> = Vec<&'g Glyph>;

/// The rows of a page, in the order in which they are read, each with its column.
pub(super) fn in_order(rows: Vec<Row<'_>>, width: f64) -> Vec<(Column, Row<'_>)> {
    let Some(gap) = gap(&rows, width) else {
        return rows.into_iter().map(|row| (Column::Whole, row)).collect();
    };
    let mut ordered = Vec::new();
    let mut right = Vec::new();
    for row in rows {
        if covers(&row, gap) {
            ordered.append(&mut right);
            ordered.push((Column::Whole, row));
            continue;
        }
        let (before, after): (Row, Row) = row.into_iter().partition(|glyph| glyph.left < gap);
        ordered.extend((!before.is_empty()).then_some((Column::Left, before)));
        right.extend((!after.is_empty()).then_some((Column::Right, after)));
    }
    ordered.append(&mut right);
    ordered
}

/// The place that parts the columns, if there are two.
fn gap(rows: &[Row], width: f64) -> Option<f64> {
    if rows.len() < FEWEST {
        return None;
    }
    let places = PLACES.map(|part| width * f64::from(part) / PARTS);
    let best = places.map(|place| (rows.iter().filter(|row| covers(row, place)).count(), place));
    let (crossing, place) = best.min_by_key(|(crossing, _)| *crossing)?;
    let beside = rows.iter().filter(|row| stands_beside(row, place)).count();
    (crossing * 10 <= rows.len() && beside * 2 >= rows.len()).then_some(place)
}

/// Whether a letter stands over the place, or so near that nothing parts there.
fn covers(row: &Row, place: f64) -> bool {
    row.iter()
        .any(|glyph| !glyph.is_space() && glyph.left < place + HALF_GAP && glyph.right > place - HALF_GAP)
}

/// Whether a row has words on both sides.
fn stands_beside(row: &Row, place: f64) -> bool {
    let is_word = |glyph: &&&Glyph| !glyph.is_space();
    let mut words = row.iter().filter(is_word);
    words.clone().any(|glyph| glyph.right < place) && words.any(|glyph| glyph.left > place)
}
