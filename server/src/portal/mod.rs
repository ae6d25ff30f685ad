//! What is the answer to each question, from store and index?

pub mod reader;
pub mod search;
pub mod suggest;
