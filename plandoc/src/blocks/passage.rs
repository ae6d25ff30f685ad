//! Which stretches of running words does a document hold, and how are they cited?

use super::{BlockKind, Document, Section};
use crate::span::CharRange;

/// A stretch of running words: a paragraph, a list item, a note, or a part of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Its words.
    pub range: CharRange,
    /// The block that it is the whole of, by its place in [`Document::blocks`].
    pub block: Option<usize>,
    /// Its section; `None` before the first heading.
    pub section: Option<&'a Section>,
    /// How a person cites it; the section's label where the block has no number of its own.
    pub address: &'a str,
}

/// Every passage of a document in order. Headings count, furniture does not.
pub fn passages(document: &Document) -> impl Iterator<Item = Passage<'_>> {
    document.blocks.iter().enumerate().flat_map(|(at, block)| {
        let section = block.section.and_then(|index| document.sections.get(index));
        let passage = move |range, block, address| Passage { range, block, section, address };
        let own = block.address.as_deref().or(section.map(|s| s.label.as_str())).unwrap_or_default();
        match &block.kind {
            BlockKind::Furniture => Vec::new(),
            BlockKind::Table(table) => table
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
                .flat_map(|(row, cell)| {
                    cell.ranges.iter().map(move |&range| passage(range, None, row.address.as_str()))
                })
                .collect(),
            _ => vec![passage(block.range, Some(at), own)],
        }
    })
}
