//! Which lines come back on every page, or number them?

use std::collections::HashMap;

use super::line::Line;
use crate::text::page_mark;

/// Lines from the top and from the bottom of a page that may be its head or foot.
const DEPTH: usize = 2;

/// Fewest pages that say the same for it to be a head or foot.
const FEWEST: usize = 3;

/// A line without its numbers, so that "Trang 2/9" and "Trang 3/9" are one.
fn pattern(line: &Line) -> String {
    line.text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// Places in a page that may be its head or foot.
fn edges(count: usize) -> impl Iterator<Item = usize> {
    (0..count).filter(move |at| *at < DEPTH || at + DEPTH >= count)
}

/// Takes heads, feet and page numbers out of the pages' lines.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        for at in edges(page.len()) {
            *seen.entry(key(&page[at])).or_default() += 1;
        }
    }
    let enough = FEWEST.max(pages.len() / 2);
    for page in pages.iter_mut() {
        let count = page.len();
        let mut kept = Vec::with_capacity(count);
        for (at, line) in page.drain(..).enumerate() {
            let is_edge = at < DEPTH || at + DEPTH >= count;
            let comes_back = is_edge && seen.get(&key(&line)).is_some_and(|times| *times >= enough);
            let is_number = (at == 0 || at + 1 == count) && page_mark::is_number(line.text.trim());
            if !comes_back && !is_number {
                kept.push(line);
            }
        }
        *page = kept;
    }
}

/// What a line says and how high it stands, in steps of a few points.
fn key(line: &Line) -> (String, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "a height on a page")]
    let height = (line.base / 6.0).round() as i64;
    (pattern(line), height)
}
