//! What is said of which thing?

/// Namespaces that terms are abbreviated by.
pub(super) const NAMESPACES: [(&str, &str); 7] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("adms", "http://www.w3.org/ns/adms#"),
];

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Object {
    /// Another thing, by its address.
    Thing(String),
    /// Words in a language.
    Words(String, &'static str),
    /// A value of a type: "xsd:date".
    Value(String, &'static str),
}

/// One thing, and all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) address: String,
    /// Its class first: "dcat:Dataset".
    pub(super) class: &'static str,
    pub(super) said: Vec<(&'static str, Object)>,
}

impl Node {
    pub(super) fn new(address: impl Into<String>, class: &'static str) -> Self {
        Self { address: address.into(), class, said: Vec::new() }
    }

    /// Adds that it is related to another thing.
    pub(super) fn thing(mut self, term: &'static str, address: impl Into<String>) -> Self {
        self.said.push((term, Object::Thing(address.into())));
        self
    }

    /// Adds words in a language.
    pub(super) fn words(
        mut self,
        term: &'static str,
        words: impl Into<String>,
        language: &'static str,
    ) -> Self {
        self.said.push((term, Object::Words(words.into(), language)));
        self
    }

    /// Adds a value of a type.
    pub(super) fn value(mut self, term: &'static str, value: impl Into<String>, kind: &'static str) -> Self {
        self.said.push((term, Object::Value(value.into(), kind)));
        self
    }
}

/// The whole address of an abbreviated term.
pub(super) fn expand(term: &str) -> String {
    let (prefix, name) = term.split_once(':').unwrap_or(("", term));
    let namespace = NAMESPACES.iter().find(|(own, _)| *own == prefix).map_or("", |(_, namespace)| namespace);
    format!("{namespace}{name}")
}
