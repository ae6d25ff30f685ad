//! Where is the store, and how is it opened on either engine?

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        self, Connection,
        postgres::PgConnection,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};

use super::{StoreError, migrations};

/// File of the embedded store in the data folder.
pub const SQLITE_FILE: &str = "minhbach.sqlite";

/// How long a writer waits for another before it gives up.
const WAIT_FOR_WRITER: Duration = Duration::from_mins(1);

/// How long a question waits for a connection to PostgreSQL before it is told that there is none.
const WAIT_FOR_SERVER: Duration = Duration::from_secs(5);

/// Between two tries at a file that another process is making.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Readers at a time; a portal on one machine gains nothing from more.
const CONNECTIONS: u32 = 8;

/// Where the store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// Embedded, as [`SQLITE_FILE`] in this data folder.
    Sqlite {
        /// The data folder; made if it is not there.
        folder: PathBuf,
    },
    /// A PostgreSQL database.
    Postgres {
        /// Its address: `postgres://user@host/name`.
        url: String,
    },
}

impl Location {
    /// The store of a data folder, unless a database address is given.
    pub fn new(folder: impl Into<PathBuf>, database_url: Option<&str>) -> Result<Self, StoreError> {
        match database_url {
            None => Ok(Self::Sqlite { folder: folder.into() }),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Self::Postgres { url: url.to_owned() })
            }
            Some(_) => Err(StoreError::Engine),
        }
    }

    /// How messages name it: never with the password.
    fn shown(&self) -> String {
        match self {
            Self::Sqlite { folder } => folder.join(SQLITE_FILE).display().to_string(),
            Self::Postgres { url } => {
                // Both the part before the host and the query may hold a password.
                let url = url.split_once('?').map_or(url.as_str(), |(address, _)| address);
                match (url.find("://"), url.rfind('@')) {
                    (Some(scheme), Some(at)) if at > scheme => {
                        format!("{}{}", &url[..scheme + 3], &url[at + 1..])
                    }
                    _ => url.to_owned(),
                }
            }
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => {
                "check that the data folder can be written and the file is a store of Minh Bạch"
            }
            Self::Postgres { .. } => {
                "check MINHBACH_DATABASE_URL, that the server runs, and that the user may create tables"
            }
        }
    }
}

/// Opens the store and brings its tables up to date.
pub(super) async fn open(location: &Location) -> Result<DatabaseConnection, StoreError> {
    if let Location::Sqlite { folder } = location {
        std::fs::create_dir_all(folder)
            .map_err(|source| StoreError::DataFolder { path: folder.clone(), source })?;
    }
    let failed =
        |source: DbErr| StoreError::Open { location: location.shown(), source, advice: location.advice() };
    probe(location).await.map_err(failed)?;
    let connection = connected(location).await.map_err(failed)?;
    migrations::run(&connection).await.map_err(failed)?;
    Ok(connection)
}

/// Connects. A file that several processes make at once is turned to its journal by one of them;
/// `SQLite` refuses the others without waiting, so they try again for as long as a writer would.
async fn connected(location: &Location) -> Result<DatabaseConnection, DbErr> {
    let start = Instant::now();
    loop {
        match Database::connect(options(location)).await {
            Err(error) if is_locked(&error) && start.elapsed() < WAIT_FOR_WRITER => {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            result => return result,
        }
    }
}

fn is_locked(error: &DbErr) -> bool {
    error.to_string().contains("database is locked")
}

/// Tries the address once: the pool would go on trying a server that refuses.
async fn probe(location: &Location) -> Result<(), DbErr> {
    let Location::Postgres { url } = location else { return Ok(()) };
    let failed = |source: sqlx::Error| DbErr::Conn(RuntimeErr::SqlxError(source.into()));
    PgConnection::connect(url).await.map_err(failed)?.close().await.map_err(failed)
}

fn options(location: &Location) -> ConnectOptions {
    let mut options = match location {
        Location::Sqlite { folder } => {
            let file = folder.join(SQLITE_FILE);
            let mut options = ConnectOptions::new("sqlite://store");
            // The file is set here and not in the address, where '?' and '%' would be special.
            options.map_sqlx_sqlite_opts(move |sqlite| {
                sqlite
                    .filename(&file)
                    .create_if_missing(true)
                    .foreign_keys(true)
                    .busy_timeout(WAIT_FOR_WRITER)
                    // Readers go on while a plan is published.
                    .journal_mode(SqliteJournalMode::Wal)
                    // With NORMAL, a power cut could take back publications that were
                    // acknowledged; publishing is rare, so it pays one flush each.
                    .synchronous(SqliteSynchronous::Full)
            });
            options
        }
        Location::Postgres { url } => ConnectOptions::new(url.clone()),
    };
    let wait = match location {
        Location::Sqlite { .. } => WAIT_FOR_WRITER,
        Location::Postgres { .. } => WAIT_FOR_SERVER,
    };
    options.max_connections(CONNECTIONS).acquire_timeout(wait).sqlx_logging(false);
    options
}

/// A transaction that will write: on `SQLite` it takes the write lock at once, since
/// a reader that turns writer midway would be refused, not made to wait.
pub(super) async fn write_transaction<C>(db: &C) -> Result<DatabaseTransaction, DbErr>
where
    C: TransactionTrait<Transaction = DatabaseTransaction>,
{
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_shows_a_password() {
        for url in [
            "postgres://mb:geheim@db.example/plans",
            "postgres://db.example/plans?user=mb&password=geheim",
            "postgres://mb:geheim@db.example/plans?password=geheim",
        ] {
            let location = Location::new("data", Some(url)).unwrap();
            assert_eq!(location.shown(), "postgres://db.example/plans");
        }
    }
}
