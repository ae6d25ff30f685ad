//! What does a legal document that plans cite look like in public?

use serde::{Deserialize, Serialize};

/// One legal document, as the plans that cite it name it.
///
/// A number alone does not name a document: offices begin anew each year, and every province has its own. The year
/// is that of the citations; where one year is known, undated citations of the number are taken for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Law {
    /// Its name in addresses: number, year where a citation states it, province where an office of one issued it.
    pub id: String,
    /// Number without spaces: "43/2011/NĐ-CP".
    pub number: String,
    /// Type as most citations print it: "Nghị định".
    pub doc_type: Option<String>,
    /// ISO date as most citations print it.
    pub issued_on: Option<String>,
    /// Issuer as most citations print it.
    pub issuer: Option<String>,
    /// What it is about, as most citations print it.
    pub title: Option<String>,
    /// Slug of the province of then whose office issued it; null for those of the whole country.
    pub province_slug: Option<String>,
    /// Citations.
    pub citations: u64,
    /// Plans that cite it.
    pub plans: u64,
    /// Provinces of then whose plans cite it.
    pub provinces: u64,
    /// Ids of the citations.
    pub citation_ids: Vec<String>,
}
