//! Can a list be narrowed column by column, and an answer be cut to some of its fields?

use std::collections::BTreeSet;

use serde_json::Value;

use super::portal;
use crate::support::portal::PUBLIC_URL;

#[tokio::test]
async fn a_column_is_compared_as_its_parameter_says() {
    let portal = portal().await;
    for (query, total) in [
        ("spending?amount_vnd__gte=16000000000", 6),
        ("spending?amount_vnd__gt=16000000000", 2),
        ("spending?amount_vnd__lt=16000000000", 2),
        ("spending?amount_vnd__lte=16000000000&amount_vnd__gt=5000000000", 4),
        ("spending?amount_vnd__exact=42000000000", 2),
        ("spending?amount_vnd__in=42000000000,%205000000000", 4),
        ("spending?amount_vnd__isnull=true", 2),
        ("spending?amount_vnd__isnull=false", 8),
        ("spending?amount_vnd__gte=", 10),
        ("spending?title__contains=S%E1%BB%91+h%C3%B3a", 2),
        ("spending?title__contains=so+hoa", 0),
        ("spending?title__contains=%25", 0),
        ("spending?phase__in=executed,reported", 2),
        ("spending?province__in=soc-trang,kien-giang", 10),
        ("spending?in_sum=false", 2),
        ("spending?in_sum__exact=true", 8),
        ("spending?amount_basis=estimate", 2),
        ("spending?year__gt=2020&phase=planned", 4),
        ("targets?value__gt=30", 2),
        ("targets?value__lte=30.5", 2),
        ("targets?status__in=missed,met", 2),
        ("progress?status__in=unknown,missed", 2),
        ("plans?issued_on__gte=2020", 2),
        ("plans?number__isnull=true", 0),
    ] {
        let list = portal.json(&format!("/api/v1/{query}")).await;
        assert_eq!(list["page"]["total"], total, "{query}");
        assert_eq!(list["data"].as_array().unwrap().len() as u64, total, "{query}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_of_a_column_is_named_with_what_can() {
    let portal = portal().await;
    for (query, parameter, allowed) in [
        ("spending?amount_vnd__contains=1", "amount_vnd__contains", "amount_vnd__gte"),
        ("spending?colour__in=red", "colour__in", "title__contains"),
        ("spending?amount_vnd__gte=much", "amount_vnd__gte", "a whole number"),
        ("spending?in_sum=yes", "in_sum", "true"),
        ("spending?amount_vnd__isnull=1", "amount_vnd__isnull", "false"),
        ("spending?phase__in=planned,spent", "phase__in", "executed"),
        ("spending?province__exact=kien-gian", "province__exact", "kien-giang"),
        ("spending?title__contains=a%00b", "title__contains", "text of at most 500 characters"),
        ("spending?year__gt=2020&year__gt=2021", "year__gt", ""),
        ("targets?value__gt=NaN", "value__gt", "a number with a point before decimals"),
        (
            "plans?issued_on__gte=yesterday",
            "issued_on__gte",
            "an ISO date such as 2020-12-31, or its beginning",
        ),
        ("provinces?plans__gt=1", "plans__gt", "sort"),
        ("spending?fields=price", "fields", "amount_vnd"),
        ("spending?facets=price", "facets", "none"),
        ("spending?sort=count", "sort", "-amount_vnd"),
    ] {
        let reply = portal.get(&format!("/api/v1/{query}")).await;
        assert_eq!(reply.status.as_u16(), 400, "{query}");
        let error = reply.json()["errors"][0].clone();
        assert_eq!(error["parameter"], parameter, "{query}");
        let values: Vec<&str> =
            error["allowed"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(allowed.is_empty() || values.contains(&allowed), "{query}: {values:?}");
    }
}

#[tokio::test]
async fn files_pages_and_the_next_page_keep_what_is_asked_of_columns() {
    let portal = portal().await;
    let query = "amount_vnd__gte=16000000000&title__contains=S";
    let list = portal.json(&format!("/api/v1/spending?{query}&limit=1")).await;
    let next = list["page"]["next"].as_str().unwrap();
    assert!(next.contains("amount_vnd__gte=16000000000") && next.contains("title__contains=S"), "{next}");
    let csv = portal.get(&format!("/api/v1/spending.csv?{query}")).await.text();
    assert_eq!(csv.lines().count() as u64 - 1, list["page"]["total"].as_u64().unwrap());
    let page = portal.get(&format!("/spending?{query}")).await.text();
    assert!(
        page.contains("/api/v1/spending.csv?amount_vnd__gte=16000000000&amp;title__contains=S"),
        "{page}"
    );
    assert!(page.contains("≥"), "the page shows the condition");
}

#[tokio::test]
async fn an_answer_holds_the_fields_that_are_asked_for_in_every_form() {
    let portal = portal().await;
    let list = portal.json("/api/v1/spending?fields=id,amount_vnd,source&facets=none").await;
    let keys: BTreeSet<&String> = list["data"][0].as_object().unwrap().keys().collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["amount_vnd", "id", "source"]);
    assert_eq!(list["data"][0]["source"].as_object().unwrap().len(), 4);
    assert_eq!(list["meta"]["facets"], serde_json::json!([]));
    assert_eq!(list["meta"]["columns"].as_array().unwrap().len(), 6);
    let csv = portal.get("/api/v1/spending.csv?fields=id,amount_vnd,source_start").await.text();
    assert!(csv.starts_with("id,source_start,amount_vnd\r\n"), "{csv}");
    let lines = portal.get("/api/v1/spending.ndjson?fields=amount_vnd,source_start&year=2020").await.text();
    assert_eq!(lines.lines().count(), 5);
    assert!(
        lines.starts_with("{\"source\":{\"start\":") && lines.contains("\"amount_vnd\":16000000000}"),
        "{lines}"
    );
}

#[tokio::test]
async fn only_the_facets_that_are_asked_for_are_counted() {
    let portal = portal().await;
    let list = portal.json("/api/v1/spending?facets=year,phase").await;
    let facets = list["meta"]["facets"].as_array().unwrap();
    let names: BTreeSet<&str> = facets.iter().map(|facet| facet["parameter"].as_str().unwrap()).collect();
    assert_eq!(names, BTreeSet::from(["phase", "year"]));
    let provinces = portal.json("/api/v1/provinces?facets=none").await;
    assert_eq!(provinces["meta"]["facets"], serde_json::json!([]));
}

#[tokio::test]
async fn an_answer_links_to_the_next_page_its_description_and_its_files() {
    let portal = portal().await;
    let reply = portal.get("/api/v1/spending?year=2020&limit=2").await;
    let links = reply.header("link").to_owned();
    let next = reply.json()["page"]["next"].as_str().unwrap().to_owned();
    assert!(links.contains(&format!("<{next}>; rel=\"next\"")), "{links}");
    assert!(links.contains(&format!("<{PUBLIC_URL}/api/v1/openapi.json>; rel=\"describedby\"")));
    assert!(links.contains(&format!(
        "<{PUBLIC_URL}/api/v1/spending.csv?year=2020>; rel=\"alternate\"; type=\"text/csv\""
    )));
    assert!(links.contains("rel=\"license\""));
    assert!(!portal.get("/api/v1/spending").await.header("link").contains("rel=\"next\""));
}
