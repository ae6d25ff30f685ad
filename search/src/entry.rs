//! What does the index hold of one thing that can be found?

use app::types::{record::Comparator, search::HitKind};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    facts::{Facts, kind_word},
    word::words,
};

/// A number as it is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// How it is meant.
    pub comparator: Comparator,
    /// The number.
    pub value: f64,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as counted.
    pub unit: Option<String>,
}

/// What a hit shows; stored with it, so that an answer needs nothing but the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// What a search can be narrowed by.
    pub facts: Facts,
    /// Record id, plan id, or the passage's block.
    pub id: String,
    /// What people call its plan.
    pub plan_label: String,
    /// How a person cites the place.
    pub address: Option<String>,
    /// Anchor of the passage that it stands in.
    pub passage: Option<String>,
    /// Headings above it, outermost first.
    pub path: Vec<String>,
    /// Names of the columns above it, of what stands in a table.
    pub columns: String,
    /// Name, label or title; null for a passage.
    pub title: Option<String>,
    /// The document's words.
    pub text: String,
    /// Other words that it is found by.
    pub more: Vec<String>,
    /// Spent, VND.
    pub disbursed_vnd: Option<i64>,
    /// The number, of a target or a result.
    pub measure: Option<Measure>,
    /// Lead agency as printed.
    pub lead_agency: Option<String>,
    /// Its one year, if it has one.
    pub year: Option<i32>,
    /// When its plan was published here as it is, RFC 3339.
    pub published_at: String,
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// What its hit shows.
    pub shown: Shown,
    /// Position of its first character, for the order of the text.
    pub start: usize,
    /// Money that belongs in the plan's planned sum.
    pub counted: Option<i64>,
}

/// Parts the fields of a hit in its searched text; no word holds it.
pub(super) const FIELD_BREAK: &str = "\n";

impl Shown {
    /// The text that is searched: title, words and the rest, in this order.
    pub fn searched(&self) -> String {
        let fields = self.title.iter().chain(std::iter::once(&self.text)).chain(&self.more);
        fields.map(String::as_str).collect::<Vec<_>>().join(FIELD_BREAK)
    }

    /// What stands above the text: its headings, columns, plan and years.
    pub(super) fn context(&self) -> String {
        let years = self.facts.years.iter().map(ToString::to_string);
        let above = [self.plan_label.clone(), self.columns.clone()].into_iter().chain(years);
        let above = above.chain(self.path.iter().cloned());
        above.collect::<Vec<_>>().join(FIELD_BREAK)
    }

    /// Same for all texts of one kind with the same words, marks and punctuation aside; none of a plan.
    pub(super) fn family(&self) -> Option<u64> {
        if self.facts.kind == HitKind::Plan {
            return None;
        }
        let mut hash = Sha256::new_with_prefix(kind_word(self.facts.kind));
        for word in words(&self.text) {
            hash.update(word.form.folded.as_bytes());
            hash.update(b" ");
        }
        Some(number(&hash.finalize()))
    }

    /// Same for all that stands in one passage of one plan.
    pub(super) fn spot(&self) -> Option<u64> {
        let passage = self.passage.as_ref()?;
        Some(number(&Sha256::digest(format!("{} {passage}", self.facts.plan))))
    }
}

fn number(hash: &[u8]) -> u64 {
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Anchor of the block or row that begins at a position.
pub fn anchor(start: usize) -> String {
    format!("b-{start}")
}

/// Anchor of a hit in its plan's reader; a plan's own hit leads to its beginning.
pub fn anchor_of(kind: HitKind, id: &str) -> Option<String> {
    match kind {
        HitKind::Plan => None,
        HitKind::Passage => Some(id.to_owned()),
        _ => Some(format!("r-{id}")),
    }
}
