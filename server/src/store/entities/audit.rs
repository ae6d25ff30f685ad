//! Who changed what, and when?

use sea_orm::entity::prelude::*;

/// One change of the store: exactly one for each revision.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// The revision that it made.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i64,
    /// RFC 3339 moment.
    pub at: String,
    /// Who or what did it: "ingest", "serve".
    pub actor: String,
    /// `published`, `new_version`, `reread`.
    pub action: String,
    /// The plan that was published.
    pub plan_id: String,
    /// Ids of all plans whose rows changed with it, as a JSON list.
    pub touched: String,
    /// Counts of what changed, JSON.
    pub detail: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
