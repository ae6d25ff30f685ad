//! How can a search be followed: what of it was published last?

use std::io::{self, Write};

use app::{
    i18n::Language,
    paths,
    portal::Portal as _,
    types::search::{Fragment, Hit, SearchQuery, SearchResults},
};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, ok, operation},
    error::Problem,
    search::with_parameters,
};
use crate::state::ServerState;

/// Hits of a feed: those whose plans were published last.
const ENTRIES: &str = "100";

const ATOM: &str = "application/atom+xml";

/// The address of feeds.
pub(super) fn endpoint() -> Endpoint {
    let operation = operation(
        "search_feed",
        "A search as an Atom feed",
        "The 100 hits of a search whose plans were published here last, for feed readers. It takes every parameter \
         of the search; those about order and pages (`view`, `fold`, `facets`, `sort`, `limit`, `cursor`) change \
         nothing.",
        "search",
    )
    .response("200", ok("An Atom feed (RFC 4287).", [(ATOM, None)]));
    let operation = with_parameters(operation);
    Endpoint::new("/search.atom", get(feed), operation, Fails::Parameters, Schemas::new())
}

async fn feed(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let query = SearchQuery::parse(query.as_deref().unwrap_or_default());
    let set = [
        ("view", "ranked"),
        ("fold", "false"),
        ("facets", "none"),
        ("sort", "-published"),
        ("limit", ENTRIES),
    ];
    let asked = set.into_iter().fold(query.clone(), |asked, (name, value)| asked.with(name, Some(value)));
    let results = state.portal.search(&asked).await?;
    let feed = Feed { query: &query, public_url: &state.public_url, results: &results };
    let body = feed.write().map_err(|error| {
        tracing::error!(%error, "a feed could not be written");
        Problem::internal("the feed could not be written")
    })?;
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}

/// A search with what it found, on its way to XML.
struct Feed<'a> {
    query: &'a SearchQuery,
    public_url: &'a str,
    results: &'a SearchResults,
}

impl Feed<'_> {
    fn write(&self) -> io::Result<Vec<u8>> {
        let lang = self.lang();
        let (query, page) = (self.query.to_query(), self.query.without(&["lang"]).to_query());
        let own = paths::with_query(&format!("{}/api/v1/search.atom", self.public_url), &query);
        let page = paths::with_query(&paths::page(lang, "/search"), &page);
        let hits = self.results.groups.iter().flat_map(|group| &group.hits);
        let mut xml = Writer::new(Vec::new());
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", lang.code()))
            .write_inner_content(|xml| {
                text(xml, "id", &own)?;
                let title = format!("{}: {}", lang.t("portal-name"), self.results.q);
                text(xml, "title", title.trim_end_matches([':', ' ']))?;
                // Hits come newest first; of nothing found nothing was ever published.
                let newest = hits.clone().next().map_or("1970-01-01T00:00:00Z", |hit| &hit.published_at);
                text(xml, "updated", newest)?;
                xml.create_element("author")
                    .write_inner_content(|xml| text(xml, "name", &lang.t("portal-name")))?;
                link(xml, "self", ATOM, &own)?;
                link(xml, "alternate", "text/html", &format!("{}{page}", self.public_url))?;
                hits.clone().try_for_each(|hit| self.entry(xml, hit))
            })?;
        Ok(xml.into_inner())
    }

    fn entry(&self, xml: &mut Writer<Vec<u8>>, hit: &Hit) -> io::Result<()> {
        let lang = self.lang();
        let opens = format!("{}{}", self.public_url, paths::page(lang, &hit.href));
        // The words searched for do not belong to what a hit is.
        let (path, anchor) = opens.split_once('#').unwrap_or((&opens, ""));
        let bare = path.split('?').next().unwrap_or(path);
        let title = hit.title.as_deref().map_or_else(|| hit.address.clone().unwrap_or_default(), words);
        let value = hit.value.iter().cloned().chain(hit.amount_vnd.map(|vnd| app::format::money(lang, vnd)));
        let value = value.fold(String::new(), |all, value| all + " (" + &value + ")");
        xml.create_element("entry")
            .write_inner_content(|xml| {
                text(xml, "id", &format!("{bare}#{anchor}"))?;
                text(xml, "title", &format!("{}: {title}{value}", hit.plan_label))?;
                text(xml, "updated", &hit.published_at)?;
                link(xml, "alternate", "text/html", &opens)?;
                text(xml, "summary", &words(&hit.snippet))
            })
            .map(drop)
    }

    fn lang(&self) -> Language {
        if self.query.get("lang") == Some("en") { Language::En } else { Language::Vi }
    }
}

fn words(fragments: &[Fragment]) -> String {
    fragments.iter().map(|fragment| fragment.text.as_str()).collect()
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
