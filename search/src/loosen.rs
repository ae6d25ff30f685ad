//! What would be found if a search asked for less?

use super::{facts::Column, index::SearchError, parse::looser, request::Request, snapshot::Snapshot};

/// Ways that are tried: each is a search of its own.
const WAYS_MAX: usize = 12;

/// A search that asks for less, with what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looser {
    /// The column whose filters are left out; none where words are.
    pub column: Option<Column>,
    /// The words that are left out, or lose their quotation marks, as typed.
    pub words: Option<String>,
    /// The words of the looser search.
    pub typed: String,
    /// All that it finds.
    pub total: u64,
}

impl Snapshot {
    /// Searches that ask for one thing less and find something, most first.
    pub(super) fn looser(&self, request: &Request) -> Result<Vec<Looser>, SearchError> {
        let mut columns: Vec<Column> = request.conditions.iter().map(|condition| condition.column).collect();
        columns.dedup();
        let without_filter = columns.into_iter().map(|column| {
            let mut looser = request.clone();
            looser.conditions.retain(|condition| condition.column != column);
            (Some(column), None, looser)
        });
        let fewer_words = looser(&request.typed)
            .into_iter()
            .map(|(words, typed)| (None, Some(words), Request { typed, ..request.clone() }));
        let mut found = Vec::new();
        for (column, words, request) in without_filter.chain(fewer_words).take(WAYS_MAX) {
            let total = self.total(&self.read(&request.typed).0, &request)?;
            if total > 0 {
                found.push(Looser { column, words, typed: request.typed, total });
            }
        }
        found.sort_by_key(|looser| std::cmp::Reverse(looser.total));
        Ok(found)
    }
}
