//! Which text does a web page show of a plan?
//!
//! Legal portals print a plan between menus, search boxes and lists of links, often inside
//! tables that only lay out the page. The text is what stands there without scripts, styles
//! and navigation: a paragraph a line, rows of tables with tabs between their cells,
//! footnotes in brackets after their paragraph. Tags are taken as they come, closed or not:
//! nothing is nested without bound, and nothing is fetched.

mod charset;
mod element;
mod list;
mod notes;
mod page;
mod region;
mod table;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Decoded, Format, control_characters, encoding};
use crate::reading::ReadError;

use page::Page;

/// Whether the bytes are a web page, going by how they begin or by the file's name.
pub(super) fn is_html(bytes: &[u8], file_name: Option<&str>) -> bool {
    const BEGINNINGS: [&str; 9] =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<table", "<p>", "<!--"];
    let head = charset::head(bytes);
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let named = file_name.and_then(|name| name.rsplit_once('.')).is_some_and(|(_, end)| {
        matches!(end.to_ascii_lowercase().as_str(), "html" | "htm" | "xhtml" | "shtml" | "aspx")
    });
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<?xml") && head.contains("<html")
        || named && BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}

/// Reads a web page.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let unicode = charset::unicode(bytes)?;
    let mut text = shown(&unicode.text, true);
    // A page whose text stands inside what is called a menu has no menu.
    let whole = shown(&unicode.text, false);
    if text.len() * 3 < whole.len() {
        text = whole;
    }
    let mut converted_from = unicode.converted_from;
    if let Some(legacy) = encoding::of_text(&text) {
        text = legacy.convert(&text);
        converted_from = Some(legacy.name());
    }
    if text.trim().is_empty() {
        return Err(ReadError::Damaged {
            kind: "web page (.html)",
            detail: "it shows no words without its scripts".to_owned(),
        });
    }
    if let Some(found) = control_characters(&text) {
        return Err(ReadError::NotText { found });
    }
    let warnings = converted_from.map(encoding::warning).into_iter().collect();
    Ok(Decoded { text, format: Format::Plain, warnings })
}

/// The words of a page, with or without the parts that are named as menus.
fn shown(source: &str, without_menus: bool) -> String {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles hold no tags, however they look.
    emitter.naively_switch_states(true);
    let mut page = Page::new(without_menus);
    for token in Tokenizer::new_with_emitter(source, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => page.open(&tag),
            Ok(Token::EndTag(tag)) => page.close(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(words)) => page.words(&String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
    page.finish()
}

#[cfg(test)]
mod tests;
