//! Which province is meant, and where does it belong today?
//!
//! Provinces have merged, and names stay: "Cần Thơ" was one city until 30 June
//! 2025 and is a larger one since. So a name alone is not enough; a day is asked
//! with it. A former unit that shares its name with one of today has the year of
//! its beginning in its slug (`can-tho-2004`), one of today never has.

use std::{ops::Range, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::load;
use crate::text::{
    date::Date,
    fold::{word_ranges, words},
};

/// Whether a unit is a province or a city of the same rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProvinceKind {
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc Trung ương.
    City,
}

impl ProvinceKind {
    /// The words before its name: "tỉnh", "thành phố".
    pub fn title(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
        }
    }
}

/// One province or centrally run city, as it was from one day to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// General Statistics Office code of its time.
    pub code: String,
    /// Its name in addresses; unique.
    pub slug: String,
    /// Its name without "tỉnh" or "thành phố".
    pub name: String,
    /// Province or city.
    pub kind: ProvinceKind,
    /// Other ways its name is written.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// First day, or year if no more is known.
    pub valid_from: String,
    /// Last day; `None` while it lasts.
    #[serde(default)]
    pub valid_to: Option<String>,
    /// Slug of the unit it belongs to now; `None` while it lasts.
    #[serde(default)]
    pub now: Option<String>,
}

impl Province {
    /// The unit it belongs to today, itself if it lasts.
    pub fn now(&self) -> &Self {
        self.now.as_deref().and_then(by_slug).unwrap_or(self)
    }

    /// Whether it was in force on a day.
    pub fn in_force(&self, on: Date) -> bool {
        let begun = match Date::from_iso(&self.valid_from) {
            Some(first) => on >= first,
            None => self.valid_from.parse().is_ok_and(|first: i32| on.year() >= first),
        };
        let ended = self.valid_to.as_deref().and_then(Date::from_iso).is_some_and(|last| on > last);
        begun && !ended
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    units: Vec<Province>,
}

static UNITS: LazyLock<Vec<Province>> = LazyLock::new(|| {
    let File { units, .. } = load("provinces.json", include_str!("../../catalog/provinces.json"));
    units
});

/// Every unit, former ones and today's.
pub fn all() -> &'static [Province] {
    &UNITS
}

/// The units of today.
pub fn current() -> impl Iterator<Item = &'static Province> {
    UNITS.iter().filter(|u| u.now.is_none())
}

/// The units that have merged into another.
pub fn former() -> impl Iterator<Item = &'static Province> {
    UNITS.iter().filter(|u| u.now.is_some())
}

/// The unit with this slug.
pub fn by_slug(slug: &str) -> Option<&'static Province> {
    UNITS.iter().find(|u| u.slug == slug)
}

/// The unit that bore this name ("Sóc Trăng", any spelling) on that day.
pub fn by_name(name: &str, on: Date) -> Option<&'static Province> {
    let name = words(name);
    UNITS.iter().filter(|u| u.in_force(on)).find(|u| u.names().any(|n| words(n) == name))
}

/// A unit and the bytes of the text that name it, its title included.
pub type Found = (Range<usize>, &'static Province);

/// The first unit that a text names as one, after "tỉnh", "thành phố" or "TP".
///
/// "thành phố Sóc Trăng" is a town of the province and does not count: only a city
/// of the rank is named by "thành phố".
pub fn named_in(text: &str, on: Date) -> Option<Found> {
    let words = word_ranges(text);
    (0..words.len()).find_map(|at| {
        let (length, unit) = named_at(&words[at..], on)?;
        Some((words[at].0.start..words[at + length - 1].0.end, unit))
    })
}

/// The only unit whose name is one letter away from what a text names as one: a misprint.
pub fn nearly_named_in(text: &str, on: Date) -> Option<Found> {
    let words = word_ranges(text);
    (0..words.len()).find_map(|at| {
        let title = [&["tinh"][..], &["thanh", "pho"], &["tp"]].into_iter().find(|title| {
            words.len() > at + title.len()
                && title.iter().zip(&words[at..]).all(|(said, (_, word))| said == word)
        })?;
        let (length, unit) = misprinted(&words[at + title.len()..], on)?;
        Some((words[at].0.start..words[at + title.len() + length - 1].0.end, unit))
    })
}

/// Fewest letters of a word that one wrong letter leaves recognisable.
const RECOGNISABLE: usize = 3;

fn misprinted(text: &[Word], on: Date) -> Option<(usize, &'static Province)> {
    let in_force = UNITS.iter().filter(|u| u.in_force(on));
    let mut near = in_force.filter_map(|unit| {
        let name = words(&unit.name);
        let said = text.get(..name.len())?.iter().map(|(_, word)| word.as_str());
        let mut wrong = said.zip(&name).filter(|(said, word)| said != word);
        let (said, word) = wrong.next().filter(|_| name.len() > 1)?;
        let near = word.len() >= RECOGNISABLE && one_letter_apart(said, word);
        (near && wrong.next().is_none()).then_some((name.len(), unit))
    });
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// Whether two words differ in one letter: another, one too many or one too few.
pub fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest_of_long = &long[(same + 1).min(long.len())..];
    let rest_of_short = &short[same..];
    match long.len() - short.len() {
        0 => same < long.len() && rest_of_short.get(1..) == Some(rest_of_long),
        1 => rest_of_short == rest_of_long,
        _ => false,
    }
}

/// The unit whose bare name begins the text, as file names do; the longest name wins.
pub fn name_begins(text: &str, on: Date) -> Option<&'static Province> {
    begins(&word_ranges(text), on, |_| true).map(|(_, unit)| unit)
}

