//! For what is money planned, from which source, by whom, and how much was spent?

use leptos::prelude::*;

use super::{Visit, answered, listing};
use crate::{
    components::{
        money::{SpendingCharts, SpendingTotals},
        source::{NotStated, RecordAddress, SourceLink, stated},
        table::{Column, RecordTable, plan_cell, year_cell},
    },
    format,
    i18n::Language,
    paths,
    types::{
        filter::Filter,
        spending::{Phase, Spending},
    },
};

const NOUN: &str = "spending";
/// Whoever asks where the money goes wants to see most of it first.
const ORDER: Option<&str> = Some("-amount_vnd");

/// All tasks and rows with or without money.
#[component]
pub fn SpendingPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let filter = visit.place.filter()?;
        let ordered = listing::in_order(&filter, ORDER);
        let spending = visit.portal.spending(&ordered).await?;
        let figures = visit.portal.spending_figures(&filter).await?;
        let lang = visit.lang;
        let frame = listing::Frame {
            noun: NOUN,
            title: lang.t("spending-title"),
            lead: lang.t("spending-lead"),
            empty: lang.t("spending-empty"),
            parameters: &["province", "year", "phase", "funding_source", "agency", "plan"],
            order: ORDER,
        };
        let rows = view! {
            <SpendingTotals lang sums=figures.sums.clone() />
            <SpendingCharts lang filter=filter.clone() figures />
            {spending_table(lang, &ordered, &spending.records, spending.total)}
        }
        .into_any();
        listing::shown(&visit, frame, filter, spending.into(), rows).await
    })
}

/// Tasks as a table, in million đồng.
pub fn spending_table(
    lang: Language,
    filter: &Filter,
    spending: &[Spending],
    total: u64,
) -> impl IntoView + use<> {
    let rows = spending.iter().map(|item| row(lang, item)).collect();
    let columns = vec![
        Column::words(lang.t("column-task"), Some("title")),
        Column::words(lang.t("column-province"), None),
        Column::words(lang.t("column-year"), Some("year")),
        Column::words(lang.t("column-fund"), None),
        Column::words(lang.t("column-lead"), None),
        Column::numbers(lang.t("column-amount"), Some("amount_vnd")),
        Column::numbers(lang.t("column-disbursed"), Some("disbursed_vnd")),
        Column::sources(lang),
    ];
    let caption = crate::tr!(lang, "spending-caption", count = format::counted(total));
    let unit = Some(lang.t("unit-million-column"));
    view! {
        <RecordTable lang noun=NOUN filter=filter.clone() caption unit columns rows class="money" />
        <p class="foots">{lang.t("spending-note")}</p>
    }
}

fn row(lang: Language, item: &Spending) -> AnyView {
    let record = &item.record;
    let year = item.year.map(|year| year.to_string());
    let named = |name: &Option<String>| stated(lang, name.clone());
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{item.title.clone()}</span>
                <span class="sub">{phase(lang, item)}</span>
                <span class="sub phone-only">
                    {plan_cell(lang, record)} " · " {year_cell(lang, year.clone())} " · "
                    {named(&item.funding_source)} " · " {lead(lang, item)}
                </span>
            </th>
            <td role="cell" class="wide-only nw">
                {plan_cell(lang, record)}
            </td>
            <td role="cell" class="wide-only n">
                {year_cell(lang, year)}
            </td>
            <td role="cell" class="wide-only">
                {named(&item.funding_source)}
            </td>
            <td role="cell" class="wide-only">
                {lead(lang, item)}
            </td>
            <td role="cell" class="num val">
                {amount(lang, item, item.amount_vnd, item.funding_note.as_ref())}
            </td>
            <td role="cell" class="num meta" data-label=lang.t("column-disbursed")>
                {amount(lang, item, item.disbursed_vnd, None)}
            </td>
            <td role="cell" class="at-col">
                <RecordAddress lang record />
            </td>
        </tr>
    }
    .into_any()
}

/// The lead agency as printed; it leads to all that it leads where the catalogue knows it.
pub fn lead(lang: Language, item: &Spending) -> AnyView {
    let name = stated(lang, item.lead_agency.clone());
    match &item.lead_agency_id {
        Some(id) => view! { <a class="quiet" href=paths::agency(lang, id)>{name}</a> }.into_any(),
        None => name,
    }
}

/// What kind of money a row is, where it is not plainly planned and counted.
fn phase(lang: Language, item: &Spending) -> Option<String> {
    let phase = (item.phase != Phase::Planned).then(|| format::phase(lang, item.phase));
    let repeats = item.repeats.is_some().then(|| lang.t("spending-repeats"));
    let basis =
        item.amount_basis.filter(|_| item.amount_vnd.is_some()).map(|basis| format::basis(lang, Some(basis)));
    let words: Vec<String> = [phase, basis, repeats].into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// Money in million đồng; where none is stated, the words that stand in its place.
fn amount(lang: Language, item: &Spending, vnd: Option<i64>, note: Option<&String>) -> AnyView {
    let record = &item.record;
    let note = note.map(|note| view! { <span class="sub note" lang=lang.of_quotes()>{note.clone()}</span> });
    let Some(vnd) = vnd else {
        return view! {
            <NotStated lang />
            {note}
        }
        .into_any();
    };
    let href = paths::record(lang, &record.plan_id, &record.id);
    let text = format::millions(lang, vnd);
    let title = Some(format::money_exact(lang, vnd));
    view! {
        <SourceLink href text title />
        {note}
    }
    .into_any()
}
