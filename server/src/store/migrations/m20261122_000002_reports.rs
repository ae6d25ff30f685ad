//! Where are the mistakes kept that readers report?

use sea_orm_migration::prelude::*;

use super::{columns::Columns, no_way_back};

/// The table of reports.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let c = Columns(manager.get_database_backend());
        let table = Table::create()
            .table("reports")
            .col(c.big("id").auto_increment().primary_key())
            .col(c.text("at"))
            .col(c.optional_text("record_id"))
            .col(c.text("words"))
            .col(c.optional_text("email"))
            .col(c.optional_text("settled_at"))
            .col(c.optional_text("answer"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        no_way_back()
    }
}
