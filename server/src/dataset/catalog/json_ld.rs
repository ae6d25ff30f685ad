//! How is a graph written as JSON-LD?

use serde_json::{Map, Value, json};

use super::graph::{NAMESPACES, Node, Object};

pub(super) fn document(graph: &[Node]) -> Value {
    let context: Map<String, Value> =
        NAMESPACES.iter().map(|(prefix, namespace)| ((*prefix).to_owned(), (*namespace).into())).collect();
    json!({"@context": context, "@graph": graph.iter().map(node).collect::<Vec<_>>()})
}

fn node(node: &Node) -> Value {
    let mut fields = Map::new();
    fields.insert("@id".to_owned(), node.address.clone().into());
    fields.insert("@type".to_owned(), node.class.into());
    for (term, object) in &node.said {
        let said = match object {
            Object::Thing(address) => json!({"@id": address}),
            Object::Words(words, language) => json!({"@value": words, "@language": language}),
            Object::Value(value, kind) => json!({"@value": value, "@type": kind}),
        };
        match fields.entry((*term).to_owned()).or_insert_with(|| Value::Array(Vec::new())) {
            Value::Array(all) => all.push(said),
            other => *other = said,
        }
    }
    Value::Object(fields)
}
