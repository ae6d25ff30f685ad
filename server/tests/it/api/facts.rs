//! Do the five published plans answer with the facts that a person finds in them?

use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::support::portal::Portal;

/// The five plans that ship, taken in once for all tests of this file.
async fn portal() -> &'static Portal {
    static PORTAL: OnceCell<Portal> = OnceCell::const_new();
    PORTAL.get_or_init(Portal::with_corpus).await
}

fn planned(list: &Value) -> Vec<&Value> {
    list["meta"]["sums"].as_array().unwrap().iter().filter(|sum| sum["phase"] == "planned").collect()
}

#[tokio::test]
async fn soc_trang_2020_totals_20_396_million_from_three_sources_and_its_rows_agree() {
    let portal = portal().await;
    let plan = portal.json("/api/v1/plans/soc-trang-2020").await;
    assert_eq!(plan["data"]["figures"]["planned"]["amount_vnd"], 20_396_000_000_i64);
    let list = portal.json("/api/v1/spending?plan=soc-trang-2020").await;
    assert_eq!(planned(&list).len(), 1, "{}", list["meta"]["sums"]);
    assert_eq!(planned(&list)[0]["amount_vnd"], 20_396_000_000_i64);
    assert_eq!(list["meta"]["by_funding_source"].as_array().unwrap().len(), 3);
    let totals = portal.json("/api/v1/totals?plan=soc-trang-2020").await;
    let total =
        totals["data"].as_array().unwrap().iter().find(|total| total["amount_vnd"] == 20_396_000_000_i64);
    assert_eq!(total.expect("the plan's total")["matches"], true);
}

#[tokio::test]
async fn what_soc_trang_2020_prints_wrongly_stands_in_the_checks() {
    let list = portal().await.json("/api/v1/checks?plan=soc-trang-2020&severity=differs&limit=1000").await;
    let found = |stated: f64, computed: f64| {
        list["data"].as_array().unwrap().iter().any(|check| {
            check["unit"] == "VND"
                && check["stated"].as_f64() == Some(stated * 1e6)
                && check["computed"].as_f64() == Some(computed * 1e6)
        })
    };
    assert!(found(22_180.0, 22_164.0), "22.180 but 22.164 in {list}");
    assert!(found(15_660.0, 15_661.0), "15.660 but 15.661 in {list}");
}

#[tokio::test]
async fn kien_giang_2020_plans_58_billion_16_and_42() {
    let list = portal().await.json("/api/v1/spending?plan=kien-giang-2020&limit=1000").await;
    assert_eq!(planned(&list).len(), 1, "{}", list["meta"]["sums"]);
    assert_eq!(planned(&list)[0]["amount_vnd"], 58_000_000_000_i64);
    let groups = list["meta"]["by_funding_source"].as_array().unwrap();
    let mut amounts: Vec<i64> = groups.iter().map(|group| group["amount_vnd"].as_i64().unwrap()).collect();
    amounts.sort_unstable();
    assert_eq!(amounts, [16_000_000_000, 42_000_000_000], "{groups:?}");
}

