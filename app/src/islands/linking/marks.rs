//! Which record belongs to which sentence, and which pair is lit?
//!
//! A sentence carries the ids of its records in `data-r`; the record in the margin
//! has the id `m-` and its own.

use leptos::{
    prelude::{document, location, window},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{
        Element, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    },
};

use crate::islands::browser::{by_id, closest, every, focus, means_elsewhere};

/// Which side of a pair was chosen; the view goes to the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Sentence,
    Record,
}

/// Takes the lighting over from the plain anchors, and lights what the address names.
pub(super) fn take_over() {
    for text in every(".doc") {
        // Without the attribute the anchors light the sentence: still right.
        let _ = text.set_attribute("data-linked", "");
    }
    follow_address();
}

/// Lights the record that the address names.
pub(super) fn follow_address() {
    let hash = location().hash().unwrap_or_default();
    if let Some(record) = record_of(&hash) {
        light(record);
        if hash.starts_with("#m-")
            && let Some(entry) = by_id(&hash[1..])
        {
            show(&entry);
        }
    }
}

/// Answers a click on a sentence, on its number, or on a record in the margin.
pub(super) fn on_click(click: &MouseEvent) {
    if means_elsewhere(click) {
        return;
    }
    if let Some(link) = closest(click, ".doc a[href]") {
        let address = link.get_attribute("href").unwrap_or_default();
        if let Some(record) = record_of(&address) {
            click.prevent_default();
            choose(record, if address.starts_with("#m-") { Side::Sentence } else { Side::Record }, true);
        }
        return;
    }
    let Some(sentence) = closest(click, ".doc [data-r]") else { return };
    // Whoever selects words wants to copy them.
    let selecting =
        window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    let records = sentence.get_attribute("data-r").unwrap_or_default();
    if let Some(record) = records.split(' ').next().filter(|record| !selecting && !record.is_empty()) {
        choose(record, Side::Sentence, false);
    }
}

/// Lights a pair, shows its other side, and puts the record's permanent address in the bar.
fn choose(record: &str, side: Side, by_link: bool) {
    light(record);
    let (sentence, entry) = (by_id(&format!("r-{record}")), by_id(&format!("m-{record}")));
    let other = if side == Side::Sentence { entry } else { sentence };
    if let Some(other) = other {
        show(&other);
        let target = other
            .query_selector("a[href]")
            .ok()
            .flatten()
            .and_then(|link| link.dyn_into::<HtmlElement>().ok());
        if let Some(link) = target.filter(|_| by_link) {
            focus(&link);
        }
    }
    if let Ok(history) = window().history() {
        // The lit pair matters more than its address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#r-{record}")));
    }
}

fn light(record: &str) {
    for lit in every(".doc .on") {
        lit.class_list().remove_1("on").unwrap_or_default();
    }
    let sentences = every(&format!(".doc [data-r~=\"{record}\"]"));
    let entry = document().get_element_by_id(&format!("m-{record}"));
    for part in sentences.iter().chain(&entry) {
        part.class_list().add_1("on").unwrap_or_default();
    }
}

/// Brings an element into view, opening what hides it, and moving no further than needed.
fn show(element: &Element) {
    if let Ok(Some(closed)) = element.closest("details:not([open])") {
        // A list that stays closed can be opened by hand.
        let _ = closed.set_attribute("open", "");
    }
    let still = window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_none_or(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(if still { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The record that an anchor names, on either side. Ids are letters and digits, so that one
/// made up by hand cannot end a selector.
fn record_of(anchor: &str) -> Option<&str> {
    let record = anchor.strip_prefix("#r-").or_else(|| anchor.strip_prefix("#m-"))?;
    (!record.is_empty() && record.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .then_some(record)
}

#[cfg(test)]
mod tests {
    use super::record_of;

    #[test]
    fn an_anchor_of_either_side_names_its_record() {
        assert_eq!(record_of("#r-k3v9x"), Some("k3v9x"));
        assert_eq!(record_of("#m-k3v9x"), Some("k3v9x"));
    }

    #[test]
    fn other_anchors_name_no_record() {
        for anchor in ["", "#b-12", "#r-", "#r-a\"]", "r-a"] {
            assert_eq!(record_of(anchor), None, "{anchor}");
        }
    }
}
