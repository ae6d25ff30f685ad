//! Is what the store holds whole and true to its texts?

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use serde::Deserialize;

use super::{
    Store, StoreError, Stored,
    entities::{audit, plan, record},
};

/// Damages named of one kind; more would bury the others.
const NAMED_MAX: usize = 5;

/// What a look through the store found.
#[derive(Clone, Debug, Default)]
pub struct StoreCheck {
    /// The revision that it is at.
    pub revision: u64,
    /// Current plans that were looked at.
    pub plans: u64,
    /// Current records that were looked at.
    pub records: u64,
    /// What is wrong, each with what to do.
    pub faults: Vec<String>,
}

/// The part of a record that ties it to its text; checks between places have none of their own.
#[derive(Debug, Deserialize)]
struct Tied {
    id: String,
    quote: Option<String>,
    source: Option<Place>,
}

#[derive(Debug, Deserialize)]
struct Place {
    start: usize,
    end: usize,
}

impl Store {
    /// Looks at every current plan and record: are their files, texts and places there?
    pub async fn check(&self) -> Stored<StoreCheck> {
        let mut found = StoreCheck { revision: self.revision().await?, ..StoreCheck::default() };
        self.check_engine(&mut found).await?;
        self.check_history(&mut found).await?;
        for row in self.plans(found.revision).await? {
            found.plans += 1;
            self.check_plan(&row, &mut found).await?;
        }
        Ok(found)
    }

    /// SQLite's own look at its pages and indexes; PostgreSQL keeps checksums itself.
    async fn check_engine(&self, found: &mut StoreCheck) -> Stored<()> {
        if self.connection.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let asked = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
        for row in self.connection.query_all_raw(asked).await? {
            let said: String = row.try_get_by_index(0)?;
            if said != "ok" {
                found.faults.push(format!("the file is damaged: {said}; restore a backup"));
            }
        }
        Ok(())
    }

    /// The log of publications ends at the revision.
    async fn check_history(&self, found: &mut StoreCheck) -> Stored<()> {
        let last = audit::Entity::find()
            .select_only()
            .column(audit::Column::Revision)
            .order_by_desc(audit::Column::Revision)
            .into_tuple::<i64>()
            .one(&self.connection)
            .await?;
        let last = last.unwrap_or_default().unsigned_abs();
        if last != found.revision {
            let is = found.revision;
            found.faults.push(format!(
                "the store is at revision {is}, its log of publications ends at {last}; restore a backup"
            ));
        }
        Ok(())
    }

    async fn check_plan(&self, row: &plan::Model, found: &mut StoreCheck) -> Stored<()> {
        let text = match self.text(&row.text_sha256).await {
            Ok(text) => text.chars().collect::<Vec<char>>(),
            Err(error @ StoreError::Lacking { .. }) => {
                found.faults.push(format!("plan {}: {error}", row.id));
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        for lacking in [self.document(&row.sha256).await.err(), self.reading_document(row).await.err()] {
            match lacking {
                None => {}
                Some(error @ (StoreError::Lacking { .. } | StoreError::Damaged { .. })) => {
                    found.faults.push(format!("plan {}: {error}", row.id));
                }
                Some(error) => return Err(error),
            }
        }
        self.check_records(&row.id, &text, found).await
    }

    async fn check_records(&self, plan_id: &str, text: &[char], found: &mut StoreCheck) -> Stored<()> {
        let rows = record::Entity::find()
            .filter(record::Column::RevisionTo.is_null())
            .filter(record::Column::PlanId.eq(plan_id))
            .all(&self.connection)
            .await?;
        found.records += rows.len() as u64;
        let mut faults: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &rows {
            if let Some(fault) = fault_of(row, text) {
                faults.entry(fault).or_default().push(&row.id);
            }
        }
        for (fault, ids) in faults {
            let (count, named) = (ids.len(), ids[..ids.len().min(NAMED_MAX)].join(", "));
            found.faults.push(format!(
                "plan {plan_id}: {count} records {fault} ({named}{}); ingest the plan again or restore a backup",
                if count > NAMED_MAX { ", …" } else { "" }
            ));
        }
        Ok(())
    }
}

/// What is wrong with a record.
fn fault_of(row: &record::Model, text: &[char]) -> Option<&'static str> {
    let Ok(tied) = serde_json::from_str::<Tied>(&row.body) else { return Some("cannot be read") };
    if tied.id != row.id {
        return Some("go by another id than their row");
    }
    let (Some(quote), Some(Place { start, end })) = (tied.quote, tied.source) else { return None };
    let stands = text.get(start..end).is_some_and(|place| place.iter().copied().eq(quote.chars()));
    (!stands).then_some("quote words that do not stand at their place")
}
