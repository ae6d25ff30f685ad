//! Does the crate keep its promises on whole documents?
#![allow(clippy::disallowed_methods, reason = "tests read files; the library does not")]

mod corpus;
mod encodings;
mod evidence;
mod faults;
mod formats;
mod fuzz;
mod gold;
mod letterheads;
mod metamorphic;
mod passed_over;
mod provenance;
mod purity;
mod unseen;
