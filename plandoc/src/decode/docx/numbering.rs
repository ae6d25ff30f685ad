//! Which number does Word compute for a paragraph of a list?
//!
//! A paragraph names a list and a level; the list refers to a definition whose levels
//! have a format ("decimal"), a start and a pattern ("%1.%2."). Lists of one definition
//! go on counting together, unless a list starts a level anew. Counting at a level starts
//! the levels below it over.

use std::collections::{HashMap, HashSet};

use roxmltree::{Document, Node};

use super::{
    symbol,
    xml::{attribute, child, children, is_on, number, value},
};
use crate::decode::numeral::written;

/// Levels that Word has.
const LEVELS: usize = 9;

/// How the items of one level are numbered.
#[derive(Clone, Debug, Default)]
struct Level<'a> {
    format: &'a str,
    start: usize,
    pattern: &'a str,
    font: &'a str,
    /// Whether all numbers in the pattern are written in digits.
    legal: bool,
    /// Level whose counting starts this one over; 0 for none.
    restart: Option<usize>,
    /// What stands between the number and the words.
    gap: &'a str,
}

#[derive(Clone, Debug, Default)]
struct List<'a> {
    definition: &'a str,
    /// Levels that it starts at a number of its own.
    starts: HashMap<usize, usize>,
    /// Levels that it writes in its own way.
    levels: HashMap<usize, Level<'a>>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering<'a> {
    definitions: HashMap<&'a str, HashMap<usize, Level<'a>>>,
    lists: HashMap<&'a str, List<'a>>,
    counts: HashMap<&'a str, [Option<usize>; LEVELS]>,
    started: HashSet<(&'a str, usize)>,
}

impl<'a> Numbering<'a> {
    pub(super) fn read(part: &'a Document<'a>) -> Self {
        let root = part.root_element();
        let mut read = Self::default();
        let mut by_style = HashMap::new();
        let mut linked = Vec::new();
        for node in children(root, "abstractNum") {
            let Some(id) = attribute(node, "abstractNumId") else { continue };
            if let Some(style) = child(node, "styleLink").and_then(value) {
                by_style.insert(style, id);
            }
            if let Some(style) = child(node, "numStyleLink").and_then(value) {
                linked.push((id, style));
            }
            read.definitions.insert(id, levels(node));
        }
        for (id, style) in linked {
            if let Some(levels) = by_style.get(style).and_then(|of| read.definitions.get(of)).cloned() {
                read.definitions.insert(id, levels);
            }
        }
        for node in children(root, "num") {
            let definition = child(node, "abstractNumId").and_then(value);
            if let (Some(id), Some(definition)) = (attribute(node, "numId"), definition) {
                read.lists.insert(id, list(node, definition));
            }
        }
        read
    }

    /// Counts a paragraph, and gives its number with what stands before its words.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let (&id, found) = self.lists.get_key_value(list)?;
        let level = level.min(LEVELS - 1);
        let definition = self.definitions.get(found.definition)?;
        let known = |at: usize| found.levels.get(&at).or_else(|| definition.get(&at));
        let own = known(level)?;
        let counts = self.counts.entry(found.definition).or_default();
        let count = match (found.starts.get(&level), counts[level]) {
            (Some(&start), _) if self.started.insert((id, level)) => start,
            (_, Some(count)) => count + 1,
            (_, None) => own.start,
        };
        counts[level] = Some(count);
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = known(below).and_then(|level| level.restart).unwrap_or(below);
            if restart > level {
                *count = None;
            }
        }
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert(known(above).map_or(1, |level| level.start));
        }
        let written_level = |at: usize| {
            let format = known(at).map_or("decimal", |level| level.format);
            let format = if own.legal && at != level { "decimal" } else { format };
            written(counts[at].unwrap_or(1), format)
        };
        Some(label(own, &written_level))
    }
}

/// The pattern with its numbers filled in, and the gap after it.
fn label(level: &Level<'_>, written: &impl Fn(usize) -> String) -> String {
    let mut label = if level.format == "bullet" {
        symbol::bullet(level.pattern, level.font)
    } else {
        let mut label = String::new();
        let mut signs = level.pattern.chars().peekable();
        while let Some(sign) = signs.next() {
            match signs.peek().and_then(|digit| digit.to_digit(10)) {
                Some(digit @ 1..=9) if sign == '%' => {
                    signs.next();
                    label.push_str(&written(usize::try_from(digit - 1).unwrap_or(0)));
                }
                _ => label.push(sign),
            }
        }
        label
    };
    if level.gap != "nothing" && !label.is_empty() {
        label.push(' ');
    }
    label
}

fn levels<'a>(definition: Node<'a, '_>) -> HashMap<usize, Level<'a>> {
    children(definition, "lvl").filter_map(|node| Some((place(node)?, level(node)))).collect()
}

fn place(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok().filter(|place| *place < LEVELS)
}

fn level<'a>(node: Node<'a, '_>) -> Level<'a> {
    let text = |wanted: &str| child(node, wanted).and_then(value);
    Level {
        format: text("numFmt").unwrap_or("decimal"),
        start: number(node, "start").unwrap_or(1),
        pattern: text("lvlText").unwrap_or_default(),
        font: child(node, "rPr").and_then(super::styles::font).unwrap_or_default(),
        legal: is_on(node, "isLgl").unwrap_or(false),
        restart: number(node, "lvlRestart"),
        gap: text("suff").unwrap_or("tab"),
    }
}

fn list<'a>(node: Node<'a, '_>, definition: &'a str) -> List<'a> {
    let mut list = List { definition, ..List::default() };
    for change in children(node, "lvlOverride") {
        let Some(place) = place(change) else { continue };
        if let Some(start) = number(change, "startOverride") {
            list.starts.insert(place, start);
        }
        if let Some(own) = child(change, "lvl") {
            list.levels.insert(place, level(own));
        }
    }
    list
}
