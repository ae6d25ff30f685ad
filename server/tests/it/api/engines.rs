//! Does the portal answer the same from SQLite and from PostgreSQL?
//!
//! The five plans that ship, in both; every list whole, in each of its orders, by each value of
//! its facets, page by page and as a file.

use std::collections::BTreeSet;

use serde_json::Value;

use super::NOUNS;
use crate::support::{
    engine::Engine,
    portal::{Portal, path_of},
};

/// The same plans on SQLite and on PostgreSQL.
struct Pair {
    sqlite: Portal,
    postgres: Portal,
}

impl Pair {
    async fn new() -> Self {
        let (sqlite, postgres) = (Engine::sqlite(), Engine::postgres().await);
        Self { sqlite: Portal::corpus_on(sqlite).await, postgres: Portal::corpus_on(postgres).await }
    }

    /// What both answer.
    async fn json(&self, path: &str) -> Value {
        let (mut a, mut b) = (self.sqlite.json(path).await, self.postgres.json(path).await);
        without_moments(&mut a);
        without_moments(&mut b);
        assert!(a == b, "{path} differs:\n{a:#}\n{b:#}");
        a
    }

    async fn bytes(&self, path: &str) {
        let (a, b) = (self.sqlite.get(path).await, self.postgres.get(path).await);
        assert_eq!((a.status, a.text()), (b.status, b.text()), "{path}");
    }
}

/// Takes out when hits were published: the two stores were filled one after the other.
fn without_moments(answer: &mut Value) {
    for hits in
        answer["data"].as_array_mut().into_iter().flatten().filter_map(|group| group["hits"].as_array_mut())
    {
        for hit in hits {
            hit["published_at"] = Value::Null;
        }
    }
}

/// Legal values of a parameter, as the API names them to whoever gives a wrong one.
async fn allowed(portal: &Portal, noun: &str, parameter: &str) -> BTreeSet<String> {
    let reply = portal.get(&format!("/api/v1/{noun}?{parameter}=khong-co")).await;
    let problem: Value = serde_json::from_slice(&reply.body).expect("problem+json");
    let errors = problem["errors"].as_array().expect("the faults").clone();
    let fault = errors.iter().find(|fault| fault["parameter"] == parameter).expect("the parameter's fault");
    fault["allowed"]
        .as_array()
        .expect("legal values")
        .iter()
        .map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_give_the_same_lists_by_every_facet() {
    let pair = Pair::new().await;
    for noun in NOUNS {
        let list = pair.json(&format!("/api/v1/{noun}?limit=1000")).await;
        assert!(list["page"]["total"].as_u64().unwrap() > 0, "{noun}");
        for facet in list["meta"]["facets"].as_array().into_iter().flatten() {
            let parameter = facet["parameter"].as_str().unwrap();
            for value in facet["values"].as_array().unwrap() {
                let pair_of = [(parameter, value["value"].as_str().unwrap()), ("lang", "en")];
                let query = serde_urlencoded::to_string(pair_of).unwrap();
                let some = pair.json(&format!("/api/v1/{noun}?{query}")).await;
                assert_eq!(some["page"]["total"], value["count"], "{noun}?{query}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_give_the_same_orders_page_by_page() {
    let pair = Pair::new().await;
    for noun in NOUNS {
        for sort in allowed(&pair.sqlite, noun, "sort").await {
            let mut next = Some(format!("/api/v1/{noun}?sort={sort}&limit=60"));
            while let Some(path) = next {
                let page = pair.json(&path).await;
                next = page["page"]["next"].as_str().map(|address| path_of(address).to_owned());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_give_the_same_words_records_files_and_texts() {
    let pair = Pair::new().await;
    for noun in NOUNS {
        pair.bytes(&format!("/api/v1/{noun}.csv")).await;
        for words in ["so+hoa", "S%E1%BB%91+h%C3%B3a", "khong+co+gi+ca"] {
            pair.json(&format!("/api/v1/{noun}?q={words}")).await;
        }
    }
    let plans = pair.json("/api/v1/plans").await;
    for plan in plans["data"].as_array().unwrap() {
        let id = plan["id"].as_str().unwrap();
        pair.json(&format!("/api/v1/plans/{id}")).await;
        pair.bytes(&format!("/api/v1/plans/{id}/text")).await;
        pair.bytes(&format!("/api/v1/plans/{id}/document")).await;
    }
    for path in ["search?q=chu+ky+so", "search?q=LGSP&kind=spending&sort=-amount", "suggest?q=so"] {
        pair.json(&format!("/api/v1/{path}")).await;
    }
    for page in ["/", "/targets", "/spending", "/plans/soc-trang-2020", "/provinces/soc-trang", "/checks"] {
        pair.bytes(page).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_compare_and_group_alike() {
    let pair = Pair::new().await;
    for noun in NOUNS {
        let parameters = allowed(&pair.sqlite, noun, "colour").await;
        for parameter in parameters.iter().filter(|name| name.contains("__")) {
            let values = if parameter.ends_with("isnull") { ["true", "false"] } else { ["2020", "an"] };
            for value in values {
                let path = format!("/api/v1/{noun}?{parameter}={value}&limit=20&facets=none");
                if pair.sqlite.get(&path).await.status.as_u16() == 200 {
                    pair.json(&path).await;
                }
            }
        }
        if !parameters.contains("group_by") {
            continue;
        }
        for column in allowed(&pair.sqlite, noun, "group_by").await {
            pair.json(&format!("/api/v1/{noun}?group_by={column}&sort=-count")).await;
            for sum in allowed(&pair.sqlite, noun, "sum").await {
                pair.bytes(&format!("/api/v1/{noun}.csv?group_by={column}&sum={sum}")).await;
            }
        }
    }
}
