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

pub(super) use self::{
    abbreviations::abbreviations,
    agencies::SPEC as AGENCIES,
    indicators::{SPEC as INDICATORS, direction},
    laws::SPEC as LAWS,
    listing::{Named, Things, listed, one},
};
