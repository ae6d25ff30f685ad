//! How does all that a store holds come into another one, on either engine?
//!
//! Backups are such copies: one file that any machine can read, made while others write, and proved
//! to hold the same.

use futures_util::TryStreamExt as _;
use sea_orm::{
    AccessMode, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait,
    IntoActiveModel, IsolationLevel, Iterable, ModelTrait, PrimaryKeyToColumn, QueryOrder, Select,
    TransactionTrait, Value,
};
use sha2::{Digest, Sha256};

use super::{
    Store, StoreError, Stored,
    connect::write_transaction,
    entities::{audit, correction, document, plan, queued, reading, record, report, text, twin_place},
    revisions::revision,
};

/// Rows that are written at a time: of texts and files, each may be megabytes.
const FEW: usize = 8;
const MANY: usize = 200;

/// Tables whose numbers PostgreSQL counts apart from what is written into them.
const COUNTED: [(&str, &str); 6] = [
    ("plans", "row_id"),
    ("records", "row_id"),
    ("corrections", "id"),
    ("reports", "id"),
    ("twin_places", "id"),
    ("queued", "id"),
];

/// What was copied, and proved to be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The revision of both stores.
    pub revision: u64,
    /// Rows of each table.
    pub rows: Vec<(&'static str, u64)>,
}

/// Rows of a table and what they hold, in one number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sum {
    table: &'static str,
    rows: u64,
    sha256: Vec<u8>,
}

/// Does the same to each table.
macro_rules! each_table {
    ($one:ident, $($given:expr),*) => {
        vec![
            $one::<document::Entity>("documents", FEW, $($given),*).await?,
            $one::<text::Entity>("texts", FEW, $($given),*).await?,
            $one::<reading::Entity>("readings", FEW, $($given),*).await?,
            $one::<plan::Entity>("plans", MANY, $($given),*).await?,
            $one::<record::Entity>("records", MANY, $($given),*).await?,
            $one::<correction::Entity>("corrections", MANY, $($given),*).await?,
            $one::<audit::Entity>("audit", MANY, $($given),*).await?,
            $one::<twin_place::Entity>("twin_places", MANY, $($given),*).await?,
            $one::<report::Entity>("reports", MANY, $($given),*).await?,
            $one::<queued::Entity>("queued", FEW, $($given),*).await?,
        ]
    };
}

impl Store {
    /// Copies everything as it is at one moment into an empty store, and reads it back to prove it.
    pub async fn copy_to(&self, empty: &Self) -> Stored<Copied> {
        let from = self.snapshot().await?;
        let into = write_transaction(&empty.connection).await?;
        let held = revision(&into).await?;
        if held > 0 {
            return Err(StoreError::NotEmpty { revision: held });
        }
        let sent = each_table!(copy, &from, &into);
        count_on(&into).await?;
        let revision = set_revision(&from, &into).await?;
        into.commit().await?;
        from.rollback().await?;
        let back = empty.snapshot().await?;
        let arrived = each_table!(summed, &back);
        let arrived_at = super::revisions::revision(&back).await?;
        back.rollback().await?;
        if arrived_at != revision {
            return Err(StoreError::CopyDiffers { table: "meta" });
        }
        match sent.iter().zip(&arrived).find(|(sent, arrived)| sent != arrived) {
            Some((sent, _)) => Err(StoreError::CopyDiffers { table: sent.table }),
            None => Ok(Copied { revision, rows: sent.iter().map(|sum| (sum.table, sum.rows)).collect() }),
        }
    }

    /// Sees one moment, whatever is written meanwhile.
    async fn snapshot(&self) -> Stored<DatabaseTransaction> {
        Ok(match self.connection.get_database_backend() {
            DbBackend::Postgres => {
                let level = Some(IsolationLevel::RepeatableRead);
                self.connection.begin_with_config(level, Some(AccessMode::ReadOnly)).await?
            }
            _ => self.connection.begin().await?,
        })
    }

    /// Closes the connections; what is in a journal beside the file is in the file then.
    pub async fn close(self) -> Stored<()> {
        Ok(self.connection.close().await?)
    }
}

/// All rows of a table, in the same order on both engines.
fn in_order<E: EntityTrait>() -> Select<E> {
    E::PrimaryKey::iter().fold(E::find(), |rows, key| rows.order_by_asc(key.into_column()))
}

async fn copy<E>(
    table: &'static str,
    batch: usize,
    from: &DatabaseTransaction,
    into: &DatabaseTransaction,
) -> Stored<Sum>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Send,
    E::ActiveModel: Send,
{
    let mut hash = Hash::default();
    let mut rows = in_order::<E>().stream(from).await?.try_chunks(batch);
    while let Some(chunk) = rows.try_next().await.map_err(|error| error.1)? {
        for row in &chunk {
            hash.add::<E>(row);
        }
        let rows = chunk.into_iter().map(|row| row.into_active_model().reset_all());
        E::insert_many(rows).exec_without_returning(into).await?;
    }
    Ok(hash.sum(table))
}

async fn summed<E>(table: &'static str, _: usize, from: &DatabaseTransaction) -> Stored<Sum>
where
    E: EntityTrait,
    E::Model: Send,
{
    let mut hash = Hash::default();
    let mut rows = in_order::<E>().stream(from).await?;
    while let Some(row) = rows.try_next().await? {
        hash.add::<E>(&row);
    }
    Ok(hash.sum(table))
}

#[derive(Debug, Default)]
struct Hash {
    rows: u64,
    sha256: Sha256,
}

impl Hash {
    fn add<E: EntityTrait>(&mut self, row: &E::Model) {
        self.rows += 1;
        for column in E::Column::iter() {
            match row.get(column) {
                Value::String(Some(text)) => self.value(text.as_bytes()),
                Value::Bytes(Some(bytes)) => self.value(&bytes),
                other => self.value(format!("{other:?}").as_bytes()),
            }
        }
    }

    fn value(&mut self, bytes: &[u8]) {
        self.sha256.update((bytes.len() as u64).to_le_bytes());
        self.sha256.update(bytes);
    }

    fn sum(self, table: &'static str) -> Sum {
        Sum { table, rows: self.rows, sha256: self.sha256.finalize().to_vec() }
    }
}

/// The row of the revision is there from the beginning: it is changed, not written.
async fn set_revision(from: &DatabaseTransaction, into: &DatabaseTransaction) -> Stored<u64> {
    let revision = revision(from).await?;
    into.execute_unprepared(&format!("UPDATE meta SET revision = {revision} WHERE id = 1")).await?;
    Ok(revision)
}

/// Lets PostgreSQL go on counting after the highest number that was written.
async fn count_on(into: &DatabaseTransaction) -> Stored<()> {
    if ConnectionTrait::get_database_backend(into) != DbBackend::Postgres {
        return Ok(());
    }
    for (table, column) in COUNTED {
        let next = format!("COALESCE((SELECT max({column}) FROM {table}), 0) + 1");
        let sequence = format!("pg_get_serial_sequence('{table}', '{column}')");
        into.execute_unprepared(&format!("SELECT setval({sequence}, {next}, false)")).await?;
    }
    Ok(())
}
