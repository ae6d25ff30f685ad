//! What do the abbreviations of a text mean: in its own words, or as everyone knows them?

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    i18n::Language,
    types::{
        plan::Abbreviation,
        reader::{BlockShape, Inline, ReaderBlock, ReaderDocument},
    },
};

/// A folded list: those that the document explains, then the usual ones that it uses and does not.
pub(super) fn list(lang: Language, document: &ReaderDocument, glossary: &[Abbreviation]) -> Option<AnyView> {
    let usual = usual(document);
    let count = glossary.len() + usual.len();
    if count == 0 {
        return None;
    }
    let own = glossary.iter().map(|known| line(&known.short, &known.long)).collect_view();
    let usual = (!usual.is_empty()).then(|| {
        let lines = usual.iter().map(|(short, long)| line(short, long)).collect_view();
        view! {
            <p class="label">{lang.t("reader-abbreviations-usual")}</p>
            <dl lang=lang.of_quotes()>{lines}</dl>
        }
    });
    Some(
        view! {
            <details class="abbreviations">
                <summary>{crate::tr!(lang, "reader-abbreviations", count = count)}</summary>
                <dl lang=lang.of_quotes()>{own}</dl>
                {usual}
            </details>
        }
        .into_any(),
    )
}

fn line(short: &str, long: &str) -> AnyView {
    view! {
        <div>
            <dt>{short.to_owned()}</dt>
            <dd>{long.to_owned()}</dd>
        </div>
    }
    .into_any()
}

/// The usual abbreviations that the text uses without explaining them.
fn usual(document: &ReaderDocument) -> BTreeMap<&str, &str> {
    let inlines = document.blocks.iter().flat_map(inlines).filter(|inline| inline.usual);
    inlines.filter_map(|inline| Some((inline.text.as_str(), inline.abbreviation.as_deref()?))).collect()
}

fn inlines(block: &ReaderBlock) -> Box<dyn Iterator<Item = &Inline> + '_> {
    match &block.shape {
        BlockShape::Table { rows, .. } => Box::new(rows.iter().flat_map(|row| row.cells.iter().flatten())),
        BlockShape::Heading { inlines, .. }
        | BlockShape::Paragraph { inlines }
        | BlockShape::ListItem { inlines, .. }
        | BlockShape::Footnote { inlines, .. }
        | BlockShape::Furniture { inlines } => Box::new(inlines.iter()),
    }
}
