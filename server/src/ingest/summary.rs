//! What does a person see once files were taken in?

use std::fmt;

use comfy_table::{CellAlignment, Table, presets};

use super::{Ingested, Report};
use crate::store::Outcome;

/// One row for each file, then what went wrong.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a>(pub &'a [Report]);

const HEADER: [&str; 11] = [
    "plan",
    "result",
    "objectives",
    "targets",
    "progress",
    "spending",
    "totals",
    "citations",
    "warnings",
    "differ",
    "agree",
];

impl Summary<'_> {
    /// Whether any file failed.
    pub fn failed(&self) -> bool {
        self.0.iter().any(|report| report.result.is_err())
    }

    /// The table of all files.
    pub fn table(&self) -> Table {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_header(HEADER);
        for column in table.column_iter_mut().skip(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for report in self.0 {
            match &report.result {
                Ok(ingested) => table.add_row(row(ingested)),
                Err(_) => table.add_row([report.name.as_str(), "failed"]),
            };
        }
        table
    }

    /// One line for each failure: the file, what is wrong, what to do.
    pub fn failures(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter_map(|report| match &report.result {
            Ok(_) => None,
            Err(error) => Some(format!("{}: {error}", report.name)),
        })
    }
}

fn row(Ingested { published, counts }: &Ingested) -> Vec<String> {
    let numbers = [
        counts.objectives,
        counts.targets,
        counts.progress,
        counts.spending,
        counts.totals,
        counts.citations,
        counts.warnings,
        counts.differ,
        counts.agree,
    ];
    let result = match published.outcome {
        Outcome::New => "new".to_owned(),
        Outcome::NewVersion => format!("new version {}", published.version),
        Outcome::Reread => "read anew".to_owned(),
        Outcome::Unchanged => "unchanged".to_owned(),
    };
    [published.id.clone(), result].into_iter().chain(numbers.map(|number| number.to_string())).collect()
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table().fmt(f)
    }
}
