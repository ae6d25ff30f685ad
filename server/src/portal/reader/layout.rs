//! In which blocks, rows and cells does a text stand, and where is each record in them?

use std::collections::HashMap;

use app::types::reader::{BlockShape, ContentsEntry, ReaderBlock, ReaderMark, ReaderRow};
use plandoc::{
    blocks::{Block, BlockKind, Document, MoneyUnit, Row, RowKind, Table},
    span::{CharRange, Text},
};

use super::{
    glyph::{Glyph, glyphs},
    inline::Marks,
    overlay::Note,
};
use crate::search::{Word, anchor, row_range, words};

/// A text taken apart for showing.
pub(super) struct Layout<'a> {
    document: &'a Document,
    /// Shown characters: of each block its one stretch, of a table its cells row by row.
    parts: Vec<Part>,
}

/// A block, or one row of a table.
struct Part {
    /// Index of the block.
    block: usize,
    /// Index of the row.
    row: Option<usize>,
    /// Its stretches, one for each cell.
    stretches: Vec<Vec<Glyph>>,
    /// Served ranges of each stretch.
    ranges: Vec<Vec<CharRange>>,
}

/// Where a record is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// From this served character on, in this part.
    Within(usize, usize),
    /// As a whole row, in this part.
    Row(usize),
}

impl<'a> Layout<'a> {
    pub(super) fn new(document: &'a Document, text: &Text) -> Self {
        let mut parts = Vec::new();
        let mut add = |block: usize, row: Option<usize>, ranges: Vec<Vec<CharRange>>| {
            let stretches = ranges.iter().map(|ranges| glyphs(text, ranges)).collect();
            parts.push(Part { block, row, stretches, ranges });
        };
        for (at, block) in document.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Table(table) if !table.rows.is_empty() => {
                    for (number, row) in table.rows.iter().enumerate() {
                        add(at, Some(number), row.cells.iter().map(|cell| cell.ranges.clone()).collect());
                    }
                }
                _ => add(at, None, vec![vec![block.range]]),
            }
        }
        Self { document, parts }
    }

    /// Where each record is marked: each in exactly one place.
    pub(super) fn homes(&self, notes: &[Note]) -> Vec<Home> {
        let mut shown: Vec<(usize, usize)> = Vec::new();
        for (part, content) in self.parts.iter().enumerate() {
            let visible = content.stretches.iter().flatten().filter(|glyph| !glyph.blank);
            shown.extend(visible.map(|glyph| (glyph.range.start, part)));
        }
        shown.sort_unstable();
        notes.iter().map(|note| self.home(note, &shown)).collect()
    }

    fn home(&self, note: &Note, shown: &[(usize, usize)]) -> Home {
        let next = shown.partition_point(|(at, _)| *at < note.range.start);
        let Some(&(at, part)) = shown.get(next).or(shown.last()) else { return Home::Row(0) };
        let content = &self.parts[part];
        let cell = content.ranges.iter().flatten().find(|range| range.start <= at && at < range.end);
        let in_one_cell = cell.is_none_or(|cell| note.range.end <= cell.end);
        if content.row.is_some() && !in_one_cell { Home::Row(part) } else { Home::Within(at, part) }
    }

    /// The words of each part, by their places in the served text.
    pub(super) fn words(&self, text: &Text) -> Vec<Vec<Word>> {
        let of_range = |range: &CharRange| {
            let mut found = words(text.slice(*range));
            for word in &mut found {
                word.range = CharRange::new(word.range.start + range.start, word.range.end + range.start);
            }
            found
        };
        self.parts.iter().map(|part| part.ranges.iter().flatten().flat_map(of_range).collect()).collect()
    }

    /// Anchor of the block or row that a part is.
    fn anchor(&self, part: usize) -> Option<String> {
        let part = self.parts.get(part)?;
        let block = self.document.blocks.get(part.block)?;
        let row = part.row.and_then(|row| rows(block).get(row)).and_then(row_range);
        Some(anchor(row.map_or(block.range.start, |range| range.start)))
    }

    /// The records in the margin, in the order of the text.
    pub(super) fn margin(&self, notes: &[Note], homes: &[Home]) -> Vec<ReaderMark> {
        let marks = notes.iter().zip(homes).zip(1..).map(|((note, home), number)| {
            let (Home::Within(_, part) | Home::Row(part)) = *home;
            ReaderMark {
                number,
                record: note.id.clone(),
                kind: note.kind,
                block: self.anchor(part).unwrap_or_default(),
                label: note.label.clone(),
                value: note.value.clone(),
                status: note.status.map(str::to_owned),
                address: note.address.clone(),
            }
        });
        marks.collect()
    }

    /// The blocks as they are shown.
    pub(super) fn blocks(&self, marks: &Marks<'_>, homes: &[Home]) -> Vec<ReaderBlock> {
        let mut of_row: HashMap<usize, Vec<String>> = HashMap::new();
        for (note, home) in marks.notes.iter().zip(homes) {
            if let Home::Row(part) = home {
                of_row.entry(*part).or_default().push(note.id.clone());
            }
        }
        let mut found: Vec<ReaderBlock> = Vec::new();
        for (part, content) in self.parts.iter().enumerate() {
            let block = &self.document.blocks[content.block];
            let mut cells: Vec<_> = content.stretches.iter().map(|stretch| marks.inlines(stretch)).collect();
            let Some(row) = content.row.and_then(|row| rows(block).get(row)) else {
                found.push(shown(block, cells.pop().unwrap_or_default()));
                continue;
            };
            let row = ReaderRow {
                id: self.anchor(part).unwrap_or_default(),
                kind: row_kind(row.kind).to_owned(),
                address: row.address.clone(),
                cells,
                records: of_row.remove(&part).unwrap_or_default(),
            };
            match found.last_mut().filter(|_| content.row != Some(0)).map(|last| &mut last.shape) {
                Some(BlockShape::Table { rows, .. }) => rows.push(row),
                _ => found.push(table(block, row)),
            }
        }
        found
    }

    /// The table of contents.
    pub(super) fn contents(&self) -> Vec<ContentsEntry> {
        let headings =
            self.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
        let entries = headings.filter_map(|block| {
            let section = self.document.sections.get(block.section?)?;
            Some(ContentsEntry {
                label: section.label.clone(),
                title: section.name().trim_end_matches([':', '.', ';', ' ']).to_owned(),
                level: section.level,
                block: anchor(block.range.start),
            })
        });
        entries.collect()
    }
}

