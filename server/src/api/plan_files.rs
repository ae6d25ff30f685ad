//! How are a plan's text and its file served?

use app::{portal::Portal as _, types::plan::PlanText};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use utoipa::openapi::{
    ObjectBuilder,
    schema::{SchemaType, Type},
};

use super::{
    endpoint::{Endpoint, Fails, Schemas, gather, id, ok, operation, reference},
    error::Problem,
    query::{Id, prefers_json},
    reply::json,
};
use crate::{portal::NO_QUESTION, state::ServerState};

/// A published file may be anything: a browser that shows it runs nothing of it.
pub(crate) const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

const TEXT_DESCRIPTION: &str = "The text that all positions (`source.start`, `evidence`) count in: Unicode scalar \
    values, not bytes and not UTF-16 units. In JavaScript: `Array.from(text).slice(start, end).join('')`. Plain \
    text, or `{\"text\": …}` where the request prefers `application/json`.";

/// The addresses of a plan's text and file.
pub(super) fn endpoints() -> [Endpoint; 2] {
    let string = || ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).build();
    let mut schemas = Schemas::new();
    gather::<PlanText>(&mut schemas);
    let contents = [
        ("text/plain; charset=utf-8", Some(string().into())),
        ("application/json", Some(reference::<PlanText>())),
    ];
    let text_operation = operation("get_plan_text", "A plan's served text", TEXT_DESCRIPTION, "plans")
        .parameter(id("Id of the plan."))
        .response("200", ok("The text.", contents));
    let description = "Byte for byte as published; its media type and hash stand in the plan's record.";
    let file_operation = operation("get_plan_document", "A plan's file as published", description, "plans")
        .parameter(id("Id of the plan."))
        .response("200", ok("The file.", [("*/*", None)]));
    [
        Endpoint::new("/plans/{id}/text", get(text), text_operation, Fails::UnknownId, schemas),
        Endpoint::new(
            "/plans/{id}/document",
            get(document),
            file_operation,
            Fails::UnknownId,
            Schemas::new(),
        ),
    ]
}

async fn text(
    State(state): State<ServerState>,
    Id(id): Id,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    NO_QUESTION.parse(query.as_deref().unwrap_or_default())?;
    let text = state.portal.text(&id).await?;
    if prefers_json(accepted(&headers)) {
        return json(&text);
    }
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    Ok((headers, text.text).into_response())
}

/// What a request accepts; nothing said is everything.
pub(crate) fn accepted(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default()
}

async fn document(
    State(state): State<ServerState>,
    Id(id): Id,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    NO_QUESTION.parse(query.as_deref().unwrap_or_default())?;
    let file = state.portal.document(&id).await?;
    let media_type = HeaderValue::from_str(&file.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let disposition =
        HeaderValue::from_str(&attachment(&file.name)).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX)),
    ];
    Ok((headers, file.bytes).into_response())
}

/// A file name in a header (RFC 6266): in ASCII for old readers, then in UTF-8 as RFC 5987 encodes it.
fn attachment(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|letter| if letter.is_control() || "/\\".contains(letter) { '_' } else { letter })
        .collect();
    let plain: String = plandoc::text::fold::fold(&name)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || " .-_()".contains(letter) { letter } else { '_' })
        .collect();
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_survive_in_any_script() {
        assert_eq!(
            attachment("Kế hoạch 2020.md"),
            "attachment; filename=\"ke hoach 2020.md\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%202020.md"
        );
    }

    #[test]
    fn a_file_name_cannot_leave_its_quotes_or_its_folder() {
        let header = attachment("../a\"b\r\nX: y.txt");
        assert_eq!(header.matches('"').count(), 2);
        assert!(!header.contains(['\r', '\n', '/', '\\']), "{header}");
        assert!(HeaderValue::from_str(&header).is_ok());
    }
}
