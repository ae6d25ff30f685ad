//! What does every kind of record need to be read?

use std::{borrow::Cow, collections::BTreeMap, ops::Range, sync::Arc};

use super::{Confidence, Provenance, Source, plan::Plan};
use crate::{
    blocks::{Block, BlockKind, Document, ServedLine, passage::Passage, served_lines},
    decode::Decoded,
    span::{CharRange, Text},
    text::shadow::{Shadow, printed},
};

/// Longest quote, in characters.
pub(super) const QUOTE_LIMIT: usize = 600;

/// A document taken apart, with the evened-out words of each block.
#[derive(Clone, Debug)]
pub struct ReadContext {
    /// The served text.
    pub text: Text,
    /// Its sections and blocks.
    pub document: Document,
    /// Evened-out words, one shadow per block of the document; that of its line, where the
    /// block is a whole line.
    pub shadows: Vec<Arc<Shadow>>,
    /// The lines of the served text.
    pub(crate) lines: Vec<ServedLine>,
    /// The plan itself, empty until it has been read.
    pub plan: Plan,
}

impl ReadContext {
    /// Takes a decoded file apart.
    pub fn new(decoded: Decoded) -> Self {
        let text = Text::new(decoded.text);
        let lines = served_lines(&text);
        let document = Document::of_lines(&text, &lines, decoded.format);
        let shadows = document.blocks.iter().map(|block| shadow(&text, &lines, block.range)).collect();
        Self { text, document, shadows, lines, plan: Plan::default() }
    }

    /// Blocks of running text (paragraphs, list items, footnotes) with their place in
    /// [`Document::blocks`] and their evened-out words.
    pub fn passages(&self) -> impl Iterator<Item = (usize, &Block, &Shadow)> {
        let blocks = self.document.blocks.iter().zip(&self.shadows).enumerate();
        blocks.map(|(at, (block, shadow))| (at, block, &**shadow)).filter(|(_, block, _)| {
            matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Footnote { .. }
            )
        })
    }

    /// The evened-out words of a passage.
    pub fn shadow_of(&self, passage: &Passage<'_>) -> Cow<'_, Shadow> {
        let block = passage.block.and_then(|at| self.shadows.get(at));
        block.map_or_else(
            || Cow::Owned(Shadow::of(&self.text, passage.range)),
            |shadow| Cow::Borrowed(&**shadow),
        )
    }

    /// Words of a range as printed, on one line, layout left out.
    pub fn printed(&self, range: CharRange) -> String {
        printed(&self.text, range)
    }

    /// The exact words of a range.
    pub fn exact(&self, range: CharRange) -> String {
        self.text.slice(range).to_owned()
    }

    /// The words of block `at` without its list marker, as bytes of its shadow.
    pub fn item(&self, at: usize) -> Range<usize> {
        let words = self.shadows[at].as_str();
        let BlockKind::ListItem { marker, .. } = &self.document.blocks[at].kind else {
            return 0..words.len();
        };
        let start = words.trim_start();
        let rest = start.strip_prefix(marker.as_str()).unwrap_or(start).trim_start();
        words.len() - rest.len()..words.len()
    }

    /// Starts the provenance of a record that a range of a block states.
    pub fn record(&self, block: &Block, quote: CharRange) -> RecordBuilder {
        let section = self.document.section_of(block).map(|section| section.label.clone());
        let address = block.address.clone().or_else(|| section.clone()).unwrap_or_default();
        self.record_at(section, address, quote)
    }

    /// Starts the provenance of a record at a place that has its own address, as a row of a
    /// table has.
    pub fn record_at(&self, section: Option<String>, address: String, quote: CharRange) -> RecordBuilder {
        let quote = CharRange::new(quote.start, quote.end.min(quote.start + QUOTE_LIMIT));
        RecordBuilder {
            provenance: Provenance {
                quote: self.exact(quote),
                source: Source { section, address, start: quote.start, end: quote.end },
                evidence: BTreeMap::new(),
                inherited: Vec::new(),
                confidence: Confidence::High,
                confidence_reason: None,
            },
        }
    }

    /// Bytes of the shadow of block `at` as a range of the served text.
    pub fn range(&self, at: usize, bytes: Range<usize>) -> CharRange {
        self.shadows[at].range(bytes)
    }
}

/// The evened-out words of a range.
fn shadow(text: &Text, lines: &[ServedLine], range: CharRange) -> Arc<Shadow> {
    let line = lines.binary_search_by_key(&range.start, |line| line.range.start);
    let line = line.ok().map(|at| &lines[at]).filter(|line| line.range == range);
    line.map_or_else(|| Arc::new(Shadow::of(text, range)), |line| Arc::clone(&line.shadow))
}

/// Provenance in the making.
#[derive(Clone, Debug)]
pub struct RecordBuilder {
    provenance: Provenance,
}

impl RecordBuilder {
    /// Notes where a field's value stands.
    pub fn evidence(&mut self, field: &str, range: CharRange) {
        self.provenance.evidence.entry(field.to_owned()).or_default().push(range);
    }

    /// Notes several places of one field's value.
    pub fn evidence_all(&mut self, field: &str, ranges: &[CharRange]) {
        if !ranges.is_empty() {
            self.provenance.evidence.entry(field.to_owned()).or_default().extend_from_slice(ranges);
        }
    }

    /// Notes that a field stands elsewhere (a heading, a unit line), and where.
    pub fn inherited(&mut self, field: &str, range: Option<CharRange>) {
        if let Some(range) = range {
            self.evidence(field, range);
        }
        if !self.provenance.inherited.iter().any(|known| known == field) {
            self.provenance.inherited.push(field.to_owned());
        }
    }

    /// Lowers the confidence and says why; the first and lowest reasons stay.
    pub fn doubt(&mut self, confidence: Confidence, reason: &str) {
        let rank = |confidence: Confidence| match confidence {
            Confidence::High => 0,
            Confidence::Medium => 1,
            Confidence::Low => 2,
        };
        if rank(confidence) > rank(self.provenance.confidence) {
            self.provenance.confidence = confidence;
        }
        match &mut self.provenance.confidence_reason {
            Some(known) if known.contains(reason) => {}
            Some(known) => *known = format!("{known}; {reason}"),
            none => *none = Some(reason.to_owned()),
        }
    }

    /// Whether it is noted where a field stands.
    pub fn knows(&self, field: &str) -> bool {
        self.provenance.evidence.contains_key(field)
    }

    /// The finished provenance.
    pub fn finish(self) -> Provenance {
        self.provenance
    }
}
