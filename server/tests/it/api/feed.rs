//! Can a search be followed with a feed reader?

use crate::support::portal::Portal;

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
