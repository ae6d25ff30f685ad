//! What does a visitor see, and in which shapes does data leave the portal?

pub mod error;
#[cfg(feature = "islands")]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod types;
