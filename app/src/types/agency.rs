//! What does an agency look like in public?

use serde::{Deserialize, Serialize};

/// An agency that plans name, or a kind of agency that every province has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Agency {
    /// Catalogue id: "so-thong-tin-va-truyen-thong".
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// "national", "province", or "group" for several named at once.
    pub level: String,
    /// Year in which it became part of another; null while it lasts.
    pub until: Option<i32>,
    /// Id of the agency that does its work today; its own while it lasts.
    pub now: String,
    /// Ids of the agencies that became part of it.
    pub absorbed: Vec<String>,
    /// Tasks that it leads.
    pub spending: u64,
    /// Plans in which it leads a task.
    pub plans: u64,
    /// Provinces of then in whose plans it leads a task.
    pub provinces: u64,
}
