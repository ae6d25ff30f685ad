//! Can a search, or a list under a filter, be followed with a feed reader?

use super::{NOUNS, portal, small};
use crate::support::portal::{PUBLIC_URL, Portal};

#[tokio::test]
async fn a_feed_holds_what_a_search_finds_with_links_to_each_sentence() {
    let portal = Portal::with_corpus().await;
    let reply = portal.get("/api/v1/search.atom?q=LGSP&kind=spending").await;
    assert_eq!(reply.status.as_u16(), 200);
    let feed = reply.text();
    assert!(feed.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\""
    ));
    let found = portal.json("/api/v1/search?q=LGSP&kind=spending&fold=false").await;
    let hits = found["data"][0]["hits"].as_array().unwrap();
    assert!(!hits.is_empty());
    assert_eq!(feed.matches("<entry>").count(), hits.len());
    for hit in hits {
        let (path, anchor) = hit["href"].as_str().unwrap().split_once('#').unwrap();
        let bare = path.split('?').next().unwrap();
        assert!(feed.contains(&format!("{bare}#{anchor}</id>")), "{bare}#{anchor}");
    }
}

#[tokio::test]
async fn a_feed_of_nothing_is_a_feed() {
    let portal = Portal::empty().await;
    let feed = portal.get("/api/v1/search.atom?q=%26%3C%22&lang=en").await;
    let feed = feed.text();
    assert!(feed.contains("<updated>") && feed.ends_with("</feed>") && !feed.contains("<entry>"));
    assert!(feed.contains("xml:lang=\"en\"") && feed.contains("&amp;&lt;"));
}

#[tokio::test]
async fn every_list_has_a_feed_with_each_record_once() {
    let portal = portal().await;
    for noun in NOUNS {
        let list = portal.json(&format!("/api/v1/{noun}?limit=100")).await;
        let reply = portal.get(&format!("/api/v1/{noun}.atom")).await;
        assert_eq!(reply.header("content-type"), "application/atom+xml; charset=utf-8");
        let feed = reply.text();
        let records = list["data"].as_array().unwrap();
        assert_eq!(feed.matches("<entry>").count(), records.len(), "{noun}");
        for record in records {
            let id = record["id"].as_str().or(record["slug"].as_str()).unwrap();
            assert_eq!(feed.matches(&format!("<id>{PUBLIC_URL}/api/v1/{noun}/{id}</id>")).count(), 1, "{id}");
        }
    }
}

#[tokio::test]
async fn the_feed_of_a_list_takes_its_filters_and_begins_with_what_is_new() {
    let portal = portal().await;
    portal.publish(&small(2019)).await;
    let feed = portal.get("/api/v1/spending.atom?phase=executed&lang=en").await.text();
    assert_eq!(feed.matches("<entry>").count(), 3);
    let first = feed.split("<entry>").nth(1).unwrap();
    assert!(first.contains("soc-trang-2019") && first.contains("/en/plans/soc-trang-2019#r-"), "{first}");
    let newest = feed.split("<updated>").nth(1).unwrap().split('<').next().unwrap();
    assert!(first.contains(newest) && newest.starts_with("20"), "{newest}");
    assert!(feed.contains(&format!("href=\"{PUBLIC_URL}/en/spending?phase=executed\"")), "{feed}");
    assert_eq!(portal.get("/api/v1/spending.atom?colour=red").await.status.as_u16(), 400);
}
