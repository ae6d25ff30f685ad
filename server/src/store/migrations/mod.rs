//! How does an empty database become a store, and an older store today's?
//!
//! A migration that has been released is never edited; a change is a new file, and only adds: servers
//! of the version before go on beside it, and may be started again.

mod columns;
mod m20261122_000001_start;
mod m20261122_000002_reports;
mod m20261122_000003_twins;
mod m20261122_000004_lists;
mod m20261122_000005_queue;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, TransactionTrait, sea_query::Query};
use sea_orm_migration::{MigrationTrait, MigratorTrait, SchemaManager, prelude::DbErr};

use super::connect::write_transaction;

/// All migrations, oldest first.
struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_start::Migration),
            Box::new(m20261122_000002_reports::Migration),
            Box::new(m20261122_000003_twins::Migration),
            Box::new(m20261122_000004_lists::Migration),
            Box::new(m20261122_000005_queue::Migration),
        ]
    }
}

/// What is asked of a migration and never done.
fn no_way_back() -> Result<(), DbErr> {
    Err(DbErr::Migration("the store is not migrated back; restore a backup".into()))
}

/// Any number will do, as long as every process takes the same.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(20261122)";

/// Brings the database to today's tables, once, however many processes start together.
pub(super) async fn run<C>(db: &C) -> Result<(), DbErr>
where
    C: TransactionTrait<Transaction = sea_orm::DatabaseTransaction> + ConnectionTrait,
{
    let transaction = write_transaction(db).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(MIGRATION_LOCK).await?;
    }
    let newer = newer(&transaction).await?;
    if newer.is_empty() {
        Migrator::up(&transaction, None).await?;
    } else {
        let newer = newer.join(", ");
        tracing::warn!(newer, "a later version has been here; the store is used as this version knows it");
    }
    transaction.commit().await
}

/// Migrations of a later version, where all of this one are applied.
async fn newer(db: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(db).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let query = Query::select().column("version").from("seaql_migrations").to_owned();
    let applied = db.query_all(&query).await?;
    let applied = applied.iter().map(|row| row.try_get("", "version")).collect::<Result<Vec<String>, _>>()?;
    let own: Vec<String> =
        Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    let complete = own.iter().all(|name| applied.contains(name));
    Ok(applied.into_iter().filter(|name| complete && !own.contains(name)).collect())
}
