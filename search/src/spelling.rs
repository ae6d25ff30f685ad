//! What was probably meant, if nothing is found?
//!
//! Only words that the index itself holds are offered, and only a search that then
//! finds something.

use std::collections::BTreeMap;

use super::{
    query::{Clause, Query, Term},
    word::{Word, form},
};

/// Words offered for one that the index does not hold.
const CANDIDATES: usize = 5;
/// Searches that are tried.
const TRIES: usize = 60;

/// The index's own words, exact, with the number of texts that hold each.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Known>,
}

#[derive(Clone, Debug)]
struct Known {
    exact: String,
    folded: String,
    texts: u64,
}

impl Vocabulary {
    /// Of exact words with the number of texts that hold each.
    pub(super) fn new(words: BTreeMap<String, u64>) -> Self {
        let known =
            words.into_iter().map(|(exact, texts)| Known { folded: form(&exact).folded, exact, texts });
        Self { words: known.collect() }
    }

    /// Whether some text holds the word.
    pub(super) fn knows(&self, term: &Term) -> bool {
        term.words > 1 || self.words.iter().any(|known| is(term, known))
    }

    /// The nearest words to one that is not known, nearest and most frequent first.
    pub(super) fn near(&self, term: &Term) -> Vec<Term> {
        let folded = &term.form.folded;
        let far = if folded.chars().count() < 4 { 1 } else { 2 };
        let mut found: Vec<(usize, usize, u64, &Known)> = self
            .words
            .iter()
            .filter(|known| known.folded.len().abs_diff(folded.len()) <= far)
            .filter_map(|known| {
                let away = strsim::osa_distance(folded, &known.folded);
                (away <= far)
                    .then(|| (away, strsim::osa_distance(&term.form.exact, &known.exact), known.texts, known))
            })
            .collect();
        found.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.cmp(&a.2)));
        let kept = found.into_iter().take(CANDIDATES);
        kept.map(|(.., known)| Term { exact: true, ..Term::new(form(&known.exact)) }).collect()
    }

    /// A search near this one that finds something, as one would type it; `finds`
    /// says how much a search finds.
    pub(super) fn did_you_mean(&self, query: &Query, mut finds: impl FnMut(&Query) -> u64) -> Option<String> {
        let terms: Vec<Term> = typed_terms(query.alternatives.first()?);
        let choices: Vec<Vec<Term>> = terms
            .iter()
            .map(|term| if self.knows(term) { vec![term.clone()] } else { self.near(term) })
            .filter(|choices| !choices.is_empty())
            .collect();
        let mut tried = combinations(&choices);
        tried.truncate(TRIES);
        let mut best = most_found(tried.clone(), &mut finds);
        if best.is_none() {
            let first = tried.into_iter().next()?;
            let fewer = (0..first.len()).map(|without| {
                let kept = first.iter().enumerate().filter(|(at, _)| *at != without);
                kept.map(|(_, term)| term.clone()).collect()
            });
            best = most_found(fewer.collect(), &mut finds);
        }
        let meant = best?.iter().map(as_typed).collect::<Vec<_>>().join(" ");
        let typed = terms.iter().map(as_typed).collect::<Vec<_>>().join(" ");
        (meant != typed).then_some(meant)
    }
}

/// The search in the words of a text that it was found in without regard to marks: of
/// several words that a term may be, the one beside its neighbours in the query.
pub(super) fn as_spelt(query: &Query, words: &[Word]) -> Option<String> {
    let terms = typed_terms(query.alternatives.first()?);
    let is = |term: Option<&Term>, word: Option<&Word>| {
        term.zip(word).is_some_and(|(term, word)| word.form.folded == term.form.folded)
    };
    let spelt = |at: usize, term: &Term| {
        let neighbours = |place: usize| {
            let before = at.checked_sub(1).zip(place.checked_sub(1));
            usize::from(before.is_some_and(|(term, word)| is(terms.get(term), words.get(word))))
                + usize::from(is(terms.get(at + 1), words.get(place + 1)))
        };
        let places = (0..words.len()).rev().filter(|&place| is(Some(term), words.get(place)));
        let best = places.max_by_key(|&place| neighbours(place));
        best.map_or_else(|| as_typed(term), |place| words[place].form.exact.clone())
    };
    Some(terms.iter().enumerate().map(|(at, term)| spelt(at, term)).collect::<Vec<_>>().join(" "))
}

