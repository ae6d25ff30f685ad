//! What does each plan state, and which of it is not compared, and why?

use leptos::prelude::*;

use crate::{
    components::source::{Address, NotStated, SourceLink},
    format,
    i18n::Language,
    paths,
    types::comparison::{ComparisonRow, Stated},
};

/// Most rows of a table; provinces can be chosen to see others.
const ROWS_MAX: usize = 200;

/// Province, year and level of a row.
pub(super) fn row_name(lang: Language, row: &ComparisonRow) -> AnyView {
    let province = row.province.clone().unwrap_or_else(|| row.plan_id.clone());
    let year = row.year.map_or_else(|| lang.t("compare-no-year"), |year| year.to_string());
    view! {
        <a class="quiet" href=paths::plan(lang, &row.plan_id)>
            {province}
        </a>
        " "
        <span class="n">{year}</span>
    }
    .into_any()
}

/// A number on its dots, leading to its sentence.
pub(super) fn value_link(lang: Language, row: &ComparisonRow, stated: Option<&Stated>) -> AnyView {
    let Some((stated, value)) = stated.and_then(|stated| Some((stated, stated.value?))) else {
        return view! { <NotStated lang /> }.into_any();
    };
    let href = paths::record(lang, &row.plan_id, &stated.record);
    let unit = row.unit.as_deref();
    let text = match stated.comparator {
        Some(comparator) => format::compared(lang, comparator, value, stated.value_max, unit),
        None => format::quantity(lang, value, unit),
    };
    view! { <SourceLink href text title=Some(stated.quote.clone()) /> }.into_any()
}

/// The rows compared, with the place of each number.
#[component]
pub fn ComparedTable(
    /// Language of the page.
    lang: Language,
    /// Name of the indicator.
    name: String,
    /// Its unit.
    unit: String,
    /// The rows.
    rows: Vec<ComparisonRow>,
) -> impl IntoView {
    let spoken = format!("{name}, {unit}");
    let all = rows.len();
    let left_out = (all > ROWS_MAX).then(|| {
        let words = crate::tr!(
            lang,
            "compare-rows-left",
            shown = format::counted(ROWS_MAX as u64),
            count = format::counted(all as u64)
        );
        view! { <p class="foots">{words}</p> }
    });
    let rows = rows.iter().take(ROWS_MAX).map(|row| table_row(lang, row)).collect_view();
    view! {
        <div class="tab">
            <div class="cap">
                <b>{name}</b>
                <span class="unit">{crate::tr!(lang, "compare-unit", unit = unit)}</span>
            </div>
            <table class="list compared" role="table">
                <caption class="vh">{spoken}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">
                            {lang.t("compare-column-row")}
                        </th>
                        <th role="columnheader" scope="col" class="num">
                            {lang.t("column-promised")}
                        </th>
                        <th role="columnheader" scope="col" class="num">
                            {lang.t("compare-column-reported")}
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            <p class="foots">{lang.t("compare-missing")}</p>
            {left_out}
        </div>
    }
}

fn table_row(lang: Language, row: &ComparisonRow) -> AnyView {
    let level = row.level.map(|level| format::level(lang, level));
    let cell = |label: String, stated: Option<&Stated>| {
        let address = stated.map(|stated| {
            let href = paths::record(lang, &row.plan_id, &stated.record);
            view! {
                " "
                <Address lang href address=stated.address.clone() />
            }
        });
        view! {
            <td role="cell" class="num meta" data-label=label>
                {value_link(lang, row, stated)}
                {address}
            </td>
        }
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                {row_name(lang, row)}
                <span class="sub">{level}</span>
            </th>
            {cell(lang.t("column-promised"), row.target())}
            {cell(lang.t("compare-column-reported"), row.actual())}
        </tr>
    }
    .into_any()
}

/// What is stated and not set beside the others, with the reason.
#[component]
pub fn RefusedList(
    /// Language of the page.
    lang: Language,
    /// The rows that are not compared.
    rows: Vec<ComparisonRow>,
) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let title = crate::tr!(lang, "compare-refused", count = format::counted(rows.len() as u64));
        let items = rows.iter().take(ROWS_MAX).map(|row| refused(lang, row)).collect_view();
        view! {
            <details class="twin refused">
                <summary>{title}</summary>
                <p class="lead">{lang.t("compare-refused-lead")}</p>
                <ul class="rows" role="list">
                    {items}
                </ul>
            </details>
        }
    })
}

fn refused(lang: Language, row: &ComparisonRow) -> AnyView {
    let reason = match lang {
        Language::Vi => row.reason_vi.clone(),
        Language::En => row.reason_en.clone(),
    };
    let numbers = row.targets.iter().chain(&row.actuals).map(|stated| {
        let href = paths::record(lang, &row.plan_id, &stated.record);
        view! {
            {value_link(lang, row, Some(stated))}
            " "
            <Address lang href address=stated.address.clone() />
            " "
        }
    });
    view! {
        <li>
            <p class="line">
                <span>{row_name(lang, row)}</span>
                <span class="n">{numbers.collect_view()}</span>
            </p>
            <p class="label">{reason}</p>
        </li>
    }
    .into_any()
}
