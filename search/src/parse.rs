//! What do the words typed ask for?
//!
//! Reading never fails; what it cannot use it names (`Query::ignored`). It knows:
//!
//! | typed | meaning |
//! | --- | --- |
//! | `số hóa hồ sơ` | all words, anywhere in one passage or record; the closer, the higher |
//! | `so hoa` | a word without marks stands for all its marked forms |
//! | `"một cửa"` | these words in this order, nothing between |
//! | `"số hóa hồ sơ"~5` | these words with five words' distance between at most |
//! | `chuy*` | every word that begins so |
//! | `43/2011/NĐ-CP`, `43/2011` | the number as one, or a part of it |
//! | `20,4 tỷ`, `20396000000` | the amount however it is printed, or the words |
//! | `-huyện`, `-"cấp xã"` | nothing that holds this |
//! | `số hóa OR chuyển đổi số` | what stands on one side or the other, whole |
//! | `tinh:soc-trang nam:2020 so-tien:>1ty` | only where the facts are so |

use super::{
    condition::Condition,
    field,
    query::{Clause, Query, Term},
    word::{Word, words},
};

/// Characters of a query that are read.
pub(super) const QUERY_MAX: usize = 500;
/// Words of a query that are read.
pub(super) const WORDS_MAX: usize = 40;
/// Fewest letters before a "*"; fewer stand for too many words.
const PREFIX_MIN: usize = 2;
/// Most distance that a "~" may ask for.
const NEAR_MAX: u32 = 100;

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
            let cost: usize = clauses.iter().map(Clause::words).sum();
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
}

/// Searches that ask for less: each piece left out, and each phrase as mere words; with the
/// piece as typed.
pub(super) fn looser(typed: &str) -> Vec<(String, String)> {
    let cut: String = typed.chars().take(QUERY_MAX).collect();
    let pieces = split(&cut);
    let whole = |at: usize, instead: Option<String>| {
        let words = pieces.iter().enumerate().filter_map(|(other, piece)| {
            if other == at { instead.clone() } else { Some(piece.source.clone()) }
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.is_or()) {
        if piece.quoted && !piece.negated && piece.field.is_none() {
            found.push((piece.source.clone(), whole(at, Some(piece.text.clone()))));
        } else if pieces.len() > 1 {
            found.push((piece.source.clone(), whole(at, None)));
        }
    }
    found
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
#[derive(Default)]
struct Piece {
    /// As typed.
    source: String,
    text: String,
    /// The facts that a field asks for, if it is one; empty where it is not understood.
    field: Option<Vec<Condition>>,
    negated: bool,
    quoted: bool,
    unclosed: bool,
    /// Distance asked for behind "~".
    near: Option<u32>,
}

impl Piece {
    fn is_or(&self) -> bool {
        !self.quoted
            && !self.negated
            && self.field.is_none()
            && matches!(self.text.as_str(), "OR" | "|" | "HOẶC")
    }

    /// As typed; nothing for a mere dash or comma, which asks for nothing.
    fn shown(&self) -> Option<String> {
        let mere = |c: char| matches!(c, '-' | '–' | '—' | '−' | ',' | '.' | ';' | ':' | '…' | '/');
        (self.quoted || self.field.is_some() || !self.text.chars().all(mere)).then(|| self.source.clone())
    }

    fn clauses(&self) -> Vec<Clause> {
        if let Some(conditions) = &self.field {
            return if conditions.is_empty() { Vec::new() } else { vec![Clause::Facts(conditions.clone())] };
        }
        let words = words(&self.text);
        if self.quoted {
            let terms = terms(&words);
            return match (terms.len(), self.near) {
                (0, _) => Vec::new(),
                (1, _) => terms.into_iter().map(Clause::Term).collect(),
                (_, Some(distance)) => vec![Clause::Near(terms, distance.min(NEAR_MAX))],
                (_, None) => vec![Clause::Phrase(terms)],
            };
        }
        let mut clauses: Vec<Clause> = glued(&words).into_iter().map(clause_of).collect();
        if self.text.ends_with('*')
            && let Some(last @ Clause::Term(_)) = clauses.last_mut()
        {
            as_prefix(last);
        }
        clauses
    }
}

/// A word with "*" behind it stands for all that begin so, if it is long enough.
fn as_prefix(clause: &mut Clause) {
    if let Clause::Term(term) = clause
        && term.words == 1
        && term.form.exact.chars().count() >= PREFIX_MIN
    {
        *clause = Clause::Prefix(term.clone());
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

/// Cuts at spaces and quotation marks; a field keeps its value.
fn split(typed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let after_sign = rest
            .strip_prefix(['-', '−'])
            .filter(|after| after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)));
        let negated = after_sign.is_some();
        let body = after_sign.unwrap_or(rest);
        let (piece, remaining) = piece(body);
        let source = rest[..rest.len() - remaining.len()].trim_end().to_owned();
        pieces.push(Piece { source, negated, ..piece });
        rest = remaining.trim_start();
    }
    pieces
}

fn piece(body: &str) -> (Piece, &str) {
    let Some((column, value)) = named(body) else { return value_of(body) };
    let (value, remaining) = value_of(value);
    let field = Some(field::conditions(column, &value.text).unwrap_or_default());
    (Piece { field, ..value }, remaining)
}

/// The field that is named before a colon, and what follows it.
fn named(body: &str) -> Option<(super::facts::Column, &str)> {
    let end = body.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))?;
    let value = body[end..].strip_prefix(':')?;
    Some((field::column(&body[..end])?, value))
}

fn value_of(body: &str) -> (Piece, &str) {
    if body.starts_with(is_quote) { quoted(body) } else { bare(body) }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn quoted(body: &str) -> (Piece, &str) {
    let inside = body.trim_start_matches(is_quote);
    let end = inside.find(is_quote);
    let text = inside[..end.unwrap_or(inside.len())].to_owned();
    let remaining = end.map_or("", |end| inside[end..].trim_start_matches(is_quote));
    let piece = Piece { text, quoted: true, unclosed: end.is_none(), ..Piece::default() };
    let Some(behind) = remaining.strip_prefix('~') else { return (piece, remaining) };
    let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match behind[..digits].parse() {
        Ok(distance) => (Piece { near: Some(distance), ..piece }, &behind[digits..]),
        Err(_) => (piece, remaining),
    }
}

fn bare(body: &str) -> (Piece, &str) {
    let end = body.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(body.len());
    (Piece { text: body[..end].to_owned(), ..Piece::default() }, &body[end..])
}

#[cfg(test)]
mod tests;