fn is(term: &Term, known: &Known) -> bool {
    if term.exact { known.exact == term.form.exact } else { known.folded == term.form.folded }
}

fn as_typed(term: &Term) -> String {
    if term.words > 1 { term.form.exact.to_uppercase() } else { term.form.exact.clone() }
}

/// The words as typed, without what was added to them.
fn typed_terms(clauses: &[Clause]) -> Vec<Term> {
    let mut found = Vec::new();
    for clause in clauses {
        match clause {
            Clause::Term(term) => found.push(term.clone()),
            Clause::Phrase(terms) | Clause::Near(terms, _) => found.extend(terms.iter().cloned()),
            Clause::Any(alternatives) => {
                found.extend(alternatives.first().map(|typed| typed_terms(typed)).unwrap_or_default());
            }
            Clause::Prefix(_) | Clause::Money(_) | Clause::Facts(_) => {}
        }
    }
    found
}

/// One of each choice, the first choices first.
fn combinations(choices: &[Vec<Term>]) -> Vec<Vec<Term>> {
    let mut found = vec![Vec::new()];
    for choice in choices {
        let longer = |terms: &Vec<Term>, next: &Term| terms.iter().chain([next]).cloned().collect();
        found = choice.iter().flat_map(|next| found.iter().map(move |terms| longer(terms, next))).collect();
        found.truncate(TRIES);
    }
    found
}

/// The list of words that finds most; the first of several alike.
fn most_found(tries: Vec<Vec<Term>>, finds: &mut impl FnMut(&Query) -> u64) -> Option<Vec<Term>> {
    let mut best: Option<(u64, Vec<Term>)> = None;
    for terms in tries.into_iter().filter(|terms| !terms.is_empty()) {
        let query = Query {
            alternatives: vec![terms.iter().cloned().map(Clause::Term).collect()],
            ..Query::default()
        };
        let found = finds(&query);
        if found > best.as_ref().map_or(0, |best| best.0) {
            best = Some((found, terms));
        }
    }
    best.map(|(_, terms)| terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facts::Facts, word::words};

    const TEXTS: [&str; 3] = ["Số hóa hồ sơ", "dịch vụ công trực tuyến", "sở y tế"];

    fn meant(typed: &str) -> Option<String> {
        let mut known = BTreeMap::new();
        for word in TEXTS.iter().flat_map(|text| words(text)) {
            *known.entry(word.form.exact).or_default() += 1;
        }
        let finds = |query: &Query| {
            TEXTS.iter().filter(|text| query.find(&words(text), &Facts::default()).is_some()).count() as u64
        };
        Vocabulary::new(known).did_you_mean(&Query::parse(typed), finds)
    }

    #[test]
    fn a_misspelt_word_is_replaced_by_the_index_own_nearest() {
        assert_eq!(meant("trưc tuyén").as_deref(), Some("trực tuyến"));
        assert_eq!(meant("dich vuj cong").as_deref(), Some("dich vụ cong"));
    }

    #[test]
    fn a_word_that_fits_nothing_is_left_out() {
        assert_eq!(meant("số hóa xylophone").as_deref(), Some("số hóa"));
        assert_eq!(meant("hồ sơ tế").as_deref(), Some("hồ sơ"));
    }

    #[test]
    fn nothing_is_offered_where_nothing_would_be_found() {
        assert_eq!(meant("xylophone"), None);
        assert_eq!(meant(""), None);
    }

    #[test]
    fn the_found_spelling_replaces_wrong_marks() {
        let spelt = as_spelt(&Query::parse("sộ hóa hồ sở"), &words("Sở số hóa hồ sơ"));
        assert_eq!(spelt.as_deref(), Some("số hóa hồ sơ"));
    }
}
