//! What does not add up, and what is doubtful?

use plandoc::{
    Reading,
    check::{Check, Severity},
};

use super::words::{printed, quoted};

/// What the reader verified.
#[derive(Debug)]
pub(in crate::command::read) struct Findings {
    /// What is printed and what its numbers give differ.
    pub(in crate::command::read) differs: Vec<Finding>,
    /// Worth knowing.
    pub(in crate::command::read) notes: Vec<Finding>,
    /// How many agree.
    pub(in crate::command::read) agrees: usize,
    /// Doubts about the reading itself.
    pub(in crate::command::read) warnings: Vec<Finding>,
}

/// One finding.
#[derive(Debug)]
pub(in crate::command::read) struct Finding {
    /// What was found: printed, worked out.
    pub(in crate::command::read) message: String,
    /// How a person cites the place.
    pub(in crate::command::read) address: Option<String>,
    /// The words concerned.
    pub(in crate::command::read) quote: Option<String>,
    /// The record that it concerns first: "totals-2".
    pub(in crate::command::read) record: Option<String>,
}

impl Findings {
    pub(super) fn of(reading: &Reading) -> Self {
        let of = |severity| reading.checks.iter().filter(move |check| check.severity == severity);
        let warning = |warning: &plandoc::Warning| Finding {
            message: printed(&warning.message),
            address: None,
            quote: None,
            record: None,
        };
        Self {
            differs: of(Severity::Differs).map(finding).collect(),
            notes: of(Severity::Note).map(finding).collect(),
            agrees: of(Severity::Agrees).count(),
            warnings: reading.warnings.iter().map(warning).collect(),
        }
    }
}

fn finding(check: &Check) -> Finding {
    let record = check.records.first().and_then(|reference| {
        let (list, index) = reference.0.split_once('/')?;
        Some(format!("{list}-{}", index.parse::<usize>().ok()? + 1))
    });
    Finding {
        message: printed(&check.message),
        address: check.address.clone(),
        quote: check.quote.as_deref().map(quoted),
        record,
    }
}
