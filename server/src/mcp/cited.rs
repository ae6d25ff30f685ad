//! How does an answer say where each number stands?

use serde_json::{Value, json};

/// What takes room and tells an assistant nothing.
const LEFT_OUT: [&str; 5] = ["evidence", "text_sha256", "source", "plan_id", "quote"];

/// A record with the address of its sentence, and without what only programs read.
pub(super) fn record(public_url: &str, record: &Value) -> Value {
    let text = |name: &str| record[name].as_str().unwrap_or_default();
    let mut cited = record.clone();
    cited["citation"] = json!({
        "url": sentence(public_url, text("plan_id"), text("id")),
        "plan": text("plan_id"),
        "place": record["source"]["address"],
        "quote": text("quote"),
    });
    if let Some(fields) = cited.as_object_mut() {
        fields.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
    }
    cited
}

/// The numbers of a comparison, each with the address of its sentence.
pub(super) fn comparison(public_url: &str, comparison: &Value) -> Value {
    let mut cited = comparison.clone();
    for row in cited["rows"].as_array_mut().into_iter().flatten() {
        let plan = row["plan_id"].as_str().unwrap_or_default().to_owned();
        for list in ["targets", "actuals"] {
            for stated in row[list].as_array_mut().into_iter().flatten() {
                let id = stated["record"].as_str().unwrap_or_default();
                stated["citation"] = json!({
                    "url": sentence(public_url, &plan, id), "plan": plan,
                    "place": stated["address"], "quote": stated["quote"],
                });
            }
        }
    }
    cited
}

/// The reader at the sentence of a record.
fn sentence(public_url: &str, plan: &str, record: &str) -> String {
    format!("{public_url}/plans/{plan}#r-{record}")
}
