//! What do all handlers share?

use std::{sync::Arc, time::SystemTime};

use crate::{dataset::Dataset, kept::Kept, operations::Operations, portal::ServerPortal, site::Site};

/// What handlers answer from. Cheap to clone.
#[derive(Clone)]
pub struct ServerState {
    /// Answers to every question.
    pub portal: ServerPortal,
    /// The whole data set at the newest revisions.
    pub dataset: Dataset,
    /// Answers that are made already.
    pub kept: Kept,
    /// What those who run the server see and set.
    pub operations: Operations,
    /// Files of the site.
    pub site: Site,
    /// Which build answers: part of every `ETag`, so that a new build is seen at once.
    pub build: Arc<str>,
    /// When this server began: what it shows may look otherwise since then.
    pub started: SystemTime,
    /// Address that the portal is reached at from outside, without a slash at its end.
    pub public_url: Arc<str>,
}
