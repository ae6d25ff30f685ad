//! What is one message of JSON-RPC 2.0, and what is wrong with it?

use serde_json::{Value, json};

/// A message of a client.
#[derive(Debug, PartialEq)]
pub(super) enum Message {
    /// It waits for an answer.
    Request(Request),
    /// It waits for none.
    Notification,
}

/// A question.
#[derive(Debug, PartialEq)]
pub(super) struct Request {
    /// By which the client knows the answer again.
    pub(super) id: Value,
    pub(super) method: String,
    pub(super) params: Value,
}

/// Why a message has no result.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    code: i32,
    message: String,
}

impl Message {
    /// Reads a message; several at once are not taken, as the protocol has it since 2025-06-18.
    pub(super) fn read(body: &[u8]) -> Result<Self, Fault> {
        let message: Value = serde_json::from_slice(body)
            .map_err(|error| Fault { code: -32700, message: format!("the body is no JSON: {error}") })?;
        if message["jsonrpc"] != "2.0" {
            return Err(Fault::request("one message of JSON-RPC 2.0 is expected".to_owned()));
        }
        let Some(method) = message["method"].as_str() else {
            // An answer to what was never asked.
            let is_answer = message.get("result").is_some() || message.get("error").is_some();
            let fault = || Fault::request("\"method\" is expected, as text".to_owned());
            return if is_answer { Ok(Self::Notification) } else { Err(fault()) };
        };
        match &message["id"] {
            Value::Null if message.get("id").is_none() => Ok(Self::Notification),
            id @ (Value::String(_) | Value::Number(_)) => Ok(Self::Request(Request {
                id: id.clone(),
                method: method.to_owned(),
                params: message["params"].clone(),
            })),
            _ => Err(Fault::request("\"id\" is expected to be text or a number".to_owned())),
        }
    }
}

impl Fault {
    /// The message is none that can be answered.
    pub(super) fn request(message: String) -> Self {
        Self { code: -32600, message }
    }

    /// There is no such method.
    pub(super) fn method(name: &str) -> Self {
        Self {
            code: -32601,
            message: format!("no method \"{name}\"; there are initialize, ping, tools/list and tools/call"),
        }
    }

    /// The parameters are not those of the method.
    pub(super) fn params(message: String) -> Self {
        Self { code: -32602, message }
    }

    /// As the answer to a message.
    pub(super) fn answer(&self, id: &Value) -> Value {
        json!({"jsonrpc": "2.0", "id": id, "error": {"code": self.code, "message": self.message}})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_named() {
        for (body, code) in [
            ("", -32700),
            ("{", -32700),
            ("null", -32600),
            ("[]", -32600),
            (r#"{"method":"ping","id":1}"#, -32600),
            (r#"{"jsonrpc":"2.0","id":1}"#, -32600),
            (r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
            (r#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
        ] {
            assert_eq!(Message::read(body.as_bytes()).unwrap_err().code, code, "{body}");
        }
    }

    #[test]
    fn a_message_without_id_waits_for_no_answer() {
        for body in [
            r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            r#"{"jsonrpc":"2.0","id":7,"result":{}}"#,
        ] {
            assert_eq!(Message::read(body.as_bytes()), Ok(Message::Notification), "{body}");
        }
    }
}
