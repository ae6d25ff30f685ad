//! What does a province look like in public?

use serde::{Deserialize, Serialize};

/// A province or centrally run city, of then or of now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Province {
    /// Slug: "kien-giang"; dated for a former namesake of one of today's.
    pub slug: String,
    /// Name.
    pub name: String,
    /// General Statistics Office code.
    pub code: String,
    /// "province" or "city".
    pub kind: String,
    /// ISO date since which the unit exists as it is; null where the list does not say.
    pub valid_from: Option<String>,
    /// ISO date until which it existed; null for today's.
    pub valid_to: Option<String>,
    /// Slug of what it belongs to since 1 July 2025; its own for today's.
    pub now: String,
    /// Slugs of the former units that today's was made of.
    pub made_of: Vec<String>,
    /// Plans under this unit: of then by name, of now with those of its former units.
    pub plans: u64,
    /// Ids of those plans, newest first.
    pub plan_ids: Vec<String>,
    /// First year covered.
    pub year_first: Option<i32>,
    /// Last year covered.
    pub year_last: Option<i32>,
    /// Planned money of its plans, VND; null without any.
    pub planned_vnd: Option<i64>,
}
