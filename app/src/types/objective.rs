//! What does a goal in words look like in public?

use serde::{Deserialize, Serialize};

use super::record::Record;

/// How wide a goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Mục tiêu chung.
    General,
    /// Mục tiêu cụ thể.
    Specific,
}

/// One goal in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Objective {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// The goal's words.
    pub text: String,
    /// General or specific.
    pub scope: Scope,
    /// The sub-heading it stands under, as printed.
    pub area: Option<String>,
}
