//! How does the index keep up with the store?
//!
//! `ingest` writes only the store; the server that owns the index follows the store's
//! revision and applies what has changed, plan by plan.

use std::{sync::Arc, time::Duration};

use app::{format, types::plan::Plan};
use sea_orm::EntityTrait;
use tokio::sync::{mpsc, watch};

use super::{PlanContent, Search, SearchError, Stamp, Update};
use crate::store::{
    RecordKind, Store, StoreError, Watch,
    entities::{audit, plan},
    shape, shapes,
};

/// Why the index could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The task that writes the index did not end in good order.
    #[error("the index stopped while it was written: {0}; it is tried again")]
    Stopped(#[from] tokio::task::JoinError),
}

/// How often a deleted index is looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long to wait after a failure before the store is asked again.
const AFTER_FAILURE: Duration = Duration::from_secs(2);

/// Follows the store for as long as it is polled: what is published is found within
/// two seconds, and `shown` told. Never ends by itself; a failure is logged and tried again.
pub async fn follow(store: Store, search: Arc<Search>, shown: watch::Sender<u64>) {
    loop {
        if let Err(error) = follow_until_failure(&store, &search, &shown).await {
            tracing::error!(%error, "the index does not follow the store");
            tokio::time::sleep(AFTER_FAILURE).await;
        }
    }
}

async fn follow_until_failure(
    store: &Store,
    search: &Arc<Search>,
    shown: &watch::Sender<u64>,
) -> Result<(), FollowError> {
    let mut watch = store.watch(0).await?;
    loop {
        published_or_deleted(&mut watch, search).await?;
        shown.send_replace(catch_up(store, search).await?);
    }
}

/// Waits for the next publication, or until the index is found deleted.
async fn published_or_deleted(watch: &mut Watch, search: &Search) -> Result<(), FollowError> {
    let mut published = std::pin::pin!(watch.next());
    loop {
        // The watch is waited for on and on: dropped midway, it could lose a signal.
        match tokio::time::timeout(LOOK_EVERY, &mut published).await {
            Ok(revision) => return Ok(revision.map(|_| ())?),
            Err(_) if !search.is_there() => return Ok(()),
            Err(_) => {}
        }
    }
}

/// Brings the index to the store's revision; gives the revision it shows then.
pub async fn catch_up(store: &Store, search: &Arc<Search>) -> Result<u64, FollowError> {
    let shown = search.stamp();
    let now = stamp(store, store.revision().await?).await?;
    let same_store = shown.revision <= now.revision && stamp(store, shown.revision).await? == shown;
    if !(same_store && search.is_there()) {
        return rebuild(store, search).await;
    }
    if shown == now {
        return Ok(now.revision);
    }
    let update = changes(store, shown.revision).await?;
    let revision = update.stamp.revision;
    match applied(search, update).await {
        Err(FollowError::Search(error)) => {
            tracing::warn!(%error, "building the index anew");
            rebuild(store, search).await
        }
        result => result.map(|()| revision),
    }
}

/// Plans that are read ahead of the one that is written.
const READ_AHEAD: usize = 1;

/// Makes the index of all that the store holds now, plan by plan: there may be more of them than
/// memory holds.
async fn rebuild(store: &Store, search: &Arc<Search>) -> Result<u64, FollowError> {
    let stamp = stamp(store, store.revision().await?).await?;
    let revision = stamp.revision;
    let (read, mut to_write) = mpsc::channel(READ_AHEAD);
    let index = Arc::clone(search);
    let written = tokio::task::spawn_blocking(move || {
        index.rebuild::<FollowError>(&stamp, std::iter::from_fn(|| to_write.blocking_recv()))
    });
    for plan in store.plans(revision).await? {
        // Nobody takes it: the index has failed, and says why.
        if read.send(content(store, revision, &plan).await).await.is_err() {
            break;
        }
    }
    drop(read);
    written.await??;
    Ok(revision)
}

/// What has changed since a revision, all of it as it was at one later revision.
async fn changes(store: &Store, since: u64) -> Result<Update, FollowError> {
    let changes = store.changes_since(since).await?;
    let mut update = Update { stamp: stamp(store, changes.revision).await?, ..Update::default() };
    for id in changes.plans {
        match store.plan(changes.revision, &id).await? {
            Some(plan) => update.plans.push(content(store, changes.revision, &plan).await?),
            None => {
                update.gone.insert(id);
            }
        }
    }
    Ok(update)
}

async fn applied(search: &Arc<Search>, update: Update) -> Result<(), FollowError> {
    let search = Arc::clone(search);
    Ok(tokio::task::spawn_blocking(move || search.apply(&update)).await??)
}

/// A revision of this store, told from the same number of another one by its moment.
async fn stamp(store: &Store, revision: u64) -> Result<Stamp, FollowError> {
    let key = i64::try_from(revision).unwrap_or(i64::MAX);
    let entry = audit::Entity::find_by_id(key).one(store.connection()).await.map_err(StoreError::from)?;
    Ok(Stamp { revision, moment: entry.map(|entry| entry.at).unwrap_or_default() })
}

/// A plan with its text, blocks and records at a revision.
async fn content(store: &Store, revision: u64, row: &plan::Model) -> Result<PlanContent, FollowError> {
    let plan: Plan = shape("plan", &row.id, &row.body)?;
    let records = store.records_of(revision, &row.id).await?;
    Ok(PlanContent {
        label: label(&plan),
        published: stamp(store, u64::try_from(row.revision_from).unwrap_or_default()).await?,
        text: store.text(&row.text_sha256).await?,
        document: store.reading_document(row).await?,
        objectives: shapes(&records, RecordKind::Objectives)?,
        spending: shapes(&records, RecordKind::Spending)?,
        totals: shapes(&records, RecordKind::Totals)?,
        targets: shapes(&records, RecordKind::Targets)?,
        progress: shapes(&records, RecordKind::Progress)?,
        citations: shapes(&records, RecordKind::Citations)?,
        plan,
    })
}

/// What people call a plan: "Sóc Trăng 2009–2010".
fn label(plan: &Plan) -> String {
    let label = format::plan_label(plan.province.as_deref(), plan.period_start, plan.period_end);
    label.unwrap_or_else(|| plan.id.clone())
}
