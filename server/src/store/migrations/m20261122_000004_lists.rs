//! How are lists counted, ordered and told apart without reading the records themselves?
//!
//! A record's row is mostly its words. What lists ask of it stands in one index in the order of the
//! text, so that a count reads far less and a page stops where it is full.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use super::no_way_back;

/// The indexes of lists.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Columns that lists filter, count and add up by, behind the order of the text.
const OF_RECORDS: [&str; 21] = [
    "kind",
    "plan_id",
    "ordinal",
    "id",
    "revision_from",
    "revision_to",
    "province_slug",
    "province_now_slug",
    "year",
    "status",
    "status_basis",
    "indicator",
    "level",
    "phase",
    "amount_basis",
    "agency_id",
    "in_sum",
    "amount_vnd",
    "disbursed_vnd",
    "severity",
    "check_kind",
];

/// Words as printed, which PostgreSQL would refuse in an index where they are long.
const AS_PRINTED: [&str; 2] = ["funding_source", "number"];

/// The same of plans.
const OF_PLANS: [&str; 8] = [
    "id",
    "revision_from",
    "revision_to",
    "province_slug",
    "province_now_slug",
    "period_start",
    "period_end",
    "kind",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let printed: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &[],
            _ => &AS_PRINTED,
        };
        let of_records: Vec<&str> = OF_RECORDS.iter().chain(printed).copied().collect();
        manager.create_index(index("records_lists", "records", &of_records)).await?;
        manager.create_index(index("plans_lists", "plans", &OF_PLANS)).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        no_way_back()
    }
}

fn index(name: &str, table: &'static str, columns: &[&str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col((*column).to_owned());
    }
    index
}
