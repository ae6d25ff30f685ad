//! How do sentence and record point at each other in the reader?
//!
//! Choosing a marked sentence lights its record, and the other way round; `n` and
//! `p` go through the hits of a search; the table of contents follows the
//! scrolling. Every link works without it, through plain anchors.

mod contents;
mod hits;
mod marks;

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};

/// The reader's linking, for the text in `.doc`.
#[island]
pub fn ReaderLinking() -> impl IntoView {
    Effect::new(|_| {
        marks::take_over();
        window_event_listener(ev::click, |click| marks::on_click(&click));
        window_event_listener(ev::hashchange, |_| marks::follow_address());
        window_event_listener(ev::keydown, |key| hits::on_key(&key));
        contents::follow_scrolling();
    });
}
