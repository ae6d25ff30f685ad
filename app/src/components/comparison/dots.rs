//! How far apart are promise and result, row by row?
//!
//! A hollow dot for what was promised, a full one for what was reported, a line where the result falls short. What is
//! not stated has a lane of its own, left of the axis, never a place at 0. Words stand around the drawing, so that they
//! keep their size and wrap.

use leptos::prelude::*;

use super::rows::{row_name, value_link};
use crate::{format, i18n::Language, types::comparison::ComparisonRow};

/// Where the axis begins and how long it is, in percent of the width; left of it is the lane of what is not stated.
const AXIS: (f64, f64) = (12.0, 84.0);
/// Parts of the axis.
const TICKS: u8 = 4;

/// The rows as dots on one axis.
#[component]
pub fn DotPlot(
    /// Language of the page.
    lang: Language,
    /// What the rows show.
    title: String,
    /// Unit and how many rows state what.
    coverage: String,
    /// Unit of the axis.
    unit: String,
    /// Whether a result below the promise falls short.
    more_is_better: bool,
    /// The rows.
    rows: Vec<ComparisonRow>,
) -> impl IntoView {
    let end = axis_end(&unit, &rows);
    let drawn = rows.iter().map(|row| dots(lang, row, end, more_is_better)).collect_view();
    view! {
        <figure class="chart dots" id="dots">
            <figcaption>
                <b id="dots-title">{title}</b>
                <span>{coverage}</span>
            </figcaption>
            <Legend lang />
            {scale(lang, end, &unit)}
            <ul class="bars" role="list" aria-labelledby="dots-title">
                {drawn}
            </ul>
        </figure>
    }
}

#[component]
fn Legend(lang: Language) -> impl IntoView {
    view! {
        <p class="leg" aria-hidden="true">
            <span>
                <svg width="14" height="14">
                    <circle class="promised" cx="7" cy="7" r="5.5"></circle>
                </svg>
                {lang.t("compare-promised")}
            </span>
            <span>
                <svg width="14" height="14">
                    <circle class="reported" cx="7" cy="7" r="6.5"></circle>
                </svg>
                {lang.t("compare-reported")}
            </span>
            <span>
                <svg width="34" height="14">
                    <circle class="promised-not" cx="7" cy="7" r="5"></circle>
                    <g class="reported-not">
                        <circle cx="20" cy="7" r="1.7"></circle>
                        <circle cx="26" cy="7" r="1.7"></circle>
                        <circle cx="32" cy="7" r="1.7"></circle>
                    </g>
                </svg>
                {lang.t("compare-not-stated")}
            </span>
            <span>
                <svg width="22" height="14">
                    <path class="short" d="M1 7h20"></path>
                </svg>
                {lang.t("compare-short")}
            </span>
        </p>
    }
}

/// The numbers along the axis.
fn scale(lang: Language, end: f64, unit: &str) -> impl IntoView + use<> {
    let ticks = (0..=TICKS).map(|tick| {
        let value = end * f64::from(tick) / f64::from(TICKS);
        let text = format::number(lang, value);
        let text = if tick == TICKS && unit == "%" { format!("{text}%") } else { text };
        view! {
            <text x=percent(place(value, end)) y="12" text-anchor="middle">
                {text}
            </text>
        }
    });
    view! {
        <svg class="scale" height="16" aria-hidden="true">
            {ticks.collect_view()}
        </svg>
    }
}

