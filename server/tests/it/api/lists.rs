//! Do lists come page by page, filtered and in order?

use std::collections::BTreeSet;

use serde_json::Value;

use super::{portal, small};
use crate::support::portal::{PUBLIC_URL, Portal, path_of};

fn ids(page: &Value) -> Vec<String> {
    let records = page["data"].as_array().expect("a list of records");
    records.iter().map(|record| record["id"].as_str().expect("an id").to_owned()).collect()
}

async fn every_page(portal: &Portal, first: &str) -> Vec<String> {
    let (mut all, mut next) = (Vec::new(), Some(first.to_owned()));
    while let Some(path) = next {
        let page = portal.json(&path).await;
        all.extend(ids(&page));
        next = page["page"]["next"].as_str().map(|address| path_of(address).to_owned());
    }
    all
}

#[tokio::test]
async fn a_list_has_data_page_and_meta() {
    let list = portal().await.json("/api/v1/spending").await;
    assert_eq!(list["data"].as_array().unwrap().len(), 10);
    assert_eq!(list["page"]["next"], Value::Null);
    assert_eq!(list["page"]["total"], 10);
    assert_eq!(list["meta"]["revision"], 2);
    let columns = list["meta"]["columns"].as_array().unwrap();
    assert!(
        columns.iter().any(|column| column["name"] == "amount_vnd" && column["label"] == "Kinh phí (đồng)")
    );
}

#[tokio::test]
async fn labels_come_in_the_language_asked_for() {
    let list = portal().await.json("/api/v1/spending?lang=en").await;
    let columns = list["meta"]["columns"].as_array().unwrap();
    assert!(columns.iter().any(|column| column["name"] == "amount_vnd" && column["label"] == "Amount (VND)"));
    let phases = facet(&list, "phase");
    assert!(phases.iter().any(|value| value["value"] == "planned" && value["label"] == "Planned"));
}

#[tokio::test]
async fn pages_together_are_the_whole_list_whatever_the_order() {
    let portal = portal().await;
    for sort in ["", "amount_vnd", "-amount_vnd", "disbursed_vnd", "title", "-title", "year", "-year"] {
        let whole = ids(&portal.json(&format!("/api/v1/spending?sort={sort}")).await);
        for limit in [1, 2, 3, 9, 10] {
            let pages = every_page(&portal, &format!("/api/v1/spending?sort={sort}&limit={limit}")).await;
            assert_eq!(pages, whole, "sort={sort} limit={limit}");
        }
        assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), 10, "sort={sort}");
    }
}

#[tokio::test]
async fn records_without_a_value_come_last_in_both_directions() {
    let portal = portal().await;
    for sort in ["amount_vnd", "-amount_vnd"] {
        let list = portal.json(&format!("/api/v1/spending?sort={sort}")).await;
        let amounts: Vec<&Value> =
            list["data"].as_array().unwrap().iter().map(|r| &r["amount_vnd"]).collect();
        assert!(amounts[8].is_null() && amounts[9].is_null(), "{sort}: {amounts:?}");
        let numbers: Vec<i64> = amounts[..8].iter().map(|amount| amount.as_i64().unwrap()).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        if sort.starts_with('-') {
            sorted.reverse();
        }
        assert_eq!(numbers, sorted, "{sort}");
    }
}

#[tokio::test]
async fn a_plan_published_between_two_pages_neither_repeats_nor_hides_a_record() {
    let portal = portal().await;
    let before = ids(&portal.json("/api/v1/spending").await);
    let first = portal.json("/api/v1/spending?limit=7").await;
    // It comes before the others in the list's order.
    portal.publish(&small(2019)).await;
    let next = path_of(first["page"]["next"].as_str().unwrap()).to_owned();
    let mut all = ids(&first);
    all.extend(every_page(&portal, &next).await);
    assert_eq!(all, before);
}

#[tokio::test]
async fn the_next_page_is_at_the_public_address_and_keeps_the_filter() {
    let page = portal()
        .await
        .json("/api/v1/spending?plan=soc-trang-2020&q=%C4%91%C3%A0o+t%E1%BA%A1o&limit=1&lang=en")
        .await;
    assert_eq!(page["page"]["total"], 1);
    let page = portal().await.json("/api/v1/spending?plan=soc-trang-2020&limit=1&lang=en").await;
    let next = page["page"]["next"].as_str().unwrap();
    assert!(next.starts_with(&format!("{PUBLIC_URL}/api/v1/spending?")), "{next}");
    for part in ["plan=soc-trang-2020", "limit=1", "lang=en", "cursor="] {
        assert!(next.contains(part), "{part} of {next}");
    }
}

