//! Does a mirror that follows the changes hold what a fresh download holds, byte for byte?

use std::collections::BTreeMap;

use serde_json::Value;

use super::{portal, small};
use crate::support::{
    portal::{PUBLIC_URL, Portal, path_of},
    reading,
};

/// The lists whose records the store holds.
const STORED: [&str; 8] =
    ["plans", "objectives", "targets", "progress", "spending", "totals", "citations", "checks"];

/// What a mirror keeps of a record: where it stands, and its line as it came.
struct Kept {
    order: (String, i64, String),
    line: String,
}

/// A copy kept by the changes alone.
#[derive(Default)]
struct Mirror {
    revision: String,
    lists: BTreeMap<String, BTreeMap<String, Kept>>,
}

impl Mirror {
    /// Takes in what changed; gives the number of changes.
    async fn follow(&mut self, portal: &Portal) -> usize {
        let reply = portal.get(&format!("/api/v1/changes.ndjson?since={}", self.revision)).await;
        assert_eq!(reply.status.as_u16(), 200, "{}", reply.text());
        reply.header("x-revision").clone_into(&mut self.revision);
        let text = reply.text();
        for line in text.lines() {
            let change: Value = serde_json::from_str(line).unwrap();
            let id = change["id"].as_str().unwrap().to_owned();
            let list = self.lists.entry(change["list"].as_str().unwrap().to_owned()).or_default();
            if change["change"] == "withdrawn" {
                assert!(change["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
                list.remove(&id).expect("what is withdrawn was there");
                continue;
            }
            assert_eq!(change["change"] == "changed", list.contains_key(&id), "{line}");
            // The record comes last, so that its very bytes can be kept.
            let (_, record) = line.split_once(",\"record\":").unwrap();
            let plan = change["record"]["plan_id"].as_str().unwrap_or_default().to_owned();
            let order = (plan, change["place"].as_i64().unwrap(), id.clone());
            list.insert(id, Kept { order, line: record.strip_suffix('}').unwrap().to_owned() });
        }
        text.lines().count()
    }

    fn file(&self, list: &str) -> String {
        let mut kept: Vec<&Kept> = self.lists.get(list).into_iter().flat_map(BTreeMap::values).collect();
        kept.sort_by(|one, other| one.order.cmp(&other.order));
        kept.into_iter().map(|kept| kept.line.clone() + "\n").collect()
    }

    async fn is_a_fresh_download(&self, portal: &Portal) {
        let release = portal.release().await;
        assert_eq!(release.revision.to_string(), self.revision);
        for list in STORED {
            let fresh = portal.get(&format!("/data/latest/data/{list}.ndjson")).await.text();
            assert_eq!(self.file(list), fresh, "{list} at revision {}", self.revision);
        }
    }
}

#[tokio::test]
async fn a_mirror_that_follows_the_changes_is_a_fresh_download() {
    let portal = portal().await;
    let mut mirror = Mirror { revision: "0".into(), ..Mirror::default() };
    assert!(mirror.follow(&portal).await > 10);
    mirror.is_a_fresh_download(&portal).await;

    // A row is gone, an amount another, a row new, the others as they were.
    let mut plan = small(2020);
    plan.spending.remove(1);
    plan.spending[0].amount_vnd = Some(17_000_000_000);
    reading::spending(&mut plan, "PL I · 6", "Mua sắm mới", Some(1_000_000_000));
    portal.publish_as_version(&plan).await;
    portal.publish(&small(2022)).await;
    let all: usize = mirror.lists.values().map(BTreeMap::len).sum();
    let changes = mirror.follow(&portal).await;
    assert!(changes > 0 && changes < all + 12, "{changes} changes of {all} records");
    mirror.is_a_fresh_download(&portal).await;
    assert_eq!(mirror.follow(&portal).await, 0);
}

#[tokio::test]
async fn changes_come_page_by_page_and_say_what_became_of_each() {
    let portal = portal().await;
    let mut plan = small(2020);
    plan.spending.remove(1);
    // Other bytes: the same file again would change nothing.
    plan.text.push_str("Bản mới\n");
    portal.publish_as_version(&plan).await;
    let whole = portal.json("/api/v1/changes?since=2&limit=1000").await;
    let changes = whole["data"].as_array().unwrap();
    assert_eq!(whole["meta"]["revision"], 3);
    let withdrawn: Vec<&Value> = changes.iter().filter(|change| change["change"] == "withdrawn").collect();
    assert_eq!(withdrawn.len(), 1);
    assert_eq!((&withdrawn[0]["list"], &withdrawn[0]["record"]), (&"spending".into(), &Value::Null));
    assert!(changes.iter().any(|change| change["list"] == "plans" && change["change"] == "changed"));
    let (mut all, mut next) = (Vec::new(), Some("/api/v1/changes?since=2&limit=2".to_owned()));
    while let Some(path) = next {
        let page = portal.json(&path).await;
        all.extend(page["data"].as_array().unwrap().clone());
        let address = page["page"]["next"].as_str();
        assert!(address.is_none_or(|address| address.starts_with(PUBLIC_URL)));
        next = address.map(|address| path_of(address).to_owned());
    }
    assert_eq!(all, *changes);
}

#[tokio::test]
async fn what_cannot_be_asked_of_the_changes_is_named() {
    let portal = portal().await;
    for (query, parameter) in [
        ("since=3", "since"),
        ("since=-1", "since"),
        ("limit=0", "limit"),
        ("colour=red", "colour"),
        ("since=0&since=1", "since"),
        ("cursor=zz", "cursor"),
    ] {
        let reply = portal.get(&format!("/api/v1/changes?{query}")).await;
        assert_eq!(reply.status.as_u16(), 400, "{query}");
        let error = reply.json()["errors"][0].clone();
        assert_eq!(error["parameter"], parameter, "{query}");
        assert!(!error["allowed"].as_array().unwrap().is_empty(), "{query}");
    }
}
