//! Which known indicator does a number measure?
//!
//! The same thing is promised in many words ("DVCTT mức độ 4", "dịch vụ công thực
//! hiện ở mức độ 4"). An indicator gives it one id, so that provinces and years can
//! be compared. A statement that fits none has none.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{
    load,
    phrase::{Phrase, Vocabulary},
};
use crate::text::fold::words;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// One thing that plans count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its name in addresses; unique.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Unit it is counted in: "%", or what is counted.
    pub unit: String,
    /// Other words for what is counted.
    #[serde(default)]
    pub units: Vec<String>,
    /// Which way is better.
    pub direction: Direction,
    /// Phrases that state it.
    pub patterns: Vec<String>,
    /// Phrases that, in the same statement, mean something else.
    #[serde(default)]
    pub negatives: Vec<String>,
    /// Statements that it must be found in.
    pub examples: Vec<String>,
    /// Statements that it must not be found in.
    #[serde(default)]
    pub counterexamples: Vec<String>,
    /// Look-alikes that it must not be compared with.
    #[serde(default)]
    pub unlike: Vec<Unlike>,
}

/// An indicator that looks like another, and why the two are not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unlike {
    /// Id of the look-alike.
    pub id: String,
    /// Why not, in Vietnamese.
    pub why_vi: String,
    /// Why not, in English.
    pub why_en: String,
}

impl Indicator {
    /// Whether it is counted in this unit; a share is never counted, nor the reverse.
    pub fn is_counted_in(&self, unit: &str) -> bool {
        is_unit_of(units(self).as_deref(), unit_words(unit).as_deref())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    abbreviations: BTreeMap<String, String>,
    indicators: Vec<Indicator>,
}

struct Matcher {
    /// Words of each unit it is counted in; `None` of a share.
    units: Option<Vec<Vec<String>>>,
    patterns: Vec<Phrase>,
    negatives: Vec<Phrase>,
}

struct Catalog {
    vocabulary: Vocabulary,
    indicators: Vec<Indicator>,
    matchers: Vec<Matcher>,
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let file: File = load("indicators.json", include_str!("../../catalog/indicators.json"));
    let abbreviations = file.abbreviations.iter().map(|(short, long)| (short.as_str(), long.as_str()));
    let mut vocabulary = Vocabulary::new(abbreviations);
    let mut ready = |phrases: &[String]| phrases.iter().map(|phrase| vocabulary.phrase(phrase)).collect();
    let matchers = file
        .indicators
        .iter()
        .map(|i| Matcher { units: units(i), patterns: ready(&i.patterns), negatives: ready(&i.negatives) })
        .collect();
    Catalog { vocabulary, indicators: file.indicators, matchers }
});

fn units(indicator: &Indicator) -> Option<Vec<Vec<String>>> {
    let units = std::iter::once(&indicator.unit).chain(&indicator.units);
    (indicator.unit != "%").then(|| units.map(|unit| words(unit)).collect())
}

/// Words of a unit; none of a share.
fn unit_words(unit: &str) -> Option<Vec<String>> {
    (unit != "%").then(|| words(unit))
}

fn is_unit_of(known: Option<&[Vec<String>]>, said: Option<&[String]>) -> bool {
    match (known, said) {
        (Some(units), Some(said)) => {
            units.iter().any(|unit| said.starts_with(unit) || unit.starts_with(said))
        }
        (known, said) => known.is_none() && said.is_none(),
    }
}

/// Every indicator.
pub fn all() -> &'static [Indicator] {
    &CATALOG.indicators
}

/// The indicator with this id.
pub fn by_id(id: &str) -> Option<&'static Indicator> {
    CATALOG.indicators.iter().find(|i| i.id == id)
}

/// Why two indicators that look alike are not compared, if they are known not to be one.
pub fn unlike(a: &str, b: &str) -> Option<&'static Unlike> {
    let stated = |a: &str, b: &str| by_id(a)?.unlike.iter().find(|other| other.id == b);
    stated(a, b).or_else(|| stated(b, a))
}

