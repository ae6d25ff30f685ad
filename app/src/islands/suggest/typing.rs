//! When is the server asked for suggestions, and which answer counts?

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::set_timeout_with_handle, task::spawn_local};
use serde::Deserialize;

use super::Offer;
use crate::{islands::browser::Latest, types::search::Suggestion};

/// How long the keys must rest before the server is asked.
const REST: Duration = Duration::from_millis(120);
/// Suggestions shown at most.
const LIMIT: usize = 8;

/// The answer of the API, as far as it is used here.
#[derive(Deserialize)]
struct Answer {
    data: Vec<Suggestion>,
}

/// What was typed last, and the question about it that is under way.
#[derive(Default)]
pub(super) struct Typing {
    waiting: Cell<Option<TimeoutHandle>>,
    request: Rc<Latest>,
    asked: RefCell<String>,
}

impl Typing {
    /// Takes note of what stands in the field and asks once the keys rest.
    pub(super) fn heard(&self, text: &str, offer: Offer) {
        let text = text.trim().to_owned();
        if *self.asked.borrow() == text {
            return;
        }
        self.stop();
        if text.is_empty() {
            offer.close();
            return;
        }
        self.asked.borrow_mut().clone_from(&text);
        let request = Rc::clone(&self.request);
        let ask = move || spawn_local(async move { offer_for(&request, &text, offer).await });
        self.waiting.set(set_timeout_with_handle(ask, REST).ok());
    }

    /// Forgets the question under way.
    pub(super) fn stop(&self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
        self.request.call_off();
        self.asked.borrow_mut().clear();
    }
}

/// Asks, and offers the answer unless it is stale. A failed question offers nothing:
/// the form itself still searches.
async fn offer_for(request: &Latest, text: &str, offer: Offer) {
    let words = String::from(js_sys::encode_uri_component(text));
    let address = format!("/api/v1/suggest?q={words}&limit={LIMIT}");
    match request.text(&address, "application/json").await {
        Ok(body) => {
            let answer = serde_json::from_str::<Answer>(&body);
            offer.show(answer.map(|answer| answer.data).unwrap_or_default());
        }
        Err(Some(_)) => offer.close(),
        Err(None) => {}
    }
}
