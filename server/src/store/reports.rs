//! Which mistakes did readers report, and what did editors find?

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{Store, Stored, entities::report, publish::now};

/// What a reader reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewReport {
    /// The record that it is about, if it is about one.
    pub record_id: Option<String>,
    /// What the reader saw in the document.
    pub words: String,
    /// Where the reader wishes to be answered.
    pub email: Option<String>,
}

impl Store {
    /// Keeps a report; its number is given back once it is kept for good.
    pub async fn file_report(&self, new: NewReport) -> Stored<i64> {
        let row = report::ActiveModel {
            at: Set(now()),
            record_id: Set(new.record_id),
            words: Set(new.words),
            email: Set(new.email),
            settled_at: Set(None),
            answer: Set(None),
            ..report::ActiveModel::default()
        };
        Ok(report::Entity::insert(row).exec(&self.connection).await?.last_insert_id)
    }

    /// Reports that no editor has settled, the oldest first.
    pub async fn open_reports(&self) -> Stored<Vec<report::Model>> {
        let open = report::Entity::find().filter(report::Column::SettledAt.is_null());
        Ok(open.order_by_asc(report::Column::Id).all(&self.connection).await?)
    }

    /// Settles a report with what the editor found and forgets the reader's address. False if there is no open
    /// report of that number.
    pub async fn settle_report(&self, id: i64, answer: &str) -> Stored<bool> {
        let open = report::Entity::find_by_id(id).filter(report::Column::SettledAt.is_null());
        let Some(found) = open.one(&self.connection).await? else { return Ok(false) };
        let mut row = found.into_active_model();
        row.settled_at = Set(Some(now()));
        row.answer = Set(Some(answer.to_owned()));
        row.email = Set(None);
        report::Entity::update(row).exec(&self.connection).await?;
        Ok(true)
    }
}
