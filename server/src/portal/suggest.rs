//! What may someone want who is still typing?

use app::{
    error::{ParameterFault, PortalError},
    portal::Answer,
    types::search::Suggestion,
};

use crate::search::Search;

/// Most suggestions at a time.
pub const SUGGESTIONS_MAX: u32 = 20;

/// Suggestions for what was typed so far.
pub fn suggest(search: &Search, typed: &str, limit: u32) -> Answer<Vec<Suggestion>> {
    if !(1..=SUGGESTIONS_MAX).contains(&limit) {
        let fault = ParameterFault {
            parameter: "limit".to_owned(),
            detail: format!("{limit} lies outside 1 to {SUGGESTIONS_MAX}"),
            allowed: vec![format!("a whole number from 1 to {SUGGESTIONS_MAX}")],
        };
        return Err(PortalError::BadParameter { faults: vec![fault] });
    }
    Ok(search.suggest(typed, usize::try_from(limit).unwrap_or(usize::MAX)))
}
