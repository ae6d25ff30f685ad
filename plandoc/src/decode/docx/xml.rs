//! How are the elements of a part found, whatever the prefixes and namespaces?
//!
//! Word writes one namespace, its strict variant another: names are compared without.

use roxmltree::{Document, Node, ParsingOptions};

use super::damaged;
use crate::reading::ReadError;

/// Most nodes of one part: some 250 MB of memory.
const NODE_LIMIT: u32 = 3_000_000;

/// A part as a tree. Document types are refused, and entities with them.
pub(super) fn parse(part: &str) -> Result<Document<'_>, ReadError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODE_LIMIT, ..ParsingOptions::default() };
    Document::parse_with_options(part, options).map_err(|error| damaged(format!("its XML: {error}")))
}

pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child of a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| name(*child) == wanted)
}

/// The children of a name.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| name(*child) == wanted)
}

/// A descendant along a path of names.
pub(super) fn along<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |at, wanted| child(at, wanted))
}

/// The value of an attribute, whatever its namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// "val" of an element.
pub(super) fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "val")
}

/// "val" of a child, as a number.
pub(super) fn number(node: Node<'_, '_>, wanted: &str) -> Option<usize> {
    value(child(node, wanted)?)?.parse().ok()
}

/// Whether a switch such as "w:vanish" is on.
pub(super) fn is_on(node: Node<'_, '_>, wanted: &str) -> Option<bool> {
    let switch = child(node, wanted)?;
    Some(!matches!(value(switch), Some("0" | "false" | "off")))
}
