//! What does the list of provinces say of itself?

use app::types::province::Province;

use super::noun::Noun;

impl Noun for Province {
    const SUMMARY: &'static str = "Provinces of then and now";
    const DESCRIPTION: &'static str = "The 63 provinces and centrally run cities until 30 June 2025 and the 34 since; a \
        unit that lasted stands once. Those with plans come first. Plans stand under the unit of \
        then and under the unit of now.";
    const IS_RECORD: bool = false;
}
