//! What is the record of that id, or what became of it?

use app::{error::PortalError, portal::Answer, types::record::Record};
use sea_orm::sea_query::{Expr, ExprTrait, Order as Direction, Query};
use serde_json::Value;

use super::{
    ServerPortal, checks,
    list::{all, failed, get, shape},
    plans::searchable,
};
use crate::store::RecordKind;

/// A record as the store holds it.
pub(super) struct Body {
    /// Its list.
    pub(super) kind: String,
    /// The public shape; of a check with its message in both languages.
    pub(super) json: String,
}

/// A record of any kind, as its list shows it.
pub(super) async fn record(portal: &ServerPortal, id: &str, lang: Option<&str>) -> Answer<Value> {
    let body = body(portal, None, id).await?;
    if body.kind == RecordKind::Checks.as_str() {
        let check = checks::in_language(&body.json, lang)?;
        return serde_json::to_value(check).map_err(|error| failed("a check", &error));
    }
    shape(&body.json)
}

/// What every record carries, of one record; none of a check, which quotes no one place.
pub(super) async fn quoted(portal: &ServerPortal, id: &str) -> Answer<Option<Record>> {
    let body = body(portal, None, id).await?;
    if body.kind == RecordKind::Checks.as_str() { Ok(None) } else { shape(&body.json).map(Some) }
}

/// A record of any kind; of one kind, if a kind is given.
pub(super) async fn body(portal: &ServerPortal, kind: Option<RecordKind>, id: &str) -> Answer<Body> {
    let shown = i64::try_from(portal.shown()).unwrap_or(i64::MAX);
    let mut select = Query::select()
        .columns(["kind", "revision_to", "gone_reason", "body"])
        .from("records")
        .and_where(Expr::col("id").eq(searchable(id)))
        .and_where(Expr::col("revision_from").lte(shown))
        .order_by("revision_from", Direction::Desc)
        .limit(1)
        .to_owned();
    if let Some(kind) = kind {
        select.and_where(Expr::col("kind").eq(kind.as_str()));
    }
    let noun = kind.map_or("record", RecordKind::as_str).to_owned();
    let found = all(portal.db(), &select).await?;
    let Some(row) = found.first() else {
        return Err(PortalError::NotFound { noun, id: id.to_owned(), near: Vec::new() });
    };
    if get::<Option<i64>>(row, "revision_to")?.is_some_and(|to| to <= shown) {
        let reason: Option<String> = get(row, "gone_reason")?;
        let reason = reason.unwrap_or_else(|| "its plan no longer states it".to_owned());
        return Err(PortalError::Gone { noun, id: id.to_owned(), reason });
    }
    Ok(Body { kind: get(row, "kind")?, json: get(row, "body")? })
}
