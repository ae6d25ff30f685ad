//! Which places of the plans as they are now may stand in another plan too?

use sea_orm::entity::prelude::*;

/// A row or a long passage of a plan's current version, found by what its twin must say; replaced
/// whenever the plan is published.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "twin_places")]
pub struct Model {
    /// In the order of the plan's places.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The plan.
    pub plan_id: String,
    /// Hash of the words and amounts that must be the same.
    pub key: String,
    /// Place of the row in the list of spending; null for a passage.
    pub row: Option<i32>,
    /// The row's record; null for a passage.
    pub record_id: Option<String>,
    /// How a person cites it.
    pub address: String,
    /// First character of its quote in the plan's text.
    pub start: i32,
    /// One past the last.
    pub end: i32,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
