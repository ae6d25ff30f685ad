//! What moves in the browser once WebAssembly has come?
//!
//! Three islands, each a comfort over a page that works without it: suggestions
//! while typing, filters without reload, the reader's linking. Their words come
//! as props, so that no catalogue of translations is sent to the browser.

#![expect(unreachable_pub, reason = "what JavaScript calls has to be `pub`, though no crate sees it")]

mod browser;
#[cfg(feature = "hydrate")]
mod hydrate;
mod linking;
mod live;
mod suggest;

pub use linking::ReaderLinking;
pub use live::LiveResults;
pub use suggest::{SearchBox, SuggestWords};
