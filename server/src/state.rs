//! What do all handlers share?

use std::sync::Arc;

use crate::{dataset::Dataset, kept::Kept, portal::ServerPortal, site::Site};

/// What handlers answer from. Cheap to clone.
#[derive(Clone)]
pub struct ServerState {
    /// Answers to every question.
    pub portal: ServerPortal,
    /// Pages that are rendered already.
    pub pages: Kept,
    /// The whole data set at the newest revisions.
    pub dataset: Dataset,
    /// Answers to searches that are made already.
    pub answers: Kept,
    /// Files of the site.
    pub site: Site,
    /// Which build answers: part of every `ETag`, so that a new build is seen at once.
    pub build: Arc<str>,
    /// Address that the portal is reached at from outside, without a slash at its end.
    pub public_url: Arc<str>,
}
