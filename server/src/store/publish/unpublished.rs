//! What would a file's plan and records look like in public, were they published?
//!
//! Ids are made of the list and the number in it ("targets-3"): only a store can give lasting ones.

use app::types::plan::Plan;

use super::{Outcome, PlanId, Publication, State, plan, records, sha256};
use crate::store::{Stored, entities::record};

impl Publication<'_> {
    /// The plan and the rows of its records, which no store holds.
    pub(crate) fn unpublished(&self) -> Stored<(Plan, Vec<record::Model>)> {
        let (PlanId::Named(id) | PlanId::Derived(id)) = &self.id;
        let state = State {
            id,
            publication: self,
            sha256: &sha256(self.bytes),
            text_sha256: &sha256(self.reading.text.as_bytes()),
            revision: 0,
            outcome: Outcome::New,
            version: 1,
        };
        let (ids, rows) = records::unpublished(&state)?;
        Ok((plan::public(&state, &ids, self.reading.checks.len()), rows))
    }
}
