//! What does the list of agencies say of itself?

use app::types::agency::Agency;

use super::noun::Noun;

impl Noun for Agency {
    const SUMMARY: &'static str = "Agencies that lead tasks";
    const DESCRIPTION: &'static str = "The catalogue's agencies, those that lead most tasks first; a province's departments \
        stand once for all provinces. `now` is who does the work today. With a filter by plan, province or year \
        only those that lead a task there.";
    const IS_RECORD: bool = false;
}
