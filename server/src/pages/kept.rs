//! Which pages are rendered already?
//!
//! While a server runs, a page depends on its address and on the state of the store that is
//! shown, and on nothing else: what was rendered once is sent again until something is published.

use std::sync::Arc;

use axum::body::Bytes;
use quick_cache::{Weighter, sync::Cache};

use crate::search::Stamp;

/// Most bytes that are kept: the pages of a hundred plans and the lists around them.
const BYTES_MAX: u64 = 64 << 20;
/// Guess at how many pages that is; no limit.
const PAGES: usize = 1000;

/// A page's address with its query, at one state of the store.
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

/// Pages as sent, the least asked for forgotten first. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Kept(Arc<Cache<Key, Bytes, Size>>);

impl Default for Kept {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(PAGES, BYTES_MAX, Size)))
    }
}

impl Kept {
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
        let kept = Kept::default();
        kept.keep(key(1, "/plans"), Bytes::from_static(b"one"));
        assert_eq!(kept.get(&key(1, "/plans")).as_deref(), Some(&b"one"[..]));
        assert_eq!(kept.get(&key(2, "/plans")), None);
        assert_eq!(kept.get(&key(1, "/plans?q=a")), None);
    }

    #[test]
    fn what_is_kept_stays_within_its_bytes() {
        let kept = Kept::default();
        for page in 0..200 {
            kept.keep(key(1, &format!("/plans/{page}")), Bytes::from(vec![b'x'; 1 << 20]));
        }
        assert!(kept.0.weight() <= BYTES_MAX, "{}", kept.0.weight());
        assert!(!kept.0.is_empty());
    }
}
