//! How does a search box suggest while one types?
//!
//! A combobox after the ARIA pattern: arrows choose, Enter goes, Escape closes.
//! Without WebAssembly it is a plain form.

mod recent;
mod typing;

use std::rc::Rc;

use leptos::{ev::KeyboardEvent, html, prelude::*};
use serde::{Deserialize, Serialize};

use crate::types::search::Suggestion;
use typing::Typing;

/// The words of a search box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestWords {
    /// What the box is for; stands above it.
    pub label: String,
    /// The button.
    pub button: String,
    /// Name of the list of suggestions.
    pub list: String,
    /// Announced with the list; `{n}` is the number of suggestions.
    pub count: String,
    /// Names of the kinds of suggestions: ("province", "tỉnh").
    pub kinds: Vec<(String, String)>,
}

impl SuggestWords {
    fn kind(&self, kind: &str) -> String {
        self.kinds.iter().find(|(key, _)| key == kind).map(|(_, word)| word.clone()).unwrap_or_default()
    }

    fn announcement(&self, suggestions: usize) -> String {
        if suggestions == 0 { String::new() } else { self.count.replace("{n}", &suggestions.to_string()) }
    }
}

/// What is offered, and which one is chosen.
#[derive(Clone, Copy)]
struct Offer {
    items: RwSignal<Vec<Suggestion>>,
    chosen: RwSignal<Option<usize>>,
}

impl Offer {
    fn show(self, items: Vec<Suggestion>) {
        self.chosen.set(None);
        self.items.set(items);
    }

    fn close(self) {
        self.show(Vec::new());
    }

    /// Moves the choice; before the first and after the last stands the box itself.
    fn step(self, forward: bool) {
        let places = self.items.read_untracked().len() + 1;
        let now = self.chosen.get_untracked().map_or(0, |index| index + 1);
        let next = (now + if forward { 1 } else { places - 1 }) % places;
        self.chosen.set(next.checked_sub(1));
    }
}

/// A search box.
#[island]
pub fn SearchBox(
    /// `id` of its field, alone on the page.
    id: String,
    /// Page that answers: "/search", "/en/search".
    action: String,
    /// In front of the paths that suggestions lead to: "", "/en".
    prefix: String,
    /// The words searched for now.
    value: String,
    /// Further parameters that a new search keeps.
    kept: Vec<(String, String)>,
    /// Its words.
    words: SuggestWords,
) -> impl IntoView {
    let offer = Offer { items: RwSignal::new(Vec::new()), chosen: RwSignal::new(None) };
    // The roles of a combobox would promise what a plain form does not hold.
    let awake = RwSignal::new(false);
    let searched = value.clone();
    Effect::new(move |_| {
        awake.set(true);
        recent::note(&searched);
    });
    let field = NodeRef::<html::Input>::new();
    let form = NodeRef::<html::Form>::new();
    let typing = Rc::new(Typing::default());
    let list = format!("{id}-list");
    let open = move || !offer.items.read().is_empty();

    let go = move |suggestion: Suggestion| {
        if suggestion.kind == recent::CLEAR {
            recent::clear();
            offer.close();
        } else if let Some(href) = suggestion.href {
            // A page that cannot be opened leaves the box as it was.
            let _ = location().assign(&format!("{prefix}{href}"));
        } else if let (Some(field), Some(form)) = (field.get_untracked(), form.get_untracked()) {
            field.set_value(&suggestion.text);
            offer.close();
            let _ = form.request_submit();
        }
    };
    let on_key = {
        let (go, typing) = (go.clone(), Rc::clone(&typing));
        move |key: KeyboardEvent| press(&key, offer, &go, &typing)
    };
    let on_focus = {
        let clear = words.kind(recent::CLEAR);
        move |_| {
            if field.get_untracked().is_some_and(|field| field.value().trim().is_empty()) {
                offer.show(recent::suggestions(&clear));
            }
        }
    };
    let on_blur = {
        let typing = Rc::clone(&typing);
        move |_| {
            typing.stop();
            offer.close();
        }
    };

    view! {
        <form class="search" role="search" action=action method="get" node_ref=form>
            <label for=id.clone()>{words.label.clone()}</label>
            <input
                class="in"
                id=id
                name="q"
                value=value
                inputmode="search"
                enterkeyhint="search"
                spellcheck="false"
                node_ref=field
                autocomplete=move || awake.get().then_some("off")
                role=move || awake.get().then_some("combobox")
                aria-autocomplete=move || awake.get().then_some("list")
                aria-controls={
                    let list = list.clone();
                    move || awake.get().then(|| list.clone())
                }
                aria-expanded=move || awake.get().then(|| if open() { "true" } else { "false" })
                aria-activedescendant={
                    let list = list.clone();
                    move || offer.chosen.get().map(|index| option_id(&list, index))
                }
                on:input=move |typed| typing.heard(&event_target_value(&typed), offer)
                on:keydown=on_key
                on:focus=on_focus
                on:blur=on_blur
            />
            {kept
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view()}
            <button class="btn main" type="submit">
                {words.button.clone()}
            </button>
            <Options id=list offer words=words.clone() go/>
            <p class="vh" role="status">
                {move || words.announcement(offer.items.read().len())}
            </p>
        </form>
    }
}

