//! Is what was made once sent again, as each client takes it, until something is published?

use axum::http::{Method, StatusCode};
use brotli::BrotliDecompress;

use crate::support::{portal::Portal, reading};

fn unpacked(bytes: &[u8]) -> String {
    let mut text = Vec::new();
    BrotliDecompress(&mut &*bytes, &mut text).expect("brotli");
    String::from_utf8(text).expect("UTF-8")
}

#[tokio::test]
async fn each_client_gets_the_same_answer_in_its_coding() {
    let portal = Portal::with_corpus().await;
    for path in ["/", "/plans/kien-giang-2020", "/api/v1/spending", "/pkg/minhbach.css"] {
        let plain = portal.get(path).await;
        assert_eq!(plain.status, StatusCode::OK, "{path}");
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        for round in ["made", "kept"] {
            let packed = portal.ask(Method::GET, path, &[("accept-encoding", "gzip, br")]).await;
            assert_eq!(packed.header("content-encoding"), "br", "{path} {round}");
            assert_eq!(unpacked(&packed.body), plain.text(), "{path} {round}");
            for name in ["etag", "content-type", "cache-control", "link", "content-language"] {
                assert_eq!(packed.header(name), plain.header(name), "{path} {round} {name}");
            }
            assert!(packed.header("vary").to_lowercase().contains("accept-encoding"), "{path} {round}");
        }
        let gzip = portal.ask(Method::GET, path, &[("accept-encoding", "gzip")]).await;
        assert_eq!(gzip.header("content-encoding"), "gzip", "{path}");
        let head = portal.ask(Method::HEAD, path, &[("accept-encoding", "br")]).await;
        assert!(head.status == StatusCode::OK && head.body.is_empty(), "{path}");
    }
}

#[tokio::test]
async fn what_is_published_is_seen_at_once() {
    let portal = Portal::empty().await;
    let before = portal.json("/api/v1/spending").await;
    assert_eq!(before["page"]["total"], 0);
    let mut reading = reading::plan(2020);
    reading::spending(&mut reading, "Phần I ¶1", "mua máy chủ", Some(5_000_000));
    portal.publish(&reading).await;
    let after = portal.json("/api/v1/spending").await;
    assert_eq!(after["page"]["total"], reading.spending.len());
    assert!(after["meta"]["facets"].as_array().is_some_and(|facets| !facets.is_empty()));
}