fn dots(lang: Language, row: &ComparisonRow, end: f64, more_is_better: bool) -> AnyView {
    let place_of = |stated: Option<f64>| stated.map(|value| place(value, end));
    let target = place_of(row.target().and_then(|stated| stated.value));
    let actual = place_of(row.actual().and_then(|stated| stated.value));
    let short = row.reached(more_is_better) == Some(false);
    let gap = target.zip(actual).filter(|_| short).map(|(target, actual)| {
        view! { <line class="short" x1=percent(actual) x2=percent(target) y1="10" y2="10"></line> }
    });
    let target = match target {
        Some(x) => view! { <circle class="promised" cx=percent(x) cy="10" r="6"></circle> }.into_any(),
        None => view! { <circle class="promised-not" cx="8" cy="10" r="5"></circle> }.into_any(),
    };
    let actual = match actual {
        Some(x) => view! { <circle class="reported" cx=percent(x) cy="10" r="7"></circle> }.into_any(),
        None => view! {
            <g class="reported-not">
                <circle cx="20" cy="10" r="1.7"></circle>
                <circle cx="26" cy="10" r="1.7"></circle>
                <circle cx="32" cy="10" r="1.7"></circle>
            </g>
        }
        .into_any(),
    };
    let lines = (0..=TICKS).map(|tick| {
        let x = percent(place(f64::from(tick), f64::from(TICKS)));
        view! { <line class="grid" x1=x.clone() x2=x y1="0" y2="20"></line> }
    });
    view! {
        <li>
            <span>{row_name(lang, row)}</span>
            <span class="v">
                <span class="nw">{lang.t("compare-promised")} " " {value_link(lang, row, row.target())}</span>
                " · "
                <span class="nw">{lang.t("compare-reported")} " " {value_link(lang, row, row.actual())}</span>
            </span>
            <svg aria-hidden="true" height="20">
                {lines.collect_view()}
                <line
                    class="grid"
                    x1=percent(AXIS.0)
                    x2=percent(AXIS.0 + AXIS.1)
                    y1="10"
                    y2="10"
                ></line>
                {gap}
                {actual}
                {target}
            </svg>
        </li>
    }
    .into_any()
}

/// The end of the axis: 100 for shares within it, else a round number above all.
pub fn axis_end(unit: &str, rows: &[ComparisonRow]) -> f64 {
    let stated = rows.iter().flat_map(|row| [row.target(), row.actual()]).flatten();
    let most = stated.filter_map(|stated| stated.value).fold(0.0, f64::max);
    if unit == "%" && most <= 100.0 {
        return 100.0;
    }
    let power = 10_f64.powf(most.max(1.0).log10().floor());
    let ends = [1.0, 2.0, 4.0, 8.0, 10.0].map(|step| step * power);
    ends.into_iter().find(|end| *end >= most).unwrap_or(most)
}

fn place(value: f64, end: f64) -> f64 {
    AXIS.0 + AXIS.1 * (value / end).clamp(0.0, 1.0)
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{comparison::Stated, record::Comparator};

    fn row(value: f64) -> ComparisonRow {
        let stated = Stated {
            record: "r".into(),
            comparator: Some(Comparator::Gte),
            value: Some(value),
            value_max: None,
            quote: String::new(),
            address: String::new(),
        };
        ComparisonRow {
            plan_id: "p".into(),
            province: None,
            province_slug: None,
            indicator: "i".into(),
            year: Some(2020),
            level: None,
            unit: None,
            targets: vec![stated],
            actuals: Vec::new(),
            comparable: true,
            reason: None,
            reason_vi: None,
            reason_en: None,
        }
    }

    #[test]
    fn shares_stand_on_an_axis_of_a_hundred_and_counts_on_a_round_one() {
        let ends = |unit: &str, value: f64| axis_end(unit, &[row(value)]);
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(ends("%", 5.85), 100.0));
        assert!(close(ends("%", 120.0), 200.0));
        assert!(close(ends("hồ sơ", 37.0), 40.0));
        assert!(close(ends("hồ sơ", 0.0), 1.0));
    }

    #[test]
    fn nothing_leaves_the_axis() {
        assert_eq!(percent(place(0.0, 100.0)), "12.00%");
        assert_eq!(percent(place(100.0, 100.0)), "96.00%");
        assert_eq!(percent(place(180.0, 100.0)), "96.00%");
    }
}
