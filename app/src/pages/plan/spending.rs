//! What money does the plan state, row by row, and what do its groups add up to?
//!
//! One table for each phase and each table of the document: sums never mix them.

mod groups;

use leptos::prelude::*;

use self::groups::{Group, Sheet, sheets};
use super::{all_of_them, nothing, sentence};
use crate::{
    components::{
        section::Section,
        source::{Address, Computed, SourceLink, stated},
        table::{Column, RecordTable},
    },
    format,
    i18n::Language,
    types::{
        filter::Filter,
        listing::Listing,
        plan::Plan,
        spending::{Phase, Spending},
        total::Total,
    },
};

/// All tables of tasks and money.
pub(super) fn section(
    lang: Language,
    plan: &Plan,
    spending: &Listing<Spending>,
    totals: &[Total],
) -> AnyView {
    let content = if spending.records.is_empty() {
        nothing(lang.t("plan-no-spending"))
    } else {
        let tables = sheets(&spending.records).into_iter().map(|sheet| table(lang, &sheet, totals));
        view! {
            {tables.collect_view()}
            {all_of_them(lang, plan, "spending", spending)}
        }
        .into_any()
    };
    view! {
        <Section id="spending" title=lang.t("nav-spending") note=Some(lang.t("plan-spending-note"))>
            {content}
        </Section>
    }
    .into_any()
}

fn table(lang: Language, sheet: &Sheet, totals: &[Total]) -> AnyView {
    let with_spent = sheet.rows().any(|row| row.disbursed_vnd.is_some());
    let place = if sheet.table == "body" {
        lang.t("spending-body")
    } else {
        format::spoken_address(lang, sheet.table)
    };
    let phase = match sheet.phase {
        Phase::Planned => lang.t("phase-planned"),
        Phase::Executed => lang.t("phase-executed"),
        Phase::Reported => lang.t("phase-reported"),
    };
    let caption =
        crate::tr!(lang, "plan-spending-caption", phase = phase, place = place, count = sheet.rows().count());
    let mut columns = vec![
        Column::words(lang.t("column-task"), None),
        Column::words(lang.t("column-lead"), None),
        Column::numbers(lang.t("column-amount"), None),
    ];
    columns.extend(with_spent.then(|| Column::numbers(lang.t("column-spent"), None)));
    columns.push(Column::words(lang.t("column-source"), None));
    let rows = sheet.groups.iter().flat_map(|group| group_rows(lang, group, with_spent)).collect();
    // A total stands with the rows that it covers: those of the same table.
    let foot = totals.iter().filter(|total| total.scope == sheet.table && sheet.phase == Phase::Planned);
    let foot = foot
        .filter(|total| total.amount_vnd.is_some())
        .map(|total| total_row(lang, total, with_spent))
        .collect();
    view! { <RecordTable lang noun="spending" filter=Filter::default() caption unit=Some(lang.t("unit-million-column")) columns rows totals=foot class="sp" /> }.into_any()
}

fn group_rows(lang: Language, group: &Group, with_spent: bool) -> Vec<AnyView> {
    let head = group.name.map(|name| {
        let count = crate::tr!(lang, "rows", count = group.rows.len());
        let sum = group.sum().map(|sum| {
            let title = Some(format::money_exact(lang, sum));
            view! { <Computed text=format::millions(lang, sum) title /> }
        });
        view! {
            <tr class="grp" role="row">
                <th role="rowheader" scope="rowgroup" colspan="2" class="title">
                    <span lang=lang.of_quotes()>{name.to_owned()}</span>
                    " "
                    <span class="label n">{count}</span>
                </th>
                <td role="cell" class="num val">{sum}</td>
                {with_spent.then(|| view! { <td role="cell" class="wide-only"></td> })}
                <td role="cell" class="at-col"></td>
            </tr>
        }
        .into_any()
    });
    head.into_iter().chain(group.rows.iter().map(|row| task_row(lang, row, with_spent))).collect()
}

fn task_row(lang: Language, row: &Spending, with_spent: bool) -> AnyView {
    let href = sentence(&row.record);
    let spent = with_spent.then(|| {
        let amount = amount(lang, row, row.disbursed_vnd, None);
        view! { <td role="cell" class="num meta" data-l=lang.t("column-spent")>{amount}</td> }
    });
    let lead = row.lead_agency.clone();
    let beside = [row.funding_source.clone(), row.period.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let beside =
        (!beside.is_empty()).then(|| view! { <span class="sub" lang=lang.of_quotes()>{beside}</span> });
    let restated = row.repeats.as_ref().map(|first| {
        view! { <a class="sub" href=format!("#r-{first}")>{lang.t("spending-restated")}</a> }
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{row.title.clone()}</span>
                {lead.clone().map(|lead| view! { <span class="sub phone-only" lang=lang.of_quotes()>{lead}</span> })}
                {beside}
                {restated}
            </th>
            <td role="cell" class="wide-only">{stated(lang, lead)}</td>
            <td role="cell" class="num val">{amount(lang, row, row.amount_vnd, row.funding_note.as_deref())}</td>
            {spent}
            <td role="cell" class="at-col">
                <Address lang href address=row.record.source.address.clone() />
            </td>
        </tr>
    }
    .into_any()
}

/// An amount that leads to its row; the document's own words where it states none.
fn amount(lang: Language, row: &Spending, vnd: Option<i64>, note: Option<&str>) -> AnyView {
    let Some(vnd) = vnd else { return stated(lang, note.map(str::to_owned)) };
    let note =
        note.map(|note| view! { <span class="sub note" lang=lang.of_quotes()>{note.to_owned()}</span> });
    view! {
        <SourceLink
            href=sentence(&row.record)
            text=format::millions(lang, vnd)
            title=Some(format::money_exact(lang, vnd))
        />
        {note}
    }
    .into_any()
}

/// A printed total; what its rows add up to stands below it where that differs.
fn total_row(lang: Language, total: &Total, with_spent: bool) -> AnyView {
    let href = sentence(&total.record);
    let printed = |vnd: Option<i64>, computed: Option<i64>, matches: Option<bool>| {
        let printed = vnd.map(|vnd| {
            let title = Some(format::money_exact(lang, vnd));
            view! { <SourceLink href=href.clone() text=format::millions(lang, vnd) title /> }
        });
        let computed = computed.filter(|_| matches == Some(false)).map(|vnd| {
            let title = Some(format::money_exact(lang, vnd));
            view! { <span class="sub"><Computed text=format::millions(lang, vnd) title /></span> }
        });
        view! { {printed} {computed} }
    };
    let spent = with_spent.then(|| {
        let amount = printed(total.disbursed_vnd, total.computed_disbursed_vnd, total.matches_disbursed);
        view! { <td role="cell" class="num meta" data-l=lang.t("column-spent")>{amount}</td> }
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" colspan="2" class="title" lang=lang.of_quotes()>{total.label.clone()}</th>
            <td role="cell" class="num val">{printed(total.amount_vnd, total.computed_vnd, total.matches)}</td>
            {spent}
            <td role="cell" class="at-col">
                <Address lang href=href.clone() address=total.record.source.address.clone() />
            </td>
        </tr>
    }
    .into_any()
}
