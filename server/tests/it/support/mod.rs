//! What do the tests stand on: engines, readings, data folders?

pub(crate) mod corpus;
pub(crate) mod engine;
pub(crate) mod portal;
pub(crate) mod postgres;
pub(crate) mod program;
pub(crate) mod reading;
pub(crate) mod served;

/// The revision that shows what is current.
pub(crate) const NOW: u64 = u64::MAX;
