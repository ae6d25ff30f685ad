//! How do lines become sections and blocks?

use super::{
    Block, BlockKind, Document, MoneyUnit, SectionRole, ServedLine,
    footnote::{self, Note},
    furniture,
    heading::{self, Heading},
    item,
    line::{Line, is_capitals, lines},
    numbering::{Mark, Numbered},
    outline::Outline,
    table,
};
use crate::{
    decode::Format,
    span::{CharRange, Text},
    text::shadow::printed,
};

/// Which stretch of the document the lines are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Before the first heading.
    Head {
        /// After "KẾ HOẠCH", while its title goes on.
        in_title: bool,
    },
    /// Between headings.
    Body,
    /// Captions between an annex's heading and what it holds.
    Captions,
    /// From "Nơi nhận" to the next annex.
    Closing,
}

/// Takes a text apart.
pub(super) fn assemble(text: &Text, served: &[ServedLine], format: Format) -> Document {
    let lines = lines(text, served);
    let mut assembly = Assembly {
        text,
        wrapped: is_wrapped(&lines),
        in_bars: table::cells_of_bars(&lines),
        lines,
        format,
        outline: Outline::default(),
        blocks: Vec::new(),
        stage: Stage::Head { in_title: false },
        gap: false,
        unit: None,
        last_item: None,
        tail: Tail::default(),
    };
    assembly.run();
    let mut document = Document { sections: assembly.outline.sections, blocks: assembly.blocks };
    super::address::complete(&mut document);
    document
}

struct Assembly<'a> {
    text: &'a Text,
    lines: Vec<Line>,
    format: Format,
    outline: Outline,
    blocks: Vec<Block>,
    stage: Stage,
    /// Whether an empty line came before.
    gap: bool,
    /// The unit line that waits for its table.
    unit: Option<(MoneyUnit, CharRange)>,
    /// Mark of the numbered list item just before, for telling what continues it.
    last_item: Option<Mark>,
    /// How the passage taken in last ends.
    tail: Tail,
    /// Whether the file breaks its sentences into lines.
    wrapped: bool,
    /// Per line, whether it is a cell of a table whose rows cannot be told.
    in_bars: Vec<bool>,
}

/// How a passage ends, for telling whether the next words go on with it.
#[derive(Default)]
struct Tail {
    last: Option<char>,
    /// Brackets opened and not closed.
    open: i32,
}

impl Tail {
    fn add(&mut self, shown: &str) {
        self.last = shown.chars().next_back();
        for byte in shown.bytes() {
            self.open += i32::from(byte == b'(') - i32::from(byte == b')');
        }
    }

    /// Whether a sentence is finished.
    fn is_final(&self) -> bool {
        self.last.is_none_or(|last| matches!(last, '.' | ';' | ':' | '!' | '?' | '…'))
    }

    /// Whether it cannot have been meant to end here.
    fn is_unfinished(&self) -> bool {
        self.open > 0 || matches!(self.last, Some(',' | '(' | '-' | '/'))
    }
}

/// Fewest sentences cut by a line's end that show a file to be wrapped.
const FEWEST_CUTS: usize = 5;

/// Most lines that a heading goes on for.
const MOST_WRAPS: usize = 4;

/// Whether lines end where a page was full: more of them cut a sentence than not.
fn is_wrapped(lines: &[Line]) -> bool {
    let pairs = lines.windows(2).filter(|pair| {
        let long = (25..=130).contains(&pair[0].shown().chars().count());
        long && !pair[1].is_blank() && !pair[0].raw.contains('\t') && !pair[1].raw.contains('\t')
    });
    let (mut cuts, mut ends) = (0, 0);
    for pair in pairs {
        let finished = pair[0].shown().ends_with(['.', ';', ':', ',', '…', '!', '?']);
        let goes_on = pair[1].shown().starts_with(char::is_lowercase);
        cuts += usize::from(goes_on && !finished);
        ends += usize::from(!goes_on && !finished);
    }
    cuts >= FEWEST_CUTS && cuts > ends
}

