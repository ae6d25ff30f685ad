//! How sure is the reader, and why is it not?

use app::types::record::Confidence;

use super::kind::{Item, Kind};

/// Records by how sure the reader is of them.
#[derive(Debug, Default)]
pub(in crate::command::read) struct Sureness {
    /// The words state them plainly.
    pub(in crate::command::read) high: usize,
    /// Something had to be inferred.
    pub(in crate::command::read) medium: usize,
    /// A person should look.
    pub(in crate::command::read) low: usize,
    /// Why, with the marks of the records ("C3"), the most frequent first.
    pub(in crate::command::read) doubts: Vec<Doubt>,
}

/// One reason for doubt.
#[derive(Debug)]
pub(in crate::command::read) struct Doubt {
    /// The reader's own words.
    pub(in crate::command::read) reason: String,
    /// Ids and marks of the records.
    pub(in crate::command::read) records: Vec<(String, String)>,
}

impl Sureness {
    pub(super) fn of(kinds: &[Kind]) -> Self {
        let items = || kinds.iter().flat_map(|kind| &kind.items);
        let count = |confidence| items().filter(|item| item.confidence == confidence).count();
        let mut found = Self {
            high: count(Confidence::High),
            medium: count(Confidence::Medium),
            low: count(Confidence::Low),
            doubts: Vec::new(),
        };
        for item in items() {
            found.add(item);
        }
        found.doubts.sort_by_key(|doubt| std::cmp::Reverse(doubt.records.len()));
        found
    }

    fn add(&mut self, item: &Item) {
        let Some(reason) = item.doubt.as_ref() else { return };
        let record = (item.id.clone(), item.mark.clone());
        match self.doubts.iter_mut().find(|doubt| doubt.reason == *reason) {
            Some(doubt) => doubt.records.push(record),
            None => self.doubts.push(Doubt { reason: reason.clone(), records: vec![record] }),
        }
    }
}
