//! What of an indicator can be set side by side, plan by plan, and what cannot?

use serde::{Deserialize, Serialize};

use super::record::{Comparator, Level};

/// What plans state of an indicator, and of those that look like it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// Catalogue id of the indicator.
    pub indicator: String,
    /// Its name in the language asked for.
    pub name: String,
    /// Unit that all comparable rows are counted in.
    pub unit: String,
    /// Level that all comparable rows hold for: the one that most of them state; null where most state none.
    pub level: Option<Level>,
    /// One row for each plan, year and level that something is stated for.
    pub rows: Vec<ComparisonRow>,
}

/// What one plan states for one year and level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ComparisonRow {
    /// The plan.
    pub plan_id: String,
    /// Name of the province of then.
    pub province: Option<String>,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// Catalogue id of what is measured: the indicator asked for, or one that looks like it.
    pub indicator: String,
    /// Year that the numbers hold for.
    pub year: Option<i32>,
    /// Level of administration that they hold for.
    pub level: Option<Level>,
    /// Unit that they are counted in.
    pub unit: Option<String>,
    /// Numbers promised; more than one only where the plan states several.
    pub targets: Vec<Stated>,
    /// Results reported; more than one only where the plan states several.
    pub actuals: Vec<Stated>,
    /// Whether the row may be set beside the other comparable rows.
    pub comparable: bool,
    /// Why not; null where it may.
    pub reason: Option<Incomparable>,
    /// Why not, in Vietnamese.
    pub reason_vi: Option<String>,
    /// Why not, in English.
    pub reason_en: Option<String>,
}

/// One number as a record states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Stated {
    /// Id of the record.
    pub record: String,
    /// How the number is meant; null where only a verdict is stated.
    pub comparator: Option<Comparator>,
    /// The number; null where only a verdict is stated.
    pub value: Option<f64>,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// The exact words that state it.
    pub quote: String,
    /// How a person cites the place.
    pub address: String,
}

/// Why a row is not set beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Incomparable {
    /// It measures something else that looks alike: another share, or the share of another whole.
    OtherIndicator,
    /// It counts in another unit.
    OtherUnit,
    /// It does not say what it counts.
    UnitNotStated,
    /// It holds for another level of administration.
    OtherLevel,
    /// It does not say which year it holds for.
    YearNotStated,
    /// No number is stated, only a verdict.
    NoNumber,
    /// The plan states several numbers for the same year and level.
    SeveralNumbers,
}
