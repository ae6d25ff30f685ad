//! How is a feed written (Atom, RFC 4287)?

use std::io::{self, Write};

use app::i18n::Language;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::error::Problem;

/// Media type of a feed.
pub(super) const ATOM: &str = "application/atom+xml";

/// Entries of a feed: those that were published last.
pub(super) const ENTRIES: u32 = 100;

/// The moment of what never was.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// A feed on its way to XML.
pub(super) struct Feed {
    pub(super) lang: Language,
    pub(super) title: String,
    /// Absolute address of the feed.
    pub(super) own: String,
    /// Absolute address of the page that shows the same.
    pub(super) page: String,
    /// Newest first.
    pub(super) entries: Vec<Entry>,
}

/// One thing published.
pub(super) struct Entry {
    /// Absolute address that it keeps.
    pub(super) id: String,
    pub(super) title: String,
    /// RFC 3339 moment.
    pub(super) updated: String,
    /// Absolute address to read it at.
    pub(super) opens: String,
    pub(super) summary: String,
}

impl Feed {
    /// The feed as an answer.
    pub(super) fn reply(&self) -> Result<Response, Problem> {
        let body = self.write().map_err(|error| {
            tracing::error!(%error, "a feed could not be written");
            Problem::internal("the feed could not be written")
        })?;
        let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
        Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
    }

    fn write(&self) -> io::Result<Vec<u8>> {
        let mut xml = Writer::new(Vec::new());
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", self.lang.code()))
            .write_inner_content(|xml| {
                text(xml, "id", &self.own)?;
                text(xml, "title", &self.title)?;
                text(xml, "updated", self.entries.first().map_or(NEVER, |newest| &newest.updated))?;
                xml.create_element("author")
                    .write_inner_content(|xml| text(xml, "name", &self.lang.t("portal-name")))?;
                link(xml, "self", ATOM, &self.own)?;
                link(xml, "alternate", "text/html", &self.page)?;
                self.entries.iter().try_for_each(|entry| entry.write(xml))
            })?;
        Ok(xml.into_inner())
    }
}

impl Entry {
    fn write(&self, xml: &mut Writer<Vec<u8>>) -> io::Result<()> {
        xml.create_element("entry")
            .write_inner_content(|xml| {
                text(xml, "id", &self.id)?;
                text(xml, "title", &self.title)?;
                text(xml, "updated", &self.updated)?;
                link(xml, "alternate", "text/html", &self.opens)?;
                text(xml, "summary", &self.summary)
            })
            .map(drop)
    }
}

fn text<W: Write>(xml: &mut Writer<W>, name: &str, text: &str) -> io::Result<()> {
    // XML knows no control characters, escaped or not.
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    xml.create_element(name).write_text_content(BytesText::new(&text)).map(drop)
}

fn link<W: Write>(xml: &mut Writer<W>, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    let link = xml.create_element("link");
    link.with_attributes([("rel", rel), ("type", kind), ("href", href)]).write_empty().map(drop)
}
