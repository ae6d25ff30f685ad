//! Which numbers did provinces promise?

use leptos::prelude::*;

use super::{Visit, answered, indicators::beside, listing};
use crate::{
    components::{
        source::{RecordAddress, SourceLink},
        status::StatusMark,
        table::{Column, RecordTable, plan_cell, year_cell},
    },
    format,
    i18n::Language,
    paths,
    types::{
        filter::Filter,
        record::Status,
        target::{Target, TargetStatus},
    },
};

const NOUN: &str = "targets";
/// The promises that fall due last are the newest.
const ORDER: Option<&str> = Some("-due_year");

/// All targets, by province, year, verdict, indicator and level.
#[component]
pub fn TargetsPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let ordered = listing::in_order(&filter, ORDER);
        let targets = visit.portal.targets(&ordered).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("targets-title"),
            lead: lang.t("targets-lead"),
            empty: lang.t("targets-empty"),
            parameters: &["province", "year", "status", "indicator", "level", "plan"],
            order: ORDER,
        };
        let table = target_table(lang, &ordered, &targets.records, targets.total).into_any();
        listing::shown(&visit, frame, filter, targets.into(), table).await
    })
}

/// Targets as a table: the promised number first.
pub fn target_table(
    lang: Language,
    filter: &Filter,
    targets: &[Target],
    total: u64,
) -> impl IntoView + use<> {
    let rows = targets.iter().map(|target| row(lang, target)).collect();
    let columns = vec![
        Column::numbers(lang.t("column-promised"), Some("value")),
        Column::words(lang.t("column-target"), Some("label")),
        Column::words(lang.t("column-province"), None),
        Column::words(lang.t("column-due"), Some("due_year")),
        Column::words(lang.t("column-outcome"), Some("status")),
        Column::sources(lang),
    ];
    let caption = crate::tr!(lang, "targets-caption", count = format::counted(total));
    view! { <RecordTable lang noun=NOUN filter=filter.clone() caption columns rows class="figure-first" /> }
}

fn row(lang: Language, target: &Target) -> AnyView {
    let record = &target.record;
    let unit = target.unit.as_deref();
    let text = format::compared(lang, target.comparator, target.value, target.value_max, unit);
    let words = format::compared_in_words(lang, target.comparator, target.value, target.value_max, unit);
    let due = target.due_date.as_ref().map(|date| format::date(lang, date));
    let due = due.or_else(|| target.due_year.map(|year| year.to_string()));
    let level = target.level.map(|level| format::level(lang, level));
    let interim = target.interim.then(|| lang.t("target-interim"));
    let kinds = [level, interim].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let href = paths::record(lang, &record.plan_id, &record.id);
    view! {
        <tr role="row">
            <td role="cell" class="num val">
                <SourceLink href text title=Some(words) />
            </td>
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{target.label.clone()}</span>
                <span class="sub">{kinds} {beside(lang, target.indicator.as_deref())}</span>
                <span class="sub phone-only">{plan_cell(lang, record)} " · " {year_cell(lang, due.clone())}</span>
            </th>
            <td role="cell" class="wide-only nw">
                {plan_cell(lang, record)}
            </td>
            <td role="cell" class="wide-only n nw">
                {year_cell(lang, due)}
            </td>
            <td role="cell" class="meta">
                <StatusMark lang status=outcome(target.status) none=lang.t("target-not-reported") />
            </td>
            <td role="cell" class="at-col">
                <RecordAddress lang record />
            </td>
        </tr>
    }
    .into_any()
}

/// The verdict of the latest outcome; none where none is reported.
pub fn outcome(status: TargetStatus) -> Option<Status> {
    match status {
        TargetStatus::Met => Some(Status::Met),
        TargetStatus::Partly => Some(Status::Partly),
        TargetStatus::Missed => Some(Status::Missed),
        TargetStatus::NotReported => None,
    }
}
