//! What do plans mean by their abbreviations?

use serde::{Deserialize, Serialize};

/// One abbreviation with everything that plans say it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct AbbreviationUse {
    /// "CNTT".
    pub short: String,
    /// What it stands for, the wording of most plans first; several where plans differ.
    pub meanings: Vec<Meaning>,
}

/// One thing that an abbreviation stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Meaning {
    /// In the words of the plans.
    pub long: String,
    /// Ids of the plans that introduce it so.
    pub plan_ids: Vec<String>,
}
