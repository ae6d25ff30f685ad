//! How do the keys `n` and `p` go through the hits of a search?

use leptos::{
    ev::KeyboardEvent,
    prelude::{document, location},
    wasm_bindgen::JsCast,
    web_sys::Element,
};

use crate::islands::browser::{by_id, every, focus};

/// Goes to the next or the hit before. Only while the focus is in the reader: a letter key
/// that acts everywhere would get in the way of those who speak their commands.
pub(super) fn on_key(key: &KeyboardEvent) {
    let forward = match key.key().as_str() {
        "n" => true,
        "p" => false,
        _ => return,
    };
    if key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing() || !reading() {
        return;
    }
    let hits = every(".doc .hit[id]");
    if let Some(next) = after(&hits, forward) {
        key.prevent_default();
        let id = next.id();
        // `replace`, so that "back" leaves the page and not a hit.
        let _ = location().replace(&format!("#{id}"));
        if let Some(hit) = by_id(&id) {
            focus(&hit);
        }
    }
}

fn reading() -> bool {
    document().active_element().is_some_and(|element| matches!(element.closest("[data-reader]"), Ok(Some(_))))
}

/// The hit after the one gone to last; else the first that comes after the focus; round at the ends.
fn after(hits: &[Element], forward: bool) -> Option<&Element> {
    let hash = location().hash().unwrap_or_default();
    let at = hits.iter().position(|hit| Some(hit.id().as_str()) == hash.strip_prefix('#'));
    let index = match at {
        Some(index) if forward => index + 1,
        Some(index) => index + hits.len() - 1,
        None => {
            let place = document().get_element_by_id(hash.trim_start_matches('#'))?;
            let following = leptos::web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
            let first = hits
                .iter()
                .position(|hit| place.compare_document_position(hit.unchecked_ref()) & following != 0);
            let first = first.unwrap_or(0);
            if forward { first } else { first + hits.len() - 1 }
        }
    };
    hits.get(index % hits.len().max(1))
}
