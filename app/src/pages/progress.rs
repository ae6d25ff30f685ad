//! Which results do the plans report, and were the promises kept?

use leptos::prelude::*;

use super::{Visit, answered, indicators::beside, listing};
use crate::{
    components::{
        source::{NotStated, RecordAddress, SourceLink},
        status::{StatusMark, VerdictChart},
        table::{Column, RecordTable, plan_cell, year_cell},
    },
    format,
    i18n::Language,
    paths,
    types::{
        filter::Filter,
        listing::VerdictFigures,
        progress::{AnswersBasis, Progress},
        record::Comparator,
    },
};

const NOUN: &str = "progress";
/// The newest results first.
const ORDER: Option<&str> = Some("-year");

/// All results, by province, year, verdict, indicator and level.
#[component]
pub fn ProgressPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let ordered = listing::in_order(&filter, ORDER);
        let progress = visit.portal.progress(&ordered).await?;
        let verdicts = visit.portal.verdicts(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("progress-title"),
            lead: lang.t("progress-lead"),
            empty: lang.t("progress-empty"),
            parameters: &["province", "year", "status", "indicator", "level", "plan"],
            order: ORDER,
        };
        let rows = view! {
            <Verdicts lang figures=verdicts />
            {progress_table(lang, &ordered, &progress.records, progress.total)}
        }
        .into_any();
        listing::shown(&visit, frame, filter, progress.into(), rows).await
    })
}

/// Verdicts over the whole of a filtered list: the documents' own and the portal's, never mixed.
#[component]
pub fn Verdicts(
    /// Language of the page.
    lang: Language,
    /// The counts.
    figures: VerdictFigures,
) -> impl IntoView {
    let unjudged = figures.stated.unknown + figures.computed.unknown;
    view! {
        <div class="totals">
            <VerdictChart lang id="verdicts" figures />
            <p class="label">{crate::tr!(lang, "verdicts-unjudged", count = format::counted(unjudged))}</p>
        </div>
    }
}

/// Results as a table: what came out beside what was aimed at.
pub fn progress_table(
    lang: Language,
    filter: &Filter,
    progress: &[Progress],
    total: u64,
) -> impl IntoView + use<> {
    let rows = progress.iter().map(|result| row(lang, result)).collect();
    let columns = vec![
        Column::words(lang.t("column-result"), Some("label")),
        Column::words(lang.t("column-province"), None),
        Column::words(lang.t("column-year"), Some("year")),
        Column::numbers(lang.t("column-aim"), None),
        Column::numbers(lang.t("column-reached"), Some("value")),
        Column::words(lang.t("column-outcome"), Some("status")),
        Column::sources(lang),
    ];
    let caption = crate::tr!(lang, "progress-caption", count = format::counted(total));
    view! { <RecordTable lang noun=NOUN filter=filter.clone() caption columns rows class="results" /> }
}

fn row(lang: Language, result: &Progress) -> AnyView {
    let record = &result.record;
    let year = result.year.map(|year| year.to_string());
    let level = result.level.map(|level| format::level(lang, level));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{result.label.clone()}</span>
                <span class="sub">{level} {beside(lang, result.indicator.as_deref())}</span>
                <span class="sub phone-only">{plan_cell(lang, record)} " · " {year_cell(lang, year.clone())}</span>
            </th>
            <td role="cell" class="wide-only nw">
                {plan_cell(lang, record)}
            </td>
            <td role="cell" class="wide-only n nw">
                {year_cell(lang, year)}
            </td>
            <td role="cell" class="num meta" data-label=lang.t("column-aim")>
                {aim(lang, result)}
            </td>
            <td role="cell" class="num val">
                {reached(lang, result)}
            </td>
            <td role="cell" class="meta">
                <StatusMark lang status=result.status basis=result.status_basis />
            </td>
            <td role="cell" class="at-col">
                <RecordAddress lang record />
            </td>
        </tr>
    }
    .into_any()
}

/// The number reported, with its fraction where one is printed.
fn reached(lang: Language, result: &Progress) -> AnyView {
    let record = &result.record;
    let href = paths::record(lang, &record.plan_id, &record.id);
    let Some(value) = result.value else {
        return view! { <NotStated lang /> }.into_any();
    };
    let unit = result.unit.as_deref();
    let comparator = result.comparator.unwrap_or(Comparator::Eq);
    let text = format::compared(lang, comparator, value, result.value_max, unit);
    let words = format::compared_in_words(lang, comparator, value, result.value_max, unit);
    let fraction = result.numerator.zip(result.denominator).map(|(part, whole)| {
        let fraction = format!("{}/{}", format::number(lang, part), format::number(lang, whole));
        view! { <span class="sub n">{fraction}</span> }
    });
    view! {
        <SourceLink href text title=Some(words) />
        {fraction}
    }
    .into_any()
}

/// The number aimed at: printed beside the result, or that of the target it answers.
fn aim(lang: Language, result: &Progress) -> AnyView {
    let record = &result.record;
    let Some(value) = result.target_value else {
        return view! { <NotStated lang /> }.into_any();
    };
    let comparator = result.target_comparator.unwrap_or(Comparator::Eq);
    let text = format::compared(lang, comparator, value, None, result.unit.as_deref());
    let matched = result.answers.as_ref().filter(|_| result.answers_basis == Some(AnswersBasis::Matched));
    let href = paths::record(lang, &record.plan_id, matched.unwrap_or(&record.id));
    let note = matched.map(|_| view! { <span class="sub">{lang.t("answers-matched")}</span> });
    view! {
        <SourceLink href text />
        {note}
    }
    .into_any()
}
