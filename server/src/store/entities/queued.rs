//! Which files wait to be taken in, and what became of those that did?

use sea_orm::entity::prelude::*;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "queued")]
pub struct Model {
    /// Files are taken in in this order.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// How messages name it: its path where it was put in.
    pub name: String,
    /// Name of the file as published.
    pub file_name: String,
    /// Its bytes; none once it is published, where they are kept as the document.
    pub bytes: Vec<u8>,
    /// [`plandoc::Manifest`] as JSON, if it came with one.
    pub manifest: Option<String>,
    /// "waiting", "held" by a worker, "done" or "failed".
    pub state: String,
    /// RFC 3339 moment.
    pub queued_at: String,
    /// Unix second until which a worker holds it, unless it says that it goes on.
    pub held_until: Option<i64>,
    /// Workers that have begun with it.
    pub tries: i32,
    /// The plan's id, or why it failed.
    pub outcome: Option<String>,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
