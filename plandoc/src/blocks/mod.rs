//! How is the document laid out: sections, paragraphs, lists, tables, notes?

mod address;
mod assemble;
pub(crate) mod columns;
mod footnote;
pub(crate) mod furniture;
mod heading;
mod item;
mod line;
mod numbering;
mod outline;
pub mod passage;
mod role;
mod served;
mod table;

use serde::{Deserialize, Serialize};

pub(crate) use {
    item::marker_length,
    numbering::{roman_value, split_number},
    role::year_in,
    served::{ServedLine, served_lines},
    table::is_total,
};

use crate::{
    decode::Format,
    span::{CharRange, Text},
};

/// A document taken apart: sections in order, and blocks in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Sections in order of their headings.
    pub sections: Vec<Section>,
    /// Blocks in order of the text; ranges do not overlap.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Takes a served text apart.
    pub fn read(text: &Text, format: Format) -> Self {
        Self::of_lines(text, &served_lines(text), format)
    }

    /// Takes a served text apart whose lines are known already.
    pub(crate) fn of_lines(text: &Text, lines: &[ServedLine], format: Format) -> Self {
        assemble::assemble(text, lines, format)
    }

    /// The section of a block.
    pub fn section_of(&self, block: &Block) -> Option<&Section> {
        block.section.and_then(|index| self.sections.get(index))
    }

    /// A section and those above it, innermost first.
    pub fn path(&self, section: Option<usize>) -> impl Iterator<Item = &Section> {
        std::iter::successors(section.and_then(|index| self.sections.get(index)), |inner| {
            inner.parent.and_then(|index| self.sections.get(index))
        })
    }

    /// The part that a block's section plays; before the first heading, none in particular.
    pub fn role_of(&self, block: &Block) -> SectionRole {
        self.section_of(block).map_or(SectionRole::Other, |section| section.role)
    }

    /// The year of the nearest heading above that carries one.
    pub fn year_of(&self, section: Option<usize>) -> Option<i32> {
        self.path(section).find_map(|section| section.year)
    }
}

/// What part a section plays; decides which records may be read in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRole {
    /// Results of earlier years.
    Results,
    /// A review of investment and money of earlier years.
    Review,
    /// Legal basis.
    Basis,
    /// Goals.
    Goals,
    /// Tasks of the plan.
    Tasks,
    /// Means: solutions, organisation.
    Means,
    /// Money of the plan.
    Money,
    /// An annex.
    Annex,
    /// Anything else.
    Other,
}

/// One heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Path label as a person cites it: "III.2", "PL I".
    pub label: String,
    /// Heading as printed, one line, layout removed.
    pub title: String,
    /// 1 for top sections and annexes.
    pub level: u8,
    /// Index of the section above.
    pub parent: Option<usize>,
    /// The part it plays, inherited from above unless its own heading says more.
    pub role: SectionRole,
    /// Year that the heading carries.
    pub year: Option<i32>,
    /// Place of the heading's words.
    pub range: CharRange,
}

impl Section {
    /// The heading without its number: "KẾT QUẢ" of "I. KẾT QUẢ". As printed where it has
    /// nothing but a number.
    pub fn name(&self) -> &str {
        let name = split_number(&self.title).1.trim();
        if name.is_empty() { &self.title } else { name }
    }
}

/// One block of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is, and what belongs to that.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Index into [`Document::sections`]; `None` before the first heading.
    pub section: Option<usize>,
    /// The block's words in the served text. A paragraph that a page break cut
    /// spans the break.
    pub range: CharRange,
    /// How a person cites it: "III.2 ¶6"; `None` for headings, tables and furniture.
    pub address: Option<String>,
}

/// Kinds of blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockKind {
    /// A section's heading; `Block::section` is the section it opens.
    Heading {
        /// Depth, 1 is the top.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem {
        /// 0 for "-", 1 for "+" under it.
        depth: u8,
        /// "-", "+", "a)".
        marker: String,
    },
    /// A table.
    Table(Table),
    /// A footnote's text.
    Footnote {
        /// Its mark: "1".
        mark: String,
    },
    /// Letterhead, title, unit lines, annex captions, signatures, addressees: shown, not counted.
    Furniture,
}

/// Unit of the amounts in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyUnit {
    /// Đồng.
    Dong,
    /// Nghìn đồng.
    Thousand,
    /// Triệu đồng.
    Million,
    /// Tỷ đồng.
    Billion,
}

impl MoneyUnit {
    /// VND in one of it.
    pub fn vnd(self) -> i64 {
        match self {
            Self::Dong => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
        }
    }
}

/// A table in either shape (tab-separated rows, or one cell a line), rows mended
/// across page breaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Header cells as printed, line wraps mended; empty if it has no header.
    pub columns: Vec<String>,
    /// Where each header cell stands.
    pub column_ranges: Vec<Vec<CharRange>>,
    /// Unit of its amounts, from a unit line or a header.
    pub unit: Option<MoneyUnit>,
    /// Where the unit stands.
    pub unit_range: Option<CharRange>,
    /// Rows in order, header rows left out.
    pub rows: Vec<Row>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// Names the rows below it.
    Group,
    /// One item.
    Item,
    /// A total or subtotal.
    Total,
}

impl Table {
    /// The cell of a row that stands in a column. A total row with fewer cells than the
    /// table has columns is aligned at its right end, where its numbers stand; any
    /// other short row at its left.
    pub fn cell<'a>(&self, row: &'a Row, column: usize) -> Option<&'a Cell> {
        let missing = self.columns.len().saturating_sub(row.cells.len());
        match (row.kind, missing) {
            (_, 0) | (RowKind::Group | RowKind::Item, _) => row.cells.get(column),
            (RowKind::Total, _) => column.checked_sub(missing).and_then(|at| row.cells.get(at)),
        }
    }
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is.
    #[serde(rename = "row_kind")]
    pub kind: RowKind,
    /// How a person cites it: "I.8 · 6", "PL I · B.1".
    pub address: String,
    /// One cell per column; a total row may have fewer as printed.
    pub cells: Vec<Cell>,
    /// The row's stretches of text, one unless a page break split it.
    pub ranges: Vec<CharRange>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its words, parts joined by one space, layout removed.
    pub text: String,
    /// Where its parts stand; empty for an empty cell.
    pub ranges: Vec<CharRange>,
}

#[cfg(test)]
mod tests;
