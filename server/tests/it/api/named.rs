//! Is what records name listed, counted under the plans that a filter leaves, and found by its address?

use serde_json::Value;

use crate::support::portal::{Portal, path_of};

async fn ids(portal: &Portal, path: &str) -> Vec<String> {
    let list = portal.json(path).await;
    list["data"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn indicators_are_counted_over_the_targets_and_results_that_state_them() {
    let portal = Portal::with_corpus().await;
    let list = portal.json("/api/v1/indicators?limit=1000").await;
    let all = list["data"].as_array().unwrap();
    assert_eq!(
        all.len(),
        plandoc::catalog::indicators::all().len(),
        "those that nobody states are listed too"
    );
    for indicator in all {
        let id = indicator["id"].as_str().unwrap();
        for noun in ["targets", "progress"] {
            let found = portal.json(&format!("/api/v1/{noun}?indicator={id}&limit=1")).await;
            assert_eq!(indicator[noun], found["page"]["total"], "{noun} of {id}");
        }
    }
    let plans: Vec<u64> = all.iter().map(|one| one["plans"].as_u64().unwrap()).collect();
    assert!(plans.is_sorted_by(|one, next| one >= next), "those that most plans state come first");
}

#[tokio::test]
async fn a_filter_by_province_leaves_what_its_plans_name_with_counts_of_these() {
    let portal = Portal::with_corpus().await;
    for (noun, of) in [("indicators", "targets"), ("agencies", "spending"), ("laws", "citations")] {
        let every = portal.json(&format!("/api/v1/{noun}?limit=1000")).await;
        let own = portal.json(&format!("/api/v1/{noun}?province=kien-giang&limit=1000")).await;
        let (every, own) = (every["data"].as_array().unwrap(), own["data"].as_array().unwrap());
        assert!(!own.is_empty() && own.len() < every.len(), "{noun}: {} of {}", own.len(), every.len());
        for one in own {
            assert_eq!(one["provinces"], 1, "{noun} {one}");
            let whole = every.iter().find(|other| other["id"] == one["id"]).unwrap();
            assert!(one[of].as_u64() <= whole[of].as_u64(), "{noun} {one}");
        }
    }
}

#[tokio::test]
async fn facets_count_what_each_province_would_leave() {
    let portal = Portal::with_corpus().await;
    for noun in ["indicators", "agencies", "laws"] {
        let list = portal.json(&format!("/api/v1/{noun}")).await;
        let facets = list["meta"]["facets"].as_array().unwrap();
        let provinces = facets.iter().find(|facet| facet["parameter"] == "province").unwrap();
        let values = provinces["values"].as_array().unwrap();
        assert_eq!(values.len(), 3, "{noun}");
        for value in values {
            let slug = value["value"].as_str().unwrap();
            let left = portal.json(&format!("/api/v1/{noun}?province={slug}&limit=1")).await;
            assert_eq!(value["count"], left["page"]["total"], "{noun} of {slug}");
        }
    }
}

#[tokio::test]
async fn pages_of_things_named_reach_each_once() {
    let portal = Portal::with_corpus().await;
    let all = ids(&portal, "/api/v1/laws?limit=1000&sort=issued_on").await;
    let mut found = Vec::new();
    let mut next = Some("/api/v1/laws?limit=40&sort=issued_on".to_owned());
    while let Some(path) = next {
        let page = portal.json(&path).await;
        found.extend(
            page["data"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()),
        );
        next = page["page"]["next"].as_str().map(|address| path_of(address).to_owned());
    }
    assert_eq!(found, all);
}

#[tokio::test]
async fn documents_of_one_number_and_two_years_are_two_and_lead_to_their_own_citations() {
    let portal = Portal::with_corpus().await;
    let found = ids(&portal, "/api/v1/laws?number=14/CT-TTg").await;
    assert_eq!(found, ["14-ct-ttg-2018", "14-ct-ttg-2019"]);
    for id in found {
        let law = portal.json(&format!("/api/v1/laws/{id}")).await["data"].clone();
        let citations = law["citation_ids"].as_array().unwrap();
        assert_eq!(citations.len() as u64, law["citations"].as_u64().unwrap());
        for citation in citations {
            let path = format!("/api/v1/citations/{}", citation.as_str().unwrap());
            let citation = portal.json(&path).await["data"].clone();
            assert_eq!(citation["number"], "14/CT-TTg");
            let same_year = |date: &Value| date.as_str().is_none_or(|date| id.ends_with(&date[..4]));
            assert!(same_year(&citation["issued_on"]), "{id}: {citation}");
        }
    }
}

#[tokio::test]
async fn an_agency_that_became_part_of_another_names_it_and_is_named_by_it() {
    let portal = Portal::with_corpus().await;
    let agency = portal.json("/api/v1/agencies/so-thong-tin-va-truyen-thong").await["data"].clone();
    assert_eq!((&agency["until"], &agency["now"]), (&2025.into(), &"so-khoa-hoc-va-cong-nghe".into()));
    let heir = portal.json("/api/v1/agencies/so-khoa-hoc-va-cong-nghe").await["data"].clone();
    assert!(heir["absorbed"].as_array().unwrap().contains(&agency["id"]), "{heir}");
    let led = portal.json("/api/v1/spending?agency=so-thong-tin-va-truyen-thong&limit=1").await;
    assert_eq!(agency["spending"], led["page"]["total"]);
}

#[tokio::test]
async fn names_are_found_without_marks_and_by_their_beginnings() {
    let portal = Portal::with_corpus().await;
    let found = ids(&portal, "/api/v1/agencies?q=thong+tin+truyen&province=kien-giang").await;
    assert!(found.contains(&"so-thong-tin-va-truyen-thong".to_owned()), "{found:?}");
    assert_eq!(ids(&portal, "/api/v1/indicators?q=%22%22%22").await, [""; 0], "no word finds nothing");
}

#[tokio::test]
async fn what_nothing_names_is_not_found_and_those_alike_are_offered() {
    let portal = Portal::with_corpus().await;
    for (path, near) in [
        ("/api/v1/indicators/procedure-file-online", "procedure-files-online"),
        ("/api/v1/agencies/so-thong-tin-va-truyen-thog", "so-thong-tin-va-truyen-thong"),
        ("/api/v1/laws/43-2011-nd-c", "43-2011-nd-cp"),
    ] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains(near), "{}", reply.text());
    }
}

#[tokio::test]
async fn what_is_published_later_is_counted() {
    let portal = super::portal().await;
    let count = async || portal.json("/api/v1/indicators/work-files-online").await["data"]["plans"].clone();
    let before = count().await;
    let mut plan = super::small(2022);
    plan.targets[0].indicator = Some("work-files-online".into());
    portal.publish(&plan).await;
    assert_eq!(count().await.as_u64(), before.as_u64().map(|plans| plans + 1));
}
