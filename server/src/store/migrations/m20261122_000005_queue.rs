//! Where do files wait that are to be taken in?

use sea_orm_migration::prelude::*;

use super::{columns::Columns, no_way_back};

/// The table of waiting files.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns(manager.get_database_backend());
        let table = Table::create()
            .table("queued")
            .col(c.big("id").auto_increment().primary_key())
            .col(c.text("name"))
            .col(c.text("file_name"))
            .col(ColumnDef::new("bytes").blob().not_null())
            .col(c.optional_text("manifest"))
            .col(c.text("state"))
            .col(c.text("queued_at"))
            .col(c.optional_big("held_until"))
            .col(c.integer("tries"))
            .col(c.optional_text("outcome"))
            .to_owned();
        manager.create_table(table).await?;
        let index = Index::create().name("queued_state").table("queued").col("state").col("id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        no_way_back()
    }
}
