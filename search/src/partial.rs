//! What holds only a part of what is asked, or holds it together with the headings above it?
//!
//! People ask in sentences, mistype a word, or name what stands in a heading and not in the
//! passage. Where few texts hold all that was typed, the next best follow: those that hold the
//! words that tell most, in the text itself or in the headings, columns, plan and years above it.
//! They are never counted among those that hold everything.

use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query as IndexQuery};

use super::{
    compile::{clause, compile, conjunction, word},
    facts::Column,
    query::{Clause, Query, Term},
    schema::Fields,
    spelling::Vocabulary,
};

/// Weight of a word in the headings above, against one in the text.
const ABOVE: f32 = 0.8;
/// Weight of a word with other marks than typed, or of one spelt nearly so.
const NEARLY: f32 = 0.4;

/// Words that join or ask and tell nothing by themselves, folded.
const ASKING: &[&str] = &[
    "bao", "nhieu", "o", "dau", "la", "gi", "co", "duoc", "khong", "nhu", "the", "nao", "vi", "sao", "tai",
    "ai", "khi", "cua", "va", "cho", "cac", "nhung", "voi", "ve", "de", "den", "tu", "trong", "da", "se",
    "thi", "ma", "nam", "tinh", "moi", "cai", "bi", "hay", "hoac", "chua", "theo", "ra",
];

type Boxed = Box<dyn IndexQuery>;

/// The query for texts that hold a part; none where there is only one thing to hold.
pub(super) fn partly(query: &Query, fields: &Fields, vocabulary: &Vocabulary) -> Option<Boxed> {
    let [alternative] = &query.alternatives[..] else { return None };
    let mut parts: Vec<(Occur, Boxed)> = Vec::new();
    let mut asked = 0;
    let asks_only = !alternative.iter().any(tells);
    for each in alternative {
        if matches!(each, Clause::Facts(_)) || names_a_province(each) {
            parts.push((Occur::Must, clause(each, fields)));
            continue;
        }
        if asks_only || tells(each) {
            asked += 1;
            parts.push((Occur::Should, anywhere(each, fields, vocabulary)));
        }
    }
    if asked == 0 {
        return None;
    }
    let least = if asked > 3 { 2 } else { 1 };
    let some: Boxed = Box::new(BooleanQuery::with_minimum_required_clauses(parts, least));
    let mut parts = vec![(Occur::Must, some), (Occur::MustNot, compile(query, fields))];
    parts.extend(query.without.iter().map(|shut_out| (Occur::MustNot, clause(shut_out, fields))));
    Some(Box::new(BooleanQuery::new(parts)))
}

/// Whether a clause names a province, which its plans meet: another province's words are no part
/// of what is asked.
fn names_a_province(each: &Clause) -> bool {
    let Clause::Any(alternatives) = each else { return false };
    alternatives.iter().flatten().any(|clause| {
        matches!(clause, Clause::Facts(any) if any.iter().any(|condition| condition.column == Column::Province))
    })
}

/// Whether a clause is more than a word that joins or asks.
fn tells(clause: &Clause) -> bool {
    match clause {
        Clause::Term(term) => !ASKING.contains(&term.form.folded.as_str()),
        Clause::Facts(_) => false,
        _ => !names_a_province(clause),
    }
}

/// A clause in the text or above it, its words as typed or nearly so.
fn anywhere(each: &Clause, fields: &Fields, vocabulary: &Vocabulary) -> Boxed {
    let mut ways = vec![clause(each, fields)];
    match each {
        Clause::Term(term) => ways.extend(nearly(term, fields, vocabulary)),
        Clause::Phrase(terms) | Clause::Near(terms, _) => {
            let loose = terms.iter().cloned().map(Clause::Term).collect::<Vec<_>>();
            ways.push(boosted(conjunction(&loose, fields), NEARLY));
        }
        Clause::Any(alternatives) => {
            ways.extend(alternatives.iter().map(|all| boosted(above(all, fields), ABOVE)));
        }
        _ => {}
    }
    if ways.len() == 1 { ways.remove(0) } else { Box::new(DisjunctionMaxQuery::new(ways)) }
}

fn nearly(term: &Term, fields: &Fields, vocabulary: &Vocabulary) -> Vec<Boxed> {
    let mut ways = vec![boosted(word(term, fields.context, term.exact), ABOVE)];
    if term.exact {
        ways.push(boosted(word(term, fields.text, false), NEARLY));
    }
    if !vocabulary.knows(term) {
        let near = vocabulary.near(term);
        ways.extend(near.iter().map(|term| boosted(word(term, fields.text, true), NEARLY)));
    }
    ways
}

/// All of these above the text.
fn above(clauses: &[Clause], fields: &Fields) -> Boxed {
    conjunction(clauses, &fields.above())
}

fn boosted(query: Boxed, weight: f32) -> Boxed {
    Box::new(BoostQuery::new(query, weight))
}
