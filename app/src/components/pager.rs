//! How does one get to the next rows?

use leptos::prelude::*;

use crate::{format, i18n::Language, paths, types::filter::Filter};

/// How many rows there are, and the way on.
#[component]
pub fn Pager(
    /// Language of the page.
    lang: Language,
    /// The list: "targets".
    noun: &'static str,
    /// Its filter.
    filter: Filter,
    /// Rows shown.
    shown: usize,
    /// Rows in the whole filtered list.
    total: u64,
    /// Cursor of the next page.
    next: Option<String>,
) -> impl IntoView {
    let first = filter.cursor.is_some().then(|| {
        let address = paths::list(lang, noun, &Filter { cursor: None, ..filter.clone() });
        view! {
            <a class="btn" href=address rel="first">
                {lang.t("pager-first")}
            </a>
        }
    });
    let next = next.map(|cursor| {
        let address = paths::list(lang, noun, &Filter { cursor: Some(cursor), ..filter.clone() });
        view! {
            <a class="btn" href=address rel="next">
                {lang.t("pager-next")}
            </a>
        }
    });
    let shown = format::count(lang, u64::try_from(shown).unwrap_or(u64::MAX));
    let rows = crate::tr!(lang, "pager-rows", shown = shown, total = format::count(lang, total));
    view! {
        <nav class="pager" aria-label=lang.t("pager-label")>
            <p class="label n">{rows}</p>
            <p class="chips">{first} {next}</p>
        </nav>
    }
}
