//! What does a cited legal document look like in public?

use serde::{Deserialize, Serialize};

use super::record::Record;

/// One legal document cited by number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Citation {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// Number without spaces: "43/2011/NĐ-CP".
    pub number: String,
    /// Type as printed: "Nghị định".
    pub doc_type: Option<String>,
    /// ISO date.
    #[cfg_attr(feature = "ssr", schema(format = Date))]
    pub issued_on: Option<String>,
    /// Issuer as printed.
    pub issuer: Option<String>,
    /// What it is about, as printed.
    pub title: Option<String>,
}
