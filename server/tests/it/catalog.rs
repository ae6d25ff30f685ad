//! Does the catalogue say what harvesters ask for, alike in each syntax?

use axum::http::Method;
use serde_json::Value;

use crate::{
    api::{NOUNS, portal},
    support::portal::{PUBLIC_URL, Portal},
};

async fn released() -> Portal {
    let portal = portal().await;
    portal.release().await;
    portal
}

/// The things of a class.
fn things<'a>(catalogue: &'a Value, class: &str) -> Vec<&'a Value> {
    catalogue["@graph"].as_array().unwrap().iter().filter(|node| node["@type"] == class).collect()
}

#[tokio::test]
async fn everything_has_what_dcat_ap_asks_for() {
    let catalogue = released().await.json("/data/catalog.jsonld").await;
    for (class, least, asked) in [
        (
            "dcat:Catalog",
            1,
            &["dct:title", "dct:description", "dct:publisher", "dcat:dataset", "dct:license"][..],
        ),
        (
            "dcat:Dataset",
            NOUNS.len() + 1,
            &["dct:title", "dct:description", "dcat:distribution", "dct:publisher"],
        ),
        (
            "dcat:Distribution",
            2 * NOUNS.len(),
            &["dcat:accessURL", "dcat:byteSize", "spdx:checksum", "dct:license"],
        ),
        ("dcat:DataService", 1, &["dct:title", "dcat:endpointURL", "dcat:endpointDescription"]),
        ("spdx:Checksum", 2 * NOUNS.len(), &["spdx:algorithm", "spdx:checksumValue"]),
        ("foaf:Agent", 1, &["foaf:name"]),
    ] {
        let found = things(&catalogue, class);
        assert!(found.len() >= least, "{} of {class}", found.len());
        for thing in found {
            for term in asked {
                assert!(
                    thing[term].as_array().is_some_and(|said| !said.is_empty()),
                    "{term} of {}",
                    thing["@id"]
                );
            }
        }
    }
}

#[tokio::test]
async fn every_address_that_it_names_is_described_or_answers() {
    let portal = released().await;
    let catalogue = portal.json("/data/catalog.jsonld").await;
    let nodes = catalogue["@graph"].as_array().unwrap();
    for distribution in things(&catalogue, "dcat:Distribution") {
        let address = distribution["dcat:downloadURL"][0]["@id"].as_str().unwrap();
        let reply = portal.get(address.strip_prefix(PUBLIC_URL).unwrap()).await;
        let bytes = distribution["dcat:byteSize"][0]["@value"].as_str().unwrap();
        assert_eq!((reply.status.as_u16(), reply.body.len().to_string().as_str()), (200, bytes), "{address}");
    }
    for node in nodes {
        for said in node.as_object().unwrap().values().filter_map(Value::as_array).flatten() {
            let Some(address) = said["@id"].as_str().filter(|address| address.contains("/data/catalog#"))
            else {
                continue;
            };
            assert!(nodes.iter().any(|node| node["@id"] == address), "{address} is not described");
        }
    }
}

#[tokio::test]
async fn the_syntax_is_what_is_asked_for() {
    let portal = released().await;
    for (accept, kind) in [
        ("", "application/ld+json"),
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml, text/turtle;q=0.5", "application/rdf+xml"),
        ("text/html, */*;q=0.1", "application/ld+json"),
    ] {
        let reply = portal.ask(Method::GET, "/data/catalog", &[("accept", accept)]).await;
        assert_eq!(
            (reply.header("content-type"), reply.header("vary")),
            (kind, "Accept, Accept-Encoding"),
            "{accept}"
        );
        assert_eq!(reply.header("access-control-allow-origin"), "*");
    }
    let graph = portal.json("/data/catalog.jsonld").await["@graph"].as_array().unwrap().len();
    let turtle = portal.get("/data/catalog.ttl").await.text();
    assert_eq!(turtle.matches("> a ").count(), graph);
    let xml = portal.get("/data/catalog.rdf").await.text();
    assert_eq!(xml.matches("rdf:about=").count(), graph);
}

#[tokio::test]
async fn croissant_names_each_file_and_field() {
    let portal = released().await;
    let croissant = portal.json("/data/croissant.json").await;
    assert_eq!(croissant["conformsTo"], "http://mlcommons.org/croissant/1.0");
    let files = croissant["distribution"].as_array().unwrap();
    let sets = croissant["recordSet"].as_array().unwrap();
    assert_eq!(sets.len(), NOUNS.len());
    for field in sets.iter().flat_map(|set| set["field"].as_array().unwrap()) {
        let file = &field["source"]["fileObject"]["@id"];
        assert!(files.iter().any(|own| own["@id"] == *file), "{file}");
    }
    let early = Portal::empty().await.get("/data/croissant.json").await;
    assert_eq!(early.status.as_u16(), 503);
}
