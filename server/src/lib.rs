//! How do published files become answers? Store, index, portal, API and pages.

pub mod portal;
pub mod search;
pub mod store;
