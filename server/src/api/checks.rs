//! What does the list of checks say of itself?

use app::types::check::Check;

use super::noun::Noun;

impl Noun for Check {
    const SUMMARY: &'static str = "What the portal verified";
    const DESCRIPTION: &'static str = "Totals against rows, rates against numbers, wholes against parts, dates in order, words \
        that stand twice. What differs comes first.";
}
