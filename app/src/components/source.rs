//! How does one see where a number comes from, and get there?
//!
//! A figure on dots is printed in a document and leads to its sentence; `=`
//! stands before what the portal worked out; a rule on the left marks the
//! document's own words.

use leptos::prelude::*;

use crate::{
    format,
    i18n::Language,
    paths,
    types::record::{Confidence, Record},
};

/// A figure printed in a document; it leads to its sentence.
#[component]
pub fn SourceLink(
    /// Address of the sentence.
    #[prop(into)]
    href: String,
    /// The figure as people read it.
    #[prop(into)]
    text: String,
    /// The exact value, where the text is shortened.
    #[prop(optional_no_strip)]
    title: Option<String>,
) -> impl IntoView {
    view! {
        <a class="src" href=href title=title>
            {text}
        </a>
    }
}

/// The place of a sentence as people cite it; it leads there.
#[component]
pub fn Address(
    /// Language of the page.
    lang: Language,
    /// Address of the sentence.
    #[prop(into)]
    href: String,
    /// "III.2 ¶6".
    #[prop(into)]
    address: String,
) -> impl IntoView {
    let spoken = format::spoken_address(lang, &address);
    // What is heard begins with what is seen, for those who speak their commands.
    let label = crate::tr!(lang, "address-label", address = address.clone(), place = spoken.clone());
    view! {
        <a class="at" href=href title=spoken aria-label=label>
            {address}
        </a>
    }
}

/// The place of a record's sentence.
#[component]
pub fn RecordAddress<'a>(
    /// Language of the page.
    lang: Language,
    /// The record.
    record: &'a Record,
) -> impl IntoView + use<> {
    let href = paths::record(lang, &record.plan_id, &record.id);
    let doubt = doubt(lang, record);
    view! {
        <Address lang href address=record.source.address.clone() />
        {doubt}
    }
}

/// A figure that the portal worked out.
#[component]
pub fn Computed(
    /// The figure as people read it.
    #[prop(into)]
    text: String,
    /// The exact value, where the text is shortened.
    #[prop(optional_no_strip)]
    title: Option<String>,
) -> impl IntoView {
    view! {
        <span class="calc" title=title>
            {text}
        </span>
    }
}

/// What the document does not state.
#[component]
pub fn NotStated(
    /// Language of the page.
    lang: Language,
) -> impl IntoView {
    view! { <span class="none">{lang.t("not-stated")}</span> }
}

/// Words that a document may or may not state.
pub fn stated(lang: Language, words: Option<String>) -> AnyView {
    match words {
        Some(words) => view! { <span lang=lang.of_quotes()>{words}</span> }.into_any(),
        None => view! { <NotStated lang /> }.into_any(),
    }
}

/// The document's own words.
#[component]
pub fn Quote(
    /// Language of the page.
    lang: Language,
    /// The words.
    #[prop(into)]
    text: String,
    /// Their place, which tells a table's row from a sentence: "I.8 · 6".
    #[prop(into)]
    address: String,
    /// What stands below: the place, the plan.
    children: Children,
) -> impl IntoView {
    let cells = quoted_cells(&text, &address);
    let words = if cells.len() > 1 {
        let cells = cells.into_iter().map(|cell| view! { <span>{cell}</span> }).collect_view();
        view! { <p class="cells">{cells}</p> }.into_any()
    } else {
        view! { <p>{cells}</p> }.into_any()
    };
    view! {
        <blockquote class="quote">
            <div lang=lang.of_quotes()>{words}</div>
            <footer>{children()}</footer>
        </blockquote>
    }
}

/// A table's row as its cells, a sentence as one piece; runs of white space become one space.
fn quoted_cells(text: &str, address: &str) -> Vec<String> {
    let is_row = address.contains(" · ");
    let pieces: Vec<&str> = if is_row { text.split(['\t', '\n', '|']).collect() } else { vec![text] };
    pieces
        .into_iter()
        .map(|piece| piece.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// A word beside a record that is not sure or was corrected.
fn doubt(lang: Language, record: &Record) -> Option<AnyView> {
    let reason = record.confidence_reason.clone();
    let word = match record.confidence {
        _ if record.corrected.is_some() => lang.t("record-corrected"),
        Confidence::High => return None,
        Confidence::Medium => lang.t("confidence-medium"),
        Confidence::Low => lang.t("confidence-low"),
    };
    Some(view! { <span class="doubt" title=reason>{word}</span> }.into_any())
}
