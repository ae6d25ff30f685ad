//! Which answers are made before anyone asks for them?
//!
//! After a publication the first to ask would wait for counts over every record. So the pages that
//! need them are asked for at once, by the server itself.

use app::{i18n::Language, paths};
use axum::{Router, body::Body, extract::Request};
use tokio::sync::watch;
use tower::ServiceExt as _;

use crate::{pages::PAGES, portal::nouns};

/// Makes the answers that everyone asks for, at start and whenever another revision is shown.
pub(super) async fn keep_warm(router: Router, mut shown: watch::Receiver<u64>) {
    loop {
        for address in addresses() {
            ask(&router, &address).await;
        }
        if shown.changed().await.is_err() {
            return;
        }
    }
}

/// Pages without data of their own address, and the lists of the API.
fn addresses() -> impl Iterator<Item = String> {
    let pages = PAGES.iter().flat_map(|page| Language::ALL.map(|lang| paths::page(lang, page)));
    pages.chain(nouns().map(|noun| format!("/api/v1/{noun}")))
}

async fn ask(router: &Router, address: &str) {
    let Ok(request) = Request::get(address).body(Body::empty()) else { return };
    match router.clone().oneshot(request).await {
        Ok(answer) if answer.status().is_success() => {}
        Ok(answer) => {
            tracing::warn!(address, status = answer.status().as_u16(), "not made before it is asked for");
        }
        Err(never) => match never {},
    }
}
