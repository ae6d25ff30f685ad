//! Which agency is meant, however its name is printed?
//!
//! "Sở TTTT", "Sở TT&TT" and "Sở Thông tin truyền thông" are one agency. A record
//! keeps the words as printed; the id makes them one.

use std::{collections::HashMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{load, provinces};
use crate::text::fold::words;

/// How far an agency's power reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyLevel {
    /// The whole country.
    National,
    /// One province.
    Province,
    /// Several agencies named at once.
    Group,
}

/// One agency, or a kind of agency that every province has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its name in addresses; unique.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// How far it reaches.
    pub level: AgencyLevel,
    /// Other ways its name is printed.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The year in which it became part of another; `None` while it lasts.
    #[serde(default)]
    pub until: Option<i32>,
    /// Id of the agency that it became part of.
    #[serde(default)]
    pub now: Option<String>,
}

impl Agency {
    /// The agency that does its work today, itself if it lasts.
    pub fn now(&self) -> &Self {
        self.now.as_deref().and_then(by_id).unwrap_or(self)
    }

    /// The agencies that became part of it.
    pub fn absorbed(&self) -> impl Iterator<Item = &'static Self> {
        CATALOG.agencies.iter().filter(move |other| other.now.as_ref() == Some(&self.id))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "note")]
    _note: String,
    agencies: Vec<Agency>,
}

struct Catalog {
    agencies: Vec<Agency>,
    by_key: HashMap<String, usize>,
    /// The words of each province's name, by the last of them.
    provinces: HashMap<String, Vec<Vec<String>>>,
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let File { agencies, .. } = load("agencies.json", include_str!("../../catalog/agencies.json"));
    let names = |a: &Agency| std::iter::once(a.name_vi.clone()).chain(a.aliases.clone());
    let by_key = agencies
        .iter()
        .enumerate()
        .flat_map(|(at, a)| names(a).map(move |n| (key(&words(&n)), at)))
        .collect();
    let mut provinces: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for name in provinces::all().iter().map(|province| words(&province.name)) {
        let last = name.last().cloned().unwrap_or_default();
        provinces.entry(last).or_default().push(name);
    }
    Catalog { agencies, by_key, provinces }
});

/// Every agency.
pub fn all() -> &'static [Agency] {
    &CATALOG.agencies
}

/// The agency with this id.
pub fn by_id(id: &str) -> Option<&'static Agency> {
    CATALOG.agencies.iter().find(|a| a.id == id)
}

/// The agency that printed words name.
pub fn find(printed: &str) -> Option<&'static Agency> {
    of_words(&words(printed))
}

/// The last of some places between words of a text up to which it names an agency.
pub(crate) fn end_of_name(text: &str, ends: &[usize]) -> Option<usize> {
    let (mut said, mut from) = (Vec::new(), 0);
    let mut counts = Vec::with_capacity(ends.len());
    for &end in ends {
        said.extend(words(&text[from..end]));
        counts.push(said.len());
        from = end;
    }
    let said = Said::of(&said);
    let names = |(_, count): &(&usize, usize)| said.agency(*count).is_some();
    ends.iter().zip(counts).rev().find(names).map(|(end, _)| *end)
}

fn of_words(words: &[String]) -> Option<&'static Agency> {
    Said::of(words).agency(words.len())
}

/// Words that may name an agency, and what their spellings share.
struct Said<'w> {
    words: &'w [String],
    key: String,
    /// Bytes of the key that the first words make, by how many they are.
    lengths: Vec<usize>,
}

impl<'w> Said<'w> {
    fn of(words: &'w [String]) -> Self {
        let (mut key, mut lengths) = (String::new(), vec![0]);
        for word in words {
            if word != LINK {
                key.push_str(word);
            }
            lengths.push(key.len());
        }
        Self { words, key, lengths }
    }

    /// The agency that the first so many words name.
    fn agency(&self, count: usize) -> Option<&'static Agency> {
        let words = &self.words[..count];
        let bare = without_province(words);
        let without_title =
            bare.split_last().filter(|(last, _)| *last == "tinh").map_or(bare, |(_, rest)| rest);
        let named = |words: &[String]| CATALOG.by_key.get(&self.key[..self.lengths[words.len()]]);
        let found = named(words).or_else(|| named(bare)).or_else(|| named(without_title));
        found.map(|&at| &CATALOG.agencies[at])
    }
}

