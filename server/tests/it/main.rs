//! Does the server keep its promises, from file to answer?
//!
//! One binary for all integration tests: what is heavy is linked once.

mod api;
mod catalog;
mod cli;
mod dataset;
mod docs;
mod documentation;
mod follow;
mod ingest;
mod made_up;
mod mcp;
mod pages;
mod pictures;
mod reader;
mod relevance;
mod report;
mod report_mistake;
mod search;
mod serve;
mod standards;
mod store;
mod support;
