//! Was a promise kept, and who says so?
//!
//! How full the disc is, then the word, then the colour: it reads in black and white.

use leptos::prelude::*;

use super::icon::Icon;
use crate::{
    format,
    i18n::Language,
    types::{
        figures::Verdicts,
        listing::VerdictFigures,
        record::{Status, StatusBasis},
    },
};

/// A verdict; none is "not stated".
#[component]
pub fn StatusMark(
    /// Language of the page.
    lang: Language,
    /// The verdict.
    #[prop(optional_no_strip)]
    status: Option<Status>,
    /// Whose it is.
    #[prop(optional_no_strip)]
    basis: Option<StatusBasis>,
    /// What is said where there is no verdict, if not that none is stated.
    #[prop(optional, into)]
    none: Option<String>,
) -> impl IntoView {
    let (class, sign) = look(status);
    let words = none.filter(|_| status.is_none()).unwrap_or_else(|| format::status(lang, status));
    let basis = status.and(basis).map(|basis| {
        let judge = match basis {
            StatusBasis::Stated => lang.t("basis-stated"),
            StatusBasis::Computed => lang.t("basis-computed"),
        };
        view! { <span class="sub">{judge}</span> }
    });
    view! {
        <span class=format!("st {class}")>
            <Icon name=sign class="g" />
            {words}
        </span>
        {basis}
    }
}

/// Verdicts counted: discs up to what fits, and each count with its word.
#[component]
pub fn VerdictStrip(
    /// Language of the page.
    lang: Language,
    /// The counts.
    verdicts: Verdicts,
) -> impl IntoView {
    let counts = [
        (Some(Status::Met), verdicts.met),
        (Some(Status::Partly), verdicts.partly),
        (Some(Status::Missed), verdicts.missed),
    ];
    let judged: u64 = counts.iter().map(|(_, count)| count).sum();
    let spoken = crate::tr!(
        lang,
        "verdicts-spoken",
        met = format::counted(verdicts.met),
        partly = format::counted(verdicts.partly),
        missed = format::counted(verdicts.missed)
    );
    let discs = (judged > 0 && judged <= MOST_DISCS).then(|| {
        let discs = counts.iter().flat_map(|(status, count)| {
            let (class, sign) = look(*status);
            (0..*count).map(move |_| view! { <span class=class><Icon name=sign class="g" /></span> })
        });
        view! { <span class="strip" role="img" aria-label=spoken>{discs.collect_view()}</span> }
    });
    view! {
        {discs}
        <VerdictKey lang verdicts />
    }
}

/// Verdicts as bars, the documents' own above those worked out, with their table.
#[component]
pub fn VerdictChart(
    /// Language of the page.
    lang: Language,
    /// Anchor; also names parts for those who listen.
    id: &'static str,
    /// The counts.
    figures: VerdictFigures,
) -> impl IntoView {
    let lines: Vec<(String, Verdicts)> =
        [(lang.t("verdicts-stated"), figures.stated), (lang.t("verdicts-computed"), figures.computed)]
            .into_iter()
            .filter(|(_, verdicts)| judged(verdicts) > 0)
            .collect();
    let most = lines.iter().map(|(_, verdicts)| judged(verdicts)).max().unwrap_or_default();
    let bars = lines.iter().map(|(name, verdicts)| line(lang, name, verdicts, most)).collect_view();
    let rows = lines.iter().map(|(name, verdicts)| table_row(lang, name, verdicts)).collect_view();
    let title = format!("{id}-title");
    (!lines.is_empty()).then(|| {
        view! {
            <figure class="chart verdicts" id=id>
                <figcaption>
                    <b id=title>{lang.t("verdicts-title")}</b>
                    <span>{lang.t("verdicts-note")}</span>
                </figcaption>
                <dl class="verdict-lines">{bars}</dl>
                <details class="twin">
                    <summary>{lang.t("chart-table")}</summary>
                    <table>
                        <caption class="vh">{lang.t("verdicts-title")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{lang.t("column-judge")}</th>
                                {[Some(Status::Met), Some(Status::Partly), Some(Status::Missed)]
                                    .map(|status| {
                                        view! { <th scope="col" class="num">{format::status(lang, status)}</th> }
                                    })
                                    .collect_view()}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </details>
            </figure>
        }
    })
}

fn judged(verdicts: &Verdicts) -> u64 {
    verdicts.met + verdicts.partly + verdicts.missed
}

/// One judge's verdicts: a bar in three parts and the counts with their words.
fn line(lang: Language, name: &str, verdicts: &Verdicts, most: u64) -> AnyView {
    let parts = [("is-met", verdicts.met), ("is-partly", verdicts.partly), ("is-missed", verdicts.missed)];
    let mut before = 0;
    let parts = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| {
            let share =
                |count: u64| format!("{:.2}%", format::counted(count) / format::counted(most) * 100.0);
            let (x, width) = (share(before), share(count));
            before += count;
            view! { <rect class=class x=x y="0" width=width height="12"></rect> }
        })
        .collect_view();
    view! {
        <div>
            <dt>{name.to_owned()}</dt>
            <dd>
                <svg height="12" aria-hidden="true" focusable="false">
                    {parts}
                </svg>
                <VerdictKey lang verdicts=*verdicts />
            </dd>
        </div>
    }
    .into_any()
}

fn table_row(lang: Language, name: &str, verdicts: &Verdicts) -> AnyView {
    let counts = [verdicts.met, verdicts.partly, verdicts.missed]
        .map(|count| view! { <td class="num">{format::count(lang, count)}</td> });
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            {counts.collect_view()}
        </tr>
    }
    .into_any()
}

/// Each count with its sign and word.
#[component]
fn VerdictKey(lang: Language, verdicts: Verdicts) -> impl IntoView {
    let counts = [
        (Some(Status::Met), verdicts.met),
        (Some(Status::Partly), verdicts.partly),
        (Some(Status::Missed), verdicts.missed),
    ];
    let key = counts.into_iter().filter(|(_, count)| *count > 0).map(|(status, count)| {
        let (class, sign) = look(status);
        view! {
            <span class=format!("st {class}")>
                <Icon name=sign class="g" />
                {format!("{} {}", format::count(lang, count), format::status(lang, status))}
            </span>
        }
    });
    view! { <span class="key">{key.collect_view()}</span> }
}

/// More discs than this say less than their count.
const MOST_DISCS: u64 = 60;

/// Class and sign of a verdict.
pub fn look(status: Option<Status>) -> (&'static str, &'static str) {
    match status {
        Some(Status::Met) => ("met", "g-met"),
        Some(Status::Partly) => ("partly", "g-partly"),
        Some(Status::Missed) => ("missed", "g-missed"),
        None => ("unknown", "g-unknown"),
    }
}