type Word = (Range<usize>, String);

/// The unit named by the first words, and how many words name it.
fn named_at(words: &[Word], on: Date) -> Option<(usize, &'static Province)> {
    let after = |title: &[&str], kind| {
        let said = words.get(..title.len())?.iter().map(|(_, word)| word.as_str());
        let (length, unit) =
            said.eq(title.iter().copied()).then(|| begins(&words[title.len()..], on, |k| k == kind))??;
        Some((title.len() + length, unit))
    };
    after(&["tinh"], ProvinceKind::Province)
        .or_else(|| after(&["thanh", "pho"], ProvinceKind::City))
        .or_else(|| after(&["tp"], ProvinceKind::City))
}

fn begins(
    text: &[Word],
    on: Date,
    kind: impl Fn(ProvinceKind) -> bool,
) -> Option<(usize, &'static Province)> {
    let starts =
        |name: &[String]| name.len() <= text.len() && name.iter().zip(text).all(|(n, (_, w))| n == w);
    let length = |u: &Province| {
        u.names().map(words).filter(|name| !name.is_empty() && starts(name)).map(|n| n.len()).max()
    };
    UNITS
        .iter()
        .filter(|u| kind(u.kind) && u.in_force(on))
        .filter_map(|u| Some((length(u)?, u)))
        .max_by_key(|(length, _)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Date {
        Date::from_iso(iso).expect("a date")
    }

    #[test]
    fn a_name_means_the_unit_of_its_day() {
        let slug = |on| by_name("Cần Thơ", day(on)).map(|u| u.slug.as_str());
        assert_eq!(slug("2020-05-01"), Some("can-tho-2004"));
        assert_eq!(slug("2025-06-30"), Some("can-tho-2004"));
        assert_eq!(slug("2025-07-01"), Some("can-tho"));
    }

    #[test]
    fn a_former_unit_leads_to_the_one_of_today() {
        let then = by_name("sóc trăng", day("2020-01-01")).expect("a unit");
        assert_eq!((then.slug.as_str(), then.now().slug.as_str()), ("soc-trang", "can-tho"));
        assert_eq!(then.now().now().slug, "can-tho");
        assert!(by_name("Sóc Trăng", day("2026-01-01")).is_none());
    }

    #[test]
    fn a_unit_is_not_found_before_it_began() {
        assert!(by_name("Hậu Giang", day("2003-12-31")).is_none());
        assert!(by_name("Khánh Hòa", day("1988-12-31")).is_none());
        assert!(by_name("Khánh Hòa", day("1989-01-01")).is_some());
    }

    #[test]
    fn names_are_found_after_their_title_in_any_spelling() {
        let slug = |text| named_in(text, day("2020-01-01")).map(|(_, u)| u.slug.as_str());
        assert_eq!(slug("CỦA ỦY BAN NHÂN DÂN TỈNH KHÁNH HOÀ"), Some("khanh-hoa-1989"));
        assert_eq!(slug("tỉnh Bà Rịa – Vũng Tàu năm 2020"), Some("ba-ria-vung-tau"));
        assert_eq!(slug("tại TP. Hồ Chí Minh"), Some("ho-chi-minh-1976"));
        assert_eq!(slug("tỉnh Đắc Lắc"), Some("dak-lak-2004"));
    }

    #[test]
    fn the_place_covers_title_and_name() {
        let text = "của tỉnh Hà Nam năm 2020";
        let (range, _) = named_in(text, day("2020-01-01")).expect("a unit");
        assert_eq!(&text[range], "tỉnh Hà Nam");
    }

    #[test]
    fn a_name_with_one_wrong_letter_is_known_if_only_one_is_near() {
        let slug = |text| nearly_named_in(text, day("2020-01-01")).map(|(_, u)| u.slug.as_str());
        assert_eq!(slug("ỦY BAN NHÂN DÂN TỈNH KON TUN"), Some("kon-tum"));
        assert_eq!(slug("tỉnh Khánh Hoàa năm 2020"), Some("khanh-hoa-1989"));
        assert_eq!(slug("tỉnh Quảng Nan"), Some("quang-nam"));
        assert_eq!(slug("tỉnh ta năm 2020"), None);
        assert_eq!(slug("tỉnh Kon Tum"), None, "no misprint");
        assert!(!one_letter_apart("an", "na"));
    }

    #[test]
    fn a_town_with_the_name_of_its_province_is_no_province() {
        assert!(named_in("UBND thành phố Sóc Trăng", day("2020-01-01")).is_none());
        assert!(named_in("tỉnh ta năm 2020", day("2020-01-01")).is_none());
    }

    #[test]
    fn every_slug_is_one_unit_and_every_now_exists() {
        let mut slugs: Vec<_> = all().iter().map(|u| &u.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), all().len());
        assert_eq!(current().count(), 34);
        for unit in former() {
            assert!(unit.now().now.is_none(), "{} leads to no unit of today", unit.slug);
            assert!(unit.valid_to.is_some(), "{} has no last day", unit.slug);
        }
    }

    #[test]
    fn sixty_three_units_were_in_force_before_the_reform() {
        assert_eq!(all().iter().filter(|u| u.in_force(day("2024-12-31"))).count(), 63);
        assert_eq!(all().iter().filter(|u| u.in_force(day("2025-07-01"))).count(), 34);
    }
}
