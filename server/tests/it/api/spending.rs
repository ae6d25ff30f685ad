//! Are sums of money right, and never mixed?

use serde_json::{Value, json};

use super::portal;

#[tokio::test]
async fn sums_take_rows_of_one_phase_and_basis_that_belong_in_the_sum() {
    let list = portal().await.json("/api/v1/spending?plan=soc-trang-2020").await;
    let sums = list["meta"]["sums"].as_array().unwrap();
    assert_eq!(sums.len(), 2, "{sums:?}");
    let planned = sums.iter().find(|sum| sum["phase"] == "planned").unwrap();
    // 16 + 42: the row that repeats 16 stays out.
    assert_eq!(planned["amount_vnd"], 58_000_000_000_i64);
    assert_eq!(planned["amount_basis"], "allocation");
    assert_eq!(planned["rows"], 2);
    assert_eq!(planned["rows_without_amount"], 1);
    assert_eq!(planned["disbursed_vnd"], Value::Null);
    let executed = sums.iter().find(|sum| sum["phase"] == "executed").unwrap();
    assert_eq!(
        (&executed["amount_vnd"], &executed["amount_basis"]),
        (&json!(5_000_000_000_i64), &json!("estimate"))
    );
}

#[tokio::test]
async fn sums_are_of_the_whole_filtered_list_not_of_the_page() {
    let list = portal().await.json("/api/v1/spending?limit=1&q=so+hoa").await;
    assert_eq!(list["meta"]["sums"][0]["amount_vnd"], 32_000_000_000_i64);
}

#[tokio::test]
async fn groups_name_what_is_not_stated() {
    let list = portal().await.json("/api/v1/spending?plan=soc-trang-2020&lang=en").await;
    let sources = list["meta"]["by_funding_source"].as_array().unwrap();
    assert_eq!(
        sources[0],
        json!({"value": null, "label": "not stated", "rows": 1, "amount_vnd": 42_000_000_000_i64})
    );
    assert_eq!(sources[1]["value"], "Ngân sách tỉnh");
    assert_eq!(list["meta"]["group_basis"], "allocation");
}

#[tokio::test]
async fn an_empty_list_has_no_sums() {
    let list = portal().await.json("/api/v1/spending?province=kien-giang").await;
    assert_eq!(list["meta"]["sums"], json!([]));
}
