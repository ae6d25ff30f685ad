//! By what can what was found be narrowed down, and how many hits would stay?

use std::collections::BTreeMap;

use app::{
    format,
    i18n::Language,
    types::{
        listing::{Facet, FacetValue},
        search::SearchQuery,
    },
};
use plandoc::catalog::{agencies, funds, indicators, provinces};

use super::kind_message;
use crate::search::{AMOUNT_RANGES, Column, Counts, Interval, kind_of};

/// Values of a facet that are offered; the chosen one always is.
const FACET_VALUES: usize = 50;

/// Values to filter by, each with the hits that it would give, the other filters holding.
pub(super) fn facets(counts: &Counts, query: &SearchQuery, lang: Language) -> Vec<Facet> {
    let facets = Column::ALL.into_iter().filter(|column| *column != Column::Plan).map(|column| {
        let chosen = query.get(column.name());
        match column {
            Column::Year => {
                let years = counts.years.iter().map(|(year, count)| (year.to_string(), *count)).collect();
                facet(column, &years, chosen, lang)
            }
            Column::Amount => amounts(counts, chosen, lang),
            _ => facet(column, counts.words.get(&column).unwrap_or(&BTreeMap::new()), chosen, lang),
        }
    });
    facets.filter(|facet| !facet.values.is_empty()).collect()
}

fn facet(column: Column, counts: &BTreeMap<String, u64>, chosen: Option<&str>, lang: Language) -> Facet {
    let none = chosen.filter(|value| !counts.contains_key(*value)).map(|value| (value, 0));
    let given = counts.iter().map(|(value, count)| (value.as_str(), *count)).chain(none);
    let mut values: Vec<FacetValue> = given
        .map(|(value, count)| FacetValue {
            value: value.to_owned(),
            label: label(column, value, lang).unwrap_or_else(|| value.to_owned()),
            count,
            chosen: chosen == Some(value),
        })
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    let mut kept = 0;
    values.retain(|value| {
        kept += 1;
        kept <= FACET_VALUES || value.chosen
    });
    Facet { parameter: column.name().to_owned(), values }
}

/// Ranges of money, the smallest first.
fn amounts(counts: &Counts, chosen: Option<&str>, lang: Language) -> Facet {
    let ranges = AMOUNT_RANGES.iter().zip(counts.amounts).map(|(range, count)| {
        let value = address(*range);
        let chosen = chosen == Some(value.as_str());
        FacetValue { label: range_label(*range, lang), value, count, chosen }
    });
    let values = ranges.filter(|value| value.count > 0 || value.chosen).collect();
    Facet { parameter: Column::Amount.name().to_owned(), values }
}

/// "1000000000..9999999999".
fn address(range: Interval) -> String {
    let end = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    format!("{}..{}", end(range.least), end(range.most))
}

fn range_label(range: Interval, lang: Language) -> String {
    // Ranges end one đồng below the next one's beginning, which is what people read.
    let (from, to) = (range.least, range.most.map(|most| most.saturating_add(1)));
    let money = |vnd| format::money(lang, vnd);
    match (from, to) {
        (None, Some(to)) => format!("< {}", money(to)),
        (Some(from), None) => format!("≥ {}", money(from)),
        (Some(from), Some(to)) => format!("{} – {}", money(from), money(to)),
        (None, None) => String::new(),
    }
}

/// What people read for a value.
pub(super) fn label(column: Column, value: &str, lang: Language) -> Option<String> {
    let choose = |vi: &str, en: &str| (if lang == Language::En { en } else { vi }).to_owned();
    match column {
        Column::Kind => kind_of(value).map(|kind| lang.t(kind_message(kind))),
        Column::Province | Column::ProvinceNow => provinces::by_slug(value).map(|unit| unit.name.clone()),
        Column::Agency => agencies::by_id(value).map(|agency| choose(&agency.name_vi, &agency.name_en)),
        Column::Fund => {
            funds::all().find(|fund| fund.id == value).map(|fund| choose(&fund.name_vi, &fund.name_en))
        }
        Column::Indicator => {
            indicators::by_id(value).map(|indicator| choose(&indicator.name_vi, &indicator.name_en))
        }
        Column::Status => Some(lang.t(&format!("status-{value}"))),
        Column::Plan | Column::Area | Column::Year | Column::Amount => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_value_is_offered_even_when_it_gives_nothing() {
        let counts = BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 5)]);
        let facet = facet(Column::Area, &counts, Some("c"), Language::Vi);
        let shown: Vec<(&str, u64, bool)> =
            facet.values.iter().map(|value| (value.value.as_str(), value.count, value.chosen)).collect();
        assert_eq!(shown, [("b", 5, false), ("a", 2, false), ("c", 0, true)]);
    }

    #[test]
    fn ranges_of_money_stand_in_addresses_as_filters_take_them() {
        let counts = Counts { amounts: [1, 0, 2, 0, 3], ..Counts::default() };
        let values: Vec<String> =
            amounts(&counts, None, Language::Vi).values.into_iter().map(|v| v.value).collect();
        assert_eq!(values, ["..99999999", "1000000000..9999999999", "100000000000.."]);
    }
}
