//! How is a whole list read without holding it?

use std::{pin::Pin, sync::Arc};

use app::{
    portal::Answer,
    types::filter::{Filter, LIMIT_MAX},
};
use serde_json::Value;

use super::failed;
use crate::{
    api::noun::Noun,
    portal::{Page, ServerPortal, grouping},
};

/// Reads the rows from a cursor on.
type Fetch =
    Arc<dyn Fn(Option<String>) -> Pin<Box<dyn Future<Output = Answer<Page<Value>>> + Send>> + Send + Sync>;

/// The rows of a filtered list at one revision, some at a time. The first batch is there from the
/// beginning, and may be empty.
pub(super) struct Batches {
    fetch: Fetch,
    first: Option<Vec<Value>>,
    cursor: Option<String>,
}

impl Batches {
    /// Starts at the beginning of the list, however the page that links to the file is cut.
    pub(super) async fn open<N: Noun>(portal: ServerPortal, filter: Filter) -> Answer<Self> {
        let filter = Filter { limit: Some(LIMIT_MAX), ..filter };
        let fetch: Fetch = Arc::new(move |cursor| {
            let (portal, filter) = (portal.clone(), Filter { cursor, ..filter.clone() });
            Box::pin(async move { page::<N>(&portal, &filter).await })
        });
        let first = fetch(None).await?;
        Ok(Self { fetch, first: Some(first.records), cursor: first.next })
    }

    /// The next rows; none after the last.
    pub(super) async fn next(&mut self) -> Answer<Option<Vec<Value>>> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let Some(cursor) = self.cursor.take() else { return Ok(None) };
        let page = (self.fetch)(Some(cursor)).await?;
        self.cursor = page.next;
        Ok(Some(page.records))
    }
}

/// The portal is held to one revision.
async fn page<N: Noun>(portal: &ServerPortal, filter: &Filter) -> Answer<Page<Value>> {
    let revision = portal.shown();
    if grouping::is_asked(filter) {
        return N::groups(portal, revision, filter).await;
    }
    let page = N::page(portal, revision, filter).await?;
    let values = page.records.iter().map(serde_json::to_value).collect::<Result<_, _>>();
    Ok(Page { records: values.map_err(|error| failed(&error))?, next: page.next })
}
