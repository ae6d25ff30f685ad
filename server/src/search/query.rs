//! What does a search ask, once read?
//!
//! Reading never fails; what it cannot use it names (`Query::ignored`). It knows:
//!
//! | typed | meaning |
//! | --- | --- |
//! | `số hóa hồ sơ` | all words, anywhere in one passage or record; the closer, the higher |
//! | `so hoa` | a word without marks stands for all its marked forms |
//! | `"một cửa"` | these words in this order, nothing between |
//! | `43/2011/NĐ-CP`, `43/2011` | the number as one, or a part of it |
//! | `-huyện`, `-"cấp xã"` | nothing that holds this |
//! | `số hóa OR chuyển đổi số` | what stands on one side or the other, whole |

use super::word::{Form, Word, words};

/// Characters of a query that are read.
pub(super) const QUERY_MAX: usize = 500;
/// Words of a query that are read.
pub(super) const WORDS_MAX: usize = 40;

/// A word, or a joined number, that must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its forms.
    pub form: Form,
    /// Whether marks count. A word typed with marks means just that word.
    pub exact: bool,
    /// Words of the text that it covers: more than one for a joined number.
    pub words: usize,
}

impl Term {
    /// A word whose marks count if it has any.
    pub fn new(form: Form) -> Self {
        let exact = form.marked;
        Self { form, exact, words: 1 }
    }

    /// Whether this form is the term.
    pub fn is(&self, form: &Form) -> bool {
        if self.exact { self.form.exact == form.exact } else { self.form.folded == form.folded }
    }
}

/// One thing that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The text holds the word.
    Term(Term),
    /// The text holds the words side by side in this order.
    Phrase(Vec<Term>),
    /// At least one of these holds, each with all of its clauses.
    Any(Vec<Vec<Clause>>),
    /// It stands in a plan of this province, of then or of now.
    Province(String),
    /// It speaks of this year.
    Year(i32),
}

/// A search, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Alternatives, each a list of clauses that must all hold; none at all is "everything".
    pub alternatives: Vec<Vec<Clause>>,
    /// What must not hold.
    pub without: Vec<Clause>,
    /// What of the words typed was not understood.
    pub ignored: Vec<String>,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        let cut: String = typed.chars().take(QUERY_MAX).collect();
        query.ignored.extend(rest_after(typed, QUERY_MAX));
        let mut alternative = Vec::new();
        let mut budget = WORDS_MAX;
        for piece in split(&cut) {
            if piece.is_or() {
                if alternative.is_empty() {
                    query.ignored.push(piece.text.clone());
                } else {
                    query.alternatives.push(std::mem::take(&mut alternative));
                }
                continue;
            }
            let clauses = piece.clauses();
            let cost: usize = clauses.iter().map(words_in).sum();
            if cost == 0 || cost > budget {
                query.ignored.extend(piece.shown());
                continue;
            }
            budget -= cost;
            if piece.unclosed {
                query.ignored.push("\"".to_owned());
            }
            if piece.negated { query.without.push(one(clauses)) } else { alternative.extend(clauses) }
        }
        if !alternative.is_empty() {
            query.alternatives.push(alternative);
        } else if !query.alternatives.is_empty() {
            query.ignored.push("OR".to_owned());
        }
        query
    }

    /// Whether nothing is asked for or shut out.
    pub fn is_empty(&self) -> bool {
        self.alternatives.is_empty() && self.without.is_empty()
    }

    /// Whether something was typed in which nothing can be searched for.
    pub fn finds_nothing(&self) -> bool {
        self.is_empty() && !self.ignored.is_empty()
    }

    /// Whether any word's marks count.
    pub fn counts_marks(&self) -> bool {
        self.alternatives.iter().flatten().any(counts_marks)
    }

    /// The same search with no marks counting in what must hold.
    #[must_use]
    pub fn without_marks(&self) -> Self {
        let mut relaxed = self.clone();
        relaxed.alternatives.iter_mut().flatten().for_each(drop_marks);
        relaxed
    }
}

