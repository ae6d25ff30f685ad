//! How do search engines and machine-learning tools learn of the data set (schema.org, Croissant)?

use serde_json::{Value, json};

use super::{
    Release,
    package::{DESCRIPTION, TITLE},
};
use crate::api::{LICENCE_ADDRESS, columns::Column, table::Table};

/// Terms of Croissant that stand for themselves in its namespace.
const TERMS: [&str; 23] = [
    "citeAs",
    "column",
    "extract",
    "field",
    "fileObject",
    "fileProperty",
    "fileSet",
    "format",
    "includes",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "separator",
    "source",
    "subField",
];

/// What the terms of Croissant stand for.
fn context() -> Value {
    let mut context = json!({
        "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
        "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo", "transform": "cr:transform",
        "data": {"@id": "cr:data", "@type": "@json"}, "examples": {"@id": "cr:examples", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    });
    for term in TERMS {
        context[term] = format!("cr:{term}").into();
    }
    context
}

/// The release as Croissant 1.0.
pub(super) fn document(release: &Release, tables: &[Table], public_url: &str) -> Value {
    let base = format!("{public_url}/data/{}/", release.name);
    let day = release.at.get(..10).unwrap_or_default();
    let files: Vec<Value> = release
        .files
        .iter()
        .filter(|file| file.rows.is_some() || file.media_type == "application/zip")
        .map(|file| {
            json!({
                "@type": "cr:FileObject", "@id": file.path, "name": file.path,
                "contentUrl": format!("{base}{}", file.path), "contentSize": format!("{} B", file.bytes),
                "encodingFormat": file.media_type, "sha256": file.sha256,
            })
        })
        .collect();
    let sets = tables.iter().filter(|table| release.file(&path(table)).is_some());
    json!({
        "@context": context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "minhbach",
        "alternateName": TITLE,
        "description": DESCRIPTION,
        "url": format!("{public_url}/data"),
        "license": LICENCE_ADDRESS,
        "version": format!("{}.0.0", release.revision),
        "datePublished": day,
        "dateModified": day,
        "inLanguage": "vi",
        "isAccessibleForFree": true,
        "spatialCoverage": "Việt Nam",
        "keywords": ["Việt Nam", "provincial plans", "targets", "spending", "results"],
        "creator": {"@type": "sc:Organization", "name": "Minh Bạch", "url": public_url},
        "publisher": {"@type": "sc:Organization", "name": "Minh Bạch", "url": public_url},
        "citeAs": format!("Minh Bạch, {TITLE}, revision {}, CC BY 4.0, {base}", release.revision),
        "distribution": files,
        "recordSet": sets.map(record_set).collect::<Vec<_>>(),
    })
}

fn path(table: &Table) -> String {
    format!("data/{}.csv", table.spec.noun)
}

fn record_set(table: &Table) -> Value {
    let noun = table.spec.noun;
    let fields: Vec<Value> = (table.columns)(true)
        .iter()
        .map(|column| {
            json!({
                "@type": "cr:Field", "@id": format!("{noun}/{}", column.name), "name": column.name,
                "description": column.description, "dataType": kind(column),
                "source": {"fileObject": {"@id": path(table)}, "extract": {"column": column.name}},
            })
        })
        .collect();
    json!({
        "@type": "cr:RecordSet", "@id": noun, "name": noun, "description": table.summary, "field": fields,
    })
}

fn kind(column: &Column) -> &'static str {
    match (column.r#type, column.format) {
        (_, Some("date")) => "sc:Date",
        ("integer", _) => "sc:Integer",
        ("number", _) => "sc:Float",
        ("boolean", _) => "sc:Boolean",
        _ => "sc:Text",
    }
}
