//! What does a search find?

use app::types::search::{Fragment, HitKind};

use super::{count::Counts, entry::Shown, loosen::Looser};

/// One hit.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundHit {
    /// What is stored of it.
    pub shown: Shown,
    /// Its title with the words marked.
    pub title: Option<Vec<Fragment>>,
    /// Its words around what was found.
    pub snippet: Vec<Fragment>,
    /// Relevance.
    pub score: f32,
    /// The family of same words that it stands for, and how many others are of it; none
    /// where nothing is folded.
    pub family: Option<(u64, u64)>,
}

/// The hits of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundGroup {
    /// Which kind; none of a list of all kinds.
    pub kind: Option<HitKind>,
    /// All hits of it.
    pub total: u64,
    /// Money of all of them that belongs in plans' planned sums, VND; none where none has any.
    pub counted_vnd: Option<i64>,
    /// Those asked for.
    pub hits: Vec<FoundHit>,
    /// Whether there are more after them.
    pub more: bool,
}

/// Everything found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Lists with hits, in the order of kinds.
    pub groups: Vec<FoundGroup>,
    /// Hits that hold only a part of what is asked, as one list, where few hold everything.
    pub partial: Option<FoundGroup>,
    /// Values to filter by.
    pub counts: Counts,
    /// What was searched too: (side typed, side added).
    pub expansions: Vec<(String, String)>,
    /// A better spelling.
    pub did_you_mean: Option<String>,
    /// What was not understood.
    pub ignored: Vec<String>,
    /// Where nothing is found: searches that ask for less and find something.
    pub looser: Vec<Looser>,
    /// The store's revision shown.
    pub revision: u64,
}

impl Found {
    /// All hits of all kinds.
    pub fn total(&self) -> u64 {
        self.groups.iter().map(|group| group.total).sum()
    }
}
