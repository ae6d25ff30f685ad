//! How does a worker go through the queue?

use std::time::Duration;

use super::{Contents, IngestError, Options, Report, Source, publish};
use crate::store::{HELD_FOR, Held, NewQueued, Store, StoreError};

/// How soon an empty queue is looked at again.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

impl Source {
    /// The same with its bytes, to be put into the queue.
    pub async fn queued(self) -> Result<NewQueued, IngestError> {
        let bytes = self.contents.bytes().await?.into_owned();
        Ok(NewQueued { name: self.name, file_name: self.file_name, bytes, manifest: self.manifest })
    }

    fn held(file: NewQueued) -> Self {
        let NewQueued { name, file_name, bytes, manifest } = file;
        Self { name, file_name, contents: Contents::Held(bytes), manifest }
    }
}

/// Takes file after file, tells `said` what became of each; ends when the queue is empty, or never.
pub async fn work(
    store: &Store,
    options: &Options,
    until_empty: bool,
    said: impl Fn(&Report),
) -> Result<(), StoreError> {
    loop {
        match store.take_queued().await? {
            Some(held) => said(&taken_in(store, held, options).await?),
            None if until_empty => return Ok(()),
            None => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }
}

/// Reads and publishes one file, and says all the while that it is worked on.
async fn taken_in(store: &Store, held: Held, options: &Options) -> Result<Report, StoreError> {
    let id = held.id;
    let source = Source::held(held.file);
    let worked = async {
        let (bytes, reading) = source.read(&options.reader).await?;
        publish(store, &source, &bytes, &reading, options).await
    };
    let result = tokio::select! {
        result = worked => result,
        error = go_on(store, id) => return Err(error),
    };
    let outcome = match &result {
        Ok(ingested) => Ok(ingested.published.id.clone()),
        Err(error) => Err(error.to_string()),
    };
    store.settle_queued(id, outcome).await?;
    Ok(Report { name: source.name, result })
}

/// Ends only when the store is lost.
async fn go_on(store: &Store, id: i64) -> StoreError {
    loop {
        tokio::time::sleep(HELD_FOR / 4).await;
        if let Err(error) = store.hold_queued(id).await {
            return error;
        }
    }
}