#[tokio::test]
async fn soc_trang_2024_spent_27_531_of_49_008_million_in_2023() {
    let portal = portal().await;
    let list = portal.json("/api/v1/totals?plan=soc-trang-2024&limit=1000").await;
    // The sum stands in the text too, where nothing is said of what was spent.
    let total = list["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|total| !total["printed_rate"].is_null() && total["amount_vnd"] == 49_008_000_000_i64);
    let total = total.expect("the total of the table");
    assert_eq!((&total["disbursed_vnd"], &total["printed_rate"]), (&json!(27_531_000_000_i64), &json!(56.0)));
    assert_eq!((&total["matches"], &total["matches_disbursed"]), (&json!(true), &json!(true)));
    let plan = portal.json("/api/v1/plans/soc-trang-2024").await;
    assert_eq!(plan["data"]["figures"]["spent"]["amount_vnd"], 27_531_000_000_i64);
}

#[tokio::test]
async fn soc_trang_2024_reports_58_68_per_cent_against_70_missed_as_worked_out() {
    let list = portal().await.json("/api/v1/progress?plan=soc-trang-2024&status=missed&limit=1000").await;
    let result = list["data"].as_array().unwrap().iter().find(|result| result["value"] == 58.68);
    let result = result.expect("the result");
    assert_eq!(
        (&result["target_value"], &result["status"], &result["status_basis"]),
        (&json!(70.0), &json!("missed"), &json!("computed"))
    );
}

#[tokio::test]
async fn every_quote_of_every_record_stands_at_its_place() {
    let portal = portal().await;
    for plan in crate::support::corpus::PLANS {
        let text: Vec<char> =
            portal.get(&format!("/api/v1/plans/{plan}/text")).await.text().chars().collect();
        for noun in ["objectives", "targets", "progress", "spending", "totals", "citations"] {
            let list = portal.json(&format!("/api/v1/{noun}?plan={plan}&limit=1000")).await;
            for record in list["data"].as_array().unwrap() {
                let at = |end: &str| usize::try_from(record["source"][end].as_u64().unwrap()).unwrap();
                let words: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(record["quote"], words, "{plan} {noun}");
            }
        }
    }
}

#[tokio::test]
async fn search_and_suggestions_come_in_the_envelope_of_the_api() {
    let portal = portal().await;
    let found = portal.json("/api/v1/search?q=so+hoa+ho+so&lang=en").await;
    assert!(found["page"]["total"].as_u64().unwrap() > 0);
    assert!(!found["data"].as_array().unwrap().is_empty());
    assert!(!found["meta"]["facets"].as_array().unwrap().is_empty());
    let first = portal.json("/api/v1/search?q=so+hoa&kind=passage&limit=1").await;
    let next = crate::support::portal::path_of(first["page"]["next"].as_str().unwrap()).to_owned();
    assert_ne!(portal.json(&next).await["data"][0]["hits"][0]["id"], first["data"][0]["hits"][0]["id"]);
    let offered = portal.json("/api/v1/suggest?q=soc+tr&limit=3").await;
    assert!(
        offered["data"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["text"].as_str().unwrap().contains("Sóc Trăng"))
    );
}

#[tokio::test]
async fn every_list_gives_its_records_by_their_ids() {
    let portal = portal().await;
    for noun in ["objectives", "targets", "progress", "spending", "totals", "citations", "checks"] {
        let list = portal.json(&format!("/api/v1/{noun}?limit=2")).await;
        let records = list["data"].as_array().unwrap();
        assert_eq!(records.len(), 2, "{noun}");
        for record in records {
            let id = record["id"].as_str().unwrap();
            assert_eq!(portal.json(&format!("/api/v1/{noun}/{id}")).await["data"], *record, "{noun}");
            assert_eq!(portal.json(&format!("/api/v1/records/{id}")).await["data"], *record, "{noun}");
        }
    }
}

#[tokio::test]
async fn a_province_is_found_by_the_years_of_its_plans_alone() {
    let portal = portal().await;
    let slugs = async |year: i32| -> Vec<String> {
        let list = portal.json(&format!("/api/v1/provinces?year={year}")).await;
        list["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit["slug"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(slugs(2009).await.contains(&"soc-trang".to_owned()));
    assert!(slugs(2020).await.contains(&"soc-trang".to_owned()));
    assert_eq!(slugs(2015).await, Vec::<String>::new(), "no plan speaks of 2015");
}

#[tokio::test]
async fn a_search_for_no_word_finds_nothing_and_an_unknown_plan_is_named() {
    let portal = portal().await;
    for typed in ["(", "%22", "*", "OR"] {
        let found = portal.json(&format!("/api/v1/search?q={typed}")).await;
        assert_eq!(found["page"]["total"], 0, "{typed}");
        assert_ne!(found["meta"]["ignored"].as_array().unwrap().len(), 0, "{typed}");
    }
    let reply = portal.get("/api/v1/search?q=so&plan=zzz").await;
    assert_eq!(reply.status.as_u16(), 400);
    assert!(reply.text().contains("\"plan\""));
}

#[tokio::test]
async fn a_suggested_indicator_leads_to_rows() {
    let portal = portal().await;
    let offered = portal.json("/api/v1/suggest?q=chu+ky&limit=20").await;
    let hrefs = offered["data"].as_array().unwrap().iter().filter_map(|one| one["href"].as_str());
    let lists: Vec<&str> = hrefs.filter(|href| href.contains("indicator=")).collect();
    assert!(!lists.is_empty(), "{offered}");
    for href in lists {
        assert_ne!(portal.json(&format!("/api/v1{href}")).await["page"]["total"], 0, "{href}");
    }
}

#[tokio::test]
async fn the_parts_of_a_planned_sum_are_those_that_make_it_up() {
    let portal = portal().await;
    for (plan, sources) in [("soc-trang-2020", 3), ("soc-trang-2024", 3), ("khanh-hoa-2020", 0)] {
        let planned =
            portal.json(&format!("/api/v1/plans/{plan}")).await["data"]["figures"]["planned"].clone();
        let parts = planned["parts"].as_array().unwrap();
        assert_eq!(parts.len(), sources, "{plan}: {planned}");
        let mut sum = 0;
        for id in parts {
            let total = portal.json(&format!("/api/v1/totals/{}", id.as_str().unwrap())).await;
            sum += total["data"]["amount_vnd"].as_i64().unwrap();
        }
        assert!(sources == 0 || planned["amount_vnd"] == sum, "{plan}: {planned}");
    }
}
