//! In which sentence, cell or heading does each number stand?

use std::{ops::Range, rc::Rc};

use crate::{
    Reading,
    blocks::{Block, BlockKind, Row, SectionRole},
    records::Source,
    span::{CharRange, Text},
    text::{sentence::sentences, shadow::Shadow},
};

/// What sort of words a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Heading,
    Passage,
    Footnote,
    Furniture,
    /// Header cells of a table.
    Columns,
    /// A cell of a row; `first` stands at its head, where rows are numbered.
    Cell {
        first: bool,
    },
}

/// Where a number is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) section: Option<String>,
    pub(super) address: String,
    /// The sentence, or the row.
    pub(super) range: CharRange,
    pub(super) row: bool,
}

impl Place {
    pub(super) fn source(&self) -> Source {
        let (section, address) = (self.section.clone(), self.address.clone());
        Source { section, address, start: self.range.start, end: self.range.end }
    }
}

/// One sentence, or one part of a cell, in evened-out words.
pub(super) struct Stretch {
    pub(super) sort: Sort,
    pub(super) role: SectionRole,
    pub(super) place: Place,
    /// Whether it begins its block or cell, where numbering stands.
    pub(super) begins: bool,
    /// The evened-out words of the block or cell it stands in.
    pub(super) shadow: Rc<Shadow>,
    /// Its own words in them.
    pub(super) bytes: Range<usize>,
}

impl Stretch {
    pub(super) fn words(&self) -> &str {
        &self.shadow.as_str()[self.bytes.clone()]
    }

    /// The same words, cited by nothing around them.
    fn cited_alone(mut self) -> Self {
        self.place.range = self.shadow.range(self.bytes.clone());
        self
    }

    /// Bytes of [`Self::words`] as a range of the served text.
    pub(super) fn range(&self, bytes: Range<usize>) -> CharRange {
        self.shadow.range(bytes.start + self.bytes.start..bytes.end + self.bytes.start)
    }
}

/// All words of a document in order.
pub(super) fn stretches(reading: &Reading, text: &Text) -> Vec<Stretch> {
    let around = |block| Around { reading, text, block };
    reading.document.blocks.iter().flat_map(|block| around(block).stretches()).collect()
}

/// One block of a document.
#[derive(Clone, Copy)]
struct Around<'a> {
    reading: &'a Reading,
    text: &'a Text,
    block: &'a Block,
}

impl Around<'_> {
    fn stretches(self) -> Vec<Stretch> {
        let sort = match &self.block.kind {
            BlockKind::Heading { .. } => Sort::Heading,
            BlockKind::Paragraph | BlockKind::ListItem { .. } => Sort::Passage,
            BlockKind::Footnote { .. } => Sort::Footnote,
            BlockKind::Furniture => Sort::Furniture,
            BlockKind::Table(table) => {
                let columns = table.column_ranges.iter().flatten();
                let columns = columns.flat_map(|range| self.cell(None, *range, Sort::Columns));
                return columns.chain(table.rows.iter().flat_map(|row| self.row(row))).collect();
            }
        };
        let place = self.place(self.block.address.as_deref(), self.block.range);
        let sentences = self.sentences(self.block.range, sort, &place);
        sentences.into_iter().map(Stretch::cited_alone).collect()
    }

    fn row(self, row: &Row) -> Vec<Stretch> {
        let cells = row.cells.iter().enumerate();
        let parts =
            cells.flat_map(|(column, cell)| cell.ranges.iter().map(move |range| (column == 0, *range)));
        parts.flat_map(|(first, range)| self.cell(Some(row), range, Sort::Cell { first })).collect()
    }

    /// The words of a cell, cited by the row; a cell of the header by itself.
    fn cell(self, row: Option<&Row>, range: CharRange, sort: Sort) -> Vec<Stretch> {
        let whole = row.and_then(|row| row.ranges.iter().find(|whole| whole.contains(range)));
        let address = row.map(|row| row.address.as_str());
        let place = Place { row: true, ..self.place(address, whole.copied().unwrap_or(range)) };
        self.sentences(range, sort, &place)
    }

    fn place(self, address: Option<&str>, range: CharRange) -> Place {
        let section = self.reading.document.section_of(self.block).map(|section| section.label.clone());
        let address = address.map(str::to_owned).or_else(|| section.clone()).unwrap_or_default();
        Place { section, address, range, row: false }
    }

    fn sentences(self, range: CharRange, sort: Sort, place: &Place) -> Vec<Stretch> {
        let role = self.reading.document.role_of(self.block);
        let shadow = Rc::new(Shadow::of(self.text, range));
        let sentences = sentences(shadow.as_str()).into_iter().enumerate();
        let stretch = |(at, bytes)| {
            let (place, shadow) = (place.clone(), shadow.clone());
            Stretch { sort, role, place, begins: at == 0, shadow, bytes }
        };
        sentences.map(stretch).collect()
    }
}
