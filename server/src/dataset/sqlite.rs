//! How is the data set written as one `SQLite` file?

use std::path::Path;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Value as SqlValue,
    sea_query::{Alias, ColumnDef, Expr, Index, Query, Table as Create},
};
use serde_json::Value;

use super::tables::Written;
use crate::api::columns::Column;

/// Values that one statement binds; `SQLite` takes 32,766.
const BOUND: usize = 30_000;

/// Name of the table that describes the columns of the others.
const DICTIONARY: &str = "data_dictionary";

/// A file being written.
pub(super) struct Sqlite {
    connection: DatabaseConnection,
}

impl Sqlite {
    pub(super) async fn create(path: &Path) -> Result<Self, DbErr> {
        let url = format!("sqlite://{}?mode=rwc", path.display());
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options).await?;
        // A file that is not finished is thrown away: no journal is needed.
        connection.execute_unprepared("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;").await?;
        Ok(Self { connection })
    }

    pub(super) async fn create_table(&self, noun: &str, columns: &[Column]) -> Result<(), DbErr> {
        let mut create = Create::create();
        create.table(Alias::new(noun));
        for (at, column) in columns.iter().enumerate() {
            let mut definition = ColumnDef::new(Alias::new(&column.name));
            match column.r#type {
                "integer" | "boolean" => definition.big_integer(),
                "number" => definition.double(),
                _ => definition.text(),
            };
            // The first column of every list is what its records go by.
            if at == 0 {
                definition.primary_key();
            }
            create.col(&mut definition);
        }
        self.connection.execute(&create).await?;
        if columns.iter().any(|column| column.name == "plan_id") {
            let mut index = Index::create();
            let name = format!("{noun}_plan_id");
            self.connection
                .execute(index.name(name).table(Alias::new(noun)).col(Alias::new("plan_id")))
                .await?;
        }
        Ok(())
    }

    pub(super) async fn insert(
        &self,
        noun: &str,
        columns: &[Column],
        records: &[Value],
    ) -> Result<(), DbErr> {
        for some in records.chunks(BOUND / columns.len().max(1)) {
            let mut insert = Query::insert();
            insert
                .into_table(Alias::new(noun))
                .columns(columns.iter().map(|column| Alias::new(&column.name)));
            for record in some {
                insert.values_panic(columns.iter().map(|column| Expr::val(sql(column, record))));
            }
            self.connection.execute(&insert).await?;
        }
        Ok(())
    }

    /// Adds what describes the columns, and closes the file.
    pub(super) async fn finish(self, lists: &[Written]) -> Result<(), DbErr> {
        let names =
            ["list", "column", "type", "unit", "label_vi", "label_en", "description_vi", "description_en"];
        let mut create = Create::create();
        create.table(DICTIONARY);
        for name in names {
            create.col(ColumnDef::new(name).text());
        }
        self.connection.execute(&create).await?;
        for list in lists {
            let mut insert = Query::insert();
            insert.into_table(DICTIONARY).columns(names);
            for (vi, en) in list.columns.iter().zip(&list.columns_en) {
                let words = [
                    list.table.spec.noun,
                    &vi.name,
                    vi.r#type,
                    vi.unit.unwrap_or_default(),
                    &vi.label,
                    &en.label,
                    &vi.description,
                    &en.description,
                ];
                insert.values_panic(
                    words.map(|word| Expr::val(Some(word.to_owned()).filter(|word| !word.is_empty()))),
                );
            }
            self.connection.execute(&insert).await?;
        }
        self.connection.close().await
    }
}

/// The value of a column with its type; what is not stated is null.
fn sql(column: &Column, record: &Value) -> SqlValue {
    let value = column.value(record);
    match column.r#type {
        "integer" => value.and_then(Value::as_i64).into(),
        "boolean" => value.and_then(Value::as_bool).map(i64::from).into(),
        "number" => value.and_then(Value::as_f64).into(),
        _ => value.map(|_| column.cell(record)).into(),
    }
}
