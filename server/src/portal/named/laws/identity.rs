//! Which citations mean one legal document?

use std::collections::BTreeMap;

use app::types::law::Law;
use plandoc::text::fold::slug;
use serde::Deserialize;

/// What offices of a province write behind their numbers; those of the whole country write other things.
const LOCAL: [&str; 5] = ["UBND", "HĐND", "TU", "HU", "TP"];

/// What a citation says of the document: a part of it that is quick to read, for there are many.
#[derive(Debug, Deserialize)]
pub(super) struct Citing {
    id: String,
    number: String,
    province_slug: Option<String>,
    doc_type: Option<String>,
    issued_on: Option<String>,
    issuer: Option<String>,
    title: Option<String>,
}

/// What tells one document from others of its number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LawKey {
    number: String,
    /// Province of then whose office issued it.
    province: Option<String>,
    /// Year of issue, where the number does not hold it.
    year: Option<String>,
}

impl LawKey {
    /// The document that a citation names.
    pub(super) fn of(citation: &Citing) -> Self {
        let number = citation.number.clone();
        let year = citation.issued_on.as_ref().and_then(|date| date.get(..4)).map(str::to_owned);
        Self {
            // An office of a province is cited by its own province's plans.
            province: citation.province_slug.clone().filter(|_| is_local(&number)),
            year: year.filter(|_| !holds_year(&number)),
            number,
        }
    }

    fn id(&self) -> String {
        let parts = [Some(slug(&self.number)), self.province.clone(), self.year.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("-")
    }
}

/// Whether an office of a province gave the number: "65/KH-UBND", "07-NQ/TU".
fn is_local(number: &str) -> bool {
    let symbols = number.split(['/', '-']).skip(1);
    symbols.into_iter().any(|symbol| LOCAL.contains(&symbol) || is_department(symbol))
}

/// "STTTT", "SNV": a department of a province.
fn is_department(symbol: &str) -> bool {
    symbol.starts_with('S') && symbol.chars().count() > 2 && symbol.chars().all(char::is_uppercase)
}

/// "43/2011/NĐ-CP".
fn holds_year(number: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    number.split('/').skip(1).any(|part| is_year(part) && part.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The citations of a document.
#[derive(Debug, Default)]
pub(super) struct Cited {
    /// Place of the plan of each citation.
    pub(super) plans: Vec<usize>,
    ids: Vec<String>,
    doc_types: Printed,
    dates: Printed,
    issuers: Printed,
    titles: Printed,
}

impl Cited {
    /// Adds one.
    pub(super) fn add(&mut self, plan: usize, citation: Citing) {
        self.plans.push(plan);
        self.ids.push(citation.id);
        self.doc_types.add(citation.doc_type);
        self.dates.add(citation.issued_on);
        self.issuers.add(citation.issuer);
        self.titles.add(citation.title);
    }

    fn join(&mut self, other: Self) {
        self.plans.extend(other.plans);
        self.ids.extend(other.ids);
        self.doc_types.join(other.doc_types);
        self.dates.join(other.dates);
        self.issuers.join(other.issuers);
        self.titles.join(other.titles);
    }

    /// The document, not counted yet.
    pub(super) fn law(&self, key: &LawKey) -> Law {
        Law {
            id: key.id(),
            number: key.number.clone(),
            doc_type: self.doc_types.most(),
            issued_on: self.dates.most(),
            issuer: self.issuers.most(),
            title: self.titles.most(),
            province_slug: key.province.clone(),
            citations: 0,
            plans: 0,
            provinces: 0,
            citation_ids: self.ids.clone(),
        }
    }
}

/// How often each wording of a field is printed.
#[derive(Debug, Default)]
struct Printed(BTreeMap<String, u64>);

impl Printed {
    fn add(&mut self, words: Option<String>) {
        if let Some(words) = words {
            *self.0.entry(words).or_default() += 1;
        }
    }

    fn join(&mut self, other: Self) {
        for (words, count) in other.0 {
            *self.0.entry(words).or_default() += count;
        }
    }

    /// The wording printed most often; of several the shortest.
    fn most(&self) -> Option<String> {
        let found = self.0.iter().max_by_key(|(words, count)| (**count, std::cmp::Reverse(words.len())));
        found.map(|(words, _)| words.clone())
    }
}

/// Undated citations of a number go to the one year that others state; where others state several, none is
/// chosen for the reader.
pub(super) fn settled(mut cited: BTreeMap<LawKey, Cited>) -> BTreeMap<LawKey, Cited> {
    let undated: Vec<LawKey> = cited.keys().filter(|key| key.year.is_none()).cloned().collect();
    for key in undated {
        let same = |other: &&LawKey| other.number == key.number && other.province == key.province;
        let dated: Vec<LawKey> =
            cited.keys().filter(same).filter(|other| other.year.is_some()).cloned().collect();
        if let [only] = dated.as_slice()
            && let Some(undated) = cited.remove(&key)
        {
            cited.entry(only.clone()).or_default().join(undated);
        }
    }
    cited
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_of_provinces_are_told_by_their_symbols() {
        for number in ["65/KH-UBND", "10/2013/QĐ-UBND", "07-NQ/TU", "12/STTTT-CNTT", "05/NQ-HĐND"] {
            assert!(is_local(number), "{number}");
        }
        for number in ["43/2011/NĐ-CP", "17/NQ-CP", "36-NQ/TW", "2055/BTTTT-THH", "194/QĐ-UBQGCPĐT"] {
            assert!(!is_local(number), "{number}");
        }
    }

    #[test]
    fn a_number_that_holds_its_year_needs_no_other() {
        assert!(holds_year("43/2011/NĐ-CP"));
        assert!(!holds_year("2055/BTTTT-THH"));
        assert!(!holds_year("153/QĐ-TTg"));
    }

    fn key(number: &str, year: Option<&str>) -> LawKey {
        LawKey { number: number.into(), province: None, year: year.map(str::to_owned) }
    }

    fn cited(ids: &[&str]) -> Cited {
        Cited { ids: ids.iter().map(|&id| id.to_owned()).collect(), ..Cited::default() }
    }

    #[test]
    fn undated_citations_go_to_the_one_year_that_is_known() {
        let known = BTreeMap::from([
            (key("17/NQ-CP", None), cited(&["a"])),
            (key("17/NQ-CP", Some("2019")), cited(&["b"])),
        ]);
        let settled = settled(known);
        assert_eq!(settled.len(), 1);
        assert_eq!(settled[&key("17/NQ-CP", Some("2019"))].ids, ["b", "a"]);
    }

    #[test]
    fn undated_citations_stand_alone_where_several_years_are_known() {
        let known = BTreeMap::from([
            (key("02/CT-TTg", None), cited(&["a"])),
            (key("02/CT-TTg", Some("2018")), cited(&["b"])),
            (key("02/CT-TTg", Some("2019")), cited(&["c"])),
        ]);
        assert_eq!(settled(known).len(), 3);
    }

    #[test]
    fn an_address_holds_what_tells_documents_apart() {
        assert_eq!(key("43/2011/NĐ-CP", None).id(), "43-2011-nd-cp");
        let local = LawKey { province: Some("kien-giang".into()), ..key("65/KH-UBND", Some("2019")) };
        assert_eq!(local.id(), "65-kh-ubnd-kien-giang-2019");
    }
}
