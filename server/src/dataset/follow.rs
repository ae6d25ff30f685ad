//! How does the data set keep up with what is published?

use std::time::Duration;

use super::{Dataset, make};
use crate::portal::ServerPortal;

/// How often the revision that is shown is looked at: reading it costs nothing.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long a revision has to stand before it is written: many plans may be taken in one after the other.
const SETTLED_AFTER: Duration = Duration::from_secs(5);

/// How long to wait after a failure.
const AFTER_FAILURE: Duration = Duration::from_mins(1);

/// Makes a release of each revision that settles, for as long as it is polled.
pub async fn follow(portal: ServerPortal, dataset: Dataset, public_url: String) {
    let mut made = None;
    loop {
        let shown = settled(&portal, made).await;
        match make(&portal, &dataset, &public_url).await {
            Ok(release) => {
                tracing::info!(release = release.name, "the data set is written");
                made = Some(shown);
            }
            Err(error) => {
                tracing::error!(%error, "the data set could not be written");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }
}

/// The next revision that stands for a while.
async fn settled(portal: &ServerPortal, made: Option<u64>) -> u64 {
    // What is there at the start is written at once.
    let stands = if made.is_some() { SETTLED_AFTER } else { Duration::ZERO };
    loop {
        let shown = portal.shown();
        if made != Some(shown) {
            tokio::time::sleep(stands).await;
            if portal.shown() == shown {
                return shown;
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
