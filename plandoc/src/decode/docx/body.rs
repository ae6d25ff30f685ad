//! Which lines do a document's paragraphs and tables make?

use roxmltree::{Document, Node};

use super::{
    inline::Paragraph,
    notes::Notes,
    numbering::Numbering,
    styles::Styles,
    warning,
    xml::{along, child, name, value},
};
use crate::{decode::encoding, reading::Warning};

/// Deepest nesting of tables, boxes and wrappers that is followed.
pub(super) const DEPTH_LIMIT: usize = 40;

/// A document on its way to lines.
pub(super) struct Story<'a> {
    pub(super) styles: Styles<'a>,
    pub(super) numbering: Numbering<'a>,
    pub(super) notes: Notes<'a>,
    pub(super) lines: Vec<String>,
    /// Insertions and deletions that were accepted.
    pub(super) changes: usize,
    /// Encoding of a font from before Unicode that was met.
    pub(super) converted_from: Option<&'static str>,
    /// Words of a paragraph whose end was deleted: the next one goes on with them.
    unfinished: Option<Paragraph>,
}

impl<'a> Story<'a> {
    pub(super) fn new(styles: &'a Document<'a>, numbering: &'a Document<'a>) -> Self {
        Self {
            styles: Styles::read(styles),
            numbering: Numbering::read(numbering),
            notes: Notes::default(),
            lines: Vec::new(),
            changes: 0,
            converted_from: None,
            unfinished: None,
        }
    }

    pub(super) fn add_notes(&mut self, part: &'a Document<'a>, kind: &'static str) {
        self.notes.add(part, kind);
    }

    pub(super) fn read(&mut self, document: &'a Document<'a>) {
        if let Some(body) = child(document.root_element(), "body") {
            self.blocks(body, 0);
        }
        if let Some(rest) = self.unfinished.take() {
            self.push(rest);
        }
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
    }

    /// Paragraphs and tables, whatever wraps them.
    pub(super) fn blocks(&mut self, parent: Node<'a, 'a>, depth: usize) {
        if depth > DEPTH_LIMIT {
            return;
        }
        for node in parent.children() {
            match name(node) {
                "p" => self.paragraph(node, depth),
                "tbl" => self.table(node, depth),
                "ins" | "moveTo" => {
                    self.changes += 1;
                    self.blocks(node, depth + 1);
                }
                "del" | "moveFrom" => self.changes += 1,
                "AlternateContent" => {
                    if let Some(chosen) = child(node, "Choice").or_else(|| child(node, "Fallback")) {
                        self.blocks(chosen, depth + 1);
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.blocks(node, depth + 1),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'a, 'a>, depth: usize) {
        let mut read = self.words_of(node, depth);
        if let Some(mut begun) = self.unfinished.take() {
            begun.append(read);
            read = begun;
        }
        let mark = along(node, &["pPr", "rPr"]);
        if mark.is_some_and(|mark| child(mark, "del").or_else(|| child(mark, "moveFrom")).is_some()) {
            self.changes += 1;
            self.unfinished = Some(read);
        } else {
            self.push(read);
        }
    }

    /// The lines of a paragraph: its own, its notes after them, its text boxes below.
    fn push(&mut self, paragraph: Paragraph) {
        let Paragraph { label, text, notes, boxes } = paragraph;
        if text.trim().is_empty() && notes.is_empty() {
            self.push_gap();
        } else {
            let mut words = format!("{label}{}", text.trim());
            for note in &notes {
                words.push(' ');
                words.push_str(note);
            }
            self.lines.extend(words.split('\n').map(|line| line.trim().to_owned()));
        }
        self.lines.extend(boxes);
    }

    /// An empty line, unless there is one.
    pub(super) fn push_gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The lines of what stands apart: a cell laid out as lines, a text box.
    pub(super) fn lines_apart(&mut self, node: Node<'a, 'a>, depth: usize) -> Vec<String> {
        let (before, unfinished) = (std::mem::take(&mut self.lines), self.unfinished.take());
        self.blocks(node, depth);
        if let Some(rest) = self.unfinished.take() {
            self.push(rest);
        }
        self.unfinished = unfinished;
        std::mem::replace(&mut self.lines, before)
    }

    /// The number that Word computes for a paragraph.
    pub(super) fn label(&mut self, paragraph: Node<'a, 'a>) -> String {
        let style = along(paragraph, &["pPr", "pStyle"]).and_then(value);
        let (mut list, mut level) = self.styles.list(style);
        if let Some(own) = along(paragraph, &["pPr", "numPr"]) {
            list = child(own, "numId").and_then(value).or(list);
            level = super::xml::number(own, "ilvl").or(level);
        }
        list.and_then(|list| self.numbering.next(list, level.unwrap_or(0))).unwrap_or_default()
    }

    pub(super) fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if let Some(encoding) = self.converted_from {
            warnings.push(encoding::warning(encoding));
        }
        if self.changes > 0 {
            warnings.push(warning(
                "tracked_changes_accepted",
                "Tệp còn dấu vết sửa đổi; nội dung được đọc như khi mọi sửa đổi đã được chấp nhận."
                    .to_owned(),
            ));
        }
        warnings
    }
}
