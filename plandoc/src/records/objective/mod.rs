//! Which goals does the plan state in words?

mod read;
#[cfg(test)]
mod tests;

pub(super) use self::read::{Setting, heading_text, settings};

use serde::{Deserialize, Serialize};

use super::{Provenance, ReadContext};

/// How wide a goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Mục tiêu chung, mục tiêu tổng quát.
    General,
    /// Mục tiêu cụ thể.
    Specific,
}

/// One goal in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The goal's words, list marker and layout removed.
    pub text: String,
    /// General or specific.
    pub scope: Scope,
    /// The sub-heading it stands under, as printed.
    pub area: Option<String>,
}

/// Reads the goals stated in words.
pub fn read(context: &ReadContext) -> Vec<Objective> {
    read::read(context)
}