/// The list under the box.
#[component]
fn Options(
    id: String,
    offer: Offer,
    words: SuggestWords,
    go: impl Fn(Suggestion) + Clone + Send + 'static,
) -> impl IntoView {
    let name = words.list.clone();
    let options = {
        let id = id.clone();
        move || {
            let option = |(index, suggestion): (usize, Suggestion)| {
                let go = go.clone();
                let chosen = move || offer.chosen.get() == Some(index);
                let clears = suggestion.kind == recent::CLEAR;
                let kind = if clears { String::new() } else { words.kind(&suggestion.kind) };
                let text = suggestion.text.clone();
                view! {
                    <li
                        role="option"
                        id=option_id(&id, index)
                        class:on=chosen
                        aria-selected=move || if chosen() { "true" } else { "false" }
                        // The field keeps the focus; else the list would close before the click.
                        on:mousedown=|press| press.prevent_default()
                        on:click=move |_| go(suggestion.clone())
                    >
                        <span lang=(!clears).then_some("vi")>{text}</span>
                        <span class="label">{kind}</span>
                    </li>
                }
            };
            offer.items.get().into_iter().enumerate().map(option).collect_view()
        }
    };
    view! {
        <ul class="pop" role="listbox" id=id aria-label=name hidden=move || offer.items.read().is_empty()>
            {options}
        </ul>
    }
}

fn option_id(list: &str, index: usize) -> String {
    format!("{list}-{index}")
}

/// Answers the keys of the combobox pattern; any other key goes on to the field.
fn press(key: &KeyboardEvent, offer: Offer, go: &impl Fn(Suggestion), typing: &Typing) {
    if key.is_composing() || offer.items.read_untracked().is_empty() {
        return;
    }
    match key.key().as_str() {
        "ArrowDown" => offer.step(true),
        "ArrowUp" => offer.step(false),
        "Escape" => {
            typing.stop();
            offer.close();
        }
        "Enter" => {
            let chosen = offer.chosen.get_untracked();
            let Some(suggestion) = chosen.and_then(|index| offer.items.read_untracked().get(index).cloned())
            else {
                return;
            };
            go(suggestion);
        }
        _ => return,
    }
    key.prevent_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer_of(texts: &[&str]) -> Offer {
        let suggestion = |text: &&str| Suggestion { text: (*text).into(), kind: "phrase".into(), href: None };
        let items = RwSignal::new(texts.iter().map(suggestion).collect());
        Offer { items, chosen: RwSignal::new(None) }
    }

    #[test]
    fn arrows_go_round_through_the_box_itself() {
        let owner = Owner::new();
        owner.set();
        let offer = offer_of(&["chữ ký số", "chữ ký số chuyên dùng"]);
        let mut seen = Vec::new();
        for forward in [true, true, true, false] {
            offer.step(forward);
            seen.push(offer.chosen.get_untracked());
        }
        assert_eq!(seen, [Some(0), Some(1), None, Some(1)]);
    }

    #[test]
    fn a_new_offer_has_nothing_chosen() {
        let owner = Owner::new();
        owner.set();
        let offer = offer_of(&["một", "hai"]);
        offer.step(true);
        offer.show(Vec::new());
        assert_eq!(offer.chosen.get_untracked(), None);
    }

    #[test]
    fn the_number_of_suggestions_is_announced_unless_there_are_none() {
        let words = SuggestWords { count: "{n} gợi ý".into(), ..SuggestWords::default() };
        assert_eq!(words.announcement(3), "3 gợi ý");
        assert_eq!(words.announcement(0), "");
    }
}
