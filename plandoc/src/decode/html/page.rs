//! Which lines do a page's tags and words make?

use html5gum::StartTag;

use super::{
    element::{attribute, is_block, is_hidden, is_left_out, is_of_the_site, is_void, number},
    list::List,
    notes,
    region::Region,
    table::Table,
};

/// Deepest nesting of tables and lists that is followed; deeper ones join their parents.
const DEPTH_LIMIT: usize = 60;

/// A line of nothing but links is navigation, unless it is as long as a sentence.
const LINK_LINE: usize = 120;

/// A page on its way to lines.
#[derive(Debug, Default)]
pub(super) struct Page {
    without_menus: bool,
    left_out: Region,
    lists: Vec<List>,
    tables: Vec<Table>,
    lines: Vec<String>,
    /// The line that is being read.
    line: String,
    /// The mark of a list item, which waits for its words.
    mark: String,
    /// White space that waits for the next word.
    space: bool,
    /// Letters of the line that are links, and others.
    linked: usize,
    plain: usize,
    links: usize,
    /// Lines of text kept as they stand.
    preformatted: usize,
    /// Mark of the footnote that is being read, and the footnotes read.
    note: Option<String>,
    notes: Vec<(String, Vec<String>)>,
}

impl Page {
    pub(super) fn new(without_menus: bool) -> Self {
        Self { without_menus, ..Self::default() }
    }

    pub(super) fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let name = name.as_str();
        if self.left_out.is_open() {
            self.left_out.open(name);
            if name == "body" {
                self.left_out.close("body");
            }
            return;
        }
        let is_site = self.without_menus && is_of_the_site(name, tag);
        if !is_void(name) && (is_left_out(name) || is_hidden(tag) || is_site) {
            if is_block(name) {
                self.end_line();
            }
            self.left_out.enter(name);
            return;
        }
        match name {
            "br" => self.end_line(),
            "table" => self.open_table(),
            "tr" => self.in_table(Table::open_row),
            "td" | "th" => {
                let (columns, rows) = (number(tag, "colspan"), number(tag, "rowspan"));
                self.in_table(|table| table.open_cell(columns.unwrap_or(1), rows.unwrap_or(1)));
            }
            "a" => self.link(tag),
            _ if is_block(name) => self.open_block(name, tag),
            _ => {}
        }
    }

    fn link(&mut self, tag: &StartTag<()>) {
        if let Some(mark) = notes::reference(tag).filter(|_| self.note.is_none()) {
            self.push_words(&format!("[footnoteRef:{mark}]"));
            self.left_out.enter("a");
        } else if self.note.is_some() && notes::is_way_back(tag) {
            self.left_out.enter("a");
        } else if attribute(tag, "href").is_some() {
            self.links = 1;
        }
    }

    fn open_block(&mut self, name: &str, tag: &StartTag<()>) {
        self.end_line();
        if let Some(mark) = notes::body(tag) {
            self.notes.push((mark.clone(), Vec::new()));
            self.note = Some(mark);
        }
        match name {
            "ol" | "ul" if self.lists.len() < DEPTH_LIMIT => self.lists.push(List::of(name, tag)),
            "li" => self.mark = self.lists.last_mut().map_or_else(String::new, |list| list.mark(tag)),
            "pre" => self.preformatted += 1,
            _ => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        if self.left_out.is_open() {
            self.left_out.close(name);
            return;
        }
        match name {
            "a" => self.links = 0,
            "table" => self.close_table(),
            "td" | "th" => self.in_table(Table::close_cell),
            "tr" => self.end_line(),
            _ if is_block(name) => {
                self.end_line();
                match name {
                    "ol" | "ul" => drop(self.lists.pop()),
                    "li" => self.mark.clear(),
                    "pre" => self.preformatted = self.preformatted.saturating_sub(1),
                    "div" => self.note = None,
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn open_table(&mut self) {
        self.end_line();
        if let Some(outer) = self.tables.last_mut() {
            outer.has_inner = true;
        }
        if self.tables.len() < DEPTH_LIMIT {
            self.tables.push(Table::default());
        }
    }

    fn close_table(&mut self) {
        self.end_line();
        if let Some(table) = self.tables.pop() {
            table.lines().into_iter().for_each(|line| self.push_line(line));
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        self.end_line();
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    pub(super) fn words(&mut self, words: &str) {
        if self.left_out.is_open() {
            return;
        }
        if self.preformatted == 0 {
            self.push_words(words);
            return;
        }
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.push_words(line);
        }
    }

    /// Words with white space as a browser shows it: one space, none around a line.
    fn push_words(&mut self, words: &str) {
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            self.line.push(c);
            if self.links > 0 { self.linked += 1 } else { self.plain += 1 }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let (linked, plain) = (std::mem::take(&mut self.linked), std::mem::take(&mut self.plain));
        self.space = false;
        let is_navigation = self.without_menus && linked > plain * 4 && linked <= LINK_LINE;
        if linked + plain > 0 && !is_navigation {
            let mark = std::mem::take(&mut self.mark);
            self.push_line(mark + line.trim());
        }
    }

    fn push_line(&mut self, line: String) {
        if let Some(table) = self.tables.last_mut() {
            table.push(line);
        } else if let Some((_, words)) = self.notes.last_mut().filter(|_| self.note.is_some()) {
            words.push(line);
        } else if !line.is_empty() || self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.push(line);
        }
    }

    pub(super) fn finish(mut self) -> String {
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.end_line();
        let mut text = notes::placed(self.lines, self.notes).join("\n");
        text.truncate(text.trim_end_matches('\n').len());
        text.push('\n');
        text
    }
}
