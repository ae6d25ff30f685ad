//! How is one list written to the data set, in all its forms at once?

use std::path::Path;

use tokio::io::{AsyncWriteExt, BufWriter};

use super::{DatasetError, sqlite::Sqlite};
use crate::{
    api::{
        columns::Column,
        export::{csv, ndjson},
        table::Table,
    },
    portal::ServerPortal,
};

/// A list that was written.
pub(super) struct Written {
    pub(super) table: Table,
    /// Labelled in Vietnamese.
    pub(super) columns: Vec<Column>,
    /// Labelled in English.
    pub(super) columns_en: Vec<Column>,
    pub(super) rows: u64,
}

/// Writes one list as CSV, NDJSON and into the `SQLite` file.
pub(super) async fn write(
    portal: &ServerPortal,
    folder: &Path,
    table: Table,
    sqlite: &Sqlite,
) -> Result<Written, DatasetError> {
    let columns = (table.columns)(false);
    let noun = table.spec.noun;
    let create = async |ending: &str| {
        let file = tokio::fs::File::create(folder.join(format!("data/{noun}.{ending}"))).await?;
        Ok::<_, std::io::Error>(BufWriter::new(file))
    };
    let (mut as_csv, mut as_lines) = (create("csv").await?, create("ndjson").await?);
    as_csv.write_all(&csv::head(&columns, false)?).await?;
    sqlite.create_table(noun, &columns).await?;
    let (mut rows, mut cursor) = (0, None);
    loop {
        let page = (table.every)(portal.clone(), cursor).await?;
        as_csv.write_all(&csv::lines(&columns, &page.records)?).await?;
        as_lines.write_all(&ndjson::lines(&columns, &page.records)?).await?;
        sqlite.insert(noun, &columns, &page.records).await?;
        rows += page.records.len() as u64;
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    as_csv.flush().await?;
    as_lines.flush().await?;
    Ok(Written { table, columns, columns_en: (table.columns)(true), rows })
}
