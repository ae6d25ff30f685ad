//! What does the list of plans say of itself?

use app::types::plan::Plan;

use super::noun::Noun;

impl Noun for Plan {
    const SUMMARY: &'static str = "Published plans";
    const DESCRIPTION: &'static str = "One record for each plan, the newest version of it, with counts and sums over its \
        records.";
    const IS_RECORD: bool = false;
}
