//! How does the plan itself become a row?

use app::types::plan::{Plan, Warning};
use plandoc::Manifest;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, DatabaseTransaction, EntityTrait, IntoActiveModel, Set,
};

use super::{
    Publication, State, figures, reader_version,
    shape::{Ids, folded, province_name, word},
    version,
};
use crate::store::{StoreError, Stored, entities::plan};

/// The manifest as its column holds it; the id is no statement about the document.
pub(super) fn manifest_json(publication: &Publication<'_>) -> Stored<String> {
    let manifest = publication.manifest.cloned().unwrap_or_default();
    json(&Manifest { id: None, file: None, ..manifest }, publication.source_file)
}

/// Whether an editor's manifest states anything of the plan.
pub(super) fn is_described(row: &plan::Model) -> Stored<bool> {
    Ok(row.manifest != json(&Manifest::default(), &row.id)?)
}

fn json(manifest: &Manifest, plan: &str) -> Stored<String> {
    serde_json::to_string(manifest).map_err(|error| fault(plan, &error))
}

/// Closes the plan's row and opens the next.
pub(super) async fn replace(
    transaction: &DatabaseTransaction,
    state: &State<'_>,
    earlier: Option<plan::Model>,
    ids: &Ids,
    checks: usize,
    manifest: String,
) -> Stored<()> {
    let public = public(state, ids, checks);
    let row = plan::Model {
        row_id: 0,
        id: state.id.to_owned(),
        version: state.version,
        revision_from: state.revision,
        revision_to: None,
        reader_version: reader_version(),
        sha256: state.sha256.to_owned(),
        text_sha256: state.text_sha256.to_owned(),
        source_file: state.publication.source_file.to_owned(),
        media_type: state.publication.media_type.to_owned(),
        province_slug: public.province_slug.clone(),
        province_now_slug: public.province_now_slug.clone(),
        period_start: public.period_start,
        period_end: public.period_end,
        kind: word(&public.kind),
        number: public.number.clone(),
        issued_on: public.issued_on.clone(),
        title: public.title.clone(),
        planned_vnd: public.figures.planned.as_ref().map(|sum| sum.amount_vnd),
        spent_vnd: public.figures.spent.as_ref().map(|sum| sum.amount_vnd),
        folded: folded([
            public.title.as_deref(),
            public.number.as_deref(),
            public.issuer.as_deref(),
            public.province.as_deref(),
            public.province_now.as_deref(),
            Some(state.id),
        ]),
        manifest,
        body: serde_json::to_string(&public).map_err(|error| fault(state.id, &error))?,
    };
    reopen(transaction, earlier, row).await
}

/// The plan's row with another count of checks, since a plan published beside it shares words with it.
pub(super) async fn recount(
    transaction: &DatabaseTransaction,
    revision: i64,
    row: plan::Model,
    checks: usize,
) -> Stored<()> {
    let mut public: Plan = serde_json::from_str(&row.body).map_err(|error| StoreError::Damaged {
        what: "plan",
        id: row.id.clone(),
        detail: error.to_string(),
    })?;
    public.figures.checks = figures::count(checks);
    let body = serde_json::to_string(&public).map_err(|error| fault(&row.id, &error))?;
    let next = plan::Model { revision_from: revision, body, ..row.clone() };
    reopen(transaction, Some(row), next).await
}

async fn reopen(
    transaction: &DatabaseTransaction,
    earlier: Option<plan::Model>,
    row: plan::Model,
) -> Stored<()> {
    if let Some(earlier) = earlier {
        let mut closed = earlier.into_active_model();
        closed.revision_to = Set(Some(row.revision_from));
        closed.update(transaction).await?;
    }
    let mut opened = row.into_active_model().reset_all();
    opened.row_id = NotSet;
    plan::Entity::insert(opened).exec_without_returning(transaction).await?;
    Ok(())
}

/// The public shape.
pub(super) fn public(state: &State<'_>, ids: &Ids, checks: usize) -> Plan {
    let Publication { reading, manifest, source_file, media_type, .. } = state.publication;
    let plan = &reading.plan;
    Plan {
        id: state.id.to_owned(),
        title: plan.title.clone(),
        number: plan.number.clone(),
        issued_on: plan.issued_on.clone(),
        issuer: plan.issuer.clone(),
        province: plan.province.clone(),
        province_slug: plan.province_slug.clone(),
        province_code: plan.province_code.clone(),
        province_now: province_name(plan.province_now.as_deref()),
        province_now_slug: plan.province_now.clone(),
        kind: plan.kind.map(kind),
        period_start: plan.period_start,
        period_end: plan.period_end,
        signatory: plan.signatory.clone(),
        sections: plan.sections.clone(),
        source_file: (*source_file).to_owned(),
        sha256: state.sha256.to_owned(),
        text_sha256: state.text_sha256.to_owned(),
        media_type: (*media_type).to_owned(),
        source_url: manifest.and_then(|manifest| manifest.source_url.clone()),
        published_at: manifest.and_then(|manifest| manifest.published_at.clone()),
        glossary: plan.glossary.iter().map(abbreviation).collect(),
        warnings: reading.warnings.iter().map(warning).collect(),
        supplied: plan.supplied.clone(),
        version: version(state.version),
        figures: figures::of(reading, checks, ids),
    }
}

fn kind(kind: plandoc::records::plan::PlanKind) -> app::types::plan::PlanKind {
    use app::types::plan::PlanKind as Public;
    use plandoc::records::plan::PlanKind as Read;
    match kind {
        Read::Annual => Public::Annual,
        Read::MultiYear => Public::MultiYear,
        Read::ApprovalDecision => Public::ApprovalDecision,
    }
}

fn abbreviation(read: &plandoc::records::plan::Abbreviation) -> app::types::plan::Abbreviation {
    app::types::plan::Abbreviation {
        short: read.short.clone(),
        long: read.long.clone(),
        start: position(read.start),
        end: position(read.end),
    }
}

fn warning(read: &plandoc::Warning) -> Warning {
    Warning {
        kind: read.kind.clone(),
        message: read.message.clone(),
        range: read.range.map(|range| app::types::record::CharRange {
            start: position(range.start),
            end: position(range.end),
        }),
    }
}

fn position(position: usize) -> u64 {
    u64::try_from(position).unwrap_or(u64::MAX)
}

fn fault(plan: &str, error: &serde_json::Error) -> StoreError {
    StoreError::Reading { plan: plan.to_owned(), detail: error.to_string() }
}
