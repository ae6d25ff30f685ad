//! Which records are current, and what became of one that is not?

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{RecordKind, Store, Stored, entities::record};

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
    /// The query of all current records, for whoever filters and sorts on.
    pub fn current_records() -> Select<record::Entity> {
        record::Entity::find().filter(record::Column::RevisionTo.is_null())
    }

    /// The query of one list of current records.
    pub fn records(kind: RecordKind) -> Select<record::Entity> {
        Self::current_records().filter(record::Column::Kind.eq(kind))
    }

    /// All current records of a plan, list by list, in the order of the text.
    pub async fn records_of(&self, plan_id: &str) -> Stored<Vec<record::Model>> {
        Ok(Self::current_records()
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
