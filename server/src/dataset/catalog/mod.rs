//! How do catalogues of other portals learn of the data set?
//!
//! One graph, in the three syntaxes that harvesters read.

mod dcat;
mod graph;
mod json_ld;
mod rdf_xml;
mod triples;

use super::Release;
use crate::api::table::Table;

/// A syntax of RDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    JsonLd,
    Turtle,
    RdfXml,
}

impl Syntax {
    /// Every syntax, the one given unless asked otherwise first.
    pub(super) const ALL: [Self; 3] = [Self::JsonLd, Self::Turtle, Self::RdfXml];

    /// How its address ends.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::JsonLd => "jsonld",
            Self::Turtle => "ttl",
            Self::RdfXml => "rdf",
        }
    }

    /// Its media type.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::JsonLd => "application/ld+json",
            Self::Turtle => "text/turtle",
            Self::RdfXml => "application/rdf+xml",
        }
    }
}

/// The catalogue of a release in a syntax.
pub(super) fn catalogue(
    release: &Release,
    tables: &[Table],
    public_url: &str,
    syntax: Syntax,
) -> std::io::Result<Vec<u8>> {
    let graph = dcat::graph(release, tables, public_url);
    match syntax {
        Syntax::JsonLd => {
            serde_json::to_vec_pretty(&json_ld::document(&graph)).map_err(std::io::Error::other)
        }
        Syntax::Turtle => Ok(triples::document(&graph).into_bytes()),
        Syntax::RdfXml => rdf_xml::document(&graph),
    }
}