/// The indicator that a statement (one number's own words) speaks of, with its unit
/// if it has one: what is counted in another unit is another thing.
/// Of several, the one whose pattern says most.
pub fn find(statement: &str, unit: Option<&str>) -> Option<&'static Indicator> {
    let said = CATALOG.vocabulary.spoken(statement);
    let unit = unit.map(unit_words);
    let fits = |matcher: &Matcher| {
        unit.as_ref().is_none_or(|unit| is_unit_of(matcher.units.as_deref(), unit.as_deref()))
    };
    let mut best: Option<(usize, &'static Indicator)> = None;
    for (indicator, matcher) in CATALOG.indicators.iter().zip(&CATALOG.matchers) {
        if !fits(matcher) || matcher.negatives.iter().any(|n| n.is_in(&said)) {
            continue;
        }
        let weight = matcher.patterns.iter().filter(|p| p.is_in(&said)).map(Phrase::weight).max();
        if weight.is_some_and(|weight| best.is_none_or(|(most, _)| weight > most)) {
            best = weight.map(|weight| (weight, indicator));
        }
    }
    best.map(|(_, indicator)| indicator)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique() {
        let ids: BTreeSet<_> = all().iter().map(|i| &i.id).collect();
        assert_eq!(ids.len(), all().len());
    }

    #[test]
    fn every_indicator_is_found_in_its_examples() {
        for indicator in all() {
            assert!(!indicator.examples.is_empty(), "{} has no example", indicator.id);
            for example in &indicator.examples {
                let found = find(example, Some(&indicator.unit)).map(|i| i.id.as_str());
                assert_eq!(found, Some(indicator.id.as_str()), "in: {example}");
            }
        }
    }

    #[test]
    fn no_indicator_is_found_in_its_counterexamples() {
        for indicator in all() {
            for example in &indicator.counterexamples {
                assert_ne!(find(example, None).map(|i| &i.id), Some(&indicator.id), "in: {example}");
            }
        }
    }

    #[test]
    fn every_pattern_says_at_least_two_words() {
        for (indicator, matcher) in all().iter().zip(&CATALOG.matchers) {
            assert!(matcher.patterns.iter().all(|p| p.weight() > 1), "{}", indicator.id);
        }
    }

    #[test]
    fn a_share_is_no_count() {
        assert_eq!(find("cấp 5.146 hộp thư", Some("%")), None);
        assert_eq!(
            find("cấp 5.146 hộp thư", Some("hộp thư")).map(|i| i.id.as_str()),
            Some("mailboxes-issued")
        );
    }

    #[test]
    fn what_is_counted_in_another_unit_is_another_thing() {
        let id = |words, unit| find(words, Some(unit)).map(|i| i.id.as_str());
        assert_eq!(id("mở lớp đào tạo cho cán bộ", "lớp"), Some("it-classes-held"));
        assert_eq!(id("mở lớp đào tạo cho cán bộ", "người"), Some("people-trained"));
        assert_eq!(id("cấp chứng thư số cho các cơ quan", "cơ quan"), None);
    }

    #[test]
    fn look_alikes_are_known_apart_with_a_reason() {
        let why = unlike("online-procedure-files-online", "procedure-files-online").expect("look-alikes");
        assert!(why.why_vi.contains("trên mọi hồ sơ") && why.why_en.contains("all files"));
        assert_eq!(unlike("procedure-files-online", "public-satisfaction"), None);
        for indicator in all() {
            for other in &indicator.unlike {
                let look_alike = by_id(&other.id).unwrap_or_else(|| panic!("{}: {}", indicator.id, other.id));
                let found = |example: &String| find(example, Some(&look_alike.unit)).map(|i| i.id.clone());
                assert_ne!(indicator.id, look_alike.id);
                assert!(look_alike.examples.iter().all(|e| found(e).as_ref() != Some(&indicator.id)));
            }
        }
    }

    #[test]
    fn what_is_unknown_has_no_indicator() {
        assert_eq!(find("trồng 500 ha rừng phòng hộ", None), None);
    }
}
