//! Which legal documents does the plan cite?

use serde::{Deserialize, Serialize};

use super::{Provenance, ReadContext};

/// One legal document cited by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Quote, place, evidence.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Number without spaces: "43/2011/NĐ-CP".
    pub number: String,
    /// Type as printed: "Nghị định".
    pub doc_type: Option<String>,
    /// ISO date.
    pub issued_on: Option<String>,
    /// Issuer as printed.
    pub issuer: Option<String>,
    /// What it is about, as printed.
    pub title: Option<String>,
}

/// Reads the legal documents cited by number.
pub fn read(context: &ReadContext) -> Vec<Citation> {
    let _ = context;
    Vec::new()
}
