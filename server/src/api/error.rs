//! How does an error look: one shape, `application/problem+json` (RFC 9457)?

use app::error::{ParameterFault, PortalError};
use std::time::Duration;

use axum::{
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

/// Media type of every error of the API.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

/// What went wrong, for machines (`type`, `status`, `errors`) and people (`title`, `detail`).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Which problem it is: `urn:minhbach:problem:` and one of `not-found`, `gone`, `bad-parameter`,
    /// `method-not-allowed`, `timeout`, `too-many-requests`, `busy`, `not-yet`, `internal`.
    #[schema(example = "urn:minhbach:problem:bad-parameter")]
    r#type: String,
    /// The same in words; always the same for one type.
    #[schema(example = "A parameter cannot be taken as given")]
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What went wrong this time.
    #[schema(example = "limit: 2000 lies outside 1 to 1000")]
    detail: String,
    /// For parameters: each one that cannot be taken, with its legal values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ParameterFault>,
    /// For unknown ids: ids that look alike.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    near: Vec<String>,
    /// Seconds after which it is worth trying again.
    #[serde(skip)]
    retry_after: Option<u16>,
}

fn whole_seconds(wait: Duration) -> u16 {
    u16::try_from(wait.as_secs()).unwrap_or(u16::MAX).saturating_add(1)
}

impl Problem {
    fn new(name: &str, title: &'static str, status: StatusCode, detail: String) -> Self {
        Self {
            r#type: format!("urn:minhbach:problem:{name}"),
            title,
            status: status.as_u16(),
            detail,
            errors: Vec::new(),
            near: Vec::new(),
            retry_after: None,
        }
    }

    /// No route of the API has this path.
    pub(crate) fn unknown_path(uri: &Uri) -> Self {
        let detail = format!("no \"{}\"; /api/v1 lists what there is", uri.path());
        Self::new("not-found", "There is no such thing", StatusCode::NOT_FOUND, detail)
    }

    /// The API is read only.
    pub(crate) fn method_not_allowed(method: &str) -> Self {
        let detail = format!("{method} is not allowed here; the API answers GET and HEAD");
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self::new("method-not-allowed", "The method is not allowed", status, detail)
    }

    /// Messages are sent here, nothing is fetched.
    pub(crate) fn only_post(method: &str) -> Self {
        let detail = format!("{method} is not allowed here; send one message of JSON-RPC 2.0 with POST");
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self::new("method-not-allowed", "The method is not allowed", status, detail)
    }

    /// The answer took too long.
    pub(crate) fn timeout(seconds: u64) -> Self {
        let detail = format!("no answer within {seconds} seconds; narrow the question, or try again later");
        Self::new("timeout", "The answer took too long", StatusCode::SERVICE_UNAVAILABLE, detail)
    }

    /// What is asked for is being made.
    pub(crate) fn not_yet(what: &str) -> Self {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Self { retry_after: Some(10), ..Self::new("not-yet", "It is not there yet", status, what.to_owned()) }
    }

    /// No release of the data set has this name, or it is no longer kept.
    pub(crate) fn unknown_release(name: &str, near: Vec<String>) -> Self {
        let detail =
            format!("no release \"{name}\" of the data set is kept; /data/releases lists those that are");
        Self { near, ..Self::new("not-found", "There is no such thing", StatusCode::NOT_FOUND, detail) }
    }

    /// There was such a revision, but its release is not kept.
    pub(crate) fn release_gone(name: &str, revision: u64, near: Vec<String>) -> Self {
        let detail = format!(
            "the release \"{name}\" of the data set is no longer kept, only the newest few are; \
             /api/v1/changes?since={revision} gives what changed after it"
        );
        Self { near, ..Self::new("gone", "It is no longer kept", StatusCode::GONE, detail) }
    }

    /// One client asks more than its share.
    pub(crate) fn too_many(requests: u32, seconds: u32, wait: Duration) -> Self {
        let retry_after = Some(whole_seconds(wait));
        let detail = format!(
            "more than {requests} requests in {seconds} seconds; wait for {} s, and see the RateLimit fields of each \
             answer. /data has everything in one file",
            whole_seconds(wait)
        );
        let status = StatusCode::TOO_MANY_REQUESTS;
        Self { retry_after, ..Self::new("too-many-requests", "Too many requests", status, detail) }
    }

    /// Everyone together asks more than the machine can answer.
    pub(crate) fn busy(waited: Duration) -> Self {
        let detail = format!("no turn within {} s; try again in a moment", waited.as_secs());
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Self { retry_after: Some(1), ..Self::new("busy", "Too much is asked at once", status, detail) }
    }

    /// We failed; the log says more.
    pub(crate) fn internal(what: &str) -> Self {
        let detail = format!("{what}; the fault is ours, try again later");
        Self::new("internal", "The portal failed", StatusCode::INTERNAL_SERVER_ERROR, detail)
    }
}

impl From<PortalError> for Problem {
    fn from(error: PortalError) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let detail = error.to_string();
        match error {
            PortalError::NotFound { near, .. } => {
                let detail =
                    if near.is_empty() { detail } else { format!("{detail}; near: {}", near.join(", ")) };
                Self { near, ..Self::new("not-found", "There is no such thing", status, detail) }
            }
            PortalError::Gone { .. } => Self::new("gone", "It was withdrawn", status, detail),
            PortalError::BadParameter { faults } => Self {
                errors: faults,
                ..Self::new("bad-parameter", "A parameter cannot be taken as given", status, detail)
            },
            PortalError::Failed { .. } => Self::new("internal", "The portal failed", status, detail),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON)),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        let retry_after = self.retry_after.map(|seconds| [(header::RETRY_AFTER, HeaderValue::from(seconds))]);
        match retry_after {
            Some(retry_after) => (status, headers, retry_after, body).into_response(),
            None => (status, headers, body).into_response(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_parameter_and_its_legal_values() {
        let fault = ParameterFault {
            parameter: "limit".into(),
            detail: "0 lies outside 1 to 1000".into(),
            allowed: vec!["a whole number from 1 to 1000".into()],
        };
        let problem = Problem::from(PortalError::BadParameter { faults: vec![fault] });
        let json = serde_json::to_value(&problem).unwrap();
        assert_eq!(json["status"], 400);
        assert_eq!(json["errors"][0]["parameter"], "limit");
        assert_eq!(json["errors"][0]["allowed"][0], "a whole number from 1 to 1000");
        assert_eq!(json.get("near"), None);
    }

    #[test]
    fn offers_ids_that_look_alike() {
        let error = PortalError::NotFound { noun: "plan".into(), id: "x".into(), near: vec!["y".into()] };
        let json = serde_json::to_value(Problem::from(error)).unwrap();
        assert_eq!(json["status"], 404);
        assert_eq!(json["near"][0], "y");
    }
}
