//! Which records are current, and what became of one that is not?

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use serde::de::DeserializeOwned;

use super::{RecordKind, Store, StoreError, Stored, entities::record, revisions::held_at};

/// What the store knows of a record id.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordState {
    /// It is current.
    Current(Box<record::Model>),
    /// It was there; its last row says why it is gone.
    Gone(Box<record::Model>),
    /// There never was such a record.
    Unknown,
}

impl Store {
    /// The query of one list of current records, for whoever filters and sorts on.
    pub fn records(kind: RecordKind) -> Select<record::Entity> {
        let current = record::Entity::find().filter(record::Column::RevisionTo.is_null());
        current.filter(record::Column::Kind.eq(kind))
    }

    /// All records of a plan as they were at a revision, list by list, in the order of the text.
    pub async fn records_of(&self, revision: u64, plan_id: &str) -> Stored<Vec<record::Model>> {
        Ok(record::Entity::find()
            .filter(held_at(revision))
            .filter(record::Column::PlanId.eq(plan_id))
            .order_by_asc(record::Column::Kind)
            .order_by_asc(record::Column::Ordinal)
            .all(&self.connection)
            .await?)
    }

    /// One record of any kind.
    pub async fn record(&self, id: &str) -> Stored<RecordState> {
        let last = record::Entity::find()
            .filter(record::Column::Id.eq(id))
            .order_by_desc(record::Column::RevisionFrom)
            .one(&self.connection)
            .await?;
        Ok(match last {
            None => RecordState::Unknown,
            Some(row) if row.revision_to.is_none() => RecordState::Current(Box::new(row)),
            Some(row) => RecordState::Gone(Box::new(row)),
        })
    }
}

/// The public shapes of the records of one kind.
pub(crate) fn shapes<T: DeserializeOwned>(records: &[record::Model], kind: RecordKind) -> Stored<Vec<T>> {
    let of_kind = records.iter().filter(|record| record.kind == kind);
    of_kind.map(|record| shape("record", &record.id, &record.body)).collect()
}

/// A public shape as the store holds it; `what` and `id` name it if it is damaged.
pub(crate) fn shape<T: DeserializeOwned>(what: &'static str, id: &str, body: &str) -> Stored<T> {
    let damaged = |source: serde_json::Error| StoreError::Damaged {
        what,
        id: id.to_owned(),
        detail: source.to_string(),
    };
    serde_json::from_str(body).map_err(damaged)
}
