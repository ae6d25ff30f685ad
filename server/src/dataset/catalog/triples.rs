//! How is a graph written in Turtle?
//!
//! As prefixes and one statement in each line, which every reader of Turtle takes.

use std::fmt::Write as _;

use super::graph::{NAMESPACES, Node, Object};

pub(super) fn document(graph: &[Node]) -> String {
    let mut text = String::new();
    for (prefix, namespace) in NAMESPACES {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "@prefix {prefix}: <{namespace}> .");
    }
    for node in graph {
        let _ = write!(text, "\n<{}> a {}", iri(&node.address), node.class);
        for (term, object) in &node.said {
            let _ = write!(text, " ;\n    {term} {}", written(object));
        }
        text.push_str(" .\n");
    }
    text
}

fn written(object: &Object) -> String {
    match object {
        Object::Thing(address) => format!("<{}>", iri(address)),
        Object::Words(words, language) => format!("\"{}\"@{language}", escaped(words)),
        Object::Value(value, kind) => format!("\"{}\"^^{kind}", escaped(value)),
    }
}

/// An address without what Turtle does not take in one.
fn iri(address: &str) -> String {
    address.chars().filter(|letter| !letter.is_control() && !"<>\"{}|^`\\ ".contains(*letter)).collect()
}

fn escaped(words: &str) -> String {
    words.chars().fold(String::new(), |mut escaped, letter| {
        match letter {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            letter => escaped.push(letter),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_break_out_of_their_quotes() {
        let node = Node::new("http://a/> <b", "dcat:Dataset").words("dct:title", "\"Số\"\n\\", "vi");
        let text = document(&[node]);
        assert!(
            text.contains("<http://a/b> a dcat:Dataset ;\n    dct:title \"\\\"Số\\\"\\n\\\\\"@vi ."),
            "{text}"
        );
    }
}
