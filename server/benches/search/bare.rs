//! How fast is tantivy alone, called in this process?
//!
//! Its default tokenizer, lower case, marks folded; the ten best, their exact count, and
//! tantivy's own snippets.

use std::{path::Path, time::Instant};

use tantivy::{
    Index, IndexReader, TantivyDocument, Term,
    collector::{Count, TopDocs},
    doc,
    query::{BooleanQuery, Occur, PhraseQuery, Query, TermQuery},
    schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions},
    snippet::SnippetGenerator,
    tokenizer::{AsciiFoldingFilter, LowerCaser, SimpleTokenizer, TextAnalyzer},
};

use super::{
    engine::{Engine, Outcome, Session},
    passages::Passage,
    queries::Asked,
};

/// Memory for texts that wait to be written, as the portal's index has.
const WRITER_MEMORY: usize = 32 * 1024 * 1024;
/// Characters of a snippet, as the portal's.
const SNIPPET: usize = 240;
const TOKENIZER: &str = "folded";

/// An index of the passages.
pub(crate) struct Bare {
    reader: IndexReader,
    text: Field,
}

impl Bare {
    /// Indexes the passages in one thread; gives the seconds that it took.
    pub(crate) fn index(passages: &[Passage], folder: &Path) -> Outcome<(Self, f64)> {
        let mut schema = Schema::builder();
        let plan = schema.add_text_field("plan", STRING | STORED);
        let anchor = schema.add_text_field("anchor", STRING | STORED);
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = TextOptions::default().set_indexing_options(indexing).set_stored();
        let text = schema.add_text_field("text", text);
        let index = Index::create_in_dir(folder, schema.build())?;
        index.tokenizers().register(TOKENIZER, analyzer());
        let started = Instant::now();
        let mut writer = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        for passage in passages {
            writer.add_document(doc!(
                plan => passage.plan.as_str(), anchor => passage.anchor.as_str(), text => passage.text.as_str()
            ))?;
        }
        writer.commit()?;
        let seconds = started.elapsed().as_secs_f64();
        writer.wait_merging_threads()?;
        Ok((Self { reader: index.reader()?, text }, seconds))
    }

    fn query(&self, asked: &Asked) -> Box<dyn Query> {
        let all = |clauses: &Vec<Vec<String>>| {
            let clauses = clauses.iter().map(|words| (Occur::Must, self.words(words)));
            Box::new(BooleanQuery::new(clauses.collect())) as Box<dyn Query>
        };
        let wanted = match &asked.alternatives[..] {
            [one] => all(one),
            several => Box::new(BooleanQuery::union(several.iter().map(all).collect())),
        };
        if asked.without.is_empty() {
            return wanted;
        }
        let without = asked.without.iter().map(|words| (Occur::MustNot, self.words(words)));
        Box::new(BooleanQuery::new(std::iter::once((Occur::Must, wanted)).chain(without).collect()))
    }

    fn words(&self, words: &[String]) -> Box<dyn Query> {
        let terms: Vec<Term> =
            words.iter().map(|word| Term::from_field_text(self.text, &folded(word))).collect();
        match &terms[..] {
            [one] => Box::new(TermQuery::new(one.clone(), IndexRecordOption::WithFreqs)),
            _ => Box::new(PhraseQuery::new(terms)),
        }
    }
}

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

fn folded(word: &str) -> String {
    let mut analyzer = analyzer();
    let mut tokens = analyzer.token_stream(word);
    let mut folded = String::new();
    tokens.process(&mut |token| folded.push_str(&token.text));
    folded
}

impl Engine for Bare {
    fn name(&self) -> String {
        "bare tantivy, in process".to_owned()
    }

    fn session(&self) -> Outcome<Box<dyn Session>> {
        let bare = Self { reader: self.reader.clone(), text: self.text };
        Ok(Box::new(BareSession { bare, found: 0 }))
    }

    fn processes(&self) -> Vec<u32> {
        Vec::new()
    }
}

struct BareSession {
    bare: Bare,
    found: u64,
}

impl Session for BareSession {
    fn ask(&mut self, asked: &Asked) -> Outcome<()> {
        let query = self.bare.query(asked);
        let searcher = self.bare.reader.searcher();
        let (top, count) = searcher.search(&query, &(TopDocs::with_limit(10).order_by_score(), Count))?;
        let mut snippets = SnippetGenerator::create(&searcher, &query, self.bare.text)?;
        snippets.set_max_num_chars(SNIPPET);
        for (_, address) in top {
            let document: TantivyDocument = searcher.doc(address)?;
            std::hint::black_box(snippets.snippet_from_doc(&document).to_html());
        }
        self.found = u64::try_from(count)?;
        Ok(())
    }

    fn found(&self) -> Outcome<u64> {
        Ok(self.found)
    }
}
