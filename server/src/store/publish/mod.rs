//! How does a reading become rows, all at once or not at all?

mod across;
mod contents;
mod figures;
mod fingerprint;
mod identity;
mod matching;
mod places;
mod plan;
mod records;
mod shape;
mod twins;
mod unpublished;

use plandoc::{Manifest, READER_VERSION, Reading};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel,
    QuerySelect, Set,
};
use sha2::{Digest, Sha256};

use super::{
    Store, StoreError, Stored,
    connect::write_transaction,
    entities::{audit, meta},
    revisions::unsigned,
    watch::CHANNEL,
};
use crate::hex::hex;

use across::PlanCheck;

pub(super) use places::fill as fill_twin_places;
pub use shape::StoredCheck;

/// By which id is a plan to go?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanId {
    /// An editor said so: another file under it is a new version of the same plan.
    Named(String),
    /// Made of province and period: another plan may have it already, and then the
    /// number is appended.
    Derived(String),
}

/// A plan to publish.
#[derive(Clone, Debug)]
pub struct Publication<'a> {
    /// Its id.
    pub id: PlanId,
    /// The file, byte for byte.
    pub bytes: &'a [u8],
    /// Name of the file.
    pub source_file: &'a str,
    /// Media type of the file.
    pub media_type: &'a str,
    /// What an editor knows that the file does not say; none if nobody said anything.
    pub manifest: Option<&'a Manifest>,
    /// What was read.
    pub reading: &'a Reading,
    /// Who publishes, for the audit: "ingest", "serve".
    pub actor: &'a str,
}

/// What publishing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A plan that was not there.
    New,
    /// Another file of a plan that was there.
    NewVersion,
    /// The same file, read by another reader or described by another manifest.
    Reread,
    /// Nothing new; the store is as it was.
    Unchanged,
}

impl Outcome {
    /// Its word in the audit.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::NewVersion => "new_version",
            Self::Reread => "reread",
            Self::Unchanged => "unchanged",
        }
    }
}

/// A plan that is published now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The id that it goes by.
    pub id: String,
    /// 1 for its first file.
    pub version: u32,
    /// The revision that shows it.
    pub revision: u64,
    /// What publishing did.
    pub outcome: Outcome,
}

impl Store {
    /// Publishes a plan in one transaction, which raises the revision by one. Once it
    /// has returned, neither a killed process nor a power cut takes anything back; if
    /// it fails, the store is as it was.
    pub async fn publish(&self, publication: &Publication<'_>) -> Stored<Published> {
        let transaction = write_transaction(&self.connection).await?;
        let published = in_transaction(&transaction, publication).await?;
        if published.outcome == Outcome::Unchanged {
            transaction.rollback().await?;
        } else {
            transaction.commit().await?;
        }
        Ok(published)
    }
}

async fn in_transaction(
    transaction: &DatabaseTransaction,
    publication: &Publication<'_>,
) -> Stored<Published> {
    let earlier_revision = lock(transaction).await?;
    let sha256 = sha256(publication.bytes);
    let (id, earlier) = identity::settle(transaction, publication, &sha256).await?;
    let manifest = plan::manifest_json(publication)?;
    if let Some(row) = &earlier {
        let same_manifest = publication.manifest.is_none() || row.manifest == manifest;
        if row.sha256 == sha256 && row.reader_version == reader_version() && same_manifest {
            return Ok(Published {
                id,
                version: version(row.version),
                revision: unsigned(earlier_revision),
                outcome: Outcome::Unchanged,
            });
        }
        if publication.manifest.is_none() && plan::is_described(row)? {
            return Err(StoreError::Undescribed { id });
        }
    }
    let revision = earlier_revision + 1;
    let text_sha256 = contents::keep(transaction, publication, &sha256).await?;
    let (outcome, version_now) = match &earlier {
        None => (Outcome::New, 1),
        Some(row) if row.sha256 == sha256 => (Outcome::Reread, row.version),
        Some(row) => (Outcome::NewVersion, row.version + 1),
    };
    let state = State {
        id: &id,
        publication,
        sha256: &sha256,
        text_sha256: &text_sha256,
        revision,
        outcome,
        version: version_now,
    };
    let others = twins::Others::load(transaction, &state).await?;
    let twins = others.twins_of_published();
    let check_count = publication.reading.checks.len() + twins.len();
    let (ids, changes) = records::replace(transaction, &state, twins).await?;
    plan::replace(transaction, &state, earlier, &ids, check_count, manifest).await?;
    let mut touched = vec![id.clone()];
    touched.extend(others.replace_twins(transaction, &state, &ids).await?);
    places::replace(transaction, &id, others.places(), ids.spending()).await?;
    close(transaction, &state, &changes, &touched).await?;
    Ok(Published { id, version: version(version_now), revision: unsigned(revision), outcome })
}

/// What is decided about a publication before its rows are written.
struct State<'a> {
    id: &'a str,
    publication: &'a Publication<'a>,
    sha256: &'a str,
    text_sha256: &'a str,
    revision: i64,
    outcome: Outcome,
    version: i32,
}

/// Takes the one lock that every publisher needs, and gives the revision under it.
/// `SQLite` has locked already when the transaction began.
async fn lock(transaction: &DatabaseTransaction) -> Stored<i64> {
    let mut query = meta::Entity::find_by_id(1);
    if transaction.get_database_backend() == DbBackend::Postgres {
        query = query.lock_exclusive();
    }
    let row = query.one(transaction).await?;
    row.map(|row| row.revision).ok_or(StoreError::Lacking { what: "revision", id: "1".to_owned() })
}

/// Writes the audit entry, raises the revision and tells the servers beside us.
async fn close(
    transaction: &DatabaseTransaction,
    state: &State<'_>,
    changes: &records::Changes,
    touched: &[String],
) -> Stored<()> {
    let entry = audit::Model {
        revision: state.revision,
        at: now(),
        actor: state.publication.actor.to_owned(),
        action: state.outcome.as_str().to_owned(),
        plan_id: state.id.to_owned(),
        touched: serde_json::json!(touched).to_string(),
        detail: serde_json::json!({
            "version": state.version,
            "reader_version": reader_version(),
            "sha256": state.sha256,
            "records_opened": changes.opened,
            "records_closed": changes.closed,
            "records_gone": changes.gone,
        })
        .to_string(),
    };
    audit::Entity::insert(entry.into_active_model().reset_all()).exec_without_returning(transaction).await?;
    let revision = meta::ActiveModel { id: Set(1), revision: Set(state.revision) };
    revision.update(transaction).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(&format!("NOTIFY {CHANNEL}, '{}'", state.revision)).await?;
    }
    Ok(())
}

/// The reader that this binary has, as a column holds it.
fn reader_version() -> i32 {
    i32::try_from(READER_VERSION).unwrap_or(i32::MAX)
}

fn version(column: i32) -> u32 {
    u32::try_from(column).unwrap_or_default()
}

/// Hash of bytes, lower-case hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// This moment, RFC 3339.
pub(super) fn now() -> String {
    let now = time::OffsetDateTime::now_utc();
    now.format(&time::format_description::well_known::Rfc3339).unwrap_or_else(|_| now.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_lower_case_hex() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
