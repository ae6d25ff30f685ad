//! Which plans does a revision show, and what belongs to each?

use plandoc::blocks::Document;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Store, StoreError, Stored,
    entities::{document, plan, reading, text},
    revisions::held_at,
};

impl Store {
    /// All plans as they were at a revision, by id.
    pub async fn plans(&self, revision: u64) -> Stored<Vec<plan::Model>> {
        let plans = plan::Entity::find().filter(held_at(revision));
        Ok(plans.order_by_asc(plan::Column::Id).all(&self.connection).await?)
    }

    /// One plan as it was at a revision.
    pub async fn plan(&self, revision: u64, id: &str) -> Stored<Option<plan::Model>> {
        let plans = plan::Entity::find().filter(held_at(revision));
        Ok(plans.filter(plan::Column::Id.eq(id)).one(&self.connection).await?)
    }

    /// The served text under its hash.
    pub async fn text(&self, text_sha256: &str) -> Stored<String> {
        text(&self.connection, text_sha256).await
    }

    /// The bytes of a published file under their hash.
    pub async fn document(&self, sha256: &str) -> Stored<Vec<u8>> {
        let row = document::Entity::find_by_id(sha256).one(&self.connection).await?;
        row.map(|row| row.bytes)
            .ok_or_else(|| StoreError::Lacking { what: "document", id: sha256.to_owned() })
    }

    /// The blocks of a plan's text, as the reader of its records saw them.
    pub async fn reading_document(&self, plan: &plan::Model) -> Stored<Document> {
        reading_document(&self.connection, plan).await
    }
}

pub(super) async fn text<C: ConnectionTrait>(connection: &C, text_sha256: &str) -> Stored<String> {
    let row = text::Entity::find_by_id(text_sha256).one(connection).await?;
    row.map(|row| row.text).ok_or_else(|| StoreError::Lacking { what: "text", id: text_sha256.to_owned() })
}

pub(super) async fn reading_document<C: ConnectionTrait>(
    connection: &C,
    plan: &plan::Model,
) -> Stored<Document> {
    let key = (plan.text_sha256.clone(), plan.reader_version);
    let row = reading::Entity::find_by_id(key).one(connection).await?;
    let row = row.ok_or_else(|| StoreError::Lacking { what: "reading", id: plan.text_sha256.clone() })?;
    serde_json::from_str(&row.blocks).map_err(|source| StoreError::Damaged {
        what: "reading",
        id: plan.text_sha256.clone(),
        detail: source.to_string(),
    })
}
