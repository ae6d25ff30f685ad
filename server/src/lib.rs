//! How do published files become answers? Store, index, portal, API and pages.

mod api;
pub mod cli;
pub mod command;
mod conditional;
pub mod config;
pub mod corpus;
pub mod dataset;
mod headers;
mod hex;
pub mod ingest;
pub mod kept;
pub mod log;
mod mcp;
mod opensearch;
pub mod operations;
mod packed;
pub mod pages;
mod pictures;
pub mod portal;
pub mod search;
pub mod serve;
pub mod site;
pub mod state;
pub mod store;
