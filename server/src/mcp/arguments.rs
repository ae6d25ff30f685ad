//! What was a tool asked?

use serde_json::{Map, Value};

use super::tool::{LIMIT_MAX, Tool};

/// Records at a time unless told.
const LIMIT: u32 = 20;

/// The arguments of a call, all of them known to the tool.
pub(super) struct Arguments(Vec<(String, String)>);

impl Arguments {
    /// Reads arguments, or says what is wrong with them so that the assistant can ask anew.
    pub(super) fn read(tool: &Tool, given: &Map<String, Value>) -> Result<Self, String> {
        let mut pairs = Vec::new();
        for (name, value) in given {
            if !tool.takes(name) {
                return Err(format!(
                    "\"{name}\" is not taken; {} takes {}",
                    tool.name,
                    tool.names().join(", ")
                ));
            }
            let values = match value {
                Value::Array(values) if name == "provinces" => values.iter().collect(),
                value => vec![value],
            };
            for value in values {
                pairs.push((name.clone(), text(name, value)?));
            }
        }
        pairs.retain(|(_, value)| !value.trim().is_empty());
        let own = Self(pairs);
        match tool.required.iter().find(|name| own.get(name).is_none()) {
            Some(name) => Err(format!("\"{name}\" is needed")),
            None => Ok(own),
        }
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// All values of a name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect()
    }

    /// Records at a time.
    pub(super) fn limit(&self) -> Result<u32, String> {
        let Some(limit) = self.get("limit") else { return Ok(LIMIT) };
        let limit = limit.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit));
        limit.ok_or_else(|| format!("\"limit\" is expected to be a whole number from 1 to {LIMIT_MAX}"))
    }

    /// All but these, as the query of an address.
    pub(super) fn query(&self, without: &[&str]) -> String {
        let kept: Vec<_> = self.0.iter().filter(|(name, _)| !without.contains(&name.as_str())).collect();
        // Pairs of strings cannot fail to be encoded.
        serde_urlencoded::to_string(kept).unwrap_or_default()
    }
}

fn text(name: &str, value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Null => Ok(String::new()),
        _ => Err(format!("\"{name}\" is expected to be text or a number")),
    }
}
