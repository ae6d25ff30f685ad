//! How did one version of the reader take a text apart?

use sea_orm::entity::prelude::*;

/// The blocks of one text as one reader saw them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub struct Model {
    /// The text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub text_sha256: String,
    /// The reader.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reader_version: i32,
    /// [`plandoc::blocks::Document`] as JSON.
    pub blocks: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
