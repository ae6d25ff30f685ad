//! How are the blocks of a text shown, part by part?

use leptos::prelude::*;

use super::{margin::margin, table::Table, text::Text};
use crate::{
    format,
    types::reader::{BlockShape, Inline, ReaderBlock, ReaderDocument, ReaderMark},
};

/// All parts of the text: what stands before the first heading, then each heading with its blocks.
pub(super) fn parts(text: &Text, document: &ReaderDocument) -> Vec<AnyView> {
    let mut parts: Vec<Vec<&ReaderBlock>> = Vec::new();
    for block in &document.blocks {
        match parts.last_mut() {
            Some(part) if !matches!(block.shape, BlockShape::Heading { .. }) => part.push(block),
            _ => parts.push(vec![block]),
        }
    }
    parts.iter().map(|blocks| part(text, document, blocks)).collect()
}

/// One heading's blocks.
fn part(text: &Text, document: &ReaderDocument, blocks: &[&ReaderBlock]) -> AnyView {
    text.begin_part();
    let id = blocks.first().map(|block| block.id.clone());
    let mut place = String::new();
    let mut shown = Vec::new();
    let mut rest = blocks;
    while let Some(block) = rest.first() {
        let items =
            rest.iter().take_while(|block| matches!(block.shape, BlockShape::ListItem { .. })).count();
        if items > 0 {
            let items = rest[..items].iter().map(|item| paired(text, document, item));
            shown.push(view! { <ul class="items" role="list">{items.collect_view()}</ul> }.into_any());
        } else {
            shown.push(single(text, document, block, &mut place));
        }
        rest = &rest[items.max(1)..];
    }
    view! {
        <div class="part" data-part=id>
            {shown}
        </div>
    }
    .into_any()
}

fn single(text: &Text, document: &ReaderDocument, block: &ReaderBlock, place: &mut String) -> AnyView {
    match &block.shape {
        BlockShape::Heading { level, inlines } => {
            if let Some(entry) = document.contents.iter().find(|entry| entry.block == block.id) {
                place.clone_from(&entry.label);
            }
            heading(*level, &block.id, text.words(inlines))
        }
        BlockShape::Table { columns, unit, rows } => {
            let marks = document.marks.iter();
            let marks =
                marks.filter(|mark| mark.block == block.id || rows.iter().any(|row| row.id == mark.block));
            let table = Table {
                id: &block.id,
                caption: caption(text, block, rows.first().map(|row| row.address.as_str())),
                columns,
                unit: unit.as_deref(),
                rows,
                marks: marks.collect(),
            };
            table.shown(text)
        }
        BlockShape::Paragraph { .. }
        | BlockShape::ListItem { .. }
        | BlockShape::Footnote { .. }
        | BlockShape::Furniture { .. } => paired(text, document, block),
    }
}

/// "Table in section I.8", from the table's own address or from its first row's.
fn caption(text: &Text, block: &ReaderBlock, row: Option<&str>) -> String {
    let of_row = row.and_then(|address| address.split(" · ").next());
    match block.address.as_deref().or(of_row) {
        Some(address) => {
            let place = format::spoken_address(text.lang, address);
            crate::tr!(text.lang, "reader-table-caption", place = place)
        }
        None => text.lang.t("reader-table"),
    }
}

/// A heading one step below the page's own.
fn heading(level: u8, id: &str, words: Vec<AnyView>) -> AnyView {
    let id = id.to_owned();
    match level {
        0 | 1 => view! { <h3 id=id tabindex="-1">{words}</h3> }.into_any(),
        2 => view! { <h4 id=id tabindex="-1">{words}</h4> }.into_any(),
        3 => view! { <h5 id=id tabindex="-1">{words}</h5> }.into_any(),
        _ => view! { <h6 id=id tabindex="-1">{words}</h6> }.into_any(),
    }
}

/// A paragraph with its records beside it.
fn paired(text: &Text, document: &ReaderDocument, block: &ReaderBlock) -> AnyView {
    let lang = text.lang;
    let marks: Vec<&ReaderMark> = document.marks.iter().filter(|mark| mark.block == block.id).collect();
    let spoken = block.address.as_ref().map(|address| format::spoken_address(lang, address));
    let margin = margin(lang, spoken.as_deref().unwrap_or_default(), &marks);
    let permalink = permalink(text, block, spoken);
    let id = block.id.clone();
    let (class, words, mark) = parts_of(&block.shape);
    let words = text.words(words);
    let note = mark.map(|mark| view! { <sup class="note-mark">{mark.to_owned()}</sup> });
    let content = view! {
        {permalink}
        <p>{note} {words}</p>
        {margin}
    };
    if matches!(block.shape, BlockShape::ListItem { .. }) {
        view! { <li class=class id=id tabindex="-1">{content}</li> }.into_any()
    } else {
        view! { <div class=class id=id tabindex="-1">{content}</div> }.into_any()
    }
}

/// Class, words and footnote mark of a block of running text.
fn parts_of(shape: &BlockShape) -> (String, &[Inline], Option<&str>) {
    match shape {
        BlockShape::ListItem { depth, inlines } => (format!("pair depth-{}", depth.min(&3)), inlines, None),
        BlockShape::Footnote { mark, inlines } => ("pair footnote".to_owned(), inlines, Some(mark)),
        BlockShape::Furniture { inlines } => ("pair furniture".to_owned(), inlines, None),
        BlockShape::Paragraph { inlines } | BlockShape::Heading { inlines, .. } => {
            ("pair".to_owned(), inlines, None)
        }
        BlockShape::Table { .. } => (String::new(), &[], None),
    }
}

/// The paragraph's number, a link to the paragraph itself.
fn permalink(text: &Text, block: &ReaderBlock, spoken: Option<String>) -> Option<AnyView> {
    let address = block.address.as_ref()?;
    let number = address.rsplit(' ').next().unwrap_or(address).to_owned();
    let label = crate::tr!(text.lang, "reader-permalink", number = number.clone(), place = spoken?);
    Some(
        view! {
            <a class="pn" href=format!("#{}", block.id) aria-label=label lang=text.lang.code()>
                {number}
            </a>
        }
        .into_any(),
    )
}
