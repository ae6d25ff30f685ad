//! What does the list of citations say of itself?

use app::types::citation::Citation;

use super::noun::Noun;

impl Noun for Citation {
    const SUMMARY: &'static str = "Legal documents cited";
    const DESCRIPTION: &'static str = "One record for each legal document cited by number.";
}
