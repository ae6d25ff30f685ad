//! Which words do a paragraph's runs show?

use roxmltree::Node;

use super::{
    body::{DEPTH_LIMIT, Story},
    font::LegacyFont,
    styles::font,
    symbol,
    xml::{along, attribute, child, is_on, name, value},
};

/// What one paragraph shows.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its number, with what stands between it and the words.
    pub(super) label: String,
    pub(super) text: String,
    /// Its footnotes, each in brackets.
    pub(super) notes: Vec<String>,
    /// Lines of the text boxes anchored in it.
    pub(super) boxes: Vec<String>,
}

impl Paragraph {
    /// Goes on with the words of the paragraph below.
    pub(super) fn append(&mut self, below: Self) {
        self.text.push_str(&below.text);
        self.notes.extend(below.notes);
        self.boxes.extend(below.boxes);
    }
}

/// A field's code, which is not shown, or its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Code,
    Result,
}

/// A paragraph while its runs are read.
struct Words<'s, 'a> {
    story: &'s mut Story<'a>,
    shown: Paragraph,
    /// Fields that are open, innermost last.
    fields: Vec<Field>,
    /// Style of the paragraph.
    style: Option<&'a str>,
    /// What the font of the run asks for.
    legacy: Option<LegacyFont>,
    capitals: bool,
}

impl<'a> Story<'a> {
    /// The number and words of a paragraph.
    pub(super) fn words_of(&mut self, paragraph: Node<'a, 'a>, depth: usize) -> Paragraph {
        let style = along(paragraph, &["pPr", "pStyle"]).and_then(value);
        let label = self.label(paragraph);
        let shown = Paragraph { label, ..Paragraph::default() };
        let mut words =
            Words { story: self, shown, fields: Vec::new(), style, legacy: None, capitals: false };
        words.children(paragraph, depth + 1);
        words.shown
    }
}

impl<'a> Words<'_, 'a> {
    fn children(&mut self, parent: Node<'a, 'a>, depth: usize) {
        if depth <= DEPTH_LIMIT {
            parent.children().for_each(|node| self.inline(node, depth));
        }
    }

    fn inline(&mut self, node: Node<'a, 'a>, depth: usize) {
        match name(node) {
            "r" => self.run(node, depth),
            "ins" | "moveTo" => {
                self.story.changes += 1;
                self.children(node, depth + 1);
            }
            "del" | "moveFrom" => self.story.changes += 1,
            "AlternateContent" => {
                if let Some(chosen) = child(node, "Choice").or_else(|| child(node, "Fallback")) {
                    self.children(chosen, depth + 1);
                }
            }
            // A prompt ("Click here to enter text") is not the document's.
            "sdt" if along(node, &["sdtPr", "showingPlcHdr"]).is_some() => {}
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "sectPr" => {}
            _ => self.children(node, depth + 1),
        }
    }

    fn run(&mut self, run: Node<'a, 'a>, depth: usize) {
        let properties = child(run, "rPr");
        if properties.and_then(|properties| is_on(properties, "vanish")).unwrap_or(false) {
            return;
        }
        let named = properties.and_then(font).or_else(|| self.story.styles.font(self.style));
        self.legacy = named.and_then(LegacyFont::of);
        let own = properties.and_then(|properties| is_on(properties, "caps"));
        self.capitals = own.unwrap_or_else(|| self.story.styles.shows_capitals(self.style));
        for node in run.children() {
            self.piece(node, depth + 1);
        }
    }

    /// Words as their font shows them.
    fn text(&mut self, words: &str) {
        let converted = self.legacy.map(|legacy| legacy.convert(words));
        if let Some(legacy) = self.legacy {
            self.story.converted_from = Some(legacy.name());
        }
        let words = converted.as_deref().unwrap_or(words);
        if self.capitals {
            self.shown.text.push_str(&words.to_uppercase());
        } else {
            self.shown.text.push_str(words);
        }
    }

    fn piece(&mut self, node: Node<'a, 'a>, depth: usize) {
        if name(node) == "fldChar" {
            self.field(attribute(node, "fldCharType").unwrap_or_default());
            return;
        }
        if self.fields.contains(&Field::Code) {
            return;
        }
        match name(node) {
            "t" => self.text(node.text().unwrap_or_default()),
            "tab" | "ptab" => self.shown.text.push('\t'),
            "br" | "cr" => self.shown.text.push('\n'),
            "noBreakHyphen" => self.shown.text.push('-'),
            "sym" => self.symbol(node),
            "footnoteReference" => self.note(node, "footnote", depth),
            "endnoteReference" => self.note(node, "endnote", depth),
            "drawing" | "pict" | "object" | "AlternateContent" => self.boxes(node, depth),
            _ => {}
        }
    }

    fn field(&mut self, change: &str) {
        match change {
            "begin" => self.fields.push(Field::Code),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    *field = Field::Result;
                }
            }
            _ => {
                self.fields.pop();
            }
        }
    }

    fn symbol(&mut self, node: Node<'a, 'a>) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(sign) = code.and_then(char::from_u32) {
            self.shown.text.push(symbol::shown(sign, attribute(node, "font").unwrap_or_default()));
        }
    }

    /// A note: its mark where it is referred to, its words after the paragraph, as exports
    /// to text write both.
    fn note(&mut self, reference: Node<'a, 'a>, kind: &'static str, depth: usize) {
        let named = attribute(reference, "id");
        let Some(note) = named.and_then(|id| self.story.notes.take(kind, id)) else { return };
        self.story.notes.count += 1;
        let mark = self.story.notes.count.to_string();
        let lines = self.story.lines_apart(note, depth + 1);
        let words: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        self.shown.text.extend(["[footnoteRef:", &mark, "]"]);
        self.shown.notes.push(format!("[{mark}:  {}]", words.join(" ")));
    }

    /// Text boxes, of which Word stores an older drawing as well.
    fn boxes(&mut self, node: Node<'a, 'a>, depth: usize) {
        if depth > DEPTH_LIMIT {
            return;
        }
        for inner in node.children() {
            match name(inner) {
                "txbxContent" => {
                    let lines = self.story.lines_apart(inner, depth + 1);
                    self.shown.boxes.extend(lines);
                }
                "Fallback" if child(node, "Choice").is_some() => {}
                _ => self.boxes(inner, depth + 1),
            }
        }
    }
}
