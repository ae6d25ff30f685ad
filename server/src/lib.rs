//! How do published files become answers? Store, index, portal, API and pages.

pub mod cli;
pub mod command;
pub mod config;
pub mod corpus;
pub mod ingest;
pub mod log;
pub mod portal;
pub mod search;
pub mod store;
