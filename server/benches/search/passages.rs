//! Which passages does every engine hold?
//!
//! The blocks of each plan's text, a table by its rows, as the portal's index has them.

use app::types::plan::Plan;
use plandoc::{
    blocks::{BlockKind, Document},
    span::Text,
    text::shadow::printed,
};
use server::{
    search::{PlanContent, Stamp, anchor, row_range},
    store::{Location, Store},
};

/// One passage.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The plan it stands in.
    pub(crate) plan: String,
    /// Its block.
    pub(crate) anchor: String,
    /// Its words.
    pub(crate) text: String,
}

/// The plans of a store, without their records.
pub(crate) async fn contents(location: &Location) -> Vec<PlanContent> {
    let store = Store::connect(location).await.expect("the store opens");
    let revision = store.revision().await.expect("the store answers");
    let mut contents = Vec::new();
    for row in store.plans(revision).await.expect("the store answers") {
        let body = serde_json::to_value(&row.body).expect("a plan");
        let plan: Plan = match body {
            serde_json::Value::String(json) => serde_json::from_str(&json).expect("a plan"),
            body => serde_json::from_value(body).expect("a plan"),
        };
        contents.push(PlanContent {
            label: plan.id.clone(),
            text: store.text(&row.text_sha256).await.expect("its text"),
            document: store.reading_document(&row).await.expect("its blocks"),
            published: Stamp::default(),
            objectives: Vec::new(),
            spending: Vec::new(),
            totals: Vec::new(),
            targets: Vec::new(),
            progress: Vec::new(),
            citations: Vec::new(),
            plan,
        });
    }
    contents
}

/// Their passages.
pub(crate) fn passages(contents: &[PlanContent]) -> Vec<Passage> {
    contents.iter().flat_map(|content| of(&content.plan.id, &content.text, &content.document)).collect()
}

fn of(plan: &str, text: &str, document: &Document) -> Vec<Passage> {
    let text = Text::new(text.to_owned());
    let mut found = Vec::new();
    let mut add = |start: usize, words: String| {
        if words.contains(char::is_alphanumeric) {
            found.push(Passage { plan: plan.to_owned(), anchor: anchor(start), text: words });
        }
    };
    for block in &document.blocks {
        let BlockKind::Table(table) = &block.kind else {
            add(block.range.start, printed(&text, block.range));
            continue;
        };
        for row in &table.rows {
            let cells: Vec<&str> =
                row.cells.iter().map(|cell| cell.text.as_str()).filter(|cell| !cell.is_empty()).collect();
            if let Some(range) = row_range(row) {
                add(range.start, cells.join(" │ "));
            }
        }
    }
    found
}
