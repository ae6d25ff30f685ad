//! What can go wrong when the portal is asked, and which HTTP status is it?

use serde::{Deserialize, Serialize};

/// One parameter that cannot be taken as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ParameterFault {
    /// Its name.
    pub parameter: String,
    /// What is wrong with it.
    pub detail: String,
    /// Values it may have, or their form.
    pub allowed: Vec<String>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PortalError {
    /// There is no such thing, and never was.
    #[error("no {noun} \"{id}\"")]
    NotFound {
        /// "plan", "record", "province", "page".
        noun: String,
        /// What was asked for.
        id: String,
        /// Ids that look alike.
        near: Vec<String>,
    },
    /// It was there and was withdrawn.
    #[error("the {noun} \"{id}\" was withdrawn: {reason}")]
    Gone {
        /// Kind of thing.
        noun: String,
        /// What was asked for.
        id: String,
        /// Why.
        reason: String,
    },
    /// Parameters that cannot be taken.
    #[error("{}", faults.iter().map(|f| format!("{}: {}", f.parameter, f.detail)).collect::<Vec<_>>().join("; "))]
    BadParameter {
        /// One for each.
        faults: Vec<ParameterFault>,
    },
    /// We failed; the log says more.
    #[error("the portal could not answer ({what}); the fault is ours, try again later")]
    Failed {
        /// Which part failed, without secrets.
        what: String,
    },
}

impl PortalError {
    /// The HTTP status; the one place where it is decided.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound { .. } => 404,
            Self::Gone { .. } => 410,
            Self::BadParameter { .. } => 400,
            Self::Failed { .. } => 500,
        }
    }
}