/// "… giai đoạn 2021", below it "- 2025": a span of years that a line's end cut.
fn goes_on_with_span(last: Option<char>, shown: &str) -> bool {
    let rest = shown.strip_prefix('-').map_or("", str::trim_start);
    let year = rest.len() >= 4 && rest.starts_with("20") && rest.bytes().take(4).all(|b| b.is_ascii_digit());
    year && last.is_some_and(|last| last.is_ascii_digit())
}

/// Whether every letter is a capital, however few there are.
fn is_in_capitals(shown: &str) -> bool {
    let mut letters = shown.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Whether the last word of a heading cannot end it.
fn needs_more(shown: &str) -> bool {
    const JOINTS: [&str; 11] = ["của", "về", "và", "với", "trong", "tại", "trên", "cho", "theo", "từ", "các"];
    shown.rsplit(' ').next().is_some_and(|last| JOINTS.contains(&last.to_lowercase().as_str()))
}

impl Assembly<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            at = self.take(at);
        }
    }

    /// Takes in what begins at a line; returns the line after it.
    fn take(&mut self, at: usize) -> usize {
        if let Some(found) = table::find(self.text, &self.lines, at, self.unit) {
            self.unit = None;
            self.leave_captions();
            self.push(BlockKind::Table(found.table), found.range);
            self.gap = true;
            return found.end;
        }
        if self.lines[at].is_blank() {
            self.gap = true;
            return at + 1;
        }
        if self.in_bars[at] && !matches!(self.stage, Stage::Head { .. }) {
            self.push(BlockKind::Furniture, self.lines[at].content());
            return at + 1;
        }
        let next =
            self.take_heading(at).or_else(|| self.take_furniture(at)).unwrap_or_else(|| self.take_text(at));
        self.gap = false;
        next
    }

    fn leave_captions(&mut self) {
        if self.stage == Stage::Captions {
            self.stage = Stage::Body;
        }
    }

    fn push(&mut self, kind: BlockKind, range: CharRange) {
        let section = self.outline.current();
        self.blocks.push(Block { kind, section, range, address: None });
    }

    fn take_heading(&mut self, at: usize) -> Option<usize> {
        let line = &self.lines[at];
        if self.stage == Stage::Closing && furniture::names_annex(line.shown()) {
            return Some(self.take_unnamed_annex(at));
        }
        let found = heading::of(line, &self.outline, self.last_item.as_ref())?;
        if self.stage == Stage::Closing && !found.reopens()
            || self.stage == Stage::Captions && found.mark.is_none()
        {
            return None;
        }
        // A number in a title ("1. …" under "KẾ HOẠCH") opens the body all the same.
        let Heading { mark, words, whole, rest } = found;
        let range = line.part(whole.clone());
        let title = printed(self.text, range);
        let name = line.shown()[words].to_owned();
        let rest = rest.map(|rest| line.part(rest));
        let hashes = line.hashes;
        let opens_lines_of_title = matches!(mark, Some(Mark::Part { .. })) && name.is_empty();
        let is_annex = matches!(mark, Some(Mark::Annex { .. }));
        let section = self.outline.push(mark, hashes, title, &name, range);
        let level = self.outline.sections[section].level;
        self.push(BlockKind::Heading { level }, range);
        self.stage = if is_annex { Stage::Captions } else { Stage::Body };
        self.unit = None;
        self.last_item = None;
        let mut next = at + 1;
        if opens_lines_of_title {
            next = self.take_title_lines(section, next);
        } else if rest.is_none() && !is_annex {
            next = self.take_wrapped_heading(section, next);
        }
        if let Some(rest) = rest {
            self.push(BlockKind::Paragraph, rest);
            self.tail = Tail::default();
            self.tail.add(&printed(self.text, rest));
        }
        Some(next)
    }

    /// An annex after the signatures that is headed by its title alone ("DANH MỤC DỰ ÁN …").
    fn take_unnamed_annex(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        let range = line.content();
        let words = line.shown().to_owned();
        let mark = Mark::Annex { label: "PL".to_owned() };
        let section = self.outline.push(Some(mark), 0, printed(self.text, range), &words, range);
        let level = self.outline.sections[section].level;
        self.push(BlockKind::Heading { level }, range);
        self.stage = Stage::Captions;
        at + 1
    }

    /// The title of "Phần I" on the lines below it.
    fn take_title_lines(&mut self, section: usize, at: usize) -> usize {
        let from = (at..self.lines.len()).find(|&next| !self.lines[next].is_blank()).unwrap_or(at);
        let mut next = from;
        while let Some(line) = self.lines.get(next)
            && !line.is_blank()
            && is_in_capitals(line.shown())
            && Numbered::of(line.shown()).is_none()
            && !furniture::is_title_word(line.shown())
            && !self.lines.get(next + 1).is_some_and(Line::is_bar)
        {
            next += 1;
        }
        if next == from {
            return at;
        }
        let words: Vec<&str> = self.lines[from..next].iter().map(Line::shown).collect();
        let words = words.join(" ");
        self.extend_heading(section, &words, self.lines[next - 1].content().end);
        next
    }

    /// The rest of a heading that line ends cut: it goes on in lower case, or in capitals as
    /// it began, or after a word that cannot end it.
    fn take_wrapped_heading(&mut self, section: usize, from: usize) -> usize {
        let mut next = from;
        while next < from + MOST_WRAPS && self.wraps(next) {
            next += 1;
        }
        if next > from {
            let words: Vec<&str> = self.lines[from - 1..next].iter().map(Line::shown).collect();
            let words = words.join(" ");
            self.extend_heading(section, &words, self.lines[next - 1].content().end);
        }
        next
    }

    /// Whether a line goes on with the heading that the line before it holds or goes on with.
    fn wraps(&self, at: usize) -> bool {
        let (Some(line), before) = (self.lines.get(at), self.lines[at - 1].shown()) else { return false };
        let shown = line.shown();
        let lower = shown.starts_with(char::is_lowercase);
        let capitals = is_capitals(before) && is_in_capitals(shown) && !furniture::is_title_word(shown);
        (lower || capitals || needs_more(before))
            && !line.is_blank()
            && !before.ends_with([':', '.', ';'])
            && shown.chars().count() <= 200
            && Numbered::of(shown).is_none()
            && item::marker(shown).is_none()
            && furniture::unit_line(shown).is_none()
            && !shown.contains('|')
            && !self.lines.get(at + 1).is_some_and(Line::is_bar)
            && !line.raw.contains('\t')
    }

    fn extend_heading(&mut self, section: usize, words: &str, end: usize) {
        let start = self.outline.sections[section].range.start;
        let title = printed(self.text, CharRange::new(start, end));
        self.outline.extend_title(section, title, words, end);
        if let Some(block) = self.blocks.last_mut() {
            block.range.end = end;
        }
    }

    fn take_furniture(&mut self, at: usize) -> Option<usize> {
        let shown = self.lines[at].shown().to_owned();
        if let Some(unit) = furniture::unit_line(&shown) {
            self.unit = Some((unit, self.lines[at].content()));
        } else if furniture::is_title_word(&shown) && self.stage != Stage::Captions {
            self.stage = Stage::Head { in_title: true };
        } else if furniture::opens_closing(&shown) {
            self.stage = Stage::Closing;
        } else if !self.is_furniture(&shown) {
            return None;
        }
        let end = self.end_of_bracket(at);
        let range = CharRange::new(self.lines[at].content().start, self.lines[end].content().end);
        self.push(BlockKind::Furniture, range);
        Some(end + 1)
    }

    fn is_furniture(&mut self, shown: &str) -> bool {
        match self.stage {
            Stage::Closing => true,
            Stage::Head { in_title } => {
                let goes_on = in_title && furniture::continues_title(shown);
                self.stage = Stage::Head { in_title: goes_on };
                goes_on || is_capitals(shown) || furniture::is_letterhead(shown)
            }
            Stage::Captions => {
                let caption =
                    is_capitals(shown) || furniture::is_attachment_note(shown) || self.names_a_table(shown);
                if !caption {
                    self.stage = Stage::Body;
                }
                caption
            }
            Stage::Body => {
                furniture::is_signature(shown) || furniture::is_attachment_note(shown) && self.in_annex()
            }
        }
    }

    fn in_annex(&self) -> bool {
        self.outline.current_section().is_some_and(|section| section.role == SectionRole::Annex)
    }

    /// A caption in mixed case: one short line that is no sentence.
    fn names_a_table(&self, shown: &str) -> bool {
        shown.chars().count() <= 250
            && !shown.ends_with(['.', ';', ':'])
            && item::marker(shown).is_none()
            && self.outline.current().is_some()
    }

    /// A note in brackets may run over some lines.
    fn end_of_bracket(&self, at: usize) -> usize {
        let open = |shown: &str| shown.matches('(').count() > shown.matches(')').count();
        if !furniture::is_attachment_note(self.lines[at].shown()) || !open(self.lines[at].shown()) {
            return at;
        }
        let limit = (at + 4).min(self.lines.len());
        (at + 1..limit).find(|&line| self.lines[line].shown().contains(')')).unwrap_or(at)
    }

    fn take_text(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        let (body, notes) = footnote::split(line.shown());
        let shown = line.shown()[body.clone()].to_owned();
        let range = line.closed(line.part(body.clone()));
        let notes: Vec<(Note, CharRange)> =
            notes.into_iter().map(|note| (note.clone(), line.part(note.words))).collect();
        let indent = line.indent();
        if !shown.is_empty() {
            self.take_words(&shown, range, indent);
        }
        let mut next = at + 1;
        for (note, mut range) in notes {
            if note.open {
                (range.end, next) = self.rest_of_note(at);
            }
            self.push(BlockKind::Footnote { mark: note.mark }, range);
        }
        next
    }

    /// End of a footnote that runs over some lines, and the line after it.
    fn rest_of_note(&self, at: usize) -> (usize, usize) {
        let limit = (at + 12).min(self.lines.len());
        for next in at + 1..limit {
            let line = &self.lines[next];
            if let Some(length) = footnote::closing(line.shown()) {
                let words = line.shown()[..length].trim_end().len();
                let last = (at..next).rev().find(|line| !self.lines[*line].is_blank()).unwrap_or(at);
                let end = if words == 0 { self.lines[last].content().end } else { line.part(0..words).end };
                return (end, next + 1);
            }
        }
        (self.lines[at].content().end, at + 1)
    }

    fn take_words(&mut self, shown: &str, range: CharRange, indent: usize) {
        let goes_on = goes_on_with_span(self.tail.last, shown);
        if let Some(marker) = item::marker(shown).filter(|_| !goes_on) {
            if matches!(marker.mark, Some(Mark::Lower(_))) {
                self.outline.close_lettered();
            }
            self.last_item.clone_from(&marker.mark);
            let depth =
                marker.depth + u8::from(marker.depth == 0 && indent >= 2 && self.format == Format::Markdown);
            self.push(BlockKind::ListItem { depth, marker: marker.text }, range);
            self.tail = Tail::default();
        } else if goes_on && !self.gap || self.mends(shown) {
            if let Some(block) = self.blocks.last_mut() {
                block.range.end = range.end;
            }
        } else {
            self.last_item = None;
            self.push(BlockKind::Paragraph, range);
            self.tail = Tail::default();
        }
        self.tail.add(shown);
    }

    /// Whether words go on with the block before: a sentence that a line end or a page
    /// break cut.
    fn mends(&self, shown: &str) -> bool {
        let Some(block) = self.blocks.last() else { return false };
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
            || block.section != self.outline.current()
        {
            return false;
        }
        if self.tail.is_final() {
            return false;
        }
        let lower = shown.starts_with(|c: char| c.is_lowercase());
        let runs_on = self.wrapped || self.format == Format::Markdown;
        lower || self.tail.is_unfinished() || (runs_on && !self.gap)
    }
}
