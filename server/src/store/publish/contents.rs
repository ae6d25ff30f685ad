//! How are the bytes, the text and the blocks of a plan kept?

use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, sea_query::OnConflict};

use super::{Publication, now, reader_version};
use crate::store::{
    StoreError, Stored,
    entities::{document, reading, text},
};

/// Keeps what is not kept yet, each under its hash; gives the text's.
pub(super) async fn keep(
    transaction: &DatabaseTransaction,
    publication: &Publication<'_>,
    sha256: &str,
) -> Stored<String> {
    let bytes = document::Model {
        sha256: sha256.to_owned(),
        bytes: publication.bytes.to_vec(),
        size: i64::try_from(publication.bytes.len()).unwrap_or(i64::MAX),
        stored_at: now(),
    };
    keep_once(transaction, bytes, [document::Column::Sha256]).await?;
    let text_sha256 = super::sha256(publication.reading.text.as_bytes());
    let served = text::Model { text_sha256: text_sha256.clone(), text: publication.reading.text.clone() };
    keep_once(transaction, served, [text::Column::TextSha256]).await?;
    let blocks =
        serde_json::to_string(&publication.reading.document).map_err(|error| StoreError::Reading {
            plan: publication.source_file.to_owned(),
            detail: format!("its blocks: {error}"),
        })?;
    let row = reading::Model { text_sha256: text_sha256.clone(), reader_version: reader_version(), blocks };
    keep_once(transaction, row, [reading::Column::TextSha256, reading::Column::ReaderVersion]).await?;
    Ok(text_sha256)
}

async fn keep_once<M, E, A, C, const N: usize>(
    transaction: &DatabaseTransaction,
    row: M,
    key: [C; N],
) -> Stored<()>
where
    M: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E> + Send,
    E: EntityTrait<Column = C>,
    C: sea_orm::ColumnTrait,
{
    let once = OnConflict::columns(key).do_nothing().to_owned();
    E::insert(row.into_active_model().reset_all())
        .on_conflict(once)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}
