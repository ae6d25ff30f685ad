//! Which tables hold the store, and what does a row of each mean?

pub mod audit;
pub mod correction;
pub mod document;
pub mod meta;
pub mod plan;
pub mod queued;
pub mod reading;
pub mod record;
pub mod report;
pub mod text;
pub mod twin_place;
