//! Whose is the planned money: of which source, agency, area, year, plan?

use leptos::prelude::*;

use super::grouping::Grouping;
use crate::{
    components::chart::{Bar, BarChart},
    format,
    i18n::Language,
    paths,
    types::{figures::GroupSum, filter::Filter, listing::SpendingFigures},
};

/// Bars that one can take in; the rest becomes one.
const MOST_BARS: usize = 6;

/// The charts of a list, with their anchors.
const CHARTS: [(&str, Grouping); 4] = [
    ("by-fund", Grouping::Fund),
    ("by-area", Grouping::Area),
    ("by-agency", Grouping::Agency),
    ("by-year", Grouping::Year),
];

/// Planned money by source, area, lead agency and year, where there are several of them.
#[component]
pub fn SpendingCharts(
    /// Language of the page.
    lang: Language,
    /// The list's filter.
    filter: Filter,
    /// Its figures.
    figures: SpendingFigures,
) -> impl IntoView {
    let several = CHARTS.iter().filter(|(_, grouping)| grouping.groups(&figures).len() > 1);
    let charts: Vec<AnyView> =
        several.map(|(id, grouping)| chart(lang, id, *grouping, &filter, &figures)).collect();
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
    let is_stated = !Grouping::Plan.groups(&figures).is_empty();
    is_stated.then(|| chart(lang, "by-plan", Grouping::Plan, &filter, &figures))
}

fn chart(
    lang: Language,
    id: &'static str,
    grouping: Grouping,
    filter: &Filter,
    figures: &SpendingFigures,
) -> AnyView {
    let bars = bars(lang, filter, grouping, figures);
    let query = query(lang, filter, grouping);
    let (title, note) = (grouping.finding(lang, figures), grouping.note(lang, figures));
    view! { <BarChart lang id title note what=grouping.what(lang) bars query /> }.into_any()
}

/// The query under which the chart of a grouping stands alone.
fn query(lang: Language, filter: &Filter, grouping: Grouping) -> String {
    let shown = Filter {
        lang: Some(lang.code().to_owned()),
        sort: None,
        cursor: None,
        limit: None,
        ..filter.clone()
    };
    format!("by={}&{}", grouping.name(), paths::query_of(&shown))
}

/// The groups as bars; each leads to its rows. Years stand in their order with those between that have none, of others
/// the largest come first and the rest is one.
pub fn bars(lang: Language, filter: &Filter, grouping: Grouping, figures: &SpendingFigures) -> Vec<Bar> {
    let groups = grouping.groups(figures);
    if grouping == Grouping::Year {
        return years(lang, filter, &groups);
    }
    let (first, rest) = groups.split_at(groups.len().min(MOST_BARS));
    let mut bars: Vec<Bar> = first.iter().map(|group| linked(lang, filter, grouping, group)).collect();
    if !rest.is_empty() {
        let label = crate::tr!(lang, "chart-rest", count = format::counted(rest.len() as u64));
        let amount = rest.iter().map(|group| group.amount_vnd).sum();
        let rows = rest.iter().map(|group| group.rows).sum();
        bars.push(bar(lang, label, amount, rows, None));
    }
    bars
}

fn years(lang: Language, filter: &Filter, groups: &[&GroupSum]) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut before: Option<i32> = None;
    for group in groups {
        let year: Option<i32> = group.value.as_deref().and_then(|year| year.parse().ok());
        if let (Some(before), Some(year)) = (before, year)
            && year > before + 1
        {
            bars.push(nothing(lang, before + 1, year - 1));
        }
        before = year.or(before);
        bars.push(linked(lang, filter, Grouping::Year, group));
    }
    bars
}

/// Years of which no row states money: not zero, but not stated.
fn nothing(lang: Language, first: i32, last: i32) -> Bar {
    Bar {
        label: format::years(Some(first), Some(last)).unwrap_or_default(),
        size: 0.0,
        value: lang.t("chart-year-missing"),
        exact: String::new(),
        rows: format::count(lang, 0),
        href: None,
        missing: true,
    }
}

fn linked(lang: Language, filter: &Filter, grouping: Grouping, group: &GroupSum) -> Bar {
    let rows = group.value.as_deref().and_then(|value| grouping.narrowed(filter, value));
    let href = rows.map(|rows| paths::list(lang, "spending", &rows));
    bar(lang, group.label.clone(), group.amount_vnd, group.rows, href)
}

fn bar(lang: Language, label: String, vnd: i64, rows: u64, href: Option<String>) -> Bar {
    #[expect(clippy::cast_precision_loss, reason = "only its proportion is drawn")]
    let size = vnd as f64;
    let (value, exact) = (format::money_rounded(lang, vnd), format::money_exact(lang, vnd));
    Bar { label, size, value, exact, rows: format::count(lang, rows), href, missing: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(value: Option<&str>, amount_vnd: i64) -> GroupSum {
        let value = value.map(str::to_owned);
        GroupSum { label: value.clone().unwrap_or_else(|| "không nêu".into()), value, rows: 2, amount_vnd }
    }

    #[test]
    fn years_without_a_row_are_marked_as_not_stated_and_never_as_zero() {
        let by_year =
            vec![group(Some("2010"), 5), group(Some("2020"), 9), group(Some("2021"), 1), group(None, 3)];
        let figures = SpendingFigures { by_year, ..SpendingFigures::default() };
        let bars = bars(Language::Vi, &Filter::default(), Grouping::Year, &figures);
        let labels: Vec<_> = bars.iter().map(|bar| (bar.label.as_str(), bar.missing)).collect();
        let none = ("không nêu", false);
        assert_eq!(labels, [("2010", false), ("2011–2019", true), ("2020", false), ("2021", false), none]);
        assert_eq!(bars[0].href.as_deref(), Some("/spending?year=2010"));
        assert_eq!(
            Grouping::Year.finding(Language::Vi, &figures),
            "Năm 2020 dự kiến nhiều nhất: 50% số tiền"
        );
    }

    #[test]
    fn a_finding_says_what_is_not_stated_where_that_is_most() {
        let by_funding_source = vec![group(None, 75), group(Some("Ngân sách tỉnh"), 25)];
        let figures = SpendingFigures { by_funding_source, ..SpendingFigures::default() };
        let finding = Grouping::Fund.finding(Language::En, &figures);
        assert_eq!(finding, "75% of the planned money states no source");
        assert!(Grouping::Fund.note(Language::En, &figures).contains("2 of 4 rows"));
    }
}
