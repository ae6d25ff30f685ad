//! How do several workers, on several machines, take in many files without doing one twice?
//!
//! A worker holds a file for a while and says again and again that it goes on. One that ends
//! midway says nothing any more, and another takes the file over: publishing the same file twice
//! changes nothing.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use plandoc::Manifest;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};

use super::{Store, StoreError, Stored, connect::write_transaction, entities::queued, publish::now};

/// How long a worker holds a file without a word.
pub const HELD_FOR: Duration = Duration::from_mins(2);

/// Workers that may end over one file before it is left alone.
const TRIES_MAX: i32 = 3;

/// A file that is to wait.
#[derive(Clone, Debug)]
pub struct NewQueued {
    /// How messages name it.
    pub name: String,
    /// Name of the file as published.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What its plan.toml states.
    pub manifest: Option<Manifest>,
}

/// A file that this worker holds.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its place in the queue.
    pub id: i64,
    /// The file.
    pub file: NewQueued,
}

/// Files in each state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Not begun.
    pub waiting: u64,
    /// In the hands of workers.
    pub held: u64,
    /// Published.
    pub done: u64,
    /// Not published: name and reason, the oldest first.
    pub failed: Vec<(String, String)>,
}

impl Store {
    /// Puts a file at the end of the queue; it is kept for good once this returns.
    pub async fn enqueue(&self, new: NewQueued) -> Stored<i64> {
        let manifest = new.manifest.as_ref().map(serde_json::to_string).transpose();
        let manifest = manifest.map_err(|error| damaged("manifest", &new.name, &error))?;
        let row = queued::ActiveModel {
            name: Set(new.name),
            file_name: Set(new.file_name),
            bytes: Set(new.bytes),
            manifest: Set(manifest),
            state: Set("waiting".to_owned()),
            queued_at: Set(now()),
            held_until: Set(None),
            tries: Set(0),
            outcome: Set(None),
            ..queued::ActiveModel::default()
        };
        Ok(queued::Entity::insert(row).exec(&self.connection).await?.last_insert_id)
    }

    /// Takes the next file, if one waits or was left by its worker.
    pub async fn take_queued(&self) -> Stored<Option<Held>> {
        loop {
            let transaction = write_transaction(&self.connection).await?;
            let left = Condition::all()
                .add(queued::Column::State.eq("held"))
                .add(queued::Column::HeldUntil.lt(unix(Duration::ZERO)));
            let free = Condition::any().add(queued::Column::State.eq("waiting")).add(left);
            // On PostgreSQL two workers never wait for each other; on SQLite one writes at a time.
            let next = queued::Entity::find()
                .filter(free)
                .order_by_asc(queued::Column::Id)
                .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                .one(&transaction)
                .await?;
            let Some(found) = next else {
                transaction.rollback().await?;
                return Ok(None);
            };
            let mut row = found.clone().into_active_model();
            let given_up = found.tries >= TRIES_MAX;
            if given_up {
                row.state = Set("failed".to_owned());
                row.outcome = Set(Some(format!(
                    "{TRIES_MAX} workers ended while they read it; read it alone with `minhbach read`"
                )));
            } else {
                row.state = Set("held".to_owned());
                row.held_until = Set(Some(unix(HELD_FOR)));
                row.tries = Set(found.tries + 1);
            }
            queued::Entity::update(row).exec(&transaction).await?;
            transaction.commit().await?;
            if !given_up {
                return held(found).map(Some);
            }
        }
    }

    /// Says that the worker goes on with it.
    pub async fn hold_queued(&self, id: i64) -> Stored<()> {
        let still = queued::Entity::update_many()
            .col_expr(queued::Column::HeldUntil, Expr::value(unix(HELD_FOR)))
            .filter(queued::Column::Id.eq(id))
            .filter(queued::Column::State.eq("held"));
        still.exec(&self.connection).await?;
        Ok(())
    }

    /// Says what became of it: the plan's id, or why there is none.
    pub async fn settle_queued(&self, id: i64, outcome: Result<String, String>) -> Stored<()> {
        let mut row = queued::ActiveModel { id: Set(id), held_until: Set(None), ..Default::default() };
        match outcome {
            Ok(plan_id) => {
                row.state = Set("done".to_owned());
                row.outcome = Set(Some(plan_id));
                // The document keeps them.
                row.bytes = Set(Vec::new());
            }
            Err(reason) => {
                row.state = Set("failed".to_owned());
                row.outcome = Set(Some(reason));
            }
        }
        queued::Entity::update(row).exec(&self.connection).await?;
        Ok(())
    }

    /// How many files are in each state.
    pub async fn queue(&self) -> Stored<Queue> {
        let counts: Vec<(String, i64)> = queued::Entity::find()
            .select_only()
            .column(queued::Column::State)
            .column_as(queued::Column::Id.count(), "n")
            .group_by(queued::Column::State)
            .into_tuple()
            .all(&self.connection)
            .await?;
        let of = |state: &str| {
            let found = counts.iter().find(|(own, _)| own == state);
            found.map_or(0, |(_, count)| count.unsigned_abs())
        };
        let failed: Vec<(String, Option<String>)> = queued::Entity::find()
            .select_only()
            .columns([queued::Column::Name, queued::Column::Outcome])
            .filter(queued::Column::State.eq("failed"))
            .order_by_asc(queued::Column::Id)
            .into_tuple()
            .all(&self.connection)
            .await?;
        let failed = failed.into_iter().map(|(name, reason)| (name, reason.unwrap_or_default())).collect();
        Ok(Queue { waiting: of("waiting"), held: of("held"), done: of("done"), failed })
    }
}

fn held(row: queued::Model) -> Stored<Held> {
    let manifest = row.manifest.as_deref().map(serde_json::from_str).transpose();
    let manifest = manifest.map_err(|error| damaged("queued file", &row.name, &error))?;
    let file = NewQueued { name: row.name, file_name: row.file_name, bytes: row.bytes, manifest };
    Ok(Held { id: row.id, file })
}

fn damaged(what: &'static str, name: &str, error: &serde_json::Error) -> StoreError {
    StoreError::Damaged { what, id: name.to_owned(), detail: error.to_string() }
}

/// The Unix second so much later than now.
fn unix(later: Duration) -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default() + later;
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
