//! What has been worked out of the state of the store that is shown?

use app::types::{
    abbreviation::AbbreviationUse,
    agency::Agency,
    figures::Overview,
    filter::Filter,
    indicator::Indicator,
    law::Law,
    listing::{SpendingFigures, VerdictFigures},
};

use super::{
    english,
    kept::{Kept, KeptBy},
    named::Things,
    plan_names::PlanNames,
    provinces::Unit,
    whole::Whole,
};

/// Each is worked out once for a state of the store, by the file that is named like it.
#[derive(Debug, Default)]
pub(super) struct Worked {
    pub(super) overview: Kept<Overview>,
    pub(super) plan_names: Kept<PlanNames>,
    pub(super) provinces: Kept<Vec<Unit>>,
    pub(super) indicators: Kept<Things<Indicator>>,
    pub(super) agencies: Kept<Things<Agency>>,
    pub(super) laws: Kept<Things<Law>>,
    pub(super) abbreviations: Kept<Vec<AbbreviationUse>>,
    pub(super) wholes: KeptBy<Whole>,
    pub(super) money: KeptBy<SpendingFigures>,
    pub(super) verdicts: KeptBy<VerdictFigures>,
}

/// What asks for a whole filtered list: the same for each of its pages, orders and choices of fields.
pub(super) fn question(noun: &str, filter: &Filter) -> String {
    // Vietnamese unless English is asked for: to say so changes nothing.
    let lang = filter.lang.clone().filter(|lang| english(Some(lang)));
    let whole = Filter { limit: None, cursor: None, sort: None, fields: None, lang, ..filter.clone() };
    format!("{noun} {whole:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_list_ask_the_same_and_other_filters_do_not() {
        let filter = Filter { year: Some(2020), ..Filter::default() };
        let next = Filter { cursor: Some("ab".into()), limit: Some(5), ..filter.clone() };
        assert_eq!(question("spending", &filter), question("spending", &next));
        assert_ne!(question("spending", &filter), question("targets", &filter));
        assert_ne!(question("spending", &filter), question("spending", &Filter::default()));
    }
}
