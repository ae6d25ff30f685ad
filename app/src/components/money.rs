//! What does a list of spending come to, and whose is it?
//!
//! One sum for each phase and basis, never mixed, each saying what it covers.

use leptos::prelude::*;

use super::{
    chart::{Bar, BarChart},
    source::Computed,
};
use crate::{
    format,
    i18n::Language,
    paths,
    types::{
        figures::{GroupSum, SpendingSum},
        filter::Filter,
        listing::SpendingFigures,
        spending::Phase,
    },
};

/// Bars that one can take in; the rest becomes one.
const MOST_BARS: usize = 6;

/// The sums of a filtered list.
#[component]
pub fn SpendingTotals(
    /// Language of the page.
    lang: Language,
    /// One for each phase and basis.
    sums: Vec<SpendingSum>,
) -> impl IntoView {
    let mut sums = sums;
    sums.retain(|sum| sum.rows > 0 || sum.disbursed_vnd.is_some());
    sums.sort_by_key(|sum| (sum.phase, std::cmp::Reverse(sum.rows)));
    // The rows without an amount belong to a phase, and to none of its kinds of money.
    let mut without: Vec<(Phase, u64)> =
        sums.iter().map(|sum| (sum.phase, sum.rows_without_amount)).collect();
    without.dedup();
    without.retain(|(_, rows)| *rows > 0);
    let without = without.into_iter().map(|(phase, rows)| {
        let phase = format::phase(lang, phase);
        let words = crate::tr!(lang, "sum-rows-without", phase = phase, count = format::counted(rows));
        view! { <p class="label">{words}</p> }
    });
    let without = without.collect_view();
    let totals = sums.iter().enumerate().map(|(place, sum)| total(lang, sum, place == 0)).collect_view();
    view! {
        <div class="totals">
            {totals}
            {without}
            <p class="label">{lang.t("sums-cover")}</p>
        </div>
    }
}

fn total(lang: Language, sum: &SpendingSum, main: bool) -> AnyView {
    let class = if main { "total" } else { "total minor" };
    let (number, unit) = format::money_headline(lang, sum.amount_vnd);
    let exact = Some(format::money_exact(lang, sum.amount_vnd));
    let name = format!("{} · {}", format::phase(lang, sum.phase), format::basis(lang, sum.amount_basis));
    let rows = crate::tr!(lang, "sum-rows", count = format::counted(sum.rows));
    let spent = sum.disbursed_vnd.map(|spent| {
        let text = format::money_rounded(lang, spent);
        let title = Some(format::money_exact(lang, spent));
        view! {
            <span>
                {lang.t("sum-spent")} " " <Computed text title />
            </span>
        }
    });
    view! {
        <div class=class>
            <p class="fig">
                <Computed text=number title=exact />
                " "
                <small>{unit}</small>
            </p>
            <p class="label">
                <b>{name}</b>
                {rows}
                {spent.map(|spent| view! { " · " {spent} })}
            </p>
        </div>
    }
    .into_any()
}

/// Planned money by source and by lead agency.
#[component]
pub fn SpendingCharts(
    /// Language of the page.
    lang: Language,
    /// The list's filter.
    filter: Filter,
    /// Its figures.
    figures: SpendingFigures,
) -> impl IntoView {
    let note = note(lang, &figures);
    let chart =
        |id: &'static str, parameter: &'static str, groups: &[GroupSum], title: String, what: String| {
            let shown = groups.iter().filter(|group| group.amount_vnd > 0).count();
            (shown > 1).then(|| {
                let bars = bars(lang, &filter, parameter, groups);
                let (note, query) = (note.clone(), query(lang, &filter, parameter));
                view! { <BarChart lang id title note what bars query /> }.into_any()
            })
        };
    let charts: Vec<AnyView> = [
        chart(
            "by-fund",
            "funding_source",
            &figures.by_funding_source,
            lang.t("chart-by-fund"),
            lang.t("column-fund"),
        ),
        chart("by-agency", "agency", &figures.by_agency, lang.t("chart-by-agency"), lang.t("column-lead")),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!charts.is_empty()).then(|| view! { <div class="charts">{charts}</div> })
}

/// Planned money by plan, as one chart.
#[component]
pub fn PlanMoneyChart(
    /// Language of the page.
    lang: Language,
    /// The list's filter.
    filter: Filter,
    /// Its figures.
    figures: SpendingFigures,
) -> impl IntoView {
    let bars = bars(lang, &filter, "plan", &figures.by_plan);
    let (note, query) = (note(lang, &figures), query(lang, &filter, "plan"));
    (!bars.is_empty()).then(|| {
        let (title, what) = (lang.t("chart-by-plan"), lang.t("column-plan"));
        view! { <BarChart lang id="by-plan" title note what bars query /> }
    })
}

/// Which money the groups of a list of spending add up.
pub fn note(lang: Language, figures: &SpendingFigures) -> String {
    crate::tr!(lang, "chart-note", basis = format::basis(lang, group_basis(&figures.sums)))
}

/// The query under which the chart of a grouping stands alone.
fn query(lang: Language, filter: &Filter, by: &str) -> String {
    let shown = Filter {
        lang: Some(lang.code().to_owned()),
        sort: None,
        cursor: None,
        limit: None,
        ..filter.clone()
    };
    format!("by={by}&{}", paths::query_of(&shown))
}

/// The basis of the grouped money: that of most planned rows.
fn group_basis(sums: &[SpendingSum]) -> Option<crate::types::spending::AmountBasis> {
    sums.iter().filter(|sum| sum.phase == Phase::Planned).max_by_key(|sum| sum.rows)?.amount_basis
}

/// The largest groups as bars, the rest as one; each leads to its rows.
pub fn bars(lang: Language, filter: &Filter, parameter: &str, groups: &[GroupSum]) -> Vec<Bar> {
    let groups: Vec<&GroupSum> = groups.iter().filter(|group| group.amount_vnd > 0).collect();
    let (first, rest) = groups.split_at(groups.len().min(MOST_BARS));
    let mut bars: Vec<Bar> = first
        .iter()
        .map(|group| {
            let href = group.value.as_ref().map(|value| {
                let filter = Filter { cursor: None, ..filter.clone() };
                paths::list(lang, "spending", &narrowed(filter, parameter, value))
            });
            bar(lang, group.label.clone(), group.amount_vnd, group.rows, href)
        })
        .collect();
    if !rest.is_empty() {
        let label = crate::tr!(lang, "chart-rest", count = format::counted(rest.len() as u64));
        let amount = rest.iter().map(|group| group.amount_vnd).sum();
        let rows = rest.iter().map(|group| group.rows).sum();
        bars.push(bar(lang, label, amount, rows, None));
    }
    bars
}

fn bar(lang: Language, label: String, vnd: i64, rows: u64, href: Option<String>) -> Bar {
    #[expect(clippy::cast_precision_loss, reason = "only its proportion is drawn")]
    let size = vnd as f64;
    let (value, exact) = (format::money_rounded(lang, vnd), format::money_exact(lang, vnd));
    Bar { label, size, value, exact, rows: format::count(lang, rows), href }
}

fn narrowed(filter: Filter, parameter: &str, value: &str) -> Filter {
    let value = Some(value.to_owned());
    match parameter {
        "funding_source" => Filter { funding_source: value, ..filter },
        "agency" => Filter { agency: value, ..filter },
        _ => Filter { plan: value, ..filter },
    }
}
