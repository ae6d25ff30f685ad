//! What does a list of spending come to, and whose is it?
//!
//! One sum for each phase and basis, never mixed, each saying what it covers.

pub mod charts;
pub mod grouping;

use leptos::prelude::*;

use super::source::Computed;
use crate::{
    format,
    i18n::Language,
    types::{figures::SpendingSum, spending::Phase},
};
pub use charts::{PlanMoneyChart, SpendingCharts};

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
