//! Where does one type what one looks for?

use leptos::prelude::*;

use crate::{
    i18n::Language,
    islands::{self, SuggestWords},
    paths,
};

/// The search over everything, with suggestions where WebAssembly runs.
#[component]
pub fn SearchBox(
    /// Language of the page.
    lang: Language,
    /// What stands above the field.
    #[prop(into)]
    label: String,
    /// Words already typed.
    #[prop(optional, into)]
    value: String,
    /// Further parameters that a new search keeps.
    #[prop(optional)]
    kept: Vec<(String, String)>,
) -> impl IntoView {
    let words = SuggestWords {
        label,
        button: lang.t("search-button"),
        list: lang.t("suggest-list"),
        count: crate::tr!(lang, "suggest-count", number = "{n}"),
        kinds: ["province", "agency", "indicator", "law", "phrase", "plan", "recent", "clear"]
            .map(|kind| (kind.to_owned(), kind_name(lang, kind)))
            .to_vec(),
    };
    let action = paths::page(lang, "/search");
    view! { <islands::SearchBox id="q".to_owned() action prefix=lang.prefix().to_owned() value kept words /> }
}

fn kind_name(lang: Language, kind: &str) -> String {
    match kind {
        "province" => lang.t("suggest-province"),
        "agency" => lang.t("suggest-agency"),
        "indicator" => lang.t("suggest-indicator"),
        "law" => lang.t("suggest-law"),
        "plan" => lang.t("suggest-plan"),
        "recent" => lang.t("suggest-recent"),
        "clear" => lang.t("suggest-clear"),
        _ => lang.t("suggest-phrase"),
    }
}
