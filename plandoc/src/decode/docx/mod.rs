//! Which text does a Word document show?
//!
//! A .docx is a ZIP archive of XML parts. The text is what Word shows with all changes
//! accepted: one paragraph a line, numbers of lists and headings computed, rows of tables
//! with tabs between their cells, footnotes in brackets after their paragraph as exports
//! to text have them. Headers, footers, comments and hidden words are left out.
//!
//! Documents are untrusted: sizes, entries and nesting are bounded, names of parts are
//! never used as paths, and XML with a document type (entity bombs) is refused.

mod body;
mod font;
mod inline;
mod notes;
mod numbering;
mod package;
mod styles;
mod symbol;
mod table;
mod xml;

use super::{Decoded, Format};
use crate::reading::{ReadError, Warning};

use body::Story;
use package::Package;
use xml::parse;

/// Whether an archive is a Word document, going by the names of its parts.
pub(super) fn is_docx(bytes: &[u8]) -> bool {
    const PART: &[u8] = b"word/";
    bytes.windows(PART.len()).any(|window| window == PART)
}

/// Reads a Word document.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let document = package.required(&main)?;
    let beside = |name: &str| match main.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name.to_owned(),
    };
    let parts = ["styles.xml", "numbering.xml", "footnotes.xml", "endnotes.xml"];
    let [styles, numbering, footnotes, endnotes] = parts.map(|name| package.optional(&beside(name)));
    let (styles, numbering, footnotes, endnotes) = (styles?, numbering?, footnotes?, endnotes?);
    let (styles, numbering) = (parse(&styles)?, parse(&numbering)?);
    let (footnotes, endnotes, document) = (parse(&footnotes)?, parse(&endnotes)?, parse(&document)?);

    let mut story = Story::new(&styles, &numbering);
    story.add_notes(&footnotes, "footnote");
    story.add_notes(&endnotes, "endnote");
    story.read(&document);
    finish(&story)
}

fn finish(story: &Story<'_>) -> Result<Decoded, ReadError> {
    let warnings = story.warnings();
    let mut text = story.lines.join("\n");
    text.push('\n');
    if text.trim().is_empty() {
        return Err(damaged("it holds no words; if it holds pictures of pages, they need recognising first"));
    }
    Ok(Decoded { text, format: Format::Plain, warnings })
}

/// A Word document that cannot be read, and why.
fn damaged(detail: impl Into<String>) -> ReadError {
    ReadError::Damaged { kind: "Word document (.docx)", detail: detail.into() }
}

/// What an editor is told.
fn warning(kind: &str, message: String) -> Warning {
    Warning { kind: kind.to_owned(), message, range: None }
}

#[cfg(test)]
mod tests;
