//! Is a client that has the answer told so, and no other?

use axum::http::Method;

use super::{portal, small};
use crate::support::portal::Portal;

async fn tag(portal: &Portal, path: &str) -> String {
    let tag = portal.get(path).await.header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{path}: {tag}");
    tag
}

async fn status(portal: &Portal, path: &str, tag: &str) -> u16 {
    portal.ask(Method::GET, path, &[("if-none-match", tag)]).await.status.as_u16()
}

#[tokio::test]
async fn who_has_the_answer_gets_304_with_nothing_but_its_headers() {
    let portal = portal().await;
    for path in
        ["/api/v1/spending?year=2020", "/api/v1/spending.csv", "/api/v1/plans/soc-trang-2020/text", "/api/v1"]
    {
        let tag = tag(&portal, path).await;
        let reply = portal.ask(Method::GET, path, &[("if-none-match", &format!("\"other\", {tag}"))]).await;
        assert_eq!(reply.status.as_u16(), 304, "{path}");
        assert!(reply.body.is_empty());
        assert_eq!(reply.header("etag"), tag);
        assert_eq!(reply.header("vary"), "Accept, Accept-Encoding");
        assert_eq!(reply.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn who_knows_the_day_gets_304_until_something_is_published() {
    let portal = portal().await;
    let modified = portal.get("/api/v1/plans").await.header("last-modified").to_owned();
    assert!(modified.ends_with(" GMT"), "{modified}");
    let asked = async |path: &str, date: &str, tag: Option<&str>| {
        let mut headers = vec![("if-modified-since", date)];
        headers.extend(tag.map(|tag| ("if-none-match", tag)));
        portal.ask(Method::GET, path, &headers).await.status.as_u16()
    };
    assert_eq!(asked("/api/v1/plans", &modified, None).await, 304);
    assert_eq!(asked("/plans", &modified, None).await, 304);
    assert_eq!(asked("/api/v1/plans", "Thu, 01 Jan 1970 00:00:00 GMT", None).await, 200);
    assert_eq!(asked("/api/v1/plans", "yesterday", None).await, 200);
    assert_eq!(asked("/api/v1/plans", &modified, Some("\"other\"")).await, 200, "a tag says more");
    assert_eq!(asked("/api/v1/plans/khong-co", "Fri, 31 Dec 2100 00:00:00 GMT", None).await, 404);
}

#[tokio::test]
async fn one_question_has_one_tag_however_it_is_spelt() {
    let portal = portal().await;
    let tag = tag(&portal, "/api/v1/spending?year=2020&q=s%E1%BB%91&phase=").await;
    assert_eq!(status(&portal, "/api/v1/spending?q=s%e1%bb%91&year=2020", &tag).await, 304);
    for other in ["/api/v1/spending?q=s%E1%BB%91&year=2021", "/api/v1/spending", "/api/v1/targets?year=2020"]
    {
        assert_eq!(status(&portal, other, &tag).await, 200, "{other}");
    }
}

#[tokio::test]
async fn a_new_revision_is_a_new_answer() {
    let portal = portal().await;
    let tag = tag(&portal, "/api/v1/plans").await;
    portal.publish(&small(2022)).await;
    assert_eq!(status(&portal, "/api/v1/plans", &tag).await, 200);
}

#[tokio::test]
async fn a_search_asked_again_is_answered_alike_until_something_is_published() {
    let portal = portal().await;
    let path = "/api/v1/search?q=c%C3%B4ng+ngh%E1%BB%87&view=ranked&limit=1";
    let first = portal.json(path).await;
    assert_eq!(portal.json(path).await, first);
    let spelt_otherwise = "/api/v1/search?q=c%c3%b4ng%20ngh%e1%bb%87&view=ranked&kind=&limit=1";
    assert_eq!(portal.json(spelt_otherwise).await, first);
    assert_ne!(portal.json(&path.replace("limit=1", "limit=2")).await["data"], first["data"]);
    portal.publish(&small(2022)).await;
    let after = portal.json(path).await;
    assert!(after["page"]["total"].as_u64() > first["page"]["total"].as_u64());
    assert_ne!(after["meta"]["revision"], first["meta"]["revision"]);
}

#[tokio::test]
async fn each_representation_has_its_own_tag() {
    let portal = portal().await;
    let path = "/api/v1/plans/soc-trang-2020/text";
    let plain = tag(&portal, path).await;
    let json =
        portal.ask(Method::GET, path, &[("accept", "application/json"), ("if-none-match", &plain)]).await;
    assert_eq!(json.status.as_u16(), 200);
    assert_ne!(json.header("etag"), plain);
}

#[tokio::test]
async fn errors_have_no_tag_and_any_answer_is_only_what_there_is() {
    let portal = portal().await;
    for path in ["/api/v1/plans/none", "/api/v1/plans?limit=0", "/api/v1/nonsense"] {
        assert_eq!(portal.get(path).await.header("etag"), "", "{path}");
        assert!(status(&portal, path, "*").await >= 400, "{path}");
    }
    assert_eq!(status(&portal, "/api/v1/plans", "*").await, 304);
}
