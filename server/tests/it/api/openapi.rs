//! Does the description of the API say what the API does?

use std::collections::BTreeSet;

use serde_json::Value;

use super::{NOUNS, portal};
use crate::support::portal::{PUBLIC_URL, Portal};

/// The description that the repository holds; a change of it is a change of a promise.
const LOCKED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");

async fn description(portal: &Portal) -> Value {
    portal.json("/api/v1/openapi.json").await
}

#[tokio::test]
async fn the_locked_description_is_the_one_that_is_served() {
    let mut served = description(&portal().await).await;
    served["servers"][0]["url"] = "/".into();
    if std::env::var_os("MINHBACH_UPDATE_OPENAPI").is_some() {
        let pretty = serde_json::to_string_pretty(&served).unwrap() + "\n";
        std::fs::write(LOCKED, pretty).unwrap();
    }
    let locked: Value =
        serde_json::from_str(&std::fs::read_to_string(LOCKED).unwrap_or_default()).unwrap_or_default();
    assert!(
        locked == served,
        "server/openapi.json is not what the code serves; if the change is meant, run the test with \
         MINHBACH_UPDATE_OPENAPI=1 and commit the file"
    );
}

#[tokio::test]
async fn it_is_openapi_3_1_and_names_where_it_is_served() {
    let description = description(&portal().await).await;
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    assert_eq!(description["servers"][0]["url"], PUBLIC_URL);
}

#[tokio::test]
async fn every_address_that_it_names_answers() {
    let portal = portal().await;
    let description = description(&portal).await;
    let paths = description["paths"].as_object().unwrap();
    assert!(paths.len() > 30);
    for path in paths.keys() {
        let concrete = path.replace("{id}", &id_for(&portal, path).await);
        let reply = portal.get(&concrete).await;
        if concrete.contains("none-of-these") {
            assert_eq!(reply.status.as_u16(), 404, "{concrete}: {}", reply.text());
            assert_eq!(reply.header("content-type"), "application/problem+json", "{concrete}");
        } else {
            assert_eq!(reply.status.as_u16(), 200, "{concrete}: {}", reply.text());
        }
    }
}

async fn id_for(portal: &Portal, path: &str) -> String {
    let noun = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    let noun = if noun == "records" { "spending" } else { noun };
    if !path.contains("{id}") {
        return String::new();
    }
    let list = portal.json(&format!("/api/v1/{noun}?limit=1")).await;
    let first = &list["data"][0];
    let id = first["id"].as_str().or(first["slug"].as_str());
    // The small plans hold neither citations nor checks.
    id.unwrap_or("none-of-these").to_owned()
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    let description = description(&portal().await).await;
    let schemas = description["components"]["schemas"].as_object().unwrap();
    let mut wanted = BTreeSet::new();
    references(&description, &mut wanted);
    for name in wanted {
        assert!(schemas.contains_key(name.trim_start_matches("#/components/schemas/")), "{name}");
    }
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let (true, Some(reference)) = (name == "$ref", value.as_str()) {
                    found.insert(reference.to_owned());
                }
                references(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn documented_parameters_are_those_that_are_taken() {
    let portal = portal().await;
    let description = description(&portal).await;
    for noun in NOUNS {
        let operation = &description["paths"][format!("/api/v1/{noun}")]["get"];
        let documented: BTreeSet<&str> =
            operation["parameters"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
        let refusal = portal.get(&format!("/api/v1/{noun}?none=1")).await.json();
        let taken: BTreeSet<&str> =
            refusal["errors"][0]["allowed"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
        assert_eq!(documented, taken, "{noun}");
    }
}

#[tokio::test]
async fn records_have_the_fields_that_are_documented_and_no_others() {
    let portal = portal().await;
    let description = description(&portal).await;
    for (noun, schema) in [
        ("plans", "Plan"),
        ("provinces", "Province"),
        ("spending", "Spending"),
        ("targets", "Target"),
        ("progress", "Progress"),
        ("totals", "Total"),
        ("objectives", "Objective"),
    ] {
        let mut documented = BTreeSet::new();
        fields(
            &description["components"]["schemas"],
            &description["components"]["schemas"][schema],
            &mut documented,
        );
        let list = portal.json(&format!("/api/v1/{noun}?limit=1")).await;
        let served: BTreeSet<String> = list["data"][0].as_object().unwrap().keys().cloned().collect();
        assert_eq!(served, documented, "{noun}");
    }
}

fn fields(schemas: &Value, schema: &Value, found: &mut BTreeSet<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        fields(schemas, &schemas[reference.trim_start_matches("#/components/schemas/")], found);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        fields(schemas, part, found);
    }
    found.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
}
