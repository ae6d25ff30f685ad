//! Which served texts are positions counted in?

use sea_orm::entity::prelude::*;

/// One served text, immutable under its hash.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "texts")]
pub struct Model {
    /// Hash of the text's UTF-8, lower-case hex.
    #[sea_orm(primary_key, auto_increment = false)]
    pub text_sha256: String,
    /// The text.
    pub text: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
