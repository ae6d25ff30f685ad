//! What shapes do the pages, the API and the files show?
//!
//! The public shapes of the data, apart from the reader's types and the store's
//! rows. Field names are the vocabulary of the API and of every CSV; a value
//! that the document does not state is `None`, never empty or zero.

pub mod abbreviation;
pub mod agency;
pub mod check;
pub mod citation;
pub mod comparison;
pub mod figures;
pub mod filter;
pub mod indicator;
pub mod law;
pub mod listing;
pub mod objective;
pub mod operation;
pub mod plan;
pub mod progress;
pub mod province;
pub mod reader;
pub mod record;
pub mod search;
pub mod spending;
pub mod target;
pub mod total;
