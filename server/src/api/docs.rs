//! What do the pages of the API's documentation show, and where does their form lead?

use std::sync::{Arc, LazyLock};

use app::{
    paths,
    types::operation::{Operation, OperationAnswer, OperationParameter},
};
use axum::{
    extract::RawQuery,
    http::Uri,
    response::{IntoResponse, Redirect, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{error::Problem, openapi::document};
use crate::portal::pairs;

/// All operations; they are those of the program.
static OPERATIONS: LazyLock<Arc<[Operation]>> = LazyLock::new(|| read().into());

/// The operations of the OpenAPI document, in its order.
pub(crate) fn operations() -> Arc<[Operation]> {
    Arc::clone(&OPERATIONS)
}

fn read() -> Vec<Operation> {
    let document = serde_json::to_value(document("")).unwrap_or_default();
    let paths = document["paths"].as_object();
    paths.into_iter().flatten().map(|(path, item)| operation(path, &item["get"])).collect()
}

fn operation(path: &str, item: &Value) -> Operation {
    let parameters = item["parameters"].as_array().into_iter().flatten().map(parameter);
    let answers =
        item["responses"].as_object().into_iter().flatten().map(|(status, answer)| OperationAnswer {
            status: status.clone(),
            description: text(&answer["description"]),
            media_types: answer["content"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(kind, _)| kind.clone())
                .collect(),
        });
    Operation {
        id: text(&item["operationId"]),
        path: path.to_owned(),
        tag: text(&item["tags"][0]),
        summary: text(&item["summary"]),
        description: text(&item["description"]),
        parameters: parameters.collect(),
        answers: answers.collect(),
    }
}

fn parameter(item: &Value) -> OperationParameter {
    let words = item["schema"]["enum"].as_array().into_iter().flatten();
    OperationParameter {
        name: text(&item["name"]),
        description: text(&item["description"]),
        required: item["required"] == true,
        words: words.filter_map(Value::as_str).filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        example: Some(&item["example"]).filter(|example| !example.is_null()).map(text),
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
}

/// `/api/docs/try?operation=…`: leads to the address that was filled in, without what was left empty.
pub(super) async fn try_out(uri: Uri, RawQuery(query): RawQuery) -> Response {
    let given = pairs(&query.unwrap_or_default());
    let value = |name: &str| given.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let asked = value("operation").unwrap_or_default();
    let all = operations();
    let Some(operation) = all.iter().find(|operation| operation.id == asked) else {
        return Problem::unknown_path(&uri).into_response();
    };
    let mut path = operation.path.clone();
    let mut rest = Vec::new();
    for (name, value) in given.iter().filter(|(name, value)| name != "operation" && !value.trim().is_empty())
    {
        let place = format!("{{{name}}}");
        if path.contains(&place) {
            path = path.replace(&place, &utf8_percent_encode(value.trim(), NON_ALPHANUMERIC).to_string());
        } else {
            rest.push((name, value));
        }
    }
    Redirect::to(&paths::with_query(&path, &paths::query_of(&rest))).into_response()
}
