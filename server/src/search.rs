//! How is what the plans say found?
//!
//! The index is a crate of its own; here it is kept up with the store.

mod follow;

pub use ::search::*;
pub use follow::{FollowError, catch_up, follow};
