//! Which tables does the store begin with?

use sea_orm_migration::prelude::*;

use super::{columns::Columns, no_way_back};

/// The first tables.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = Columns(manager.get_database_backend());
        for table in [
            meta(columns),
            documents(columns),
            texts(columns),
            readings(columns),
            plans(columns),
            records(columns),
        ] {
            manager.create_table(table).await?;
        }
        for table in [corrections(columns), audit(columns)] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let mut revision = Query::insert();
        revision.into_table("meta").columns(["id", "revision"]).values_panic([1.into(), 0.into()]);
        manager.execute(revision).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        no_way_back()
    }
}

fn meta(c: Columns) -> TableCreateStatement {
    Table::create().table("meta").col(c.integer("id").primary_key()).col(c.big("revision")).to_owned()
}

fn documents(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("documents")
        .col(c.text("sha256").primary_key())
        .col(ColumnDef::new("bytes").blob().not_null())
        .col(c.big("size"))
        .col(c.text("stored_at"))
        .to_owned()
}

fn texts(c: Columns) -> TableCreateStatement {
    Table::create().table("texts").col(c.text("text_sha256").primary_key()).col(c.text("text")).to_owned()
}

fn readings(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("readings")
        .col(c.text("text_sha256"))
        .col(c.integer("reader_version"))
        .col(c.text("blocks"))
        .primary_key(Index::create().col("text_sha256").col("reader_version"))
        .to_owned()
}

fn plans(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("plans")
        .col(c.big("row_id").auto_increment().primary_key())
        .col(c.text("id"))
        .col(c.integer("version"))
        .col(c.big("revision_from"))
        .col(c.optional_big("revision_to"))
        .col(c.integer("reader_version"))
        .col(c.text("sha256"))
        .col(c.text("text_sha256"))
        .col(c.text("source_file"))
        .col(c.text("media_type"))
        .col(c.optional_text("province_slug"))
        .col(c.optional_text("province_now_slug"))
        .col(c.optional_integer("period_start"))
        .col(c.optional_integer("period_end"))
        .col(c.optional_text("kind"))
        .col(c.optional_text("number"))
        .col(c.optional_text("issued_on"))
        .col(c.optional_text("title"))
        .col(c.optional_big("planned_vnd"))
        .col(c.optional_big("spent_vnd"))
        .col(c.text("folded"))
        .col(c.text("manifest"))
        .col(c.text("body"))
        .to_owned()
}

fn records(c: Columns) -> TableCreateStatement {
    let mut table = Table::create();
    table
        .table("records")
        .col(c.big("row_id").auto_increment().primary_key())
        .col(c.text("id"))
        .col(c.text("kind"))
        .col(c.text("plan_id"))
        .col(c.integer("ordinal"))
        .col(c.big("revision_from"))
        .col(c.optional_big("revision_to"))
        .col(c.optional_text("gone_reason"))
        .col(c.integer("reader_version"))
        .col(c.text("text_sha256"))
        .col(c.text("fingerprint"))
        .col(c.optional_integer("start"))
        .col(c.optional_integer("year"))
        .col(c.optional_big("amount_vnd"))
        .col(c.optional_big("disbursed_vnd"))
        .col(ColumnDef::new("in_sum").boolean())
        .col(ColumnDef::new("value").double());
    for name in [
        "province_slug",
        "province_now_slug",
        "phase",
        "amount_basis",
        "status",
        "status_basis",
        "indicator",
        "agency_id",
        "funding_source",
        "level",
        "number",
        "severity",
        "check_kind",
        "other_plan_id",
    ] {
        table.col(c.optional_text(name));
    }
    table.col(c.text("label")).col(c.text("folded")).col(c.text("body")).to_owned()
}

fn corrections(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("corrections")
        .col(c.big("id").auto_increment().primary_key())
        .col(c.text("record_id"))
        .col(c.text("field"))
        .col(c.text("old_value"))
        .col(c.text("new_value"))
        .col(c.text("reason"))
        .col(c.text("by"))
        .col(c.text("at"))
        .col(c.big("revision_from"))
        .col(c.optional_big("revision_to"))
        .to_owned()
}

fn audit(c: Columns) -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(c.big("revision").primary_key())
        .col(c.text("at"))
        .col(c.text("actor"))
        .col(c.text("action"))
        .col(c.text("plan_id"))
        .col(c.text("touched"))
        .col(c.text("detail"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    let index = |name: &str, table: &'static str, columns: &[&'static str]| {
        let mut index = Index::create();
        index.name(name).table(table);
        for &column in columns {
            index.col(column);
        }
        index
    };
    let current = || Expr::col("revision_to").is_null();
    vec![
        // One current row for each plan and each record: the engine itself refuses a second.
        index("plans_current", "plans", &["id"]).unique().and_where(current()).to_owned(),
        index("plans_id", "plans", &["id", "revision_from"]),
        index("records_current", "records", &["id"]).unique().and_where(current()).to_owned(),
        index("records_id", "records", &["id", "revision_from"]),
        index("records_list", "records", &["kind", "plan_id", "ordinal"]).and_where(current()).to_owned(),
        index("records_plan", "records", &["plan_id"]),
        index("corrections_record", "corrections", &["record_id"]),
    ]
}
