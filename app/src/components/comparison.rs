//! How do provinces and years stand side by side for one indicator?

pub mod dots;
pub mod rows;

use leptos::prelude::*;

use super::chart::ChartFiles;
use crate::{
    i18n::Language,
    types::comparison::{Comparison, ComparisonRow},
};
use dots::DotPlot;
pub use dots::axis_end;
use rows::{ComparedTable, RefusedList};

/// Most rows that a chart shows; more cannot be taken in, and the table has them.
const DRAWN_MAX: usize = 40;

/// The rows that may be compared as chart and table, and those that may not with their reasons.
#[component]
pub fn ComparisonView(
    /// Language of the page.
    lang: Language,
    /// What plans state.
    comparison: Comparison,
    /// Query under which the chart stands alone.
    query: String,
) -> impl IntoView {
    let (compared, refused): (Vec<_>, Vec<_>) =
        comparison.rows.iter().cloned().partition(|row| row.comparable);
    let drawn: Vec<ComparisonRow> = compared.iter().take(DRAWN_MAX).cloned().collect();
    let left_out = compared.len().saturating_sub(DRAWN_MAX);
    let note = (left_out > 0)
        .then(|| crate::tr!(lang, "compare-drawn", count = crate::format::counted(DRAWN_MAX as u64)));
    let more_is_better = comparison.direction == "up";
    let title = finding(lang, &compared, more_is_better);
    let coverage = coverage(lang, &comparison.unit, &compared);
    let nothing = compared.is_empty().then(|| view! { <p class="lead">{lang.t("compare-none")}</p> });
    let shown = (!compared.is_empty()).then(|| {
        view! {
            <DotPlot lang title coverage unit=comparison.unit.clone() more_is_better rows=drawn />
            <ChartFiles lang chart="compare" query />
            {note.map(|note| view! { <p class="foots">{note}</p> })}
            <ComparedTable lang name=comparison.name.clone() unit=comparison.unit.clone() rows=compared />
        }
    });
    view! {
        {nothing}
        {shown}
        <RefusedList lang rows=refused />
    }
}

/// What the rows show, as a sentence.
pub fn finding(lang: Language, rows: &[ComparisonRow], more_is_better: bool) -> String {
    let outcomes: Vec<bool> = rows.iter().filter_map(|row| row.reached(more_is_better)).collect();
    let counted = |count: usize| crate::format::counted(count as u64);
    let reached = outcomes.iter().filter(|reached| **reached).count();
    if outcomes.is_empty() {
        let promised = rows.iter().filter(|row| row.target().is_some()).count();
        return if promised == 0 {
            lang.t("compare-finding-results")
        } else {
            crate::tr!(lang, "compare-finding-promises", count = counted(promised))
        };
    }
    crate::tr!(lang, "compare-finding", reached = counted(reached), count = counted(outcomes.len()))
}

/// How many rows state what.
pub fn coverage(lang: Language, unit: &str, rows: &[ComparisonRow]) -> String {
    let counted = |count: usize| crate::format::counted(count as u64);
    crate::tr!(
        lang,
        "compare-coverage",
        unit = unit.to_owned(),
        targets = counted(rows.iter().filter(|row| row.target().is_some()).count()),
        actuals = counted(rows.iter().filter(|row| row.actual().is_some()).count()),
        count = counted(rows.len())
    )
}
