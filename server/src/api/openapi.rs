//! How is the API described for machines (OpenAPI 3.1)?

use std::collections::BTreeMap;

use axum::{
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};
use utoipa::openapi::{
    ComponentsBuilder, ContactBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder,
    Paths, ServerBuilder,
    schema::{SchemaType, Type},
};

use super::{
    API,
    endpoint::{Endpoint, Fails, Schemas, ok, operation},
    endpoints,
    error::Problem,
    reply::json,
};
use crate::{portal::NO_QUESTION, state::ServerState};

const DESCRIPTION: &str = "Published plans of Vietnamese provinces, number by number, each tied to the sentence it \
    was read from. Read only, no key, every origin.\n\nA list answers `{\"data\": […], \"page\": {\"next\", \
    \"total\"}, \"meta\": {…}}`; follow `page.next` until it is null. One record answers `{\"data\": …, \"meta\": …}`. \
    What a document does not state is null, never empty or zero. Unknown parameters are errors. Every error is \
    `application/problem+json` (RFC 9457).\n\nPositions count Unicode scalar values of `/plans/{id}/text`. Answers \
    carry a weak `ETag`; ask again with `If-None-Match` and get 304 while nothing changed.";

/// The address of the description.
pub(super) fn endpoint() -> Endpoint {
    let object = ObjectBuilder::new().schema_type(SchemaType::new(Type::Object)).build();
    let operation = operation("get_openapi", "This description", "", "api")
        .response("200", ok("OpenAPI 3.1.", [("application/json", Some(object.into()))]));
    Endpoint::new("/openapi.json", get(openapi), operation, Fails::Parameters, Schemas::new())
}

async fn openapi(State(state): State<ServerState>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    NO_QUESTION.parse(query.as_deref().unwrap_or_default())?;
    json(&document(&state.public_url))
}

/// The description of the API as it is reached at an address.
pub(crate) fn document(public_url: &str) -> OpenApi {
    let mut paths = Paths::new();
    let mut schemas = BTreeMap::new();
    for endpoint in endpoints() {
        paths.paths.insert(format!("{API}{}", endpoint.path), endpoint.item);
        schemas.extend(endpoint.schemas);
    }
    let info = InfoBuilder::new()
        .title("Minh Bạch")
        .version("1")
        .description(Some(DESCRIPTION))
        .contact(Some(ContactBuilder::new().name(Some("Minh Bạch")).build()))
        .license(Some(LicenseBuilder::new().name("CC BY 4.0").identifier(Some("CC-BY-4.0")).build()))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(public_url).build()]))
        .paths(paths)
        .components(Some(ComponentsBuilder::new().schemas_from_iter(schemas).build()))
        .build()
}
