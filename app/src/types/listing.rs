//! What comes with one page of a list?

use serde::{Deserialize, Serialize};

use super::{
    figures::{GroupSum, SpendingSum, Verdicts},
    spending::AmountBasis,
};

/// One page of a filtered list, with what holds for the whole of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing<T> {
    /// The rows.
    pub records: Vec<T>,
    /// Rows in the whole filtered list.
    pub total: u64,
    /// Cursor of the next page; null on the last.
    pub next: Option<String>,
    /// Revision of the store that it shows.
    pub revision: u64,
    /// Values one can filter by, with the count each would give.
    pub facets: Vec<Facet>,
}

/// One column to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Facet {
    /// Name of the parameter: "province".
    pub parameter: String,
    /// Its values, most frequent first.
    pub values: Vec<FacetValue>,
}

/// One value to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct FacetValue {
    /// As the parameter takes it.
    pub value: String,
    /// What people read.
    pub label: String,
    /// Rows that have it, the other filters holding.
    pub count: u64,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What stands above the list of spending: money of the whole filtered list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendingFigures {
    /// One sum for each phase and basis; never mixed.
    pub sums: Vec<SpendingSum>,
    /// Basis of the planned money in the groups below: that of most planned rows; null for rows without one.
    pub group_basis: Option<AmountBasis>,
    /// Planned money by source.
    pub by_funding_source: Vec<GroupSum>,
    /// Planned money by lead agency.
    pub by_agency: Vec<GroupSum>,
    /// Planned money by area: the heading that its row stands under, numbers in front of it left out.
    pub by_area: Vec<GroupSum>,
    /// Planned money by year, the earliest first, then the rows without one.
    pub by_year: Vec<GroupSum>,
    /// Planned money by plan.
    pub by_plan: Vec<GroupSum>,
}

/// What stands above the lists of targets and progress.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictFigures {
    /// Stated by the documents.
    pub stated: Verdicts,
    /// Worked out by the portal.
    pub computed: Verdicts,
}
