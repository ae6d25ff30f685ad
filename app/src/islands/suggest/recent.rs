//! What was searched for last, in this browser?
//!
//! Kept in the browser alone, never sent, and gone at a word of its user.

use leptos::{prelude::window, web_sys::Storage};

use crate::types::search::Suggestion;

/// Kind of a suggestion that is an earlier search.
pub(super) const RECENT: &str = "recent";
/// Kind of the suggestion that forgets them all.
pub(super) const CLEAR: &str = "clear";

const KEY: &str = "recent-searches";
/// Searches that are kept.
const KEPT: usize = 8;

/// Earlier searches as suggestions, the last first, with the way to forget them behind.
pub(super) fn suggestions(clear: &str) -> Vec<Suggestion> {
    let suggestion = |text: String, kind: &str| Suggestion { text, kind: kind.to_owned(), href: None };
    let mut found: Vec<Suggestion> = kept().into_iter().map(|text| suggestion(text, RECENT)).collect();
    if !found.is_empty() {
        found.push(suggestion(clear.to_owned(), CLEAR));
    }
    found
}

/// Keeps a search.
pub(super) fn note(text: &str) {
    let searches = with(kept(), text.trim());
    if let (Some(storage), Ok(json)) = (storage(), serde_json::to_string(&searches)) {
        // A browser that keeps nothing still searches.
        let _ = storage.set_item(KEY, &json);
    }
}

/// Forgets all.
pub(super) fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

fn with(mut searches: Vec<String>, text: &str) -> Vec<String> {
    if !text.is_empty() {
        searches.retain(|search| search != text);
        searches.insert(0, text.to_owned());
        searches.truncate(KEPT);
    }
    searches
}

fn kept() -> Vec<String> {
    let json = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_search_comes_first_once_and_the_oldest_goes() {
        let mut searches = Vec::new();
        for text in ["a", "b", "a", "", "c", "d", "e", "f", "g", "h", "i"] {
            searches = with(searches, text);
        }
        assert_eq!(searches, ["i", "h", "g", "f", "e", "d", "c", "a"]);
    }
}
