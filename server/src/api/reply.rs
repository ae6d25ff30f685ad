//! What envelope does every answer come in?

use app::{error::PortalError, portal::Answer, types::listing::Facet};
use axum::{
    body::Bytes,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{columns::Column, error::Problem};

/// One page of a list.
#[derive(Debug, Serialize)]
pub(crate) struct ListReply<T> {
    pub(crate) data: Vec<T>,
    pub(crate) page: Page,
    pub(crate) meta: ListMeta,
}

/// Where this page stands in the whole list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Page {
    /// Address of the next page; null on the last.
    pub(crate) next: Option<String>,
    /// Records in the whole filtered list.
    pub(crate) total: u64,
}

/// What holds for the whole filtered list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListMeta {
    /// Revision of the store that is shown.
    pub(crate) revision: u64,
    /// The columns of the records and of the CSV.
    pub(crate) columns: Vec<Column>,
    /// Values to filter by, with the count that each would leave.
    pub(crate) facets: Vec<Facet>,
    /// Sums of spending, or verdicts of progress.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub(crate) figures: Map<String, Value>,
}

/// One record.
#[derive(Debug, Serialize)]
pub(crate) struct OneReply<T> {
    pub(crate) data: T,
    pub(crate) meta: OneMeta,
}

/// What holds for the answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OneMeta {
    /// Revision of the store that is shown.
    pub(crate) revision: u64,
}

/// An answer as JSON.
pub(crate) fn json<T: Serialize>(reply: &T) -> Result<Response, Problem> {
    written(reply).map(|body| sent(body.into()))
}

/// The bytes of an answer as JSON.
pub(crate) fn written<T: Serialize>(reply: &T) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(reply).map_err(|error| {
        tracing::error!(%error, "an answer could not be written as JSON");
        Problem::internal("the answer could not be written as JSON")
    })
}

/// Sends the bytes of an answer as JSON.
pub(crate) fn sent(body: Bytes) -> Response {
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (headers, body).into_response()
}

/// The fields of a shape, to be set beside others.
pub(crate) fn fields<T: Serialize>(shape: &T) -> Answer<Map<String, Value>> {
    match serde_json::to_value(shape) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(PortalError::Failed { what: "figures could not be written".to_owned() }),
    }
}
