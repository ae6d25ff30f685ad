//! What was added, changed or withdrawn since a revision?

use std::collections::BTreeSet;

use app::{error::ParameterFault, error::PortalError, portal::Answer};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType},
};

use super::{
    ServerPortal,
    list::{Page, all, get},
    newest::moments,
    paging::{KeyValue, Paging},
    spec::Order,
};
use crate::store::held_at;

/// Name of the list of plans, whose rows stand in a table of their own.
const PLANS: &str = "plans";

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Became {
    Added,
    Changed,
    Withdrawn,
}

/// What became of one record since a revision, however often it changed in between.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The revision that made it what it is.
    pub(crate) revision: u64,
    /// When that was, RFC 3339.
    pub(crate) at: String,
    /// Its list.
    pub(crate) list: String,
    pub(crate) id: String,
    pub(crate) became: Became,
    /// Why it was withdrawn.
    pub(crate) reason: Option<String>,
    /// Its place in its plan's list.
    pub(crate) place: i32,
    /// Its public shape as the store holds it; of a withdrawn one its last.
    pub(crate) body: String,
}

/// The changes after a revision, oldest first, from a cursor on.
pub(crate) async fn changes(
    portal: &ServerPortal,
    since: u64,
    cursor: Option<&str>,
    limit: u32,
) -> Answer<Page<Change>> {
    let shown = portal.shown();
    if since > shown {
        return Err(PortalError::BadParameter {
            faults: vec![ParameterFault {
                parameter: "since".to_owned(),
                detail: format!(
                    "{since} is after the newest revision; a mirror of another store begins anew"
                ),
                allowed: vec![format!("a whole number from 0 to {shown}")],
            }],
        });
    }
    let keys = vec![
        Order::whole("revision", "changed_in"),
        Order::text("list", "list"),
        Order::text("id", "id"),
        Order::whole("row", "row_id"),
    ];
    let paging = Paging::by(format!("changes:{since}"), keys);
    let mut select = Query::select()
        .columns(["changed_in", "list", "id", "row_id", "place", "reason", "body"])
        .from_subquery(rows(since, shown), "changed")
        .to_owned();
    if let Some(cursor) = cursor {
        select.cond_where(paging.after(cursor)?);
    }
    paging.order(&mut select);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    select.limit(limit as u64 + 1);
    let mut found = all(portal.db(), &select).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = match found.last() {
        Some(last) if more => Some(paging.cursor(keys_of(last)?)),
        _ => None,
    };
    Ok(Page { records: shape(portal, since, &found).await?, next })
}

fn keys_of(row: &QueryResult) -> Answer<Vec<KeyValue>> {
    Ok(vec![
        KeyValue::Whole(get(row, "changed_in")?),
        KeyValue::Text(get(row, "list")?),
        KeyValue::Text(get(row, "id")?),
        KeyValue::Whole(get(row, "row_id")?),
    ])
}

async fn shape(portal: &ServerPortal, since: u64, found: &[QueryResult]) -> Answer<Vec<Change>> {
    let ids = found.iter().map(|row| get(row, "id")).collect::<Answer<Vec<String>>>()?;
    let before = held_before(portal, since, &ids).await?;
    let revisions = found.iter().map(|row| get(row, "changed_in")).collect::<Answer<Vec<i64>>>()?;
    let moments = moments(portal.db(), &revisions).await?;
    let change = |(row, revision): (&QueryResult, &i64)| {
        let (list, id): (String, String) = (get(row, "list")?, get(row, "id")?);
        let reason: Option<String> = get(row, "reason")?;
        let became = match &reason {
            Some(_) => Became::Withdrawn,
            None if before.contains(&(list == PLANS, id.clone())) => Became::Changed,
            None => Became::Added,
        };
        Ok(Change {
            revision: revision.unsigned_abs(),
            at: moments.get(revision).cloned().unwrap_or_default(),
            list,
            id,
            became,
            reason,
            place: get(row, "place")?,
            body: get(row, "body")?,
        })
    };
    found.iter().zip(&revisions).map(change).collect()
}

/// Rows that hold now and did not then, and those that held then and are gone.
fn rows(since: u64, shown: u64) -> SelectStatement {
    let (since, shown) = (signed(since), signed(shown));
    let now =
        || Expr::cust(format!("revision_from <= {shown} AND (revision_to IS NULL OR revision_to > {shown})"));
    let then = format!("revision_from <= {since} AND revision_to > {since} AND revision_to <= {shown}");
    let changed_in = format!("CASE WHEN revision_to <= {shown} THEN revision_to ELSE revision_from END");
    let newer = Query::select().column("id").from("plans").and_where(now()).to_owned();
    let mut plans = Query::select()
        .expr_as(Expr::cust(format!("CAST({changed_in} AS bigint)")), "changed_in")
        .expr_as(Expr::cust(format!("CAST('{PLANS}' AS text)")), "list")
        .columns(["id", "row_id"])
        .expr_as(Expr::cust("CAST(0 AS integer)"), "place")
        .expr_as(
            Expr::cust(format!("CASE WHEN revision_to <= {shown} THEN 'the plan was withdrawn' END")),
            "reason",
        )
        .column("body")
        .from("plans")
        .cond_where(
            now()
                .and(Expr::col("revision_from").gt(since))
                .or(Expr::cust(then).and(Expr::col("id").not_in_subquery(newer))),
        )
        .to_owned();
    let records = Query::select()
        .expr_as(Expr::cust(format!("CAST({changed_in} AS bigint)")), "changed_in")
        .expr_as(Expr::col("kind"), "list")
        .columns(["id", "row_id"])
        .expr_as(Expr::col("ordinal"), "place")
        .expr_as(Expr::cust(format!("CASE WHEN revision_to <= {shown} THEN gone_reason END")), "reason")
        .column("body")
        .from("records")
        .cond_where(now().and(Expr::col("revision_from").gt(since)).or(gone(since, shown)))
        .to_owned();
    plans.union(UnionType::All, records);
    plans
}

/// Records that were withdrawn since: also those that came in between, for whoever has read half of the changes.
fn gone(since: i64, shown: i64) -> Expr {
    Expr::col("gone_reason")
        .is_not_null()
        .and(Expr::cust(format!("revision_to > {since} AND revision_to <= {shown}")))
}

/// Which of these were there at a revision: plans, told by `true`, and records.
async fn held_before(portal: &ServerPortal, since: u64, ids: &[String]) -> Answer<BTreeSet<(bool, String)>> {
    let mut held = BTreeSet::new();
    for table in [PLANS, "records"] {
        let select = Query::select()
            .column("id")
            .from(table)
            .cond_where(held_at(since))
            .and_where(Expr::col("id").is_in(ids.iter().cloned()))
            .to_owned();
        for row in all(portal.db(), &select).await? {
            held.insert((table == PLANS, get(&row, "id")?));
        }
    }
    Ok(held)
}

fn signed(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}
