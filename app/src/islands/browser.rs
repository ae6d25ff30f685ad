//! How do islands fetch, and how do they find elements on the page?

use leptos::{
    prelude::document,
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{AbortController, Element, HtmlElement, RequestInit, Response},
};
use wasm_bindgen_futures::JsFuture;

/// The newest of a series of requests; sending one calls off the one before.
#[derive(Default)]
pub(super) struct Latest(std::cell::RefCell<Option<AbortController>>);

impl Latest {
    /// Calls off what is under way.
    pub(super) fn call_off(&self) {
        if let Some(pending) = self.0.borrow_mut().take() {
            pending.abort();
        }
    }

    /// Fetches a text of this site; `Err(None)` if it was called off meanwhile.
    pub(super) async fn text(&self, address: &str, accept: &str) -> Result<String, Option<JsValue>> {
        self.call_off();
        let controller = AbortController::new().map_err(Some)?;
        let signal = controller.signal();
        *self.0.borrow_mut() = Some(controller);
        let answer = get(address, accept, &signal).await;
        if signal.aborted() { Err(None) } else { answer.map_err(Some) }
    }
}

async fn get(address: &str, accept: &str, signal: &leptos::web_sys::AbortSignal) -> Result<String, JsValue> {
    let headers = leptos::web_sys::Headers::new()?;
    headers.set("Accept", accept)?;
    let init = RequestInit::new();
    init.set_signal(Some(signal));
    init.set_headers(&headers);
    let sent = leptos::prelude::window().fetch_with_str_and_init(address, &init);
    let response: Response = JsFuture::from(sent).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let body = JsFuture::from(response.text()?).await?;
    Ok(body.as_string().unwrap_or_default())
}

/// The nearest element around an event's target, itself included, that fits the selector.
pub(super) fn closest(event: &leptos::web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Every element that fits the selector, in order.
pub(super) fn every(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok()).collect()
}

/// The element with the id, if it can take focus.
pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether the click asks for something else than following the link here.
pub(super) fn means_elsewhere(click: &leptos::web_sys::MouseEvent) -> bool {
    click.default_prevented()
        || click.button() != 0
        || click.meta_key()
        || click.ctrl_key()
        || click.shift_key()
        || click.alt_key()
}

/// Path and query of the address shown now.
pub(super) fn address_now() -> String {
    let location = leptos::prelude::location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Moves the focus without moving the page.
pub(super) fn focus(element: &HtmlElement) {
    let options = leptos::web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A page that refuses the focus loses nothing else.
    let _ = element.focus_with_options(&options);
}