#[tokio::test]
async fn filters_leave_what_they_name() {
    let portal = portal().await;
    for (query, total) in [
        ("spending?province=soc-trang", 10),
        ("spending?province=kien-giang", 0),
        ("spending?province_now=can-tho", 10),
        ("spending?province_now=an-giang", 0),
        ("spending?plan=soc-trang-2020", 5),
        ("spending?year=2021", 5),
        ("spending?phase=executed", 2),
        ("spending?funding_source=Ng%C3%A2n+s%C3%A1ch+t%E1%BB%89nh", 2),
        ("spending?agency=so-thong-tin-va-truyen-thong", 10),
        ("spending?year=2021&phase=planned", 4),
        ("targets?year=2020", 2),
        ("targets?status=missed", 2),
        ("targets?status=not_reported", 2),
        ("progress?status=missed", 2),
        ("progress?status=met", 0),
        ("progress?status=unknown", 0),
        ("objectives?year=2020", 1),
        ("totals?year=2021", 1),
        ("totals?year=2022", 0),
        ("plans?year=2020", 1),
        ("plans?kind=annual", 2),
        ("plans?kind=multi_year", 0),
    ] {
        let list = portal.json(&format!("/api/v1/{query}")).await;
        assert_eq!(list["page"]["total"], total, "{query}");
        assert_eq!(list["data"].as_array().unwrap().len() as u64, total, "{query}");
    }
}

#[tokio::test]
async fn words_are_found_with_and_without_marks_and_only_whole() {
    let portal = portal().await;
    for (q, total) in [
        ("S%E1%BB%91+h%C3%B3a", 4),
        ("so+hoa", 4),
        ("SO+HOA+nhac", 2),
        ("ho+so+so", 4),
        ("hoa+dao", 0),
        ("h%25a", 0),
        ("_", 0),
        ("%25", 0),
        ("...", 0),
    ] {
        let list = portal.json(&format!("/api/v1/spending?q={q}")).await;
        assert_eq!(list["page"]["total"], total, "{q}");
    }
}

#[tokio::test]
async fn facets_count_with_the_other_filters_holding() {
    let portal = portal().await;
    let list = portal.json("/api/v1/spending?phase=executed&year=2020").await;
    let phases = facet(&list, "phase");
    let planned =
        phases.iter().find(|value| value["value"] == "planned").expect("the other phase is offered");
    assert_eq!((&planned["count"], &planned["chosen"]), (&4.into(), &false.into()));
    let years = facet(&list, "year");
    assert_eq!(years.len(), 2);
    assert!(years.iter().all(|year| year["count"] == 1), "{years:?}");
    let plans = facet(&list, "plan");
    assert_eq!(plans.len(), 1);
    assert_eq!(plans[0]["label"], "Sóc Trăng 2020");
}

#[tokio::test]
async fn a_chosen_value_keeps_its_name_where_nothing_is_left() {
    let list = portal().await.json("/api/v1/spending?province=kien-giang&q=khong+co").await;
    let provinces = facet(&list, "province");
    let chosen = provinces.iter().find(|value| value["chosen"] == true).expect("what was chosen");
    assert_eq!((&chosen["label"], &chosen["count"]), (&"Kiên Giang".into(), &0.into()));
}

#[tokio::test]
async fn plans_come_newest_first() {
    let list = portal().await.json("/api/v1/plans").await;
    assert_eq!(ids(&list), ["soc-trang-2021", "soc-trang-2020"]);
    let years: Vec<&Value> =
        list["meta"]["facets"].as_array().unwrap().iter().filter(|f| f["parameter"] == "year").collect();
    assert_eq!(years[0]["values"].as_array().unwrap().len(), 2);
}

fn facet(list: &Value, parameter: &str) -> Vec<Value> {
    let facets = list["meta"]["facets"].as_array().expect("facets");
    let facet = facets.iter().find(|facet| facet["parameter"] == parameter).expect("the facet");
    facet["values"].as_array().expect("values").clone()
}
