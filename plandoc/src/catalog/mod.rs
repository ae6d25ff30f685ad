//! What does plandoc know before it reads: provinces, agencies, indicators, funds, kinds of documents,
//! abbreviations?
//!
//! The facts stand in `plandoc/catalog/*.json`, where people who do not program
//! can add to them (`plandoc/catalog/README.md` says how); they are compiled in.

pub mod abbreviations;
pub mod agencies;
pub mod document_types;
pub mod funds;
pub mod indicators;
mod phrase;
pub mod provinces;

use serde::de::DeserializeOwned;

/// The entries of a catalogue file. The files are part of the program, and a test
/// loads each of them, so that a broken one never gets this far.
fn load<T: DeserializeOwned>(file: &str, json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("plandoc/catalog/{file}: {error}"))
}
