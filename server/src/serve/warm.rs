//! Which answers are made before anyone asks for them?
//!
//! After a publication the first to ask would wait for counts over every record. So the pages that
//! need them are asked for at once, by the server itself.

use std::time::Duration;

use app::{i18n::Language, paths};
use axum::{Router, body::Body, extract::Request};
use tokio::{sync::watch, time::timeout};
use tower::ServiceExt as _;

use crate::{pages::PAGES, portal::nouns};

/// How long a revision has to stand before answers are made of it unasked.
const SETTLED_AFTER: Duration = Duration::from_secs(1);

/// Makes the answers that everyone asks for, at start and whenever another revision is shown.
pub(super) async fn keep_warm(router: Router, mut shown: watch::Receiver<u64>) {
    loop {
        for address in addresses() {
            ask(&router, &address).await;
        }
        if shown.changed().await.is_err() {
            return;
        }
        // Many plans may be taken in one after the other: only what stands for a while is worth the work.
        while timeout(SETTLED_AFTER, shown.changed()).await.is_ok_and(|changed| changed.is_ok()) {}
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
