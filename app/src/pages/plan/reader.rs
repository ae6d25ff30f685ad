//! How does one read the document itself, with everything that was read out of it?
//!
//! Every record is marked in place and stands in the margin under the same
//! number; each of the two leads to the other. The anchors `#r-{record}` and
//! `#b-{block}` are permanent, and all of it works without JavaScript.

mod blocks;
mod contents;
mod margin;
mod marking;
mod table;
mod text;

use leptos::prelude::*;

use self::text::Text;
use crate::{
    i18n::Language,
    islands::ReaderLinking,
    paths,
    types::{plan::Abbreviation, reader::ReaderDocument},
};

/// The text with its table of contents, its marks and its search.
pub(super) fn reader(
    lang: Language,
    document: &ReaderDocument,
    glossary: &[Abbreviation],
    words: Option<&str>,
) -> AnyView {
    let text = Text::of(lang, document);
    view! {
        <section class="sec text" id="text" aria-labelledby="h-text" data-reader>
            <header>
                <h2 id="h-text">{lang.t("plan-text")}</h2>
                <p>{lang.t("reader-note")}</p>
            </header>
            <div class="wide">
                {search(lang, document, words)}
                {abbreviations(lang, glossary)}
                <div class="reader">
                    {contents::contents(lang, &document.contents)}
                    <div class="doc" lang=lang.of_quotes()>
                        {blocks::parts(&text, document)}
                    </div>
                </div>
                <ReaderLinking />
            </div>
        </section>
    }
    .into_any()
}

/// A search in this text, and where its hits stand.
fn search(lang: Language, document: &ReaderDocument, words: Option<&str>) -> AnyView {
    let address = paths::plan(lang, &document.plan_id);
    let found = words.map(|words| {
        let hits = document.hits;
        let found = if hits == 0 {
            crate::tr!(lang, "reader-no-hit", words = words)
        } else {
            crate::tr!(lang, "reader-hits", count = hits, words = words)
        };
        let first = (hits > 0).then(|| view! { <a href="#h-1">{lang.t("reader-hit-first")}</a> });
        let last = (hits > 1).then(|| view! { <a href=format!("#h-{hits}")>{lang.t("reader-hit-last")}</a> });
        let keys = (hits > 1).then(|| view! { <span class="label keys">{lang.t("reader-hit-keys")}</span> });
        view! {
            <p class="hits" role="status">
                <b>{found}</b>
                " "
                {first}
                " "
                {last}
                " "
                <a href=format!("{address}#text")>{lang.t("reader-hits-clear")}</a>
                " "
                {keys}
            </p>
        }
    });
    view! {
        <form class="find" role="search" method="get" action=format!("{address}#text")>
            <label for="q-text">{lang.t("reader-find")}</label>
            <input class="in" id="q-text" name="q" type="search" value=words.unwrap_or_default().to_owned() />
            <button class="btn">{lang.t("search-button")}</button>
        </form>
        {found}
    }
    .into_any()
}

/// What the document's abbreviations mean, in its own words.
fn abbreviations(lang: Language, glossary: &[Abbreviation]) -> Option<AnyView> {
    if glossary.is_empty() {
        return None;
    }
    let lines = glossary.iter().map(|known| {
        view! {
            <div>
                <dt>{known.short.clone()}</dt>
                <dd>{known.long.clone()}</dd>
            </div>
        }
    });
    Some(
        view! {
            <details class="abbreviations">
                <summary>{crate::tr!(lang, "reader-abbreviations", count = glossary.len())}</summary>
                <dl lang=lang.of_quotes()>{lines.collect_view()}</dl>
            </details>
        }
        .into_any(),
    )
}
