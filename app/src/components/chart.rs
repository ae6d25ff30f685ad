//! Which part of a sum is whose?
//!
//! Bars drawn on the server: the label above, the value right, the axis from 0;
//! the same numbers as a table below. Words are text around the drawing, so that
//! they wrap and keep their size at every width.

use leptos::prelude::*;

use crate::{
    i18n::Language,
    paths::{self, PublicUrl},
};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in some unit; only proportions matter.
    pub size: f64,
    /// The value as people read it, in the unit of its neighbours.
    pub value: String,
    /// The same to the last đồng.
    pub exact: String,
    /// Rows that it adds up.
    pub rows: String,
    /// Address of those rows.
    pub href: Option<String>,
}

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
    /// Query under which the chart of spending stands alone.
    query: String,
) -> impl IntoView {
    let longest = bars.iter().map(|bar| bar.size).fold(0.0, f64::max);
    let drawn = bars.iter().map(|bar| drawn(bar, longest)).collect_view();
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
                        <span class="calc">{bar.exact.clone()}</span>
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
            <ul class="bars" role="list" aria-labelledby=heading lang=lang.of_quotes()>
                {drawn}
            </ul>
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
            <ChartFiles lang chart="spending" query />
        </figure>
    }
}

fn drawn(bar: &Bar, longest: f64) -> AnyView {
    let width = if longest > 0.0 { bar.size / longest * 100.0 } else { 0.0 };
    view! {
        <li>
            <span>{linked(bar)}</span>
            <span class="v" title=bar.exact.clone()>
                {format!("= {}", bar.value)}
            </span>
            <svg aria-hidden="true" height="10">
                <rect class="track" width="100%" height="10"></rect>
                <rect class="bar" width=format!("{width:.2}%") height="10"></rect>
            </svg>
        </li>
    }
    .into_any()
}

fn linked(bar: &Bar) -> AnyView {
    match bar.href.clone() {
        Some(href) => view! { <a href=href>{bar.label.clone()}</a> }.into_any(),
        None => bar.label.clone().into_any(),
    }
}

/// The chart as files, and the lines that set it into another page.
#[component]
pub fn ChartFiles(
    /// Language of the page.
    lang: Language,
    /// Which chart.
    chart: &'static str,
    /// Query under which it stands alone.
    query: String,
) -> impl IntoView {
    let address = |ending: &str| paths::with_query(&format!("/charts/{chart}.{ending}"), &query);
    let public = use_context::<PublicUrl>().unwrap_or_default().0;
    let frame = format!(
        "<iframe src=\"{public}{}\" width=\"800\" height=\"560\" loading=\"lazy\"></iframe>",
        paths::with_query(&format!("/embed/{chart}"), &query)
    );
    let files = [("PNG", "png"), ("SVG", "svg"), ("CSV", "csv")].map(|(name, ending)| {
        view! {
            <a href=address(ending) download="">
                {name}
            </a>
        }
    });
    view! {
        <div class="acts">
            {files.into_iter().collect_view()}
            <details>
                <summary>{lang.t("chart-embed")}</summary>
                <textarea class="in" readonly rows="3" aria-label=lang.t("chart-embed")>
                    {frame}
                </textarea>
            </details>
        </div>
    }
}
