//! Where is the data behind this page?

use leptos::prelude::*;

use crate::{i18n::Language, paths, types::filter::Filter};

/// Files that a list is given as: how each address ends, what people call it, its media type.
const FILES: [(&str, &str, &str); 4] = [
    (".csv", "CSV", "text/csv"),
    (".xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".ndjson", "NDJSON", "application/x-ndjson"),
    (".atom", "Atom", "application/atom+xml"),
];

/// The data of exactly this view, and where to report a mistake.
#[component]
pub fn DataLine(
    /// Language of the page.
    lang: Language,
    /// The list: "targets".
    #[prop(into)]
    noun: String,
    /// Its filter.
    filter: Filter,
    /// Whether it is a list, and so also given as files and as a feed.
    #[prop(default = true)]
    files: bool,
) -> impl IntoView {
    let json = paths::data(&noun, "", &filter);
    let files = FILES.iter().filter(|_| files).map(|(ending, name, kind)| {
        let address = paths::data(&noun, ending, &filter);
        // A feed is subscribed to, a file kept.
        let download = (*ending != ".atom").then_some("");
        view! {
            <a href=address type=*kind download=download>
                {*name}
            </a>
        }
    });
    let files = files.collect_view();
    view! {
        <p class="dataline">
            <span>{lang.t("data-line")}</span>
            <a href=json type="application/json">
                "JSON"
            </a>
            {files}
            <a class="end" href=paths::page(lang, "/report")>
                {lang.t("report-mistake")}
            </a>
        </p>
    }
}
