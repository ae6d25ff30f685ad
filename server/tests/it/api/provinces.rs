//! Are provinces of then and now told apart?

use super::portal;

#[tokio::test]
async fn plans_count_under_the_province_of_then_and_of_now() {
    let portal = portal().await;
    let then = portal.json("/api/v1/provinces/soc-trang").await;
    assert_eq!((&then["data"]["plans"], &then["data"]["now"]), (&2.into(), &"can-tho".into()));
    assert_eq!(then["data"]["valid_to"], "2025-06-30");
    let now = portal.json("/api/v1/provinces/can-tho").await;
    assert_eq!(now["data"]["plans"], 2);
    assert!(now["data"]["made_of"].as_array().unwrap().contains(&"soc-trang".into()));
    assert_eq!(now["data"]["planned_vnd"], 116_000_000_000_i64);
    let namesake = portal.json("/api/v1/provinces/can-tho-2004").await;
    assert_eq!(
        (&namesake["data"]["plans"], &namesake["data"]["planned_vnd"]),
        (&0.into(), &serde_json::Value::Null)
    );
}

#[tokio::test]
async fn all_units_come_page_by_page_those_with_plans_first() {
    let portal = portal().await;
    let list = portal.json("/api/v1/provinces?limit=1000").await;
    let all = list["data"].as_array().unwrap();
    assert_eq!(all.len(), plandoc::catalog::provinces::all().len());
    let first: Vec<&str> = all[..2].iter().map(|unit| unit["slug"].as_str().unwrap()).collect();
    assert_eq!(first, ["can-tho", "soc-trang"]);
    let mut slugs = Vec::new();
    let mut next = Some("/api/v1/provinces?limit=13".to_owned());
    while let Some(path) = next {
        let page = portal.json(&path).await;
        slugs.extend(page["data"].as_array().unwrap().iter().map(|unit| unit["slug"].clone()));
        next =
            page["page"]["next"].as_str().map(|address| crate::support::portal::path_of(address).to_owned());
    }
    assert_eq!(slugs, all.iter().map(|unit| unit["slug"].clone()).collect::<Vec<_>>());
}

#[tokio::test]
async fn units_are_found_by_name_without_marks_and_by_what_they_belong_to() {
    let portal = portal().await;
    assert_eq!(portal.json("/api/v1/provinces?q=soc+trang").await["page"]["total"], 1);
    let part_of = portal.json("/api/v1/provinces?province_now=can-tho").await;
    // The city of today and the three units it was made of.
    assert_eq!(part_of["page"]["total"], 4);
    assert_eq!(portal.json("/api/v1/provinces?year=2020").await["page"]["total"], 2);
}
