//! What did an editor correct, and what had the reader read?

use sea_orm::entity::prelude::*;

/// One field of one record, corrected. Kept apart from what was read.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "corrections")]
pub struct Model {
    /// The correction.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The record.
    pub record_id: String,
    /// Name of its field.
    pub field: String,
    /// The value as read, JSON.
    pub old_value: String,
    /// The value as corrected, JSON.
    pub new_value: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// RFC 3339 moment.
    pub at: String,
    /// First revision that shows it.
    pub revision_from: i64,
    /// First revision that no longer shows it; null while it holds.
    pub revision_to: Option<i64>,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
