//! Which mark does a browser set before an item of a list?

use html5gum::StartTag;

use super::element::{attribute, number};
use crate::decode::numeral::written;

/// A list whose items are being read.
#[derive(Debug)]
pub(super) struct List {
    /// Number of the next item; none where bullets are set.
    next: Option<usize>,
    format: &'static str,
}

impl List {
    pub(super) fn of(name: &str, tag: &StartTag<()>) -> Self {
        let format = match attribute(tag, "type").as_deref() {
            Some("a") => "lowerLetter",
            Some("A") => "upperLetter",
            Some("i") => "lowerRoman",
            Some("I") => "upperRoman",
            _ => "decimal",
        };
        let first = number(tag, "start").unwrap_or(1);
        Self { next: (name == "ol").then_some(first), format }
    }

    /// The mark of the item that begins.
    pub(super) fn mark(&mut self, tag: &StartTag<()>) -> String {
        let Some(next) = &mut self.next else { return "- ".to_owned() };
        let count = number(tag, "value").unwrap_or(*next);
        *next = count.saturating_add(1);
        format!("{}. ", written(count, self.format))
    }
}
