//! How is a page rendered in a test? As the server does, without a socket.

use std::sync::Arc;

use app::{app::App, document, portal::Portal};
use futures::StreamExt;
use leptos::prelude::*;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;

use crate::sample::SamplePortal;

/// The body of the page at `address`, as the sample portal answers it.
pub(crate) async fn page(address: &str) -> String {
    // Every test of the binary shares the one executor; the first call sets it.
    let _ = any_spawner::Executor::init_tokio();
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(address));
        provide_context(ServerMetaContext::new().0);
        provide_context(Arc::new(SamplePortal) as Arc<dyn Portal>);
        view! { <App /> }.to_html_stream_in_order()
    });
    let html: String = html.collect().await;
    drop(owner);
    String::from_utf8(document::sent(html.as_bytes())).expect("a page is text")
}

/// What stands between `from` and `to`, for assertions about one part of a page.
pub(crate) fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from:?} in the page"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

/// Values of an attribute, in order.
pub(crate) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Opening tags of the elements with the name and the class, in order, with all their attributes.
pub(crate) fn opening_tags<'a>(html: &'a str, name: &str, class: &str) -> Vec<&'a str> {
    let opening = format!("<{name} ");
    let tags = html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| {
        values(&format!(" {tag}"), "class").iter().any(|classes| classes.split(' ').any(|c| c == class))
    })
    .collect()
}

/// Fails if the page needs an exception from the security policy.
pub(crate) fn assert_no_inline_code(html: &str) {
    assert!(!html.contains(" style=\""), "inline style: {}", between(html, " style=\"", "\""));
    assert!(!html.contains("<style"), "inline style sheet");
    for script in html.split("<script").skip(1) {
        let (tag, body) = script.split_once('>').unwrap_or((script, ""));
        let body = body.split("</script>").next().unwrap_or_default();
        // A block of data is not run.
        let is_data = tag.contains("type=\"application/ld+json\"");
        assert!(is_data || (tag.contains(" src=\"") && body.is_empty()), "inline script: {body}");
    }
    for event in ["onclick", "onload", "onsubmit", "onchange"] {
        assert!(!html.contains(&format!(" {event}=")), "inline handler {event}");
    }
}

/// Fails if a link to an anchor of the page leads nowhere.
pub(crate) fn assert_anchors_exist(html: &str) {
    let ids = values(html, "id");
    for href in values(html, "href") {
        if let Some(anchor) = href.strip_prefix('#') {
            assert!(ids.contains(&anchor), "no element has the id {anchor}");
        }
    }
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        assert!(seen.insert(id), "two elements have the id {id}");
    }
}