fn counts_marks(clause: &Clause) -> bool {
    match clause {
        Clause::Term(term) => term.exact,
        Clause::Phrase(terms) => terms.iter().any(|term| term.exact),
        Clause::Any(alternatives) => alternatives.iter().flatten().any(counts_marks),
        Clause::Province(_) | Clause::Year(_) => false,
    }
}

fn drop_marks(clause: &mut Clause) {
    match clause {
        Clause::Term(term) => term.exact = false,
        Clause::Phrase(terms) => terms.iter_mut().for_each(|term| term.exact = false),
        Clause::Any(alternatives) => alternatives.iter_mut().flatten().for_each(drop_marks),
        Clause::Province(_) | Clause::Year(_) => {}
    }
}

fn words_in(clause: &Clause) -> usize {
    match clause {
        Clause::Term(_) | Clause::Province(_) | Clause::Year(_) => 1,
        Clause::Phrase(terms) => terms.len(),
        Clause::Any(alternatives) => alternatives.iter().flatten().map(words_in).sum(),
    }
}

/// What of `typed` lies past `limit` characters, shortened.
fn rest_after(typed: &str, limit: usize) -> Option<String> {
    let rest: String = typed.chars().skip(limit).collect();
    let shown: String = rest.trim().chars().take(60).collect();
    (!shown.is_empty()).then_some(shown)
}

/// One clause that means all of them.
fn one(mut clauses: Vec<Clause>) -> Clause {
    if clauses.len() == 1 { clauses.remove(0) } else { Clause::Any(vec![clauses]) }
}

/// What stands between two spaces, or between two quotation marks.
struct Piece {
    text: String,
    negated: bool,
    quoted: bool,
    unclosed: bool,
}

impl Piece {
    fn is_or(&self) -> bool {
        !self.quoted && !self.negated && matches!(self.text.as_str(), "OR" | "|" | "HOẶC")
    }

    /// As typed; nothing for a mere dash or comma, which asks for nothing.
    fn shown(&self) -> Option<String> {
        let sign = if self.negated { "-" } else { "" };
        if self.quoted {
            let close = if self.unclosed { "" } else { "\"" };
            return Some(format!("{sign}\"{}{close}", self.text));
        }
        let mere = |c: char| matches!(c, '-' | '–' | '—' | '−' | ',' | '.' | ';' | ':' | '…' | '/');
        (!self.text.chars().all(mere)).then(|| format!("{sign}{}", self.text))
    }

    fn clauses(&self) -> Vec<Clause> {
        let words = words(&self.text);
        if self.quoted {
            let terms = terms(&words);
            return match terms.len() {
                0 => Vec::new(),
                1 => terms.into_iter().map(Clause::Term).collect(),
                _ => vec![Clause::Phrase(terms)],
            };
        }
        glued(&words).into_iter().map(clause_of).collect()
    }
}

fn clause_of(mut terms: Vec<Term>) -> Clause {
    if terms.len() == 1 { Clause::Term(terms.remove(0)) } else { Clause::Phrase(terms) }
}

/// The terms of words in a row: a joined number is one term, as long as it reaches.
pub(super) fn terms(words: &[Word]) -> Vec<Term> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let term = match word.joined.last() {
            Some(joined) => {
                Term { exact: joined.form.marked, form: joined.form.clone(), words: joined.words }
            }
            None => Term::new(word.form.clone()),
        };
        at += term.words;
        found.push(term);
    }
    found
}

/// Terms, those that only a hyphen or dot parts ("NĐ-CP", "soctrang.gov.vn") together.
fn glued(words: &[Word]) -> Vec<Vec<Term>> {
    let mut found: Vec<Vec<Term>> = Vec::new();
    let mut at = 0;
    for term in terms(words) {
        let continues = words[at].continues;
        at += term.words;
        match found.last_mut() {
            Some(last) if continues => last.push(term),
            _ => found.push(vec![term]),
        }
    }
    found
}

