//! How is a plan's text laid out for reading, with its records marked in place?
//!
//! Prepared by the portal, so that a page only has to show it.

use serde::{Deserialize, Serialize};

use super::search::HitKind;

/// A plan's text for reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReaderDocument {
    /// The plan.
    pub plan_id: String,
    /// Headings for the table of contents.
    pub contents: Vec<ContentsEntry>,
    /// Blocks in order.
    pub blocks: Vec<ReaderBlock>,
    /// Records marked, by their number in the margin.
    pub marks: Vec<ReaderMark>,
    /// Hits of the search words, if there were any.
    pub hits: u64,
}

/// One line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentsEntry {
    /// "III.2".
    pub label: String,
    /// Heading as printed, without its label.
    pub title: String,
    /// 1 is the top.
    pub level: u8,
    /// Block that it leads to: "b-1234".
    pub block: String,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReaderBlock {
    /// Anchor: "b-" and the position of its first character.
    pub id: String,
    /// What it is.
    #[serde(flatten)]
    pub shape: BlockShape,
    /// How a person cites it.
    pub address: Option<String>,
}

/// Shapes of blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockShape {
    /// A heading.
    Heading {
        /// 1 is the top.
        level: u8,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// Running text.
    Paragraph {
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// One item of a list.
    ListItem {
        /// 0 is the outer.
        depth: u8,
        /// Its words, marker included.
        inlines: Vec<Inline>,
    },
    /// A table.
    Table {
        /// Header cells.
        columns: Vec<String>,
        /// "triệu đồng", if stated.
        unit: Option<String>,
        /// Rows.
        rows: Vec<ReaderRow>,
    },
    /// A footnote.
    Footnote {
        /// "1".
        mark: String,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// Letterhead, captions, signatures.
    Furniture {
        /// Its words.
        inlines: Vec<Inline>,
    },
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReaderRow {
    /// "b-" and the position of its first character.
    pub id: String,
    /// "group", "item", "total".
    pub kind: String,
    /// How a person cites it.
    pub address: String,
    /// Cells in order.
    pub cells: Vec<Vec<Inline>>,
    /// Ids of the records that the row as a whole gives.
    pub records: Vec<String>,
}

/// A stretch of text with one set of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// The document's words.
    pub text: String,
    /// Ids of the records whose quote covers it.
    pub records: Vec<String>,
    /// Ids of the records whose quote begins here: they get their anchor and number here.
    pub begins: Vec<String>,
    /// Number of the search hit that it is, counted from 1.
    pub hit: Option<u64>,
    /// Meaning of the abbreviation that it is.
    pub abbreviation: Option<String>,
    /// Whether the document leaves that abbreviation unexplained, and the meaning is the usual one.
    #[serde(default)]
    pub usual: bool,
}

/// One record in the margin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReaderMark {
    /// Its number.
    pub number: u64,
    /// Record id; its anchor is "r-" and the id.
    pub record: String,
    /// What it is.
    pub kind: HitKind,
    /// Block that it stands in.
    pub block: String,
    /// Label or title.
    pub label: String,
    /// Number or money as people read it; null where none is stated.
    pub value: Option<String>,
    /// Verdict word: met, partly, missed.
    pub status: Option<String>,
    /// How a person cites it.
    pub address: String,
}
