//! Does the server keep its promises, from file to answer?
//!
//! One binary for all integration tests: what is heavy is linked once.

mod store;
mod support;
