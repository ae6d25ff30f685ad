//! How does the table of contents follow the scrolling?

use std::{cell::Cell, rc::Rc};

use leptos::{
    ev,
    leptos_dom::helpers::window_event_listener,
    prelude::{document, request_animation_frame},
    web_sys::Element,
};

use crate::islands::browser::every;

/// How far below the top of the window the line that is being read is taken to be, in pixels.
const READING_LINE: f32 = 120.0;

/// Marks the heading that is being read, once a frame at most.
pub(super) fn follow_scrolling() {
    let awaited = Rc::new(Cell::new(false));
    window_event_listener(ev::scroll, move |_| {
        if !awaited.replace(true) {
            let awaited = Rc::clone(&awaited);
            request_animation_frame(move || {
                awaited.set(false);
                mark_current();
            });
        }
    });
    mark_current();
}

fn mark_current() {
    let Some(part) = part_being_read() else { return };
    let address = format!("#{}", part.get_attribute("data-part").unwrap_or_default());
    for line in every(".toc a") {
        let current = line.get_attribute("href").is_some_and(|href| href == address);
        // A mark that fails to move is a mark in the wrong place, no more.
        let _ = if current {
            line.set_attribute("aria-current", "true")
        } else {
            line.remove_attribute("aria-current")
        };
    }
}

/// The part of the text under the reading line; asked by point, so that the length of the text does not matter.
fn part_being_read() -> Option<Element> {
    let text = document().query_selector(".doc").ok()??.get_bounding_client_rect();
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let left = text.left() as f32 + 8.0;
    document().element_from_point(left, READING_LINE)?.closest("[data-part]").ok()?
}
