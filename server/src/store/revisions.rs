//! Which revision is shown, and what has changed since another?

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Condition, Expr, ExprTrait},
};

use super::{
    Store, StoreError, Stored,
    entities::{audit, meta},
};

/// What has changed since a revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The revision that the store is at now.
    pub revision: u64,
    /// Ids of the plans with a row, or a record's row, that changed.
    pub plans: BTreeSet<String>,
}

impl Store {
    /// The revision that the store is at; 0 before the first publication.
    pub async fn revision(&self) -> Stored<u64> {
        revision(&self.connection).await
    }

    /// Whether anything was ever published by anyone but this one.
    pub async fn published_by_others(&self, actor: &str) -> Stored<bool> {
        let others = audit::Entity::find().filter(audit::Column::Actor.ne(actor));
        Ok(others.one(&self.connection).await?.is_some())
    }

    /// What has changed since a revision, for the index and whoever else follows.
    pub async fn changes_since(&self, since: u64) -> Stored<Changes> {
        let entries = audit::Entity::find()
            .filter(audit::Column::Revision.gt(signed(since)))
            .order_by_asc(audit::Column::Revision)
            .all(&self.connection)
            .await?;
        let mut changes = Changes { revision: since, plans: BTreeSet::new() };
        for entry in entries {
            let touched: Vec<String> =
                serde_json::from_str(&entry.touched).map_err(|source| StoreError::Damaged {
                    what: "audit entry",
                    id: entry.revision.to_string(),
                    detail: source.to_string(),
                })?;
            changes.revision = unsigned(entry.revision);
            changes.plans.extend(touched);
        }
        Ok(changes)
    }
}

/// The revision as one connection sees it.
pub(super) async fn revision<C: ConnectionTrait>(connection: &C) -> Stored<u64> {
    let row = meta::Entity::find_by_id(1).one(connection).await?;
    row.map(|row| unsigned(row.revision)).ok_or(StoreError::Lacking { what: "revision", id: "1".to_owned() })
}

/// Rows of plans or records that a revision shows.
pub(crate) fn held_at(revision: u64) -> Condition {
    let revision = signed(revision);
    let open = Expr::col("revision_to").is_null().or(Expr::col("revision_to").gt(revision));
    Condition::all().add(Expr::col("revision_from").lte(revision)).add(open)
}

/// A revision as a column holds it.
pub(super) fn signed(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}

/// A revision as a column gave it.
pub(super) fn unsigned(revision: i64) -> u64 {
    u64::try_from(revision).unwrap_or_default()
}
