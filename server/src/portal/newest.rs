//! What of a list was published or changed last?

use std::collections::BTreeMap;

use app::{portal::Answer, types::filter::Filter};
use sea_orm::{
    DatabaseConnection,
    sea_query::{Expr, ExprTrait, Order as Direction, Query},
};

use super::{
    filter::Rows,
    list::{all, get},
    spec::{ListSpec, limit},
};

/// A record, and when it was published as it is.
#[derive(Clone, Debug)]
pub(crate) struct Dated<T> {
    pub(crate) record: T,
    /// RFC 3339 moment.
    pub(crate) at: String,
}

/// Rows that a filter leaves, the newest first.
pub(super) async fn newest<T>(
    db: &DatabaseConnection,
    rows: Rows,
    spec: &ListSpec,
    filter: &Filter,
    shape: impl Fn(&str) -> Answer<T>,
) -> Answer<Vec<Dated<T>>> {
    let mut select = rows.select(spec, filter, None);
    select
        .columns(["body", "revision_from"])
        .order_by("revision_from", Direction::Desc)
        .order_by("row_id", Direction::Asc)
        .limit(limit(filter).into());
    let found = all(db, &select).await?;
    let revisions = found.iter().map(|row| get(row, "revision_from")).collect::<Answer<Vec<i64>>>()?;
    let moments = moments(db, &revisions).await?;
    let dated = found.iter().zip(&revisions).map(|(row, revision)| {
        let record = shape(&get::<String>(row, "body")?)?;
        Ok(Dated { record, at: moments.get(revision).cloned().unwrap_or_default() })
    });
    dated.collect()
}

/// When each of these revisions was made.
pub(super) async fn moments(db: &DatabaseConnection, revisions: &[i64]) -> Answer<BTreeMap<i64, String>> {
    let select = Query::select()
        .columns(["revision", "at"])
        .from("audit")
        .and_where(Expr::col("revision").is_in(revisions.iter().copied()))
        .to_owned();
    all(db, &select).await?.iter().map(|row| Ok((get(row, "revision")?, get(row, "at")?))).collect()
}
