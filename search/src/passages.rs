//! Which passages does a plan's text have, and what stands in each?

use std::collections::HashMap;

use app::types::search::HitKind;
use plandoc::{
    blocks::{BlockKind, Row},
    span::{CharRange, Text},
    text::{money, shadow::printed},
};

use super::{
    content::{PlanContent, one_line},
    entry::{Entry, Shown, anchor},
    facts::Facts,
};

/// One block of the text, or one row of a table.
struct Passage {
    range: CharRange,
    words: String,
    address: Option<String>,
    section: Option<usize>,
    /// Names of the columns above a row, and what introduces its table.
    columns: String,
}

/// Blocks before a table that introduce it: its caption, its unit, the sentence that announces it.
const INTRODUCING: usize = 3;
/// Longest block that introduces a table, in characters.
const INTRODUCING_MAX: usize = 300;

/// The passages of a plan with what stands above them.
pub(super) struct Passages {
    /// In order of the text.
    passages: Vec<Passage>,
    /// The headings above each section and its own, outermost first.
    paths: Vec<Vec<String>>,
}

impl Passages {
    pub(super) fn of(content: &PlanContent) -> Self {
        let text = Text::new(content.text.clone());
        let document = &content.document;
        let mut passages: Vec<Passage> = Vec::new();
        for block in &document.blocks {
            if let BlockKind::Table(table) = &block.kind {
                let introduced: &[Passage] = &passages[passages.len().saturating_sub(INTRODUCING)..];
                let introduced = introduced.iter().filter(|before| before.columns.is_empty());
                let short = introduced.filter(|before| before.words.chars().count() <= INTRODUCING_MAX);
                let above = short.map(|before| before.words.as_str());
                let above: Vec<&str> = above.chain(table.columns.iter().map(String::as_str)).collect();
                let columns = above.join(CELL_BREAK);
                let rows = table.rows.iter().filter_map(|row| row_passage(row, block.section, &columns));
                passages.extend(rows);
            } else {
                let section = document.section_of(block);
                passages.push(Passage {
                    range: block.range,
                    words: printed(&text, block.range),
                    address: block.address.clone().or_else(|| section.map(|section| section.label.clone())),
                    section: block.section,
                    columns: String::new(),
                });
            }
        }
        passages.retain(|passage| passage.words.contains(char::is_alphanumeric));
        passages.sort_by_key(|passage| passage.range.start);
        let headings = |at| {
            let mut path: Vec<String> =
                document.path(Some(at)).map(|section| one_line(section.name())).collect();
            path.reverse();
            path
        };
        Self { passages, paths: (0..document.sections.len()).map(headings).collect() }
    }

    /// Says where a record stands.
    pub(super) fn place(&self, entry: &mut Entry) {
        let after = self.passages.partition_point(|passage| passage.range.start <= entry.start);
        let Some(passage) = after.checked_sub(1).and_then(|at| self.passages.get(at)) else { return };
        entry.shown.passage = Some(anchor(passage.range.start));
        entry.shown.path = self.path(passage);
        entry.shown.columns.clone_from(&passage.columns);
    }

    fn path(&self, passage: &Passage) -> Vec<String> {
        passage.section.and_then(|at| self.paths.get(at)).cloned().unwrap_or_default()
    }

    /// The passages with the money that their records and their own words state.
    pub(super) fn entries<'a>(
        &'a self,
        content: &'a PlanContent,
        records: &'a [Entry],
    ) -> impl Iterator<Item = Entry> + 'a {
        let plan = &content.plan;
        let year = plan.period_end.filter(|_| plan.period_start == plan.period_end);
        let mut stated: HashMap<&str, Vec<i64>> = HashMap::new();
        for record in records {
            if let Some(passage) = &record.shown.passage {
                stated.entry(passage).or_default().extend(&record.shown.facts.money);
            }
        }
        self.passages.iter().map(move |passage| {
            let id = anchor(passage.range.start);
            let mut money = stated.get(id.as_str()).cloned().unwrap_or_default();
            money.extend(money::amounts(&passage.words).iter().map(|amount| amount.vnd));
            money.sort_unstable();
            money.dedup();
            let shown = content.shown(HitKind::Passage, &id, &passage.words);
            let shown = Shown {
                facts: Facts { money, ..shown.facts },
                address: passage.address.clone(),
                passage: Some(id),
                path: self.path(passage),
                columns: passage.columns.clone(),
                year,
                ..shown
            };
            Entry { shown, start: passage.range.start, counted: None }
        })
    }
}

fn row_passage(row: &Row, section: Option<usize>, columns: &str) -> Option<Passage> {
    let cells: Vec<&str> =
        row.cells.iter().map(|cell| cell.text.as_str()).filter(|cell| !cell.is_empty()).collect();
    let (words, address) = (cells.join(CELL_BREAK), Some(row.address.clone()));
    Some(Passage { range: row_range(row)?, words, address, section, columns: columns.to_owned() })
}

/// Between the cells of a quoted row.
pub(super) const CELL_BREAK: &str = " │ ";

/// From a row's first character to its last.
pub fn row_range(row: &Row) -> Option<CharRange> {
    let start = row.ranges.iter().map(|range| range.start).min()?;
    let end = row.ranges.iter().map(|range| range.end).max()?;
    Some(CharRange::new(start, end))
}
