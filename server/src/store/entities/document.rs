//! Which files were published, byte for byte?

use sea_orm::entity::prelude::*;

/// One file; kept once, however many plans or versions name it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "documents")]
pub struct Model {
    /// Hash of the bytes, lower-case hex.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How many.
    pub size: i64,
    /// RFC 3339 moment of the first publication.
    pub stored_at: String,
}

/// No relations: rows are joined by what they name.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
