//! Can an assistant ask the portal by the Model Context Protocol, and cite what it is told?

use axum::{
    body::Body,
    http::{Method, Request},
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::{
    api::portal,
    support::portal::{PUBLIC_URL, Portal, path_of},
};

/// Status and JSON of the answer to a message.
async fn sent(portal: &Portal, message: &str, version: &str) -> (u16, Value) {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/mcp")
        .header("content-type", "application/json")
        .header("accept", "application/json, text/event-stream")
        .header("mcp-protocol-version", version)
        .body(Body::from(message.to_owned()))
        .unwrap();
    let response = portal.router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

async fn asked(portal: &Portal, method: &str, params: Value) -> Value {
    let message = json!({"jsonrpc": "2.0", "id": 7, "method": method, "params": params});
    let (status, answer) = sent(portal, &message.to_string(), "2025-11-25").await;
    assert_eq!((status, &answer["jsonrpc"], &answer["id"]), (200, &json!("2.0"), &json!(7)), "{answer}");
    answer
}

/// What a tool answers, the same as text and as structure.
async fn called(portal: &Portal, tool: &str, arguments: Value) -> Value {
    let answer = asked(portal, "tools/call", json!({"name": tool, "arguments": arguments})).await;
    let result = &answer["result"];
    assert_eq!(result["isError"], false, "{answer}");
    let text: Value = serde_json::from_str(result["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(text, result["structuredContent"]);
    text
}

/// Follows a citation: the sentence is there, and it is the one quoted.
async fn leads_to_its_sentence(portal: &Portal, citation: &Value) {
    let url = citation["url"].as_str().unwrap();
    let (page, anchor) = path_of(url).split_once("#r-").unwrap();
    let html = portal.get(page).await.text();
    assert!(html.contains(&format!("id=\"r-{anchor}\"")), "{url}");
    let record = portal.json(&format!("/api/v1/records/{anchor}")).await;
    assert_eq!(
        (&record["data"]["quote"], &record["data"]["plan_id"]),
        (&citation["quote"], &citation["plan"])
    );
}

#[tokio::test]
async fn a_client_begins_lists_the_tools_and_is_told_how_to_call_them() {
    let portal = portal().await;
    let begun =
        asked(&portal, "initialize", json!({"protocolVersion": "2025-06-18", "capabilities": {}})).await;
    assert_eq!(begun["result"]["protocolVersion"], "2025-06-18");
    assert!(begun["result"]["capabilities"]["tools"].is_object());
    let other = asked(&portal, "initialize", json!({"protocolVersion": "1999-01-01"})).await;
    assert_eq!(other["result"]["protocolVersion"], "2025-11-25", "ours, where theirs is not spoken");
    let notified =
        sent(&portal, r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "2025-06-18").await;
    assert_eq!(notified, (202, Value::Null));
    assert_eq!(asked(&portal, "ping", json!({})).await["result"], json!({}));
    let listed = asked(&portal, "tools/list", json!({})).await;
    let tools = listed["result"]["tools"].as_array().unwrap();
    let names: Vec<&str> = tools.iter().filter_map(|tool| tool["name"].as_str()).collect();
    assert_eq!(names, ["search", "get_plan", "list_records", "compare"]);
    for tool in tools {
        let schema = &tool["inputSchema"];
        assert_eq!((&schema["type"], &tool["annotations"]["readOnlyHint"]), (&json!("object"), &json!(true)));
        for name in schema["required"].as_array().unwrap() {
            assert!(schema["properties"][name.as_str().unwrap()].is_object(), "{name}");
        }
    }
}

#[tokio::test]
async fn every_number_comes_with_the_address_of_its_sentence() {
    let portal = Portal::with_corpus().await;
    for list in ["targets", "spending", "progress"] {
        let answer =
            called(&portal, "list_records", json!({"list": list, "province": "soc-trang", "limit": 2})).await;
        let total = portal.json(&format!("/api/v1/{list}?province=soc-trang")).await["page"]["total"].clone();
        assert_eq!(answer["total"], total, "{list}");
        for record in answer["records"].as_array().unwrap() {
            leads_to_its_sentence(&portal, &record["citation"]).await;
        }
    }
    let found = called(&portal, "search", json!({"q": "số hóa", "kind": "spending"})).await;
    let hit = &found["hits"][0];
    assert!(hit["citation"]["url"].as_str().unwrap().starts_with(PUBLIC_URL), "{hit}");
    assert!(hit["citation"]["quote"].as_str().unwrap().to_lowercase().contains("số hóa"), "{hit}");
    let plan = called(&portal, "get_plan", json!({"id": hit["citation"]["plan"]})).await;
    assert_eq!(portal.get(path_of(plan["citation"]["url"].as_str().unwrap())).await.status.as_u16(), 200);
}

#[tokio::test]
async fn pages_of_records_reach_the_last_and_sums_are_those_of_the_api() {
    let portal = portal().await;
    let mut arguments = json!({"list": "spending", "limit": 3});
    let mut ids = Vec::new();
    loop {
        let page = called(&portal, "list_records", arguments.clone()).await;
        ids.extend(page["records"].as_array().unwrap().iter().map(|record| record["id"].to_string()));
        assert_eq!(page["sums"], portal.json("/api/v1/spending").await["meta"]["sums"]);
        if page["next"].is_null() {
            break;
        }
        arguments["cursor"] = page["next"].clone();
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 10);
    let found = called(&portal, "search", json!({"q": "hồ sơ", "limit": 1})).await;
    let next = called(&portal, "search", json!({"q": "hồ sơ", "limit": 1, "cursor": found["next"]})).await;
    assert_ne!(found["hits"], next["hits"]);
}

#[tokio::test]
async fn a_comparison_cites_each_of_its_numbers() {
    let portal = Portal::with_corpus().await;
    let targets = portal.json("/api/v1/targets?limit=1000&indicator__isnull=false").await;
    let indicator = targets["data"][0]["indicator"].as_str().unwrap();
    let answer = called(&portal, "compare", json!({"indicator": indicator})).await;
    let stated = &answer["rows"][0]["targets"][0];
    leads_to_its_sentence(&portal, &stated["citation"]).await;
}

#[tokio::test]
async fn what_cannot_be_asked_is_told_so_that_it_can_be_asked_anew() {
    let portal = portal().await;
    for (tool, arguments, words) in [
        ("list_records", json!({"list": "prices"}), "targets, spending, progress"),
        ("list_records", json!({"list": "targets", "phase": "planned"}), "takes no such parameter"),
        ("list_records", json!({"list": "spending", "colour": "red"}), "is not taken"),
        ("list_records", json!({"list": "spending", "limit": 1000}), "from 1 to 100"),
        ("list_records", json!({}), "\"list\" is needed"),
        ("get_plan", json!({"id": "soc-trang-2030"}), "soc-trang-2020"),
        ("compare", json!({"indicator": "nothing-of-the-kind"}), "is not known"),
        ("search", json!({"q": ["a"]}), "text or a number"),
    ] {
        let answer = asked(&portal, "tools/call", json!({"name": tool, "arguments": arguments})).await;
        assert_eq!(answer["result"]["isError"], true, "{answer}");
        let said = answer["result"]["content"][0]["text"].as_str().unwrap();
        assert!(said.contains(words), "{said}");
    }
}

#[tokio::test]
async fn what_is_no_message_is_refused_as_the_protocol_has_it() {
    let portal = portal().await;
    for (message, version, status, code) in [
        ("{", "2025-11-25", 400, -32700),
        ("[]", "2025-11-25", 400, -32600),
        (r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, "1999-01-01", 400, -32600),
        (r#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, "2025-11-25", 200, -32601),
        (
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#,
            "2025-11-25",
            200,
            -32602,
        ),
    ] {
        let (got, answer) = sent(&portal, message, version).await;
        assert_eq!((got, &answer["error"]["code"]), (status, &json!(code)), "{message}");
    }
    for method in [Method::GET, Method::DELETE] {
        let reply = portal.ask(method, "/mcp", &[]).await;
        assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "POST"));
    }
}
