//! Which numbers does the plan promise?

mod read;
mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub(super) use self::table::is_aimed;
use super::{
    Comparator, Level, Provenance, ReadContext, RecordRef, Status, objective::Objective, spending::alike,
};

/// One number promised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// What the number measures, in the sentence's own words.
    pub label: String,
    /// The objective it stands in.
    pub objective: Option<RecordRef>,
    /// Catalogue id that makes provinces and years comparable.
    pub indicator: Option<String>,
    /// How the number is meant.
    pub comparator: Comparator,
    /// The number, in `unit`.
    pub value: f64,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as counted: "%", "mức", "lớp".
    pub unit: Option<String>,
    /// Year by which it is promised.
    pub due_year: Option<i32>,
    /// Day by which it is promised, ISO date.
    pub due_date: Option<String>,
    /// The one level of administration it holds for.
    pub level: Option<Level>,
    /// A milestone on the way to a later value.
    pub interim: bool,
    /// The sub-heading it stands under, as printed.
    pub area: Option<String>,
    /// Progress records that answer it.
    pub outcomes: Vec<RecordRef>,
    /// The latest outcome's verdict; `None` is "not reported".
    pub status: Option<Status>,
}

/// Reads the numbers promised.
pub fn read(context: &ReadContext, objectives: &[Objective]) -> Vec<Target> {
    let mut found = read::read(context, objectives);
    for again in table::read(context) {
        match found.iter_mut().find(|target| is_same(target, &again)) {
            Some(target) => restate(target, &again),
            None => found.push(again),
        }
    }
    found.sort_by_key(|target| target.provenance.source.start);
    found
}

/// Whether a row of a table promises what a sentence of the text does.
fn is_same(said: &Target, row: &Target) -> bool {
    let value = (said.value, said.value_max, said.comparator) == (row.value, row.value_max, row.comparator);
    let scope = (said.due_year, &said.unit) == (row.due_year, &row.unit)
        && row.level.is_none_or(|level| said.level == Some(level));
    value && scope && said.objective.is_some() && alike(&said.label, &row.label)
}

/// Notes that a promise stands once more in a table.
fn restate(target: &mut Target, again: &Target) {
    for field in ["label", "value"] {
        let more = again.provenance.evidence.get(field).cloned().unwrap_or_default();
        target.provenance.evidence.entry(field.to_owned()).or_default().extend(more);
    }
}
