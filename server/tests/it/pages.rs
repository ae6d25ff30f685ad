//! Are the pages served whole, under the right status, with nothing inline?

use axum::http::Method;

use crate::{
    api::portal,
    support::{
        portal::Portal,
        reading::{plan, target},
    },
};

#[tokio::test]
async fn every_page_answers_in_both_languages_and_ends_with_its_document() {
    let portal = portal().await;
    for path in [
        "/",
        "/search",
        "/search?q=so+hoa",
        "/plans",
        "/plans/soc-trang-2020",
        "/provinces",
        "/provinces/soc-trang",
        "/targets",
        "/spending?phase=planned",
        "/progress",
        "/checks",
        "/compare",
        "/indicators",
        "/indicators/work-files-online",
        "/agencies",
        "/agencies/so-thong-tin-va-truyen-thong",
        "/laws",
        "/glossary",
        "/report",
        "/data",
        "/about",
    ] {
        for (prefix, lang) in [("", "vi"), ("/en", "en")] {
            let address = format!("{prefix}{}", if path == "/" && !prefix.is_empty() { "" } else { path });
            let reply = portal.get(&address).await;
            assert_eq!(reply.status.as_u16(), 200, "{address}");
            assert!(reply.header("content-type").starts_with("text/html"), "{address}");
            assert_eq!(reply.header("content-language"), lang, "{address}");
            let page = reply.text();
            assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{address}");
            assert!(page.trim_start().to_lowercase().starts_with("<!doctype html>"), "{address}");
            assert!(page.ends_with("</html>"), "{address}");
            for (at, _) in page.match_indices("<script") {
                let tag = &page[at..at + page[at..].find('>').unwrap()];
                // A block of data is not run.
                let is_data = tag.contains("type=\"application/ld+json\"");
                assert!(is_data || tag.contains(" src=\"/"), "{address}: inline script {tag}");
            }
            assert!(!page.contains("<style") && !page.contains(" style=\""), "{address}: inline style");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_that_says_so() {
    let portal = portal().await;
    for path in ["/nonsense", "/en/nonsense", "/plans/soc-trang-202", "/provinces/nowhere", "/nonsense.csv"] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status.as_u16(), 404, "{path}");
        assert!(reply.header("content-type").starts_with("text/html"), "{path}");
        assert_eq!(reply.header("etag"), "", "{path}");
    }
    let near = portal.get("/plans/soc-trang-202").await.text();
    assert!(near.contains("/plans/soc-trang-2020"), "a near match is offered");
}

#[tokio::test]
async fn a_page_has_a_tag_and_is_protected() {
    let portal = portal().await;
    let page = portal.get("/plans").await;
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    let tag = page.header("etag").to_owned();
    let again = portal.ask(Method::GET, "/plans", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(page.header("access-control-allow-origin"), "", "pages are for no other origin");
}

#[tokio::test]
async fn a_page_takes_no_other_method() {
    let portal = portal().await;
    for path in ["/plans", "/nonsense"] {
        assert_eq!(portal.ask(Method::POST, path, &[]).await.status.as_u16(), 405, "{path}");
    }
}

#[tokio::test]
async fn the_site_map_names_plans_in_both_languages_at_the_public_address() {
    let map = portal().await.get("/sitemap.xml").await;
    assert_eq!(map.header("content-type"), "application/xml");
    for path in ["/plans/soc-trang-2020", "/en/plans/soc-trang-2020", "/provinces/can-tho"] {
        assert!(map.text().contains(&format!("<loc>https://portal.example{path}</loc>")), "{path}");
    }
}

#[tokio::test]
async fn a_page_asked_again_is_the_same_until_something_is_published() {
    let portal = Portal::empty().await;
    let mut reading = plan(2020);
    target(&mut reading, "I ¶1", "hồ sơ trực tuyến", 80.0);
    portal.publish(&reading).await;
    let first = portal.get("/targets").await;
    let again = portal.get("/targets").await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    for name in ["content-type", "content-language", "etag", "vary", "cache-control"] {
        assert_eq!(again.header(name), first.header(name), "{name}");
        assert_ne!(first.header(name), "", "{name}");
    }
    assert!(!first.text().contains("hồ sơ số hóa"));
    target(&mut reading, "I ¶2", "hồ sơ số hóa", 60.0);
    portal.publish_as_version(&reading).await;
    assert!(portal.get("/targets").await.text().contains("hồ sơ số hóa"));
}
