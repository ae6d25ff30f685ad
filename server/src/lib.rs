//! How do published files become answers? Store, index, portal, API and pages.

pub mod store;
