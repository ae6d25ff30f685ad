//! Do the addresses in the documents answer as they say?

use axum::http::StatusCode;

use crate::support::portal::Portal;

/// What developers read first.
const DOCUMENTS: [(&str, &str); 2] = [
    ("README.md", include_str!("../../../README.md")),
    ("docs/API.md", include_str!("../../../docs/API.md")),
];
/// Where they say that the portal listens.
const LISTENING: &str = "http://127.0.0.1:8080";

/// Addresses that a command of the document asks.
fn asked(document: &str) -> Vec<&str> {
    let commands = document.lines().filter(|line| line.starts_with("curl "));
    commands.filter_map(|line| line.split_once(LISTENING)?.1.split('\'').next()).collect()
}

#[tokio::test]
async fn every_address_of_the_documents_answers_with_something() {
    let portal = Portal::with_corpus().await;
    portal.release().await;
    for (name, document) in DOCUMENTS {
        let addresses = asked(document);
        assert!(addresses.len() > 3, "{name} asks only {addresses:?}");
        for address in addresses {
            let reply = portal.get(address).await;
            assert_eq!(reply.status, StatusCode::OK, "{name}: {address}");
            assert!(reply.body.len() > 200, "{name}: {address} answers next to nothing");
            let list = serde_json::from_slice::<serde_json::Value>(&reply.body).ok();
            if let Some(data) = list.as_ref().and_then(|list| list["data"].as_array()) {
                assert!(!data.is_empty(), "{name}: {address} finds nothing");
            }
        }
    }
}