/// Cuts at spaces and quotation marks.
fn split(typed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let after_sign = rest
            .strip_prefix(['-', '−'])
            .filter(|after| after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)));
        let negated = after_sign.is_some();
        let body = after_sign.unwrap_or(rest);
        let (piece, remaining) = if body.starts_with(is_quote) { quoted(body) } else { bare(body) };
        pieces.push(Piece { negated, ..piece });
        rest = remaining.trim_start();
    }
    pieces
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn quoted(body: &str) -> (Piece, &str) {
    let inside = body.trim_start_matches(is_quote);
    let end = inside.find(is_quote);
    let text = inside[..end.unwrap_or(inside.len())].to_owned();
    let remaining = end.map_or("", |end| inside[end..].trim_start_matches(is_quote));
    (Piece { text, negated: false, quoted: true, unclosed: end.is_none() }, remaining)
}

fn bare(body: &str) -> (Piece, &str) {
    let end = body.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(body.len());
    let text = body[..end].to_owned();
    (Piece { text, negated: false, quoted: false, unclosed: false }, &body[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::word::form;

    fn term(word: &str) -> Clause {
        Clause::Term(Term::new(form(word)))
    }

    fn phrase(words: &[&str]) -> Clause {
        Clause::Phrase(words.iter().map(|word| Term::new(form(word))).collect())
    }

    #[test]
    fn words_are_all_wanted() {
        let query = Query::parse("  so hóa ");
        assert_eq!(query.alternatives, [[term("so"), term("hóa")]]);
        assert!(query.ignored.is_empty() && query.counts_marks());
    }

    #[test]
    fn quoted_words_are_a_phrase_in_any_quotation_marks() {
        for typed in ["\"một cửa\" xã", "“một cửa” xã"] {
            assert_eq!(Query::parse(typed).alternatives, [[phrase(&["một", "cửa"]), term("xã")]]);
        }
    }

    #[test]
    fn a_minus_shuts_out_but_a_dash_between_words_does_not() {
        let query = Query::parse("kinh - xã -huyện -\"cấp xã\"");
        assert_eq!(query.alternatives, [[term("kinh"), term("xã")]]);
        assert_eq!(query.without, [term("huyện"), phrase(&["cấp", "xã"])]);
        assert!(query.ignored.is_empty());
    }

    #[test]
    fn or_parts_the_whole_query() {
        let query = Query::parse("số hóa OR dữ liệu");
        assert_eq!(query.alternatives, [[term("số"), term("hóa")], [term("dữ"), term("liệu")]]);
        let dangling = Query::parse("OR số OR");
        assert_eq!(dangling.alternatives, [[term("số")]]);
        assert_eq!(dangling.ignored, ["OR", "OR"]);
    }

    #[test]
    fn a_document_number_is_one_term_and_a_hyphenated_word_a_phrase() {
        let query = Query::parse("43/2011/NĐ-CP NĐ-CP");
        let Clause::Term(number) = &query.alternatives[0][0] else { panic!("not one term") };
        assert_eq!((number.form.exact.as_str(), number.words), ("43/2011/nđ-cp", 4));
        assert_eq!(query.alternatives[0][1], phrase(&["nđ", "cp"]));
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        assert_eq!(Query::parse("*** số \"").ignored, ["***", "\""]);
        assert_eq!(Query::parse("\"hai từ").ignored, ["\""]);
        let long = "từ ".repeat(WORDS_MAX + 2);
        assert_eq!(Query::parse(&long).ignored, ["từ", "từ"]);
        assert_eq!(Query::parse(&"a".repeat(QUERY_MAX + 3)).ignored, ["aaa"]);
    }

    #[test]
    fn marks_can_be_dropped() {
        let relaxed = Query::parse("sồ \"hòa bình\"").without_marks();
        assert!(!relaxed.counts_marks());
    }

    #[test]
    fn nothing_typed_asks_for_nothing() {
        assert!(Query::parse(" \t").is_empty() && Query::parse("").ignored.is_empty());
    }
}
