//! Which indicators, agencies and legal documents do plans name, and how often?
//!
//! No plan owns them: each is counted over the records that name it, under the plans that a filter leaves.

mod abbreviations;
mod agencies;
mod indicators;
mod laws;
mod listing;
mod plans;
mod uses;

use app::types::{abbreviation::AbbreviationUse, agency::Agency, indicator::Indicator, law::Law};

use super::kept::Kept;
use listing::Things;

pub(super) use self::{
    abbreviations::abbreviations,
    agencies::SPEC as AGENCIES,
    indicators::{SPEC as INDICATORS, direction},
    laws::SPEC as LAWS,
    listing::{Named, listed, one},
};

/// What is named, as of one state of the store.
#[derive(Debug, Default)]
pub(super) struct Names {
    indicators: Kept<Things<Indicator>>,
    agencies: Kept<Things<Agency>>,
    laws: Kept<Things<Law>>,
    abbreviations: Kept<Vec<AbbreviationUse>>,
}
