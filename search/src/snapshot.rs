//! What does one state of the index know, beyond its documents?

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use plandoc::catalog::{agencies, document_types, indicators};
use tantivy::{
    Searcher, TantivyDocument, Term,
    collector::DocSetCollector,
    query::TermQuery,
    schema::{IndexRecordOption, Value},
};

use super::{
    columns::Columns,
    expand::Expander,
    facts::Column,
    index::{IndexOnDisk, SearchError, Stamp},
    lexicon::{Counted, Lexicon},
    schema::{Fields, LEXICON_KIND},
    spelling::Vocabulary,
    suggest::{Candidate, SuggestionKind, Suggestions},
    tokenizer::exact_word,
};

/// One state of the index, unchanging.
pub(super) struct Snapshot {
    /// Reads its documents.
    pub searcher: Searcher,
    /// The fields.
    pub fields: Fields,
    /// Which state of the store it shows.
    pub stamp: Stamp,
    /// What its texts state, by segment.
    pub columns: Arc<[Arc<Columns>]>,
    /// What queries are widened by.
    pub expander: Expander,
    /// What is suggested while typing.
    pub suggestions: Suggestions,
    vocabulary: OnceLock<Vocabulary>,
}

impl Snapshot {
    /// The committed state of the index; `earlier` is the one shown before, if any is.
    pub(super) fn take(
        disk: &IndexOnDisk,
        stamp: Stamp,
        earlier: Option<&Self>,
    ) -> Result<Self, SearchError> {
        let searcher = disk.reader.searcher();
        let known = earlier.map_or(&[][..], |earlier| &earlier.columns);
        let lexicons = lexicons(&searcher, &disk.fields)?;
        Ok(Self {
            columns: Columns::all(&searcher, known)?.into(),
            searcher,
            fields: disk.fields,
            stamp,
            expander: expander(&lexicons),
            suggestions: Suggestions::new(candidates(&lexicons)),
            vocabulary: OnceLock::new(),
        })
    }

    /// The words of the index, gathered when first asked for.
    pub(super) fn vocabulary(&self) -> Result<&Vocabulary, SearchError> {
        if let Some(vocabulary) = self.vocabulary.get() {
            return Ok(vocabulary);
        }
        let gathered = vocabulary(&self.searcher, &self.fields)?;
        Ok(self.vocabulary.get_or_init(|| gathered))
    }
}

fn lexicons(searcher: &Searcher, fields: &Fields) -> Result<Vec<Lexicon>, SearchError> {
    let term = Term::from_field_text(fields.of(Column::Kind), LEXICON_KIND);
    let found = searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &DocSetCollector)?;
    let mut lexicons = Vec::with_capacity(found.len());
    for address in found {
        let document: TantivyDocument = searcher.doc(address)?;
        let json = document.get_first(fields.lexicon).and_then(|value| value.as_str()).unwrap_or_default();
        lexicons.push(serde_json::from_str::<Lexicon>(json)?);
    }
    lexicons.sort_by(|a, b| a.plan_id.cmp(&b.plan_id));
    Ok(lexicons)
}

fn expander(lexicons: &[Lexicon]) -> Expander {
    let pairs = lexicons.iter().flat_map(|lexicon| &lexicon.abbreviations);
    let provinces: BTreeSet<(&str, &str)> = lexicons
        .iter()
        .filter_map(|lexicon| lexicon.province.as_ref())
        .map(|(name, slug)| (name.as_str(), slug.as_str()))
        .collect();
    let types = document_types::all().iter();
    let types =
        types.flat_map(|kind| kind.symbols.iter().map(|symbol| (symbol.as_str(), kind.name.as_str())));
    Expander::new(
        pairs.map(|(short, long)| (short.as_str(), long.as_str())).chain(types),
        provinces,
        lexicons.iter().flat_map(|lexicon| lexicon.years.iter().copied()),
    )
}

fn vocabulary(searcher: &Searcher, fields: &Fields) -> Result<Vocabulary, SearchError> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(fields.text)?;
        let mut terms = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            let word = std::str::from_utf8(terms.key()).ok().and_then(exact_word);
            if let Some(word) = word.filter(|word| word.chars().all(char::is_alphabetic)) {
                *words.entry(word.to_owned()).or_default() += u64::from(terms.value().doc_freq);
            }
        }
    }
    Ok(Vocabulary::new(words))
}

/// Everything that the plans give to suggest.
fn candidates(lexicons: &[Lexicon]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for lexicon in lexicons {
        let href = format!("/plans/{}", lexicon.plan_id);
        found.push(candidate(SuggestionKind::Plan, &lexicon.label, Some(href), 1));
        for (name, slug) in lexicon.province.iter().chain(&lexicon.province_now) {
            found.push(candidate(SuggestionKind::Province, name, Some(format!("/provinces/{slug}")), 1));
        }
        for heading in &lexicon.headings {
            found.push(candidate(SuggestionKind::Phrase, heading, None, 1));
        }
        for (_, long) in &lexicon.abbreviations {
            found.push(candidate(SuggestionKind::Phrase, long, None, 2));
        }
    }
    for (id, times) in summed(lexicons, |lexicon| &lexicon.agencies) {
        if let Some(agency) = agencies::by_id(&id) {
            let href = format!("/spending?agency={id}");
            found.push(candidate(SuggestionKind::Agency, &agency.name_vi, Some(href), times));
        }
    }
    // Of two candidates with the same words the heavier stays: the list with more to show.
    let promised = summed(lexicons, |lexicon| &lexicon.indicators_promised);
    let reported = summed(lexicons, |lexicon| &lexicon.indicators_reported);
    for (list, ids) in [("targets", promised), ("progress", reported)] {
        for (id, times) in ids {
            if let Some(indicator) = indicators::by_id(&id) {
                let href = format!("/{list}?indicator={id}");
                found.push(candidate(SuggestionKind::Indicator, &indicator.name_vi, Some(href), times));
            }
        }
    }
    for (number, times) in summed(lexicons, |lexicon| &lexicon.laws) {
        found.push(candidate(SuggestionKind::Law, &number, None, times));
    }
    for (phrase, times) in summed(lexicons, |lexicon| &lexicon.phrases) {
        found.push(candidate(SuggestionKind::Phrase, &phrase, None, times));
    }
    found
}

fn candidate(kind: SuggestionKind, text: &str, href: Option<String>, weight: u32) -> Candidate {
    Candidate { kind, text: text.to_owned(), href, weight }
}

fn summed<'a>(
    lexicons: &'a [Lexicon],
    part: impl Fn(&'a Lexicon) -> &'a Vec<Counted>,
) -> BTreeMap<String, u32> {
    let mut sums: BTreeMap<String, u32> = BTreeMap::new();
    for counted in lexicons.iter().flat_map(part) {
        let sum = sums.entry(counted.text.clone()).or_default();
        *sum = sum.saturating_add(counted.times);
    }
    sums
}
