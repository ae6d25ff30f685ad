//! What does an indicator look like in public?

use serde::{Deserialize, Serialize};

/// One thing that plans count, whatever words they count it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Indicator {
    /// Catalogue id: "procedure-files-online".
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Unit that it is counted in: "%", or what is counted.
    pub unit: String,
    /// "up" where more is better, "down" where less is.
    pub direction: String,
    /// Targets that promise it.
    pub targets: u64,
    /// Results that report it.
    pub progress: u64,
    /// Plans that state it.
    pub plans: u64,
    /// Provinces of then whose plans state it.
    pub provinces: u64,
    /// Indicators that look alike and are not compared with it.
    pub unlike: Vec<LookAlike>,
}

/// An indicator that looks like another, and why the two are not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct LookAlike {
    /// Its catalogue id.
    pub id: String,
    /// Why not, in Vietnamese.
    pub why_vi: String,
    /// Why not, in English.
    pub why_en: String,
}
