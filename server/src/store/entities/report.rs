//! Which mistakes did readers report?

use sea_orm::entity::prelude::*;

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports")]
pub struct Model {
    /// Its number, which the reader is told.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// RFC 3339 moment.
    pub at: String,
    /// The record that it is about, if it is about one.
    pub record_id: Option<String>,
    /// What the reader saw in the document.
    pub words: String,
    /// Where the reader wishes to be answered.
    pub email: Option<String>,
    /// When an editor settled it; null while it is open.
    pub settled_at: Option<String>,
    /// What the editor found.
    pub answer: Option<String>,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
