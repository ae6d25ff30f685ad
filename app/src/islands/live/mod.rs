//! How do filters act without loading the page anew?
//!
//! Forms and links that lead to the page's own path fetch that address and put
//! its regions in place of the old ones. A region is an element with an `id` and
//! `data-region`; a form takes part with `data-filter`. The first region with
//! `data-announce` says what was found.

mod region;

use std::{cell::RefCell, rc::Rc};

use leptos::{
    ev,
    leptos_dom::helpers::window_event_listener,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{FormData, HtmlAnchorElement, HtmlFormElement, MouseEvent, UrlSearchParams},
};

use super::browser::{Latest, address_now, closest, means_elsewhere};

/// Filters without reload, for every form with `data-filter` and every link in a region.
#[island]
pub fn LiveResults(
    /// Said while an answer is awaited.
    waiting: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    Effect::new(move |_| Rc::new(Live::new(said, waiting.clone())).listen());
    view! {
        <p class="vh" role="status">
            {said}
        </p>
    }
}

/// How an address came to be asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A filter was set: the view stays where it is.
    Filter,
    /// Another page of the list: the view goes to its top.
    Page,
    /// Back or forward: the address is there already.
    History,
}

struct Live {
    said: RwSignal<String>,
    waiting: String,
    request: Latest,
    shown: RefCell<String>,
}

impl Live {
    fn new(said: RwSignal<String>, waiting: String) -> Self {
        Self { said, waiting, request: Latest::default(), shown: RefCell::new(address_now()) }
    }

    fn listen(self: Rc<Self>) {
        let live = Rc::clone(&self);
        window_event_listener(ev::click, move |click| live.on_click(&click));
        let live = Rc::clone(&self);
        window_event_listener(ev::submit, move |submit| {
            if let Some(form) = closest(&submit, "form[data-filter]").filter(|_| !submit.default_prevented())
            {
                submit.prevent_default();
                live.send(form.unchecked_ref());
            }
        });
        let live = Rc::clone(&self);
        window_event_listener(ev::change, move |change| {
            let chosen = closest(&change, "select, input[type=checkbox], input[type=radio]");
            if let Some(form) = chosen.and_then(|field| field.closest("form[data-filter]").ok()?) {
                live.send(form.unchecked_ref());
            }
        });
        window_event_listener(ev::popstate, move |_| {
            let address = address_now();
            if *self.shown.borrow() != address {
                self.open(address, Cause::History);
            }
        });
    }

    /// Follows a link of a region that stays on this path.
    fn on_click(self: &Rc<Self>, click: &MouseEvent) {
        if means_elsewhere(click) {
            return;
        }
        let Some(link) = closest(click, "[data-region] a[href]") else { return };
        let link: &HtmlAnchorElement = link.unchecked_ref();
        let here = location();
        let stays = link.origin() == here.origin().unwrap_or_default()
            && link.pathname() == here.pathname().unwrap_or_default()
            && link.search() != here.search().unwrap_or_default()
            && link.hash().is_empty()
            && !link.has_attribute("download");
        if stays {
            click.prevent_default();
            let turns = link.has_attribute("rel") && matches!(link.rel().as_str(), "next" | "prev");
            let cause = if turns { Cause::Page } else { Cause::Filter };
            self.open(link.pathname() + &link.search(), cause);
        }
    }

    /// Opens the address that a form stands for, without its empty fields.
    fn send(self: &Rc<Self>, form: &HtmlFormElement) {
        let Ok(fields) = FormData::new_with_form(form) else { return };
        let Ok(params) = UrlSearchParams::new_with_str_sequence_sequence(&fields) else { return };
        let path = location().pathname().unwrap_or_default();
        self.open(address_of(&path, &String::from(params.to_string())), Cause::Filter);
    }

    fn open(self: &Rc<Self>, address: String, cause: Cause) {
        let live = Rc::clone(self);
        live.said.set(live.waiting.clone());
        region::set_busy(true);
        spawn_local(async move {
            let page = match live.request.text(&address, "text/html").await {
                Ok(page) => page,
                Err(None) => return,
                Err(Some(_)) => return load(&address),
            };
            if cause != Cause::History && !remember(&address) {
                return load(&address);
            }
            let Some(found) = region::replace_all(&page, cause == Cause::Page) else { return load(&address) };
            live.shown.replace(address);
            live.said.set(found);
        });
    }
}

/// Path and query without the fields that were left empty.
fn address_of(path: &str, query: &str) -> String {
    let stated: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !pair.ends_with('=')).collect();
    if stated.is_empty() { path.to_owned() } else { format!("{path}?{}", stated.join("&")) }
}

/// Puts the address into the history; false if the browser refuses.
fn remember(address: &str) -> bool {
    let state = leptos::wasm_bindgen::JsValue::NULL;
    window().history().is_ok_and(|history| history.push_state_with_url(&state, "", Some(address)).is_ok())
}

/// Leaves the work to the browser, which also shows what went wrong.
fn load(address: &str) {
    // There is nothing left to fall back to.
    let _ = location().assign(address);
}

#[cfg(test)]
mod tests {
    use super::address_of;

    #[test]
    fn empty_fields_stay_out_of_the_address() {
        assert_eq!(address_of("/targets", "q=&province=soc-trang&year="), "/targets?province=soc-trang");
        assert_eq!(address_of("/targets", "q=&year="), "/targets");
        assert_eq!(address_of("/targets", ""), "/targets");
    }
}
