//! Which part of a sum is whose?
//!
//! Bars drawn on the server: the label above, the value right, the axis from 0;
//! the same numbers as a table below. x is in per cent and y in pixels, so that
//! text keeps its size at every width.

use leptos::prelude::*;

use crate::i18n::Language;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in some unit; only proportions matter.
    pub size: f64,
    /// The value as people read it.
    pub value: String,
    /// Rows that it adds up.
    pub rows: String,
    /// Address of those rows.
    pub href: Option<String>,
}

/// Height that one bar takes with its label, in pixels.
const STEP: usize = 54;

/// Bars with their table.
#[component]
pub fn BarChart(
    /// Language of the page.
    lang: Language,
    /// Anchor; also names parts for those who listen.
    id: &'static str,
    /// What it shows.
    #[prop(into)]
    title: String,
    /// Unit and coverage.
    #[prop(into)]
    note: String,
    /// Head of the first column of the table.
    #[prop(into)]
    what: String,
    /// The bars, longest first.
    bars: Vec<Bar>,
) -> impl IntoView {
    let longest = bars.iter().map(|bar| bar.size).fold(0.0, f64::max);
    let drawn = bars.iter().enumerate().map(|(place, bar)| drawn_bar(place, bar, longest)).collect_view();
    let rows = bars
        .iter()
        .map(|bar| {
            view! {
                <tr>
                    <th scope="row" lang=lang.of_quotes()>
                        {linked(bar)}
                    </th>
                    <td class="num">{bar.rows.clone()}</td>
                    <td class="num">
                        <span class="calc">{bar.value.clone()}</span>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let heading = format!("{id}-title");
    view! {
        <figure class="chart" id=id>
            <figcaption>
                <b id=heading.clone()>{title.clone()}</b>
                <span>{note}</span>
            </figcaption>
            <svg role="group" aria-labelledby=heading height=(bars.len() * STEP).to_string()>
                {drawn}
            </svg>
            <details class="twin">
                <summary>{lang.t("chart-table")}</summary>
                <table>
                    <caption class="vh">{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{what}</th>
                            <th scope="col" class="num">
                                {lang.t("column-rows")}
                            </th>
                            <th scope="col" class="num">
                                {lang.t("column-sum")}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
}

fn drawn_bar(place: usize, bar: &Bar, longest: f64) -> AnyView {
    let top = place * STEP;
    let width = if longest > 0.0 { bar.size / longest * 100.0 } else { 0.0 };
    let text = view! {
        <text x="0" y=(top + 16).to_string()>
            {shortened(&bar.label)}
        </text>
    };
    let label = match bar.href.clone() {
        Some(href) => view! { <a href=href>{text}</a> }.into_any(),
        None => text.into_any(),
    };
    view! {
        <g>
            {label} <text class="v" x="100%" y=(top + 16).to_string() text-anchor="end">
                {format!("= {}", bar.value)}
            </text> <rect class="track" x="0" y=(top + 26).to_string() width="100%" height="10"></rect>
            <rect class="bar" x="0" y=(top + 26).to_string() width=format!("{width:.2}%") height="10"></rect>
        </g>
    }
    .into_any()
}

/// Letters of a label that fit beside its value on a phone; the table has all of it.
const LABEL_LETTERS: usize = 30;

fn shortened(label: &str) -> String {
    if label.chars().count() <= LABEL_LETTERS {
        return label.to_owned();
    }
    let mut kept = String::new();
    for word in label.split(' ') {
        if kept.chars().count() + word.chars().count() + 1 >= LABEL_LETTERS {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept + "…"
}

fn linked(bar: &Bar) -> AnyView {
    match bar.href.clone() {
        Some(href) => view! { <a href=href>{bar.label.clone()}</a> }.into_any(),
        None => bar.label.clone().into_any(),
    }
}
