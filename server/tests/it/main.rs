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
mod kept;
mod made_up;
mod mcp;
mod operations;
mod pages;
mod pictures;
mod queue;
mod reader;
mod relevance;
mod report;
mod report_mistake;
mod search;
mod serve;
mod standards;
mod store;
mod store_copy;
mod support;
