//! What is asked of the index?

use super::{
    best::{Fold, Order},
    condition::Condition,
};

/// What is asked of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The words as typed.
    pub typed: String,
    /// Filters beside the words; all must hold.
    pub conditions: Vec<Condition>,
    /// Only texts of these same words.
    pub family: Option<u64>,
    /// Whether each kind is a list of its own.
    pub by_kind: bool,
    /// Whether values to filter by are counted.
    pub facets: bool,
    /// Which hits stand for one another.
    pub fold: Fold,
    /// Whether hits that hold only a part follow, where few hold everything.
    pub partial: bool,
    /// The order of hits.
    pub order: Order,
    /// Hits to pass over, of each list.
    pub offset: usize,
    /// Hits to show, of each list.
    pub limit: usize,
}
