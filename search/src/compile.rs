//! How is a query put to the index?
//!
//! What must be found decides alone whether a text is found. Three things only
//! raise it: the very marks that were typed, neighbours in the query that are
//! neighbours in the text, and all words close together. Reading where words stand
//! costs more than counting them, so only the first of those found are raised.

use tantivy::{
    Term as IndexTerm,
    query::{
        AllQuery, BooleanQuery, BoostQuery, EmptyQuery, Occur, PhraseQuery, Query as IndexQuery, RegexQuery,
        TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

use super::{
    query::{Clause, Query, Term},
    schema::Fields,
    tokenizer::term_text,
};

/// Weight of a word as typed over its other marked forms.
const AS_TYPED: f32 = 1.0;
/// Weight of two neighbours of the query side by side.
const NEIGHBOURS: f32 = 1.0;
/// Weight of all words side by side in order.
const IN_ORDER: f32 = 2.0;
/// Weight of all words within [`NEAR`] words of their order.
const TOGETHER: f32 = 1.0;
/// Words that may stand between, in all.
const NEAR: u32 = 8;

type Boxed = Box<dyn IndexQuery>;

/// The index query for a search.
pub(super) fn compile(query: &Query, fields: &Fields) -> Boxed {
    let alternatives: Vec<Boxed> = query.alternatives.iter().map(|all| conjunction(all, fields)).collect();
    let wanted: Boxed = match alternatives.len() {
        0 if query.finds_nothing() => Box::new(EmptyQuery),
        0 => Box::new(AllQuery),
        _ => union(alternatives),
    };
    if query.without.is_empty() {
        return wanted;
    }
    let mut parts = vec![(Occur::Must, wanted)];
    parts.extend(query.without.iter().map(|shut_out| (Occur::MustNot, clause(shut_out, fields))));
    Box::new(BooleanQuery::new(parts))
}

/// The queries whose scores are added to those of texts which are found.
pub(super) fn raising(query: &Query, fields: &Fields) -> Vec<Boxed> {
    query.alternatives.iter().flat_map(|all| raised(all, fields)).collect()
}

fn union(mut queries: Vec<Boxed>) -> Boxed {
    if queries.len() == 1 { queries.remove(0) } else { Box::new(BooleanQuery::union(queries)) }
}

pub(super) fn conjunction(clauses: &[Clause], fields: &Fields) -> Boxed {
    let mut parts: Vec<(Occur, Boxed)> =
        clauses.iter().map(|each| (Occur::Must, clause(each, fields))).collect();
    parts
        .extend(clauses.iter().filter_map(|each| as_typed(each, fields)).map(|query| (Occur::Should, query)));
    if parts.len() == 1 { parts.remove(0).1 } else { Box::new(BooleanQuery::new(parts)) }
}

/// What raises a text that has a word without marks just as it was typed: "SOC" before "Sóc".
fn as_typed(clause: &Clause, fields: &Fields) -> Option<Boxed> {
    match clause {
        Clause::Term(term) if !term.exact => Some(boosted(word(term, fields.text, true), AS_TYPED)),
        _ => None,
    }
}

pub(super) fn clause(clause: &Clause, fields: &Fields) -> Boxed {
    match clause {
        Clause::Term(term) => word(term, fields.text, term.exact),
        Clause::Prefix(term) => prefix(term, fields.text),
        Clause::Phrase(terms) => phrase(terms, fields.text, 0),
        Clause::Near(terms, distance) => phrase(terms, fields.text, *distance),
        Clause::Any(alternatives) => union(alternatives.iter().map(|all| conjunction(all, fields)).collect()),
        Clause::Money(range) => range.query(fields.money),
        Clause::Facts(any) => union(any.iter().map(|condition| condition.query(fields)).collect()),
    }
}

/// Words that begin so; letters and digits only, so that the pattern has nothing to escape.
fn prefix(term: &Term, field: Field) -> Boxed {
    let start: String =
        term_text(&term.form, term.exact).chars().filter(|c| c.is_alphanumeric() || *c == '=').collect();
    match RegexQuery::from_pattern(&format!("{start}.*"), field) {
        Ok(query) => Box::new(query),
        Err(_) => Box::new(EmptyQuery),
    }
}

pub(super) fn word(term: &Term, field: Field, exact: bool) -> Boxed {
    let term = IndexTerm::from_field_text(field, &term_text(&term.form, exact));
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn phrase(terms: &[Term], field: Field, slop: u32) -> Boxed {
    if let [only] = terms {
        return word(only, field, only.exact);
    }
    let mut position = 0;
    let mut placed = Vec::with_capacity(terms.len());
    for term in terms {
        placed.push((position, IndexTerm::from_field_text(field, &term_text(&term.form, term.exact))));
        position += term.words;
    }
    Box::new(PhraseQuery::new_with_offset_and_slop(placed, slop))
}

/// What raises a text that holds all clauses.
fn raised(clauses: &[Clause], fields: &Fields) -> Vec<Boxed> {
    let mut found: Vec<Boxed> = Vec::new();
    for run in runs(clauses) {
        for pair in run.windows(2) {
            found.push(boosted(phrase(pair, fields.text, 0), NEIGHBOURS));
        }
        if run.len() > 2 {
            found.push(boosted(phrase(&run, fields.text, 0), IN_ORDER));
        }
        if run.len() > 1 {
            found.push(boosted(phrase(&run, fields.text, NEAR), TOGETHER));
        }
    }
    found
}

fn boosted(query: Boxed, weight: f32) -> Boxed {
    Box::new(BoostQuery::new(query, weight))
}

/// Words that stand in a row in the query. An abbreviation counts with the words as
/// typed; a phrase that must be found anyway parts the rows.
fn runs(clauses: &[Clause]) -> Vec<Vec<Term>> {
    let mut found = vec![Vec::new()];
    for clause in clauses {
        match (clause, found.last_mut()) {
            (Clause::Term(term), Some(run)) => run.push(term.clone()),
            (Clause::Any(alternatives), Some(run)) => run.extend(typed_terms(alternatives)),
            _ => found.push(Vec::new()),
        }
    }
    found
}

fn typed_terms(alternatives: &[Vec<Clause>]) -> Vec<Term> {
    let typed = alternatives.first().into_iter().flatten();
    typed
        .filter_map(|clause| if let Clause::Term(term) = clause { Some(term.clone()) } else { None })
        .collect()
}
