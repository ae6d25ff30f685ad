//! As which files was a plan published?

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};

use super::{
    Store, Stored,
    entities::{audit, plan},
    revisions::{signed, unsigned},
};

/// One file of a plan, with the last state in which it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The last row of the plan that names this file.
    pub row: plan::Model,
    /// RFC 3339 moment at which the file was published.
    pub since: Option<String>,
}

impl Version {
    /// The last revision that showed it, of those up to `shown`.
    pub fn last_revision(&self, shown: u64) -> u64 {
        match self.row.revision_to.map(unsigned) {
            Some(end) if end <= shown => end.saturating_sub(1),
            _ => shown,
        }
    }
}

impl Store {
    /// The files that a plan was published as up to a revision, the newest first.
    pub async fn versions(&self, revision: u64, id: &str) -> Stored<Vec<Version>> {
        let rows = plan::Entity::find()
            .filter(plan::Column::Id.eq(id))
            .filter(Expr::col("revision_from").lte(signed(revision)))
            .order_by_asc(plan::Column::RevisionFrom)
            .all(&self.connection)
            .await?;
        // The first row of a version says when it came, its last row how it was read in the end.
        let mut versions: BTreeMap<i32, (i64, plan::Model)> = BTreeMap::new();
        for row in rows {
            let first = versions.get(&row.version).map_or(row.revision_from, |(first, _)| *first);
            versions.insert(row.version, (first, row));
        }
        let mut found = Vec::new();
        for (first, row) in versions.into_values().rev() {
            let entry = audit::Entity::find_by_id(first).one(&self.connection).await?;
            found.push(Version { row, since: entry.map(|entry| entry.at) });
        }
        Ok(found)
    }
}
