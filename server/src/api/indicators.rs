//! What does the list of indicators say of itself?

use app::types::indicator::Indicator;

use super::noun::Noun;

impl Noun for Indicator {
    const SUMMARY: &'static str = "What plans count, whatever words they count it in";
    const DESCRIPTION: &'static str = "The catalogue's indicators, those that most plans state first; `targets`, `progress`, \
        `plans` and `provinces` count what the filter leaves. With a filter by plan, province or year only \
        those that its plans state.";
    const IS_RECORD: bool = false;
}
