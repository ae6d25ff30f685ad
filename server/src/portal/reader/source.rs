//! What of the store is a plan's text laid out from?

use app::{
    error::PortalError,
    i18n::Language,
    portal::Answer,
    types::{plan::Plan, reader::ReaderDocument},
};
use plandoc::{blocks::Document, passed_over};

use super::{Matter, Records, lay_out};
use crate::{
    portal::ServerPortal,
    store::{Publication, RecordKind, Store, StoreError, entities::record, shape, shapes},
};

/// A plan with its text, blocks and records.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The plan.
    pub plan: Plan,
    /// Its served text.
    pub text: String,
    /// The blocks of the text.
    pub document: Document,
    /// The records that are marked in it.
    pub records: Records,
}

/// A plan's text for reading as it was at a revision, with the words of `q` marked if given.
pub(crate) async fn reader_at(
    portal: &ServerPortal,
    revision: u64,
    id: &str,
    q: Option<&str>,
    lang: Language,
) -> Answer<ReaderDocument> {
    let source = Source::load(&portal.store, revision, id).await.map_err(|error| failed(&error))?;
    let source = source.ok_or_else(|| PortalError::NotFound {
        noun: "plan".to_owned(),
        id: id.to_owned(),
        near: Vec::new(),
    })?;
    let query = q.filter(|words| !words.trim().is_empty()).map(|words| portal.search.read(words));
    let laid_out = tokio::task::spawn_blocking(move || source.lay_out(query.as_ref(), lang)).await;
    laid_out.map_err(|error| failed(&error))
}

fn of_rows(rows: &[record::Model]) -> Result<Records, StoreError> {
    Ok(Records {
        objectives: shapes(rows, RecordKind::Objectives)?,
        targets: shapes(rows, RecordKind::Targets)?,
        progress: shapes(rows, RecordKind::Progress)?,
        spending: shapes(rows, RecordKind::Spending)?,
        totals: shapes(rows, RecordKind::Totals)?,
        citations: shapes(rows, RecordKind::Citations)?,
        passed: Vec::new(),
    })
}

fn failed(error: &impl std::error::Error) -> PortalError {
    tracing::error!(%error, "the text could not be laid out");
    PortalError::Failed { what: "the plan's text".to_owned() }
}

impl Source {
    /// A plan as it was at a revision, if there was such a plan.
    pub async fn load(store: &Store, revision: u64, id: &str) -> Result<Option<Self>, StoreError> {
        let Some(row) = store.plan(revision, id).await? else { return Ok(None) };
        let records = store.records_of(revision, id).await?;
        Ok(Some(Self {
            plan: shape("plan", id, &row.body)?,
            text: store.text(&row.text_sha256).await?,
            document: store.reading_document(&row).await?,
            records: of_rows(&records)?,
        }))
    }

    /// A file that was read and not published, with what was passed over in it.
    pub(crate) fn unpublished(publication: &Publication<'_>) -> Result<Self, StoreError> {
        let (plan, rows) = publication.unpublished()?;
        let reading = publication.reading;
        let records = Records { passed: passed_over::list(reading), ..of_rows(&rows)? };
        Ok(Self { plan, text: reading.text.clone(), document: reading.document.clone(), records })
    }

    /// The text laid out.
    pub fn lay_out(&self, query: Option<&crate::search::Query>, lang: Language) -> ReaderDocument {
        let matter = Matter {
            plan: &self.plan,
            text: &self.text,
            document: &self.document,
            records: &self.records,
            lang,
        };
        lay_out(&matter, query)
    }
}
