//! What does the list of objectives say of itself?

use app::types::objective::Objective;

use super::noun::Noun;

impl Noun for Objective {
    const SUMMARY: &'static str = "Goals in words";
    const DESCRIPTION: &'static str =
        "What a plan wants to reach, in its own words. Numbers promised are targets.";
}
