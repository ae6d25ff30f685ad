//! What do a document's footnotes and endnotes say?

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::xml::{attribute, children};

/// Notes by their kind and id.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    notes: HashMap<(&'static str, &'a str), Node<'a, 'a>>,
    /// How many were referred to.
    pub(super) count: usize,
}

impl<'a> Notes<'a> {
    /// Takes in a part; separators between text and notes are no notes.
    pub(super) fn add(&mut self, part: &'a Document<'a>, kind: &'static str) {
        for node in children(part.root_element(), kind) {
            if matches!(attribute(node, "type"), None | Some("normal"))
                && let Some(id) = attribute(node, "id")
            {
                self.notes.insert((kind, id), node);
            }
        }
    }

    /// The note that a reference names. Each is given once, so that one that refers to
    /// itself ends.
    pub(super) fn take(&mut self, kind: &'static str, id: &'a str) -> Option<Node<'a, 'a>> {
        let (&key, _) = self.notes.get_key_value(&(kind, id))?;
        self.notes.remove(&key)
    }
}
