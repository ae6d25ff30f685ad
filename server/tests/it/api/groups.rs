//! Do groups count all rows once, and add up only money that belongs together?

use serde_json::{Value, json};

use super::portal;
use crate::support::portal::{Portal, path_of};

async fn groups(portal: &Portal, query: &str) -> Vec<Value> {
    portal.json(&format!("/api/v1/{query}")).await["data"].as_array().unwrap().clone()
}

#[tokio::test]
async fn rows_are_counted_by_the_values_of_columns() {
    let portal = portal().await;
    let found = groups(&portal, "spending?group_by=province,year&lang=en").await;
    assert_eq!(
        found,
        [
            json!({"province": "soc-trang", "province_label": "Sóc Trăng", "year": 2020, "count": 5}),
            json!({"province": "soc-trang", "province_label": "Sóc Trăng", "year": 2021, "count": 5}),
        ]
    );
    let found = groups(&portal, "spending?group_by=in_sum&year=2020").await;
    assert_eq!(found, [json!({"in_sum": false, "count": 1}), json!({"in_sum": true, "count": 4})]);
    let found = groups(&portal, "targets?group_by=status&sort=-status").await;
    assert_eq!(found[0]["status"], "not_reported");
    assert_eq!(found[1], json!({"status": "missed", "status_label": "Chưa đạt", "count": 2}));
}

#[tokio::test]
async fn sums_take_what_belongs_in_a_sum_and_never_mix_phases_or_bases() {
    let portal = portal().await;
    let found = groups(&portal, "spending?group_by=year&sum=amount_vnd&year=2020&lang=en").await;
    let list = portal.json("/api/v1/spending?year=2020").await;
    for sum in list["meta"]["sums"].as_array().unwrap() {
        let same = |group: &&Value| {
            group["phase"] == sum["phase"]
                && group["amount_basis"] == sum["amount_basis"]
                && group["year"] == 2020
        };
        let group = found.iter().find(same).unwrap_or_else(|| panic!("no group for {sum}"));
        assert_eq!(group["sum_amount_vnd"], sum["amount_vnd"]);
        assert_eq!(group["rows_amount_vnd"], sum["rows"]);
    }
    // One row repeats another's money and one states none: both are counted, neither is added.
    let counted: u64 = found.iter().map(|group| group["count"].as_u64().unwrap()).sum();
    let added: u64 = found.iter().map(|group| group["rows_amount_vnd"].as_u64().unwrap()).sum();
    assert_eq!((counted, added), (5, 3));
}

#[tokio::test]
async fn a_sum_without_groups_is_one_for_each_phase_and_basis() {
    let portal = portal().await;
    let whole = portal.json("/api/v1/spending?sum=amount_vnd&sort=-sum_amount_vnd&lang=en").await;
    assert_eq!(whole["data"][0]["sum_amount_vnd"], 116_000_000_000_i64);
    assert_eq!(whole["data"][0]["phase_label"], "Planned");
    assert_eq!(whole["page"]["total"], whole["data"].as_array().unwrap().len());
    let columns: Vec<&str> =
        whole["meta"]["columns"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
    assert_eq!(
        columns,
        [
            "phase",
            "phase_label",
            "amount_basis",
            "amount_basis_label",
            "count",
            "sum_amount_vnd",
            "rows_amount_vnd"
        ]
    );
}

#[tokio::test]
async fn pages_and_files_of_groups_are_all_groups_in_their_order() {
    let portal = portal().await;
    for sort in ["", "count", "-count", "-sum_amount_vnd", "year", "-funding_source"] {
        let query = format!("spending?group_by=year,funding_source,phase&sum=amount_vnd&sort={sort}");
        let whole = groups(&portal, &query).await;
        assert!(whole.len() > 4, "{query}");
        let (mut all, mut next) = (Vec::new(), Some(format!("/api/v1/{query}&limit=2")));
        while let Some(path) = next {
            let page = portal.json(&path).await;
            assert_eq!(page["page"]["total"], whole.len(), "{path}");
            all.extend(page["data"].as_array().unwrap().clone());
            next = page["page"]["next"].as_str().map(|address| path_of(address).to_owned());
        }
        assert_eq!(all, whole, "{query}");
        let lines = portal.get(&format!("/api/v1/{}", query.replace('?', ".ndjson?"))).await.text();
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines, whole, "{query}");
    }
    let csv = portal.get("/api/v1/spending.csv?group_by=phase&fields=phase,count").await.text();
    assert_eq!(csv, "phase,count\r\nexecuted,2\r\nplanned,8\r\n");
}

#[tokio::test]
async fn only_columns_that_group_or_add_up_are_taken_and_named() {
    let portal = portal().await;
    for (query, parameter, allowed) in [
        ("spending?group_by=title", "group_by", "province"),
        ("spending?group_by=year,year", "group_by", "year"),
        ("spending?group_by=year&sum=year", "sum", "amount_vnd"),
        ("spending?group_by=year&sort=-amount_vnd", "sort", "-count"),
        ("provinces?group_by=kind", "group_by", "kind"),
    ] {
        let reply = portal.get(&format!("/api/v1/{query}")).await;
        assert_eq!(reply.status.as_u16(), 400, "{query}");
        let error = reply.json()["errors"][0].clone();
        assert_eq!(error["parameter"], parameter, "{query}");
        assert!(error["allowed"].as_array().unwrap().contains(&allowed.into()), "{query}: {error}");
    }
    // Totals hold one another: no sum of them is right.
    assert_eq!(portal.get("/api/v1/totals?sum=amount_vnd").await.status.as_u16(), 400);
}
