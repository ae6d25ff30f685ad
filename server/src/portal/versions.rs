//! What did a plan say in the files that were published before this one?

use app::{
    error::PortalError,
    i18n::Language,
    portal::Answer,
    types::plan::{EarlierPlan, PlanVersion, PublishedFile},
};

use super::{
    ServerPortal,
    list::{failed, shape},
    plans,
    reader::reader_at,
};
use crate::store::Version;

/// The files of a plan, the newest first.
pub(super) async fn versions(portal: &ServerPortal, id: &str) -> Answer<Vec<PlanVersion>> {
    Ok(stored(portal, id)
        .await?
        .into_iter()
        .enumerate()
        .map(|(place, version)| public(place, version))
        .collect())
}

/// The plan as one of them stated it, at the last moment that it was shown.
pub(super) async fn earlier(
    portal: &ServerPortal,
    id: &str,
    version: u32,
    q: Option<&str>,
    lang: Language,
) -> Answer<EarlierPlan> {
    let version = one(portal, id, version).await?;
    let revision = version.last_revision(portal.shown());
    let reader = reader_at(portal, revision, id, q, lang).await?;
    Ok(EarlierPlan { plan: shape(&version.row.body)?, reader })
}

/// The file of a version, byte for byte.
pub(super) async fn document(portal: &ServerPortal, id: &str, version: u32) -> Answer<PublishedFile> {
    let row = one(portal, id, version).await?.row;
    let bytes = portal.store().document(&row.sha256).await.map_err(|error| failed("a document", &error))?;
    Ok(PublishedFile { name: row.source_file, media_type: row.media_type, sha256: row.sha256, bytes })
}

async fn one(portal: &ServerPortal, id: &str, version: u32) -> Answer<Version> {
    let found = stored(portal, id).await?.into_iter();
    found.into_iter().find(|known| u32::try_from(known.row.version) == Ok(version)).ok_or_else(|| {
        PortalError::NotFound {
            noun: "plan".to_owned(),
            id: format!("{id}?version={version}"),
            near: vec![id.to_owned()],
        }
    })
}

async fn stored(portal: &ServerPortal, id: &str) -> Answer<Vec<Version>> {
    // The plan's own answer to an unknown id names those that look alike.
    let plan = plans::plan(portal, id).await?;
    portal
        .store()
        .versions(portal.shown(), &plan.id)
        .await
        .map_err(|error| failed("a plan's versions", &error))
}

fn public(place: usize, version: Version) -> PlanVersion {
    PlanVersion {
        version: u32::try_from(version.row.version).unwrap_or_default(),
        source_file: version.row.source_file,
        media_type: version.row.media_type,
        since: version.since.and_then(|at| at.get(..10).map(str::to_owned)),
        current: place == 0,
    }
}
