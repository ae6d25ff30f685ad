//! Are lines of JSON the records of the list?

use serde_json::Value;

use super::{NOUNS, portal};

#[tokio::test]
async fn each_line_is_a_record_of_the_list_in_its_order() {
    let portal = portal().await;
    for noun in NOUNS {
        let list = portal.json(&format!("/api/v1/{noun}?limit=1000")).await;
        let reply = portal.get(&format!("/api/v1/{noun}.ndjson")).await;
        assert_eq!(reply.header("content-type"), "application/x-ndjson");
        let text = reply.text();
        assert!(text.is_empty() || text.ends_with('\n'), "{noun}");
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines, *list["data"].as_array().unwrap(), "{noun}");
    }
}
