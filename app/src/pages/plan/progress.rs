//! Which results does the plan report, and who judged them?

use leptos::prelude::*;

use super::{all_of_them, nothing, sentence};
use crate::{
    components::{
        section::Section,
        source::{Address, NotStated, SourceLink},
        status::StatusMark,
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    types::{
        filter::Filter,
        listing::Listing,
        plan::Plan,
        progress::Progress,
        record::{Comparator, Status},
    },
};

/// What was judged, missed first; then the numbers without a verdict.
pub(super) fn section(lang: Language, plan: &Plan, progress: &Listing<Progress>) -> AnyView {
    let (mut judged, others): (Vec<&Progress>, Vec<&Progress>) =
        progress.records.iter().partition(|result| result.status.is_some());
    judged.sort_by_key(|result| match result.status {
        Some(Status::Missed) => 0,
        Some(Status::Partly) => 1,
        Some(Status::Met) | None => 2,
    });
    let content = if progress.records.is_empty() {
        nothing(lang.t("plan-no-progress"))
    } else {
        view! {
            {table(lang, crate::tr!(lang, "plan-judged-caption", count = judged.len()), &judged)}
            {table(lang, crate::tr!(lang, "plan-results-caption", count = others.len()), &others)}
            {all_of_them(lang, plan, "progress", progress)}
        }
        .into_any()
    };
    view! {
        <Section id="progress" title=lang.t("nav-progress") note=Some(lang.t("plan-progress-note"))>
            {content}
        </Section>
    }
    .into_any()
}

fn table(lang: Language, caption: String, results: &[&Progress]) -> Option<AnyView> {
    if results.is_empty() {
        return None;
    }
    let judged = results.iter().any(|result| result.status.is_some());
    let mut columns = vec![
        Column::words(lang.t("column-measured"), None),
        Column::numbers(lang.t("column-target-value"), None),
        Column::numbers(lang.t("column-result"), None),
    ];
    columns.extend(judged.then(|| Column::words(lang.t("column-verdict"), None)));
    columns.push(Column::words(lang.t("column-source"), None));
    let rows = results.iter().map(|result| row(lang, result, judged)).collect();
    Some(view! { <RecordTable lang noun="progress" filter=Filter::default() caption unit=None columns rows class="pr" /> }.into_any())
}

fn row(lang: Language, result: &Progress, judged: bool) -> AnyView {
    let href = sentence(&result.record);
    let figure = |comparator: Option<Comparator>, value: Option<f64>, most: Option<f64>| match value {
        Some(value) => {
            let comparator = comparator.unwrap_or(Comparator::Eq);
            let text = format::compared(lang, comparator, value, most, result.unit.as_deref());
            view! { <SourceLink href=href.clone() text title=None /> }.into_any()
        }
        None => view! { <NotStated lang /> }.into_any(),
    };
    let target = figure(result.target_comparator, result.target_value, None);
    let value = figure(result.comparator, result.value, result.value_max);
    let fraction = result.numerator.zip(result.denominator).map(|(upper, lower)| {
        view! { <span class="sub n">{format::number(lang, upper)} "/" {format::number(lang, lower)}</span> }
    });
    let year = result.year.map(|year| view! { <span class="sub n">{year.to_string()}</span> });
    let status = judged.then(|| {
        view! {
            <td role="cell" class="val">
                <StatusMark lang status=result.status basis=result.status_basis />
            </td>
        }
    });
    let main = if judged { "num meta" } else { "num val" };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{result.label.clone()}</span>
                {year}
            </th>
            <td role="cell" class="num meta" data-l=lang.t("column-target-value")>{target}</td>
            <td role="cell" class=main data-l=lang.t("column-result")>{value} {fraction}</td>
            {status}
            <td role="cell" class="at-col">
                <Address lang href=href.clone() address=result.record.source.address.clone() />
            </td>
        </tr>
    }
    .into_any()
}
