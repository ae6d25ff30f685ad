//! What does a promised number look like in public?

use serde::{Deserialize, Serialize};

use super::record::{Comparator, Level, Record};

/// A target's verdict: its latest outcome's, or that none is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TargetStatus {
    /// Đạt.
    Met,
    /// Đạt một phần.
    Partly,
    /// Chưa đạt.
    Missed,
    /// Không nêu.
    NotReported,
}

/// One number promised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Target {
    /// What every record carries.
    #[serde(flatten)]
    pub record: Record,
    /// What the number measures, in the document's words.
    pub label: String,
    /// Id of the objective it stands in.
    pub objective: Option<String>,
    /// Catalogue id that makes provinces and years comparable.
    pub indicator: Option<String>,
    /// How the number is meant.
    pub comparator: Comparator,
    /// The number, in `unit`.
    pub value: f64,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as counted: "%".
    pub unit: Option<String>,
    /// Year by which it is promised.
    pub due_year: Option<i32>,
    /// Day by which it is promised, ISO date.
    #[cfg_attr(feature = "ssr", schema(format = Date))]
    pub due_date: Option<String>,
    /// The one level of administration it holds for.
    pub level: Option<Level>,
    /// A milestone on the way to a later value.
    pub interim: bool,
    /// The sub-heading it stands under, as printed.
    pub area: Option<String>,
    /// Ids of the progress records that answer it.
    pub outcomes: Vec<String>,
    /// The latest outcome's verdict.
    pub status: TargetStatus,
}
