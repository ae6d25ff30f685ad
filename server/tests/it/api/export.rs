//! Is an export the whole list, cell by cell what was read?

use axum::http::Method;

use super::{NOUNS, portal, small};
use crate::support::portal::{Portal, Reply};

fn rows(reply: &Reply) -> (Vec<String>, Vec<Vec<String>>) {
    let text = reply.text();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (header, rows)
}

fn cell<'a>(header: &[String], row: &'a [String], name: &str) -> &'a str {
    let at =
        header.iter().position(|own| own == name).unwrap_or_else(|| panic!("no column {name} in {header:?}"));
    &row[at]
}

#[tokio::test]
async fn every_list_has_a_file_with_the_columns_that_it_names() {
    let portal = portal().await;
    for noun in NOUNS {
        let list = portal.json(&format!("/api/v1/{noun}")).await;
        let reply = portal.get(&format!("/api/v1/{noun}.csv")).await;
        assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8; header=present");
        assert_eq!(reply.header("content-disposition"), format!("attachment; filename=\"{noun}.csv\""));
        let (header, rows) = rows(&reply);
        let columns: Vec<&str> = list["meta"]["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| column["name"].as_str().unwrap())
            .collect();
        assert_eq!(header, columns, "{noun}");
        assert_eq!(rows.len() as u64, list["page"]["total"].as_u64().unwrap(), "{noun}");
        assert!(reply.text().ends_with("\r\n") && !reply.text().starts_with('\u{feff}'), "{noun}");
    }
}

#[tokio::test]
async fn cells_are_flat_and_unaltered() {
    let portal = Portal::empty().await;
    let mut plan = small(2020);
    plan.spending[0].title = "=HYPERLINK(\"http://x\";\"y\"), \"Số hóa\"\nhai dòng".into();
    portal.publish(&plan).await;
    let (header, rows) = rows(&portal.get("/api/v1/spending.csv?plan=soc-trang-2020").await);
    assert_eq!(cell(&header, &rows[0], "title"), plan.spending[0].title);
    assert_eq!(cell(&header, &rows[0], "amount_vnd"), "16000000000");
    assert_eq!(cell(&header, &rows[1], "partner_agencies"), "Sở Nội vụ; Sở Tài chính; Kho bạc");
    assert_eq!(cell(&header, &rows[2], "amount_vnd"), "");
    assert_eq!(cell(&header, &rows[0], "source_address"), "PL I · 1");
    let start: usize = cell(&header, &rows[0], "source_start").parse().unwrap();
    assert_eq!(start, plan.spending[0].provenance.source.start);
}

#[tokio::test]
async fn an_export_is_the_whole_filtered_list_in_its_order_however_it_is_cut() {
    let portal = portal().await;
    let page = portal.json("/api/v1/spending?limit=1").await;
    let cursor = page["page"]["next"].as_str().unwrap().rsplit_once("cursor=").unwrap().1.to_owned();
    let (_, whole) = rows(&portal.get(&format!("/api/v1/spending.csv?limit=1&cursor={cursor}")).await);
    assert_eq!(whole.len(), 10);
    let (header, some) = rows(&portal.get("/api/v1/spending.csv?plan=soc-trang-2020&sort=-amount_vnd").await);
    let amounts: Vec<&str> = some.iter().map(|row| cell(&header, row, "amount_vnd")).collect();
    assert_eq!(amounts, ["42000000000", "16000000000", "16000000000", "5000000000", ""]);
}

#[tokio::test]
async fn an_export_longer_than_one_batch_has_every_row_once() {
    let portal = Portal::empty().await;
    let mut plan = small(2020);
    for row in 0..1100 {
        crate::support::reading::spending(
            &mut plan,
            &format!("PL II · {row}"),
            &format!("Nhiệm vụ {row}"),
            Some(row),
        );
    }
    portal.publish(&plan).await;
    let (header, rows) = rows(&portal.get("/api/v1/spending.csv").await);
    let ids: std::collections::BTreeSet<&str> = rows.iter().map(|row| cell(&header, row, "id")).collect();
    assert_eq!((rows.len(), ids.len()), (1105, 1105));
}

#[tokio::test]
async fn a_page_with_csv_behind_it_leads_to_the_export_and_keeps_the_query() {
    let portal = portal().await;
    let reply = portal.get("/spending.csv?province=soc-trang&q=s%E1%BB%91").await;
    assert_eq!(reply.status.as_u16(), 308);
    assert_eq!(reply.header("location"), "/api/v1/spending.csv?province=soc-trang&q=s%E1%BB%91");
    let reply = portal.get("/en/checks.csv").await;
    assert_eq!(reply.header("location"), "/api/v1/checks.csv?lang=en");
    assert_eq!(portal.get("/targets.csv").await.header("location"), "/api/v1/targets.csv");
    for ending in ["ndjson", "xlsx", "atom"] {
        let reply = portal.get(&format!("/en/targets.{ending}?year=2020")).await;
        assert_eq!(reply.header("location"), format!("/api/v1/targets.{ending}?year=2020&lang=en"));
    }
}

#[tokio::test]
async fn a_byte_order_mark_comes_only_where_it_is_asked_for() {
    let portal = portal().await;
    let plain = portal.get("/api/v1/spending.csv?bom=false&year=2020").await.text();
    let marked = portal.get("/api/v1/spending.csv?year=2020&bom=true").await.text();
    assert_eq!(marked.strip_prefix('\u{feff}'), Some(plain.as_str()));
    let refused = portal.get("/api/v1/spending.csv?bom=yes&colour=red").await;
    assert_eq!(refused.status.as_u16(), 400);
    let errors = refused.json()["errors"].clone();
    assert_eq!(errors[0]["allowed"], serde_json::json!(["true", "false"]));
    assert_eq!(errors[1]["parameter"], "colour");
    assert_eq!(portal.get("/api/v1/spending?bom=true").await.status.as_u16(), 400);
}

#[tokio::test]
async fn head_tells_what_get_would_give() {
    let portal = portal().await;
    let reply = portal.ask(Method::HEAD, "/api/v1/spending.csv", &[]).await;
    assert_eq!(reply.status.as_u16(), 200);
    assert!(reply.body.is_empty());
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8; header=present");
}
