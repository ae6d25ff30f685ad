//! What does a published plan say, number by number, and where?
//!
//! Pure: bytes in, a [`Reading`] out. No disk, network, clock or global state.
//! Documents are untrusted; reading is lenient: a value and complaints with
//! places, never a crash.

pub mod blocks;
pub mod catalog;
pub mod check;
pub mod decode;
pub mod glossary;
pub mod passed_over;
pub mod records;
pub mod span;
pub mod text;

mod anchors;
mod reading;

pub use reading::{Manifest, READER_VERSION, ReadError, ReadOptions, Reading, Warning, read};
