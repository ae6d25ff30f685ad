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
) -> impl IntoView {
    let (class, sign) = look(status);
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
            {format::status(lang, status)}
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
        met = number(verdicts.met),
        partly = number(verdicts.partly),
        missed = number(verdicts.missed)
    );
    let discs = (judged > 0 && judged <= MOST_DISCS).then(|| {
        let discs = counts.iter().flat_map(|(status, count)| {
            let (class, sign) = look(*status);
            (0..*count).map(move |_| view! { <span class=class><Icon name=sign class="g" /></span> })
        });
        view! { <span class="strip" role="img" aria-label=spoken>{discs.collect_view()}</span> }
    });
    let key = counts.into_iter().filter(|(_, count)| *count > 0).map(|(status, count)| {
        let (class, sign) = look(status);
        view! {
            <span class=format!("st {class}")>
                <Icon name=sign class="g" />
                {format!("{} {}", format::count(lang, count), format::status(lang, status))}
            </span>
        }
    });
    view! {
        {discs}
        <span class="key">{key.collect_view()}</span>
    }
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

/// A count as a message takes it.
#[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
pub fn number(count: u64) -> f64 {
    count as f64
}
