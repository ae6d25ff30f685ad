//! What does a page tell machines of itself (schema.org)?

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::{
    i18n::Language,
    paths::{self, PublicUrl},
    types::plan::Plan,
};

/// A block of data in the page; it is never run.
#[component]
pub fn StructuredData(
    /// The thing, without its context.
    thing: Value,
) -> impl IntoView {
    let mut thing = thing;
    thing["@context"] = json!("https://schema.org");
    // "<" would end the element.
    let text = thing.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json" inner_html=text></script> }
}

/// An address of the portal from outside.
pub fn outside(path: &str) -> String {
    format!("{}{path}", use_context::<PublicUrl>().unwrap_or_default().0)
}

/// The portal, and how it is searched.
pub fn portal(lang: Language) -> Value {
    let search = outside(&paths::page(lang, "/search"));
    json!({
        "@type": "WebSite",
        "name": lang.t("portal-name"),
        "url": outside(&paths::page(lang, "/")),
        "inLanguage": lang.code(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": format!("{search}?q={{words}}")},
            "query-input": "required name=words",
        },
    })
}

/// The whole data set, with the files of its newest release.
pub fn data_set(lang: Language, address: &str) -> Value {
    let file = |path: &str, kind: &str| {
        let content = outside(&format!("/data/latest/{path}"));
        json!({"@type": "DataDownload", "contentUrl": content, "encodingFormat": kind})
    };
    json!({
        "@type": "Dataset",
        "name": lang.t("data-name"),
        "description": lang.t("data-lead"),
        "url": address,
        "inLanguage": "vi",
        "isAccessibleForFree": true,
        "license": LICENCE,
        "creator": {"@type": "Organization", "name": lang.t("portal-name"), "url": outside("/")},
        "includedInDataCatalog": {"@type": "DataCatalog", "url": outside("/data/catalog")},
        "spatialCoverage": {"@type": "Country", "name": "Việt Nam"},
        "distribution": [
            file("minhbach.zip", "application/zip"),
            file("minhbach.sqlite", "application/vnd.sqlite3"),
        ],
    })
}

/// What the data may be used under.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// A plan as the report that it is; what it does not state is left out.
pub fn plan(lang: Language, plan: &Plan) -> Value {
    let mut report = json!({
        "@type": "Report",
        "name": plan.title.clone().unwrap_or_else(|| plan.id.clone()),
        "url": outside(&paths::plan(lang, &plan.id)),
        "inLanguage": "vi",
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": outside(&format!("/api/v1/plans/{}/document", plan.id)),
            "encodingFormat": plan.media_type,
            "sha256": plan.sha256,
        },
    });
    if let Some(number) = &plan.number {
        report["reportNumber"] = json!(number);
    }
    if let Some(date) = &plan.issued_on {
        report["datePublished"] = json!(date);
    }
    if let Some(issuer) = &plan.issuer {
        report["author"] = json!({"@type": "GovernmentOrganization", "name": issuer});
    }
    if let Some(province) = &plan.province {
        report["spatialCoverage"] = json!({"@type": "AdministrativeArea", "name": province});
    }
    if let (Some(first), Some(last)) = (plan.period_start, plan.period_end) {
        report["temporalCoverage"] = json!(format!("{first}/{last}"));
    }
    report
}

/// Where a page stands: name and path of each step, the page itself without one.
pub fn steps(steps: &[(String, Option<String>)]) -> Value {
    let items: Vec<Value> = steps
        .iter()
        .enumerate()
        .map(|(place, (name, path))| {
            let mut item = json!({"@type": "ListItem", "position": place + 1, "name": name});
            if let Some(path) = path {
                item["item"] = json!(outside(path));
            }
            item
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}
