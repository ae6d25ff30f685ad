//! Which file was the text read from, and how does one look at both?

use leptos::prelude::*;

use super::reader::Reading;
use crate::{i18n::Language, paths, types::plan::Plan};

/// Media types that browsers show by themselves.
const SHOWN: [&str; 4] = ["text/plain", "text/markdown", "text/html", "application/pdf"];
/// The parameter of a plan's page that sets the file beside the text.
const BESIDE: (&str, &str) = ("beside", "file");

/// Whether the address of a plan's page asks for the file beside the text. Only there may the page hold a frame.
pub fn is_asked(query: &str) -> bool {
    let (name, value) = BESIDE;
    query.split('&').any(|pair| pair.split_once('=') == Some((name, value)))
}

/// A plain link that sets the file beside the text, where there is room for both; once asked for, the file in a frame.
pub(super) fn beside(lang: Language, reading: &Reading) -> Option<AnyView> {
    let plan = reading.plan;
    if !SHOWN.contains(&plan.media_type.as_str()) {
        return None;
    }
    let way = |beside: bool| format!("{}#text", reading.address(lang, reading.words, beside));
    if !reading.beside {
        let link = view! { <a href=way(true)>{lang.t("reader-file-beside")}</a> };
        return Some(view! { <p class="original">{link}</p> }.into_any());
    }
    let address = address(plan, reading.earlier);
    let name = plan.source_file.clone();
    let label = crate::tr!(lang, "reader-file-frame", name = name.clone());
    Some(
        view! {
            <div class="original open">
                <p>
                    <a href=address.clone() target="_blank" lang=lang.of_quotes()>
                        {name}
                    </a>
                    " "
                    {lang.t("reader-file-note")}
                    " · "
                    <a href=way(false)>{lang.t("reader-file-close")}</a>
                </p>
                <iframe src=address title=label></iframe>
            </div>
        }
        .into_any(),
    )
}

/// The query that asks for a version, words to mark, and the file beside the text.
pub(super) fn query(version: Option<u32>, words: Option<&str>, beside: bool) -> String {
    let version = version.map(|version| ("version", version.to_string()));
    let words = words.map(|words| ("q", words.to_owned()));
    let beside = beside.then(|| (BESIDE.0, BESIDE.1.to_owned()));
    paths::query_of(&[version, words, beside].into_iter().flatten().collect::<Vec<_>>())
}

/// Where the file is shown.
pub(super) fn address(plan: &Plan, earlier: bool) -> String {
    paths::with_query(
        &format!("/plans/{}/file", plan.id),
        &query(earlier.then_some(plan.version), None, false),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_comes_only_where_the_address_asks_for_it() {
        assert!(is_asked("beside=file") && is_asked("version=1&beside=file&q=a"));
        for query in ["", "q=beside%3Dfile", "beside=files", "beside"] {
            assert!(!is_asked(query), "{query}");
        }
    }
}
