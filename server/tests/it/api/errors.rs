//! Is every error a problem that names what is wrong, and never ours for a bad question?

use axum::http::{Method, StatusCode};

use super::portal;
use crate::support::portal::{Portal, Reply};

const LISTS: [&str; 9] =
    ["plans", "provinces", "objectives", "targets", "progress", "spending", "totals", "citations", "checks"];

fn problem(reply: &Reply, status: u16) -> serde_json::Value {
    assert_eq!(reply.status.as_u16(), status, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let problem = reply.json();
    assert_eq!(problem["status"], status);
    for field in ["type", "title", "detail"] {
        assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {problem}");
    }
    problem
}

#[tokio::test]
async fn a_bad_parameter_is_named_with_its_legal_values() {
    let portal = portal().await;
    for noun in LISTS {
        for address in [format!("/api/v1/{noun}"), format!("/api/v1/{noun}.csv")] {
            for (query, parameter) in [
                ("limit=1001", "limit"),
                ("limit=0", "limit"),
                ("limit=x", "limit"),
                ("year=20", "year"),
                ("lang=fr", "lang"),
                ("sort=row_id", "sort"),
                ("province=atlantis", "province"),
                ("colour=red", "colour"),
                ("q=a&q=b", "q"),
            ] {
                let problem = problem(&portal.get(&format!("{address}?{query}")).await, 400);
                let error = &problem["errors"][0];
                assert_eq!(error["parameter"], parameter, "{address}?{query}");
                assert!(!error["allowed"].as_array().unwrap().is_empty(), "{address}?{query}: {error}");
            }
        }
    }
}

#[tokio::test]
async fn a_parameter_of_another_list_is_refused() {
    let portal = portal().await;
    for query in
        ["targets?phase=planned", "plans?status=met", "objectives?indicator=x", "spending?severity=note"]
    {
        problem(&portal.get(&format!("/api/v1/{query}")).await, 400);
    }
}

#[tokio::test]
async fn unknown_plans_in_a_filter_are_named_with_those_that_look_alike() {
    let problem = problem(&portal().await.get("/api/v1/spending?plan=soc-trang-2O20").await, 400);
    assert_eq!(problem["errors"][0]["parameter"], "plan");
    assert_eq!(problem["errors"][0]["allowed"][0], "soc-trang-2020");
}

#[tokio::test]
async fn a_former_province_is_told_what_it_belongs_to_now() {
    let problem = problem(&portal().await.get("/api/v1/spending?province_now=soc-trang").await, 400);
    assert_eq!(problem["errors"][0]["allowed"][0], "can-tho");
}

#[tokio::test]
async fn unknown_ids_are_not_found_and_those_that_look_alike_are_offered() {
    let portal = portal().await;
    let plan = problem(&portal.get("/api/v1/plans/soc-trang-202").await, 404);
    assert_eq!(plan["near"][0], "soc-trang-2020");
    let province = problem(&portal.get("/api/v1/provinces/soc-tran").await, 404);
    assert_eq!(province["near"][0], "soc-trang");
    for path in ["plans/x/text", "plans/x/document", "records/none", "spending/none", "checks/none"] {
        problem(&portal.get(&format!("/api/v1/{path}")).await, 404);
    }
}

#[tokio::test]
async fn unknown_paths_of_the_api_are_problems() {
    let portal = portal().await;
    for path in [
        "/api",
        "/api/",
        "/api/v1/",
        "/api/v1/nonsense",
        "/api/v2/plans",
        "/api/v1/plans/a/b/c",
        "/api/v1/plans/%FF",
    ] {
        problem(&portal.get(path).await, 404);
    }
}

#[tokio::test]
async fn other_methods_are_not_allowed() {
    let portal = portal().await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let reply = portal.ask(method, "/api/v1/plans", &[]).await;
        problem(&reply, 405);
        assert!(reply.header("allow").contains("GET"), "{}", reply.header("allow"));
    }
}

#[tokio::test]
async fn nothing_that_is_asked_makes_the_server_fail() {
    let portal = portal().await;
    let mut paths: Vec<String> = LISTS
        .iter()
        .flat_map(|noun| [format!("/{noun}"), format!("/{noun}.csv"), format!("/{noun}/x")])
        .collect();
    for path in
        ["", "/openapi.json", "/records/x", "/plans/soc-trang-2020/text", "/plans/soc-trang-2020/document"]
    {
        paths.push(path.to_owned());
    }
    for path in &paths {
        for parameter in PARAMETERS {
            for value in VALUES {
                fine(&portal, &format!("/api/v1{path}?{parameter}={value}")).await;
            }
        }
    }
}

#[tokio::test]
async fn no_id_makes_the_server_fail() {
    let portal = portal().await;
    for noun in LISTS.iter().chain(&["records"]) {
        for value in VALUES.iter().filter(|value| !value.is_empty() && !value.contains('#')) {
            fine(&portal, &format!("/api/v1/{noun}/{value}")).await;
            fine(&portal, &format!("/api/v1/{noun}/{value}/text")).await;
        }
    }
}

async fn fine(portal: &Portal, path: &str) {
    let reply = portal.get(path).await;
    let status = reply.status;
    assert!(
        [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND, StatusCode::GONE].contains(&status),
        "{path}: {status} {}",
        reply.text()
    );
    if status != StatusCode::OK {
        problem(&reply, status.as_u16());
    }
}

const PARAMETERS: [&str; 21] = [
    "q",
    "plan",
    "province",
    "province_now",
    "year",
    "kind",
    "status",
    "phase",
    "agency",
    "funding_source",
    "indicator",
    "level",
    "number",
    "severity",
    "sort",
    "limit",
    "cursor",
    "lang",
    "%00",
    "",
    "q[]",
];

/// What people, robots and attackers put into addresses, encoded as it arrives.
const VALUES: [&str; 36] = [
    "",
    "0",
    "1",
    "-1",
    "1000",
    "1001",
    "99999999999999999999999999",
    "1e3",
    "NaN",
    "2020",
    "-2147483648",
    "%00",
    "a%00b",
    "%FF%FE",
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "%",
    "%zz",
    "'",
    "%22",
    "';DROP+TABLE+records;--",
    "%25",
    "_",
    "%5C",
    "../../etc/passwd",
    "..%2F..%2Fetc%2Fpasswd",
    "%3Cscript%3E",
    "null",
    "true",
    "{}",
    "[]",
    "7b226f223a22222c226b223a5b5d7d",
    "t%E1%BB%89nh",
    "e%CC%81",
    "+",
    "-",
];

#[tokio::test]
async fn what_a_search_cannot_be_asked_is_named_with_what_it_can() {
    let portal = portal().await;
    for address in ["/api/v1/search", "/api/v1/search.atom"] {
        for (query, parameter) in [
            ("year=20", "year"),
            ("amount_vnd__gt=nhieu", "amount_vnd__gt"),
            ("province=atlantis", "province"),
            ("province__gt=a", "province__gt"),
            ("kind__in=target,song", "kind__in"),
            ("agency__isnull=maybe", "agency__isnull"),
            ("same=zz", "same"),
            ("colour=red", "colour"),
            ("q=a&q=b", "q"),
        ] {
            let problem = problem(&portal.get(&format!("{address}?{query}")).await, 400);
            let error = &problem["errors"][0];
            assert_eq!(error["parameter"], parameter, "{address}?{query}");
            assert!(!error["allowed"].as_array().unwrap().is_empty(), "{address}?{query}: {error}");
        }
    }
}
