//! How do assistants ask the portal (Model Context Protocol over Streamable HTTP)?
//!
//! One address that takes one JSON-RPC message at a time and answers it with JSON: nothing is kept between
//! messages, so there are no sessions and no stream. Four tools give what the API gives, and with every number
//! the address of the sentence that states it.

mod arguments;
mod cited;
mod message;
mod tool;
mod tools;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::{Value, json};
use tower_http::cors::{Any, CorsLayer};

use crate::{api::error::Problem, state::ServerState};
use message::{Fault, Message, Request};

/// Where assistants ask.
const PATH: &str = "/mcp";

/// Revisions of the protocol that are spoken, the newest first.
const VERSIONS: [&str; 2] = ["2025-11-25", "2025-06-18"];

const VERSION_HEADER: HeaderName = HeaderName::from_static("mcp-protocol-version");

/// What an assistant should know before it asks.
const INSTRUCTIONS: &str = "Numbers of published plans of Vietnamese provinces: targets, results, tasks with money. \
    Every record carries `citation.url`, which leads to the very sentence that states it: cite it with each number. \
    What a plan does not state is null; never write 0 for it. Add up money only as `sums` gives it.";

/// The address of the protocol.
pub(crate) fn router() -> Router<ServerState> {
    // Any page may ask, whatever its origin: all that can be had here is public, and no one is known.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::POST])
        .allow_headers([header::CONTENT_TYPE, header::ACCEPT, VERSION_HEADER])
        .vary([]);
    Router::new().route(PATH, post(answer).fallback(only_post)).layer(cors)
}

/// No stream is offered and no session can be ended.
async fn only_post(method: Method) -> Response {
    let problem = Problem::only_post(method.as_str());
    ([(header::ALLOW, "POST")], problem).into_response()
}

async fn answer(State(state): State<ServerState>, headers: HeaderMap, body: Bytes) -> Response {
    let version = headers.get(&VERSION_HEADER).map(HeaderValue::to_str);
    if version.is_some_and(|version| !version.is_ok_and(|version| VERSIONS.contains(&version))) {
        let fault = Fault::request(format!("the versions of the protocol here are {}", VERSIONS.join(", ")));
        return refused(StatusCode::BAD_REQUEST, &fault);
    }
    match Message::read(&body) {
        Err(fault) => refused(StatusCode::BAD_REQUEST, &fault),
        Ok(Message::Notification) => StatusCode::ACCEPTED.into_response(),
        Ok(Message::Request(request)) => {
            let id = request.id.clone();
            match result(&state, request).await {
                Ok(result) => sent(StatusCode::OK, &json!({"jsonrpc": "2.0", "id": id, "result": result})),
                Err(fault) => sent(StatusCode::OK, &fault.answer(&id)),
            }
        }
    }
}

async fn result(state: &ServerState, request: Request) -> Result<Value, Fault> {
    match request.method.as_str() {
        "initialize" => Ok(initialized(&request.params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({"tools": tool::all().map(|tool| tool.description())})),
        "tools/call" => tools::call(state, &request.params).await,
        method => Err(Fault::method(method)),
    }
}

/// What is spoken: the client's revision if it is one of ours, else our newest.
fn initialized(params: &Value) -> Value {
    let asked = params["protocolVersion"].as_str();
    let version = VERSIONS.into_iter().find(|own| Some(*own) == asked).unwrap_or(VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": {"tools": {"listChanged": false}},
        "serverInfo": {"name": "minhbach", "title": "Minh Bạch", "version": env!("CARGO_PKG_VERSION")},
        "instructions": INSTRUCTIONS,
    })
}

fn refused(status: StatusCode, fault: &Fault) -> Response {
    sent(status, &fault.answer(&Value::Null))
}

fn sent(status: StatusCode, message: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, message.to_string()).into_response()
}
