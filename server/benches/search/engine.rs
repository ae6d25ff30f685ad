//! What must an engine do to be measured?

use std::error::Error;

use super::queries::Asked;

/// A fault, with what it says of itself.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Something that answers searches.
pub(crate) trait Engine: Sync {
    /// How the report names it.
    fn name(&self) -> String;
    /// Whoever asks, with a connection of his own.
    fn session(&self) -> Outcome<Box<dyn Session>>;
    /// Processes that answer; none where this very process does.
    fn processes(&self) -> Vec<u32>;
}

/// One who asks, and waits for each answer.
pub(crate) trait Session: Send {
    /// Takes the whole answer: ten hits with snippets and the exact count of all.
    fn ask(&mut self, query: &Asked) -> Outcome<()>;
    /// The count that the last answer stated.
    fn found(&self) -> Outcome<u64>;
}
