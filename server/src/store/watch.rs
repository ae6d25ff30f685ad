//! How does a server learn that something was published beside it?

use std::time::Duration;

use sea_orm::{
    DbBackend, DbErr, RuntimeErr,
    sqlx::{self, SqliteConnection, postgres::PgListener},
};

use super::{Store, Stored};

/// Channel of PostgreSQL's notifications.
pub(super) const CHANNEL: &str = "minhbach_revision";

/// Between two looks at `SQLite`'s data version, which costs no read of the file.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// PostgreSQL notifies; now and then we look all the same, should a notice be lost.
const LOOK_ANYWAY: Duration = Duration::from_secs(1);

/// Follows the revision of a store.
#[derive(Debug)]
pub struct Watch {
    store: Store,
    seen: u64,
    signal: Signal,
}

#[derive(Debug)]
enum Signal {
    /// A connection of its own: the data version tells of the commits of all others.
    Sqlite {
        connection: Box<SqliteConnection>,
        version: i64,
    },
    Postgres {
        listener: Box<PgListener>,
    },
}

impl Store {
    /// A watch that reports revisions above `seen`.
    pub async fn watch(&self, seen: u64) -> Stored<Watch> {
        let signal = if self.connection.get_database_backend() == DbBackend::Postgres {
            let pool = self.connection.get_postgres_connection_pool();
            let mut listener = PgListener::connect_with(pool).await.map_err(failed)?;
            listener.listen(CHANNEL).await.map_err(failed)?;
            Signal::Postgres { listener: Box::new(listener) }
        } else {
            let pool = self.connection.get_sqlite_connection_pool();
            let connection = pool.acquire().await.map_err(failed)?.detach();
            Signal::Sqlite { connection: Box::new(connection), version: -1 }
        };
        Ok(Watch { store: self.clone(), seen, signal })
    }
}

impl Watch {
    /// Waits until the store is past the revision last reported, and reports where it is.
    pub async fn next(&mut self) -> Stored<u64> {
        loop {
            if self.signal.may_have_changed().await? {
                let revision = self.store.revision().await?;
                if revision > self.seen {
                    self.seen = revision;
                    return Ok(revision);
                }
            }
            self.signal.wait().await;
        }
    }
}

impl Signal {
    async fn may_have_changed(&mut self) -> Stored<bool> {
        let Self::Sqlite { connection, version } = self else { return Ok(true) };
        let now: i64 =
            sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut **connection).await.map_err(failed)?;
        let changed = now != *version;
        *version = now;
        Ok(changed)
    }

    async fn wait(&mut self) {
        match self {
            Self::Sqlite { .. } => tokio::time::sleep(LOOK_EVERY).await,
            Self::Postgres { listener } => {
                let notice = tokio::time::timeout(LOOK_ANYWAY, listener.recv()).await;
                if let Ok(Err(error)) = notice {
                    // The listener connects anew by itself; until then we look.
                    tracing::warn!(%error, "PostgreSQL does not notify; looking every second");
                    tokio::time::sleep(LOOK_ANYWAY).await;
                }
            }
        }
    }
}

fn failed(source: sqlx::Error) -> super::StoreError {
    DbErr::Conn(RuntimeErr::SqlxError(source.into())).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_is_looked_at_often_enough_for_what_is_published_to_show_within_two_seconds() {
        assert!(LOOK_EVERY * 5 <= Duration::from_secs(1));
        assert!(LOOK_ANYWAY <= Duration::from_secs(1));
    }
}
