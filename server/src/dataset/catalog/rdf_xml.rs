//! How is a graph written as RDF/XML?

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::graph::{NAMESPACES, Node, Object, expand};

pub(super) fn document(graph: &[Node]) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = NAMESPACES.iter().fold(xml.create_element("rdf:RDF"), |root, (prefix, namespace)| {
        root.with_attribute((format!("xmlns:{prefix}").as_str(), *namespace))
    });
    root.write_inner_content(|xml| graph.iter().try_for_each(|node| described(xml, node)))?;
    Ok(xml.into_inner())
}

fn described(xml: &mut Writer<Vec<u8>>, node: &Node) -> io::Result<()> {
    xml.create_element(node.class)
        .with_attribute(("rdf:about", node.address.as_str()))
        .write_inner_content(|xml| node.said.iter().try_for_each(|(term, object)| said(xml, term, object)))
        .map(drop)
}

fn said(xml: &mut Writer<Vec<u8>>, term: &str, object: &Object) -> io::Result<()> {
    let element = xml.create_element(term);
    match object {
        Object::Thing(address) => element.with_attribute(("rdf:resource", address.as_str())).write_empty(),
        Object::Words(words, language) => {
            element.with_attribute(("xml:lang", *language)).write_text_content(BytesText::new(words))
        }
        Object::Value(value, kind) => element
            .with_attribute(("rdf:datatype", expand(kind).as_str()))
            .write_text_content(BytesText::new(value)),
    }
    .map(drop)
}
