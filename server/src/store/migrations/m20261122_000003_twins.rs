//! Where are the places kept that may stand in two plans, and how is a file found again?

use sea_orm_migration::prelude::*;

use super::{columns::Columns, no_way_back};
use crate::store::publish::fill_twin_places;

/// The table of places, filled from the plans that are published.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(twin_places(Columns(manager.get_database_backend()))).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let filled = fill_twin_places(manager.get_connection()).await;
        filled.map_err(|error| DbErr::Migration(error.to_string()))
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        no_way_back()
    }
}

fn twin_places(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("twin_places")
        .col(c.big("id").auto_increment().primary_key())
        .col(c.text("plan_id"))
        .col(c.text("key"))
        .col(c.optional_integer("row"))
        .col(c.optional_text("record_id"))
        .col(c.text("address"))
        .col(c.integer("start"))
        .col(c.integer("end"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 4] {
    let index = |name: &str, table: &'static str, column: &'static str| {
        Index::create().name(name).table(table).col(column).to_owned()
    };
    let current = Expr::col("revision_to").is_null();
    let across = current.clone().and(Expr::col("other_plan_id").is_not_null());
    [
        index("twin_places_key", "twin_places", "key"),
        index("twin_places_plan", "twin_places", "plan_id"),
        index("records_across", "records", "other_plan_id").and_where(across).to_owned(),
        // Whether a file is published already is asked before each publication.
        index("plans_file", "plans", "sha256").and_where(current).to_owned(),
    ]
}
