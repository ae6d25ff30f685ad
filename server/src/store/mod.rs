//! What has been published, and since which revision?
//!
//! SQL through SeaORM, one code path for two engines: `SQLite` embedded in the data
//! folder, or PostgreSQL. Publishing a plan is one transaction that raises the
//! store's revision by one; rows of plans and records are never overwritten, so
//! that every revision can be shown again.

mod check;
mod connect;
mod copy;
pub mod entities;
mod error;
mod kind;
mod migrations;
mod plans;
mod publish;
mod queue;
mod records;
mod reports;
mod revisions;
mod watch;

use sea_orm::DatabaseConnection;

pub use check::StoreCheck;
pub use connect::{Location, SQLITE_FILE};
pub use copy::Copied;
pub use error::StoreError;
pub use kind::RecordKind;
pub use publish::sha256;
pub use publish::{Outcome, PlanId, Publication, Published, StoredCheck};
pub use queue::{HELD_FOR, Held, NewQueued, Queue};
pub use records::RecordState;
pub(crate) use records::{shape, shapes};
pub use reports::NewReport;
pub use revisions::Changes;
pub(crate) use revisions::held_at;
pub use watch::Watch;

/// Answer of the store, or why there is none.
pub type Stored<T> = Result<T, StoreError>;

/// The store. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Store {
    connection: DatabaseConnection,
}

impl Store {
    /// Opens the store, making it or bringing its tables up to date where needed.
    pub async fn connect(location: &Location) -> Stored<Self> {
        Ok(Self { connection: connect::open(location).await? })
    }

    /// The connection, for queries over the [`entities`]. Only this module writes.
    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }
}
