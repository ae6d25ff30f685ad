//! How does an empty database become a store, and an older store today's?
//!
//! A migration that has been released is never edited; a change is a new file.

mod columns;
mod m20261122_000001_start;
mod m20261122_000002_reports;
mod m20261122_000003_twins;

use sea_orm::{ConnectionTrait, DbBackend, TransactionTrait};
use sea_orm_migration::{MigrationTrait, MigratorTrait, prelude::DbErr};

use super::connect::write_transaction;

/// All migrations, oldest first.
struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_start::Migration),
            Box::new(m20261122_000002_reports::Migration),
            Box::new(m20261122_000003_twins::Migration),
        ]
    }
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
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}
