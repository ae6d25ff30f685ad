//! How does one read the document itself, with everything that was read out of it?
//!
//! Every record is marked in place and stands in the margin under the same
//! number; each of the two leads to the other. The anchors `#r-{record}` and
//! `#b-{block}` are permanent, and all of it works without JavaScript.

mod abbreviations;
mod blocks;
mod contents;
mod margin;
mod marking;
mod table;
mod text;

use leptos::prelude::*;

use self::text::Text;
use super::original;
use crate::{
    i18n::Language,
    islands::ReaderLinking,
    paths,
    types::{plan::Plan, reader::ReaderDocument},
};

/// What is read.
pub(super) struct Reading<'a> {
    /// The text as it is laid out.
    pub(super) document: &'a ReaderDocument,
    /// The plan that it is of.
    pub(super) plan: &'a Plan,
    /// What is searched for in it.
    pub(super) words: Option<&'a str>,
    /// Whether another file has taken its place.
    pub(super) earlier: bool,
    /// Whether the file as published stands beside it.
    pub(super) beside: bool,
}

impl Reading<'_> {
    /// The address of this text with these words marked, with or without the file beside it.
    pub(super) fn address(&self, lang: Language, words: Option<&str>, beside: bool) -> String {
        let version = self.earlier.then_some(self.plan.version);
        paths::with_query(&paths::plan(lang, &self.plan.id), &original::query(version, words, beside))
    }
}

/// The text with its table of contents, its marks and its search; the file as published beside it.
pub(super) fn reader(lang: Language, reading: &Reading) -> AnyView {
    let Reading { document, plan, .. } = reading;
    let text = Text::of(lang, document);
    view! {
        <section class="sec text" id="text" aria-labelledby="h-text" data-reader>
            <header>
                <h2 id="h-text">{lang.t("plan-text")}</h2>
                <p>{lang.t("reader-note")}</p>
            </header>
            <div class="wide">
                {search(lang, reading)}
                {abbreviations::list(lang, document, &plan.glossary)}
                <div class="read">
                {original::beside(lang, reading)}
                <div class="reader">
                    {contents::contents(lang, &document.contents)}
                    <div class="doc" lang=lang.of_quotes()>
                        {blocks::parts(&text, document)}
                    </div>
                </div>
                </div>
                <ReaderLinking />
            </div>
        </section>
    }
    .into_any()
}

/// A search in this text, and where its hits stand.
fn search(lang: Language, reading: &Reading) -> AnyView {
    let &Reading { document, words, .. } = reading;
    let address = paths::plan(lang, &document.plan_id);
    let version = reading.earlier.then(|| reading.plan.version.to_string());
    let without_words = reading.address(lang, None, reading.beside);
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
                <a href=format!("{without_words}#text")>{lang.t("reader-hits-clear")}</a>
                " "
                {keys}
            </p>
        }
    });
    view! {
        <form class="find" role="search" method="get" action=format!("{address}#text")>
            <label for="q-text">{lang.t("reader-find")}</label>
            <input class="in" id="q-text" name="q" type="search" value=words.unwrap_or_default().to_owned() />
            {version.map(|version| view! { <input type="hidden" name="version" value=version /> })}
            {reading.beside.then(|| view! { <input type="hidden" name="beside" value="file" /> })}
            <button class="btn">{lang.t("search-button")}</button>
        </form>
        {found}
    }
    .into_any()
}
