//! How does a person cite each block?
//!
//! "III.2 ¶6" is the sixth block of section III.2 that is neither heading nor table nor
//! furniture; "I.8 · 6" is row 6 of the table in I.8, "I.8 (2) · 6" that of its second table.

use std::collections::BTreeMap;

use super::{BlockKind, Document};

/// Fills in the addresses of blocks and rows.
pub(super) fn complete(document: &mut Document) {
    let mut paragraphs: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let mut tables: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for block in &mut document.blocks {
        let label = block.section.map(|index| document.sections[index].label.clone());
        match &mut block.kind {
            BlockKind::Heading { .. } | BlockKind::Furniture => {}
            BlockKind::Table(table) => {
                let count = tables.entry(block.section).or_default();
                *count += 1;
                let place = match (label, *count) {
                    (Some(label), 1) => label,
                    (Some(label), count) => format!("{label} ({count})"),
                    (None, count) => format!("Bảng {count}"),
                };
                for row in &mut table.rows {
                    row.address = format!("{place} · {}", row.address);
                }
            }
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Footnote { .. } => {
                let count = paragraphs.entry(block.section).or_default();
                *count += 1;
                let place = label.map_or_else(String::new, |label| format!("{label} "));
                block.address = Some(format!("{place}¶{count}"));
            }
        }
    }
}
