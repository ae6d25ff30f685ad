//! How does a filter become one page of a list?

use app::{
    error::PortalError,
    portal::Answer,
    types::{filter::Filter, listing::Listing},
};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, QueryResult,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use serde::de::DeserializeOwned;

use super::{
    ServerPortal,
    filter::Rows,
    paging::{KeyValue, Paging},
    spec::{ListSpec, Type, limit},
    whole::whole,
};

/// The first aliases of the key columns; an order has at most four keys.
const KEY_ALIASES: [&str; 5] = ["k0", "k1", "k2", "k3", "k4"];

/// Some rows of a list, and where to go on.
pub(crate) struct Page<T> {
    pub(crate) records: Vec<T>,
    pub(crate) next: Option<String>,
}

/// One page with its count and facets; the filter has been checked.
pub(super) async fn list<T: DeserializeOwned>(
    portal: &ServerPortal,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
    shape: impl Fn(&str) -> Answer<T>,
) -> Answer<Listing<T>> {
    let page = page(portal.db(), rows, spec, filter, shape).await?;
    let whole = whole(portal, rows, spec, filter).await?;
    Ok(Listing {
        records: page.records,
        total: whole.total,
        next: page.next,
        revision: rows.revision(),
        facets: whole.facets.clone(),
    })
}

/// One page, and nothing about the whole.
pub(crate) async fn page<T>(
    db: &DatabaseConnection,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
    shape: impl Fn(&str) -> Answer<T>,
) -> Answer<Page<T>> {
    page_in(Paging::new(spec, filter.sort.as_deref()), db, rows, spec, filter, shape).await
}

/// One page in an order of its own.
pub(crate) async fn page_in<T>(
    paging: Paging,
    db: &DatabaseConnection,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
    shape: impl Fn(&str) -> Answer<T>,
) -> Answer<Page<T>> {
    let mut select = rows.select(spec, filter, None);
    select.column("body");
    for (key, alias) in paging.keys().iter().zip(KEY_ALIASES) {
        let column = key.expr();
        // Widths differ between columns and engines; one width each is read back.
        let read = if key.values == Type::Whole { column.cast_as("bigint") } else { column };
        select.expr_as(read, alias);
    }
    if let Some(cursor) = &filter.cursor {
        select.cond_where(paging.after(cursor)?);
    }
    paging.order(&mut select);
    let limit = usize::try_from(limit(filter)).unwrap_or(usize::MAX);
    select.limit(limit as u64 + 1);
    let mut found = all(db, &select).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = match found.last() {
        Some(last) if more => Some(paging.cursor(keys(last, &paging)?)),
        _ => None,
    };
    let records = found.iter().map(|row| shape(&get::<String>(row, "body")?)).collect::<Answer<_>>()?;
    Ok(Page { records, next })
}

/// Rows in the whole filtered list.
pub(crate) async fn count(
    db: &DatabaseConnection,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
) -> Answer<u64> {
    let mut select = rows.select(spec, filter, None);
    select.expr_as(Expr::cust("count(*)"), "n");
    let found = all(db, &select).await?;
    let count: i64 = found.first().map_or(Ok(0), |row| get(row, "n"))?;
    Ok(count.unsigned_abs())
}

fn keys(row: &QueryResult, paging: &Paging) -> Answer<Vec<KeyValue>> {
    paging
        .keys()
        .iter()
        .zip(KEY_ALIASES)
        .map(|(key, alias)| {
            Ok(match key.values {
                Type::Whole => get::<Option<i64>>(row, alias)?.map(KeyValue::Whole),
                Type::Decimal => {
                    get::<Option<f64>>(row, alias)?.map(|value| KeyValue::Decimal(value.to_bits()))
                }
                Type::Text => get::<Option<String>>(row, alias)?.map(KeyValue::Text),
            }
            .unwrap_or(KeyValue::Null))
        })
        .collect()
}

/// The rows of a selection.
pub(crate) async fn all(db: &DatabaseConnection, select: &SelectStatement) -> Answer<Vec<QueryResult>> {
    db.query_all(select).await.map_err(|error| failed("the store", &error))
}

/// One column of a row.
pub(crate) fn get<T: sea_orm::TryGetable>(row: &QueryResult, column: &str) -> Answer<T> {
    row.try_get("", column).map_err(|error| failed("a column of the store", &error))
}

/// The public shape that the store holds as JSON.
pub(crate) fn shape<T: DeserializeOwned>(body: &str) -> Answer<T> {
    serde_json::from_str(body).map_err(|error| failed("a record of the store", &error))
}

/// Logs what failed and says as much as the public may know.
pub(crate) fn failed(what: &str, error: &dyn std::fmt::Display) -> PortalError {
    tracing::error!(%error, "{what} could not be read");
    PortalError::Failed { what: format!("{what} could not be read") }
}
