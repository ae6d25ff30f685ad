//! Where is the data behind this page?

use leptos::prelude::*;

use crate::{i18n::Language, paths, types::filter::Filter};

/// JSON and CSV of exactly this view, and where to report a mistake.
#[component]
pub fn DataLine(
    /// Language of the page.
    lang: Language,
    /// The list: "targets".
    #[prop(into)]
    noun: String,
    /// Its filter.
    filter: Filter,
    /// Whether the list is also given as CSV.
    #[prop(default = true)]
    csv: bool,
) -> impl IntoView {
    let json = paths::data(&noun, "", &filter);
    let csv = csv.then(|| paths::data(&noun, ".csv", &filter));
    view! {
        <p class="dataline">
            <span>{lang.t("data-line")}</span>
            <a href=json type="application/json">
                "JSON"
            </a>
            {csv.map(|address| view! { <a href=address type="text/csv" download>"CSV"</a> })}
            <a class="end" href=paths::page(lang, "/report")>
                {lang.t("report-mistake")}
            </a>
        </p>
    }
}