/// A word that some spellings of a name leave out.
const LINK: &str = "va";

/// What all spellings of a name share: its letters, without "và".
fn key(words: &[String]) -> String {
    words.iter().filter(|w| *w != LINK).map(String::as_str).collect()
}

/// The words without a province's name at their end; "tỉnh" before it stays.
fn without_province(all: &[String]) -> &[String] {
    let alike = all.last().and_then(|last| CATALOG.provinces.get(last));
    alike
        .into_iter()
        .flatten()
        .find_map(|name| all.strip_suffix(name.as_slice()).filter(|rest| rest.len() > 1))
        .unwrap_or(all)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn id(printed: &str) -> Option<&'static str> {
        find(printed).map(|a| a.id.as_str())
    }

    #[test]
    fn ids_and_spellings_are_unique() {
        assert_eq!(all().iter().map(|a| &a.id).collect::<BTreeSet<_>>().len(), all().len());
        let mut seen = BTreeMap::new();
        for agency in all() {
            for name in std::iter::once(&agency.name_vi).chain(&agency.aliases) {
                if let Some(other) = seen.insert(key(&words(name)), &agency.id) {
                    assert_eq!(other, &agency.id, "both are called {name}");
                }
            }
        }
    }

    #[test]
    fn every_agency_is_found_by_each_of_its_names() {
        for agency in all() {
            for name in std::iter::once(&agency.name_vi).chain(&agency.aliases) {
                assert_eq!(id(name), Some(agency.id.as_str()), "by: {name}");
            }
        }
    }

    #[test]
    fn spellings_of_one_agency_give_one_id() {
        for printed in
            ["Sở TTTT", "Sở TT&TT", "Sở Thông tin truyền thông", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở TT&T T"]
        {
            assert_eq!(id(printed), Some("so-thong-tin-va-truyen-thong"), "{printed}");
        }
        assert_eq!(id("VP.UBND tỉnh"), Some("van-phong-uy-ban-nhan-dan-tinh"));
    }

    #[test]
    fn a_former_agency_leads_to_the_one_of_today() {
        let now = |id| by_id(id).map(|agency| agency.now().id.as_str());
        assert_eq!(now("so-thong-tin-va-truyen-thong"), Some("so-khoa-hoc-va-cong-nghe"));
        assert_eq!(now("so-ke-hoach-va-dau-tu"), Some("so-tai-chinh"));
        assert_eq!(now("so-noi-vu"), Some("so-noi-vu"));
        let absorbed: Vec<_> =
            by_id("so-nong-nghiep-va-moi-truong").expect("it").absorbed().map(|a| a.id.as_str()).collect();
        assert_eq!(absorbed, ["so-nong-nghiep-va-phat-trien-nong-thon", "so-tai-nguyen-va-moi-truong"]);
    }

    #[test]
    fn what_an_agency_became_is_known_and_lasts() {
        for agency in all() {
            assert_eq!(agency.until.is_some(), agency.now.is_some(), "{}", agency.id);
            if let Some(now) = &agency.now {
                let heir = by_id(now).unwrap_or_else(|| panic!("{}: no agency {now}", agency.id));
                assert!(heir.now.is_none() && heir.level == agency.level, "{} leads to {now}", agency.id);
            }
        }
    }

    #[test]
    fn a_province_at_the_end_does_not_matter() {
        assert_eq!(id("Sở Nội vụ tỉnh Hà Giang"), Some("so-noi-vu"));
        assert_eq!(id("Tỉnh đoàn Bắc Kạn"), Some("tinh-doan"));
        assert_eq!(id("UBND tỉnh Yên Bái"), Some("uy-ban-nhan-dan-tinh"));
    }

    #[test]
    fn what_is_unknown_is_none() {
        assert_eq!(id("Hợp tác xã Bình Minh"), None);
        assert_eq!(id("Sở TTTT; Tỉnh đoàn"), None);
        assert_eq!(id(""), None);
    }
}
