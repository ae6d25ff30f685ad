//! What do a document's styles add to the paragraphs and tables that use them?

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::xml::{along, attribute, child, children, is_on, name, number, value};

/// Most styles that one may be based on in a row; more are a loop.
const CHAIN_LIMIT: usize = 20;

/// What one style says.
#[derive(Debug, Default)]
struct Style<'a> {
    based_on: Option<&'a str>,
    list: Option<&'a str>,
    level: Option<usize>,
    font: Option<&'a str>,
    capitals: Option<bool>,
    borders: Option<bool>,
}

/// The styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    by_id: HashMap<&'a str, Style<'a>>,
    default_paragraph: Option<&'a str>,
    default_font: Option<&'a str>,
}

impl<'a> Styles<'a> {
    pub(super) fn read(part: &'a Document<'a>) -> Self {
        let root = part.root_element();
        let default_font = along(root, &["docDefaults", "rPrDefault", "rPr"]).and_then(font);
        let mut read = Self { default_font, ..Self::default() };
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let is_default = attribute(node, "default").is_some_and(|on| on != "0" && on != "false");
            if is_default && attribute(node, "type") == Some("paragraph") {
                read.default_paragraph = Some(id);
            }
            read.by_id.insert(id, Style::of(node));
        }
        read
    }

    /// A style and those that it is based on.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style<'a>> {
        let first = id.or(self.default_paragraph).and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on?)).take(CHAIN_LIMIT)
    }

    /// The list that a paragraph style belongs to, and the level in it.
    pub(super) fn list(&self, id: Option<&str>) -> (Option<&'a str>, Option<usize>) {
        let list = self.chain(id).find_map(|style| style.list);
        (list, self.chain(id).find_map(|style| style.level))
    }

    /// The font of a paragraph style.
    pub(super) fn font(&self, id: Option<&str>) -> Option<&'a str> {
        self.chain(id).find_map(|style| style.font).or(self.default_font)
    }

    /// Whether a paragraph style shows small letters as capitals.
    pub(super) fn shows_capitals(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.capitals).unwrap_or(false)
    }

    /// Whether a table style draws borders.
    pub(super) fn has_borders(&self, id: &str) -> bool {
        self.chain(Some(id)).find_map(|style| style.borders).unwrap_or(false)
    }
}

impl<'a> Style<'a> {
    fn of(node: Node<'a, '_>) -> Self {
        let list = along(node, &["pPr", "numPr"]);
        let run = child(node, "rPr");
        Self {
            based_on: child(node, "basedOn").and_then(value),
            list: list.and_then(|list| child(list, "numId")).and_then(value),
            level: list.and_then(|list| number(list, "ilvl")),
            font: run.and_then(font),
            capitals: run.and_then(|run| is_on(run, "caps")),
            borders: along(node, &["tblPr", "tblBorders"]).map(has_lines),
        }
    }
}

/// The font that run properties name.
pub(super) fn font<'a>(properties: Node<'a, '_>) -> Option<&'a str> {
    let fonts = child(properties, "rFonts")?;
    attribute(fonts, "ascii").or_else(|| attribute(fonts, "hAnsi"))
}

/// Whether any of the borders is drawn.
pub(super) fn has_lines(borders: Node<'_, '_>) -> bool {
    borders
        .children()
        .filter(|side| !name(*side).is_empty())
        .any(|side| !matches!(value(side), None | Some("nil" | "none")))
}
