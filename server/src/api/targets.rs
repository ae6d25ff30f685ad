//! What does the list of targets say of itself?

use app::types::target::Target;

use super::noun::Noun;

impl Noun for Target {
    const SUMMARY: &'static str = "Numbers promised";
    const DESCRIPTION: &'static str = "One record for each number promised. `status` is the verdict of the latest outcome that \
        a later document reports, else `not_reported`.";
}
