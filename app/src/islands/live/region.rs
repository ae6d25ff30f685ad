//! How does a fetched page take the place of what is shown?

use leptos::{
    prelude::document,
    wasm_bindgen::JsCast,
    web_sys::{Document, DomParser, Element, HtmlElement, SupportedType},
};

use crate::islands::browser::{by_id, every, focus};

/// Says whether the regions are about to change.
pub(super) fn set_busy(busy: bool) {
    for region in every("[data-region]") {
        // An attribute that cannot be set would only miss its shade.
        let _ = if busy {
            region.set_attribute("aria-busy", "true")
        } else {
            region.remove_attribute("aria-busy")
        };
    }
}

/// Puts the regions of the page in place of those shown and gives what to announce;
/// `None` if the page has not the same regions.
pub(super) fn replace_all(page: &str, to_top: bool) -> Option<String> {
    let fetched = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    let focused = Focused::now();
    let shown = every("[data-region]");
    let fresh: Option<Vec<Element>> =
        shown.iter().map(|region| fetched.get_element_by_id(&region.id())).collect();
    for (old, new) in shown.iter().zip(fresh?) {
        old.replace_with_with_node_1(&new).ok()?;
    }
    document().set_title(&fetched.title());
    take_over_links(&fetched);
    if to_top {
        show_top();
    } else {
        focused.restore();
    }
    Some(announcement())
}

/// What the first region that has something to say says.
fn announcement() -> String {
    let speaking = document().query_selector("[data-announce]").ok().flatten();
    speaking.and_then(|region| region.get_attribute("data-announce")).unwrap_or_default()
}

/// Moves view and focus to the top of the first region, as a new page would.
fn show_top() {
    if let Some(region) = every("[data-region]").first().and_then(|region| region.dyn_ref::<HtmlElement>()) {
        region.set_tab_index(-1);
        focus(region);
        region.scroll_into_view();
    }
}

/// Addresses outside the regions that follow the filter: the page's data, the other language.
fn take_over_links(fetched: &Document) {
    for link in every("a[data-follows-filter]") {
        let fresh = fetched.get_element_by_id(&link.id()).and_then(|fresh| fresh.get_attribute("href"));
        if let Some(address) = fresh {
            // The old address stays good, if only for the old filter.
            let _ = link.set_attribute("href", &address);
        }
    }
}

/// The focused element, remembered by what it is: it will be replaced.
struct Focused {
    inside: bool,
    id: String,
    text: String,
}

impl Focused {
    fn now() -> Self {
        let element = document().active_element();
        let inside =
            element.as_ref().is_some_and(|element| matches!(element.closest("[data-region]"), Ok(Some(_))));
        let id = element.as_ref().map(Element::id).unwrap_or_default();
        let text = element.filter(|_| inside).and_then(|element| element.text_content()).unwrap_or_default();
        Self { inside, id, text }
    }

    /// Finds the same element again, by its id or its words; else the focus goes to the region.
    fn restore(&self) {
        if !self.inside {
            return;
        }
        let by_words = || {
            let mut links = every("[data-region] a[href]").into_iter();
            links.find(|link| link.text_content().unwrap_or_default() == self.text)?.dyn_into().ok()
        };
        let same = if self.id.is_empty() { None } else { by_id(&self.id) };
        match same.or_else(by_words) {
            Some(element) => focus(&element),
            None => show_top(),
        }
    }
}