fn rows(block: &Block) -> &[Row] {
    match &block.kind {
        BlockKind::Table(table) => &table.rows,
        _ => &[],
    }
}

fn shown(block: &Block, inlines: Vec<app::types::reader::Inline>) -> ReaderBlock {
    let shape = match &block.kind {
        BlockKind::Heading { level } => BlockShape::Heading { level: *level, inlines },
        BlockKind::Paragraph => BlockShape::Paragraph { inlines },
        BlockKind::ListItem { depth, .. } => BlockShape::ListItem { depth: *depth, inlines },
        BlockKind::Footnote { mark } => BlockShape::Footnote { mark: mark.clone(), inlines },
        BlockKind::Furniture | BlockKind::Table(_) => BlockShape::Furniture { inlines },
    };
    ReaderBlock { id: anchor(block.range.start), shape, address: block.address.clone() }
}

fn table(block: &Block, first: ReaderRow) -> ReaderBlock {
    let (columns, unit) = match &block.kind {
        BlockKind::Table(Table { columns, unit, .. }) => (columns.clone(), *unit),
        _ => (Vec::new(), None),
    };
    let shape =
        BlockShape::Table { columns, unit: unit.map(unit_word).map(str::to_owned), rows: vec![first] };
    ReaderBlock { id: anchor(block.range.start), shape, address: block.address.clone() }
}

fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Group => "group",
        RowKind::Item => "item",
        RowKind::Total => "total",
    }
}

/// The unit as the documents print it.
fn unit_word(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::Dong => "đồng",
        MoneyUnit::Thousand => "nghìn đồng",
        MoneyUnit::Million => "triệu đồng",
        MoneyUnit::Billion => "tỷ đồng",
    }
}
