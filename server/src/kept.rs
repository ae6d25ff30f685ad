//! Which pages and answers are made already?
//!
//! While a server runs, a page or a search's answer depends on its address and on the state of the
//! store that is shown, and on nothing else: what was made once is sent again until something is
//! published.

use std::sync::Arc;

use axum::body::Bytes;
use quick_cache::{Weighter, sync::Cache};

use crate::search::Stamp;

/// Most bytes of pages: those of a hundred plans and the lists around them.
const PAGES_MAX: u64 = 64 << 20;
/// Most bytes of answers to searches: some thousands.
const ANSWERS_MAX: u64 = 16 << 20;
/// Guess at how many those are; no limit.
const MANY: usize = 1000;

/// An address with its query, at one state of the store.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) stamp: Stamp,
    pub(crate) address: String,
}

#[derive(Clone, Copy, Debug)]
struct Size;

impl Weighter<Key, Bytes> for Size {
    fn weight(&self, key: &Key, page: &Bytes) -> u64 {
        (key.address.len() + page.len()) as u64
    }
}

/// What was sent, the least asked for forgotten first. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Kept(Arc<Cache<Key, Bytes, Size>>);

impl Kept {
    /// Room for pages.
    pub fn pages() -> Self {
        Self::with_room(PAGES_MAX)
    }

    /// Room for answers to searches.
    pub fn answers() -> Self {
        Self::with_room(ANSWERS_MAX)
    }

    fn with_room(bytes: u64) -> Self {
        Self(Arc::new(Cache::with_weighter(MANY, bytes, Size)))
    }

    pub(crate) fn get(&self, key: &Key) -> Option<Bytes> {
        self.0.get(key)
    }

    pub(crate) fn keep(&self, key: Key, page: Bytes) {
        self.0.insert(key, page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(revision: u64, address: &str) -> Key {
        Key { stamp: Stamp { revision, moment: String::new() }, address: address.into() }
    }

    #[test]
    fn a_page_is_kept_for_its_state_of_the_store_alone() {
        let kept = Kept::pages();
        kept.keep(key(1, "/plans"), Bytes::from_static(b"one"));
        assert_eq!(kept.get(&key(1, "/plans")).as_deref(), Some(&b"one"[..]));
        assert_eq!(kept.get(&key(2, "/plans")), None);
        assert_eq!(kept.get(&key(1, "/plans?q=a")), None);
    }

    #[test]
    fn what_is_kept_stays_within_its_bytes() {
        let kept = Kept::pages();
        for page in 0..200 {
            kept.keep(key(1, &format!("/plans/{page}")), Bytes::from(vec![b'x'; 1 << 20]));
        }
        assert!(kept.0.weight() <= PAGES_MAX, "{}", kept.0.weight());
        assert!(!kept.0.is_empty());
    }
}
