//! What does the list of totals say of itself?

use app::types::total::Total;

use super::noun::Noun;

impl Noun for Total {
    const SUMMARY: &'static str = "Totals stated";
    const DESCRIPTION: &'static str = "Totals that a document states, each with the sum of the rows it covers where they can be \
        told.";
}
