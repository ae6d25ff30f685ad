//! How does the data set describe itself to programs (Frictionless Data Package)?
//!
//! Spending bears the column types of the Fiscal Data Package, by which budget tools know money,
//! phase, year and fund.

use serde_json::{Map, Value, json};

use super::{File, Release, tables::Written};
use crate::api::{LICENCE_ADDRESS, columns::Column};

/// Column types of the Fiscal Data Package.
const FISCAL: [(&str, &str); 9] = [
    ("amount_vnd", "value"),
    ("phase", "phase:id"),
    ("year", "date:fiscal-year"),
    ("id", "transaction-id:code"),
    ("title", "activity:generic:project:label"),
    ("funding_source", "fin-source:generic:level1:label"),
    ("lead_agency_id", "administrative-classification:generic:level1:code:full"),
    ("lead_agency", "administrative-classification:generic:level1:label"),
    ("province_slug", "geo:source:target:code"),
];

/// The descriptor of a release.
pub(super) fn json(
    lists: &[Written],
    release: &Release,
    public_url: &str,
) -> Result<String, serde_json::Error> {
    let resources: Vec<Value> = lists.iter().filter_map(|list| resource(list, lists, release)).collect();
    let descriptor = json!({
        "profile": "tabular-data-package",
        "name": "minhbach",
        "id": format!("{public_url}/data/{}", release.name),
        "title": TITLE,
        "description": DESCRIPTION,
        "homepage": format!("{public_url}/data"),
        "version": release.revision.to_string(),
        "created": release.at,
        "countryCode": "VN",
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE_ADDRESS, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": "Minh Bạch", "role": "publisher", "path": public_url}],
        "keywords": ["Việt Nam", "kế hoạch", "chỉ tiêu", "kinh phí", "plans", "targets", "spending"],
        "resources": resources,
    });
    serde_json::to_string_pretty(&descriptor)
}

/// What people call the data set.
pub(super) const TITLE: &str = "Minh Bạch: targets, money and results in the plans of Vietnamese provinces";

/// What it is.
pub(super) const DESCRIPTION: &str = "Every number promised, spent and reported in the published plans of Vietnamese \
    provinces, each with the exact words that state it and their place in the document.";

fn resource(list: &Written, all: &[Written], release: &Release) -> Option<Value> {
    let noun = list.table.spec.noun;
    let File { path, bytes, sha256, .. } = release.file(&format!("data/{noun}.csv"))?;
    let fields: Vec<Value> =
        list.columns.iter().zip(&list.columns_en).map(|(vi, en)| field(noun, vi, en)).collect();
    let key = &list.columns.first()?.name;
    let has = |name: &str| list.columns.iter().any(|column| column.name == name);
    let known = |name: &str| all.iter().any(|other| other.table.spec.noun == name);
    let foreign: Vec<Value> = [("plan_id", "plans", "id"), ("province_slug", "provinces", "slug")]
        .into_iter()
        .filter(|(own, other, _)| has(own) && known(other))
        .map(|(own, other, id)| json!({"fields": own, "reference": {"resource": other, "fields": id}}))
        .collect();
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": noun,
        "path": path,
        "title": list.table.summary,
        "description": list.table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "hash": format!("sha256:{sha256}"),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": key},
    });
    if !foreign.is_empty() {
        resource["schema"]["foreignKeys"] = foreign.into();
    }
    Some(resource)
}

fn field(noun: &str, vi: &Column, en: &Column) -> Value {
    let mut field = Map::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            field.insert(name.to_owned(), value.into());
        }
    };
    add("name", &vi.name);
    add("type", kind(vi));
    add("title", &en.label);
    add("description", &en.description);
    add("title_vi", &vi.label);
    add("description_vi", &vi.description);
    add("unit", vi.unit.unwrap_or_default());
    if noun == "spending" {
        let fiscal = FISCAL.iter().find(|(name, _)| *name == vi.name);
        add("columnType", fiscal.map_or("", |(_, kind)| kind));
    }
    Value::Object(field)
}

/// A type as Frictionless table schemas name it.
fn kind(column: &Column) -> &'static str {
    match (column.r#type, column.format) {
        (_, Some("date")) => "date",
        (kind @ ("integer" | "number" | "boolean" | "string"), _) => kind,
        ("list", _) => "string",
        _ => "any",
    }
}
