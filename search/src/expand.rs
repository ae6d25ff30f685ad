//! What else does a query mean: the long form of its abbreviations and back, the
//! province and year that it names?
//!
//! Abbreviations come from the plans' own glossaries and are read both ways. The
//! name of a province beside other words ("số hóa Sóc Trăng") is met as well by every
//! text of that province's plans, and a year by every text that speaks of it; asked
//! for alone, they are words like any other. What stands in quotation marks is taken
//! as it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    amount,
    condition::{Condition, Interval, Test},
    facts::Column,
    parse::terms,
    query::{Clause, Query, Term, term},
    word::words,
};

/// Words that may stand before a province's name or a year and belong to it.
const BEFORE_PROVINCE: [&[&str]; 3] = [&["tỉnh"], &["thành", "phố"], &["tp"]];
const BEFORE_YEAR: &[&str] = &["năm"];

/// An abbreviation or its long form is looked for in queries from this many letters on;
/// shorter ones only as printed ("TT", not the word "tt" that marks were left out of).
const ANY_CASE_FROM: usize = 3;

/// What queries are widened by.
#[derive(Clone, Debug, Default)]
pub(super) struct Expander {
    /// Readings by the folded first word of what they replace.
    readings: BTreeMap<String, Vec<Reading>>,
    provinces: Vec<(Vec<Term>, String)>,
    years: BTreeSet<i32>,
}

/// One side of an abbreviation with the other.
#[derive(Clone, Debug)]
struct Reading {
    side: Side,
    other: Side,
    /// Whether the side must be typed letter for letter as printed.
    as_printed: bool,
}

#[derive(Clone, Debug)]
struct Side {
    printed: String,
    terms: Vec<Term>,
}

impl Side {
    fn new(printed: &str) -> Self {
        Self { printed: printed.to_owned(), terms: terms(&words(printed)) }
    }

    fn folded(&self) -> Vec<&str> {
        self.terms.iter().map(|term| term.form.folded.as_str()).collect()
    }
}

impl Expander {
    /// From abbreviations (short, long), provinces (name, slug) and years of the plans.
    pub(super) fn new<'a>(
        abbreviations: impl IntoIterator<Item = (&'a str, &'a str)>,
        provinces: impl IntoIterator<Item = (&'a str, &'a str)>,
        years: impl IntoIterator<Item = i32>,
    ) -> Self {
        let mut expander = Self { years: years.into_iter().collect(), ..Self::default() };
        let mut seen = BTreeSet::new();
        for (short, long) in abbreviations {
            let (short, long) = (Side::new(short), Side::new(long));
            let pair = (short.folded().join(" "), long.folded().join(" "));
            if short.terms.is_empty() || long.terms.len() < 2 || pair.0 == pair.1 || !seen.insert(pair) {
                continue;
            }
            let letters = short.printed.chars().filter(|c| c.is_alphanumeric()).count();
            expander.add(Reading {
                side: short.clone(),
                other: long.clone(),
                as_printed: letters < ANY_CASE_FROM,
            });
            expander.add(Reading { side: long, other: short, as_printed: false });
        }
        for (name, slug) in provinces {
            expander.provinces.push((terms(&words(name)), slug.to_owned()));
        }
        expander
    }

    fn add(&mut self, reading: Reading) {
        let first = reading.side.terms[0].form.folded.clone();
        self.readings.entry(first).or_default().push(reading);
    }

    /// Widens the query; gives what was added, as (side typed, side added).
    pub(super) fn expand(&self, query: &mut Query, typed: &str) -> Vec<(String, String)> {
        let mut added = Vec::new();
        for alternative in &mut query.alternatives {
            let clauses = self.with_readings(&with_money(alternative), typed, &mut added);
            *alternative = self.with_setting(clauses);
        }
        added
    }

    fn with_readings(
        &self,
        clauses: &[Clause],
        typed: &str,
        added: &mut Vec<(String, String)>,
    ) -> Vec<Clause> {
        let mut found = Vec::with_capacity(clauses.len());
        let mut at = 0;
        while at < clauses.len() {
            let readings = self.readings_at(&clauses[at..], typed);
            let Some(length) = readings.iter().map(|reading| reading.side.terms.len()).max() else {
                found.push(clauses[at].clone());
                at += 1;
                continue;
            };
            let mut alternatives = vec![clauses[at..at + length].to_vec()];
            for reading in readings.iter().filter(|reading| reading.side.terms.len() == length) {
                alternatives.push(vec![side_by_side(&reading.other.terms)]);
                let pair = (reading.side.printed.clone(), reading.other.printed.clone());
                if !added.contains(&pair) {
                    added.push(pair);
                }
            }
            found.push(Clause::Any(alternatives));
            at += length;
        }
        found
    }

    fn readings_at(&self, clauses: &[Clause], typed: &str) -> Vec<&Reading> {
        let Some(Clause::Term(first)) = clauses.first() else { return Vec::new() };
        let candidates = self.readings.get(&first.form.folded).map_or(&[][..], Vec::as_slice);
        let fits = |reading: &&Reading| {
            begins_with(clauses, &reading.side.terms)
                && (!reading.as_printed || holds_word(typed, &reading.side.printed))
        };
        candidates.iter().filter(fits).collect()
    }

    /// Lets a province or year be met by the text's setting, if other words are asked for too.
    fn with_setting(&self, clauses: Vec<Clause>) -> Vec<Clause> {
        let mut found = Vec::with_capacity(clauses.len());
        let mut plain = 0;
        let mut at = 0;
        while at < clauses.len() {
            if let Some((length, setting)) = self.setting_at(&clauses[at..]) {
                let mut alternatives = vec![clauses[at..at + length].to_vec()];
                alternatives.extend(setting.into_iter().map(|clause| vec![clause]));
                found.push(Clause::Any(alternatives));
                at += length;
            } else {
                found.push(clauses[at].clone());
                plain += 1;
                at += 1;
            }
        }
        if plain == 0 { clauses } else { found }
    }

    /// A year of the plans.
    fn year(&self, term: &Term) -> Option<i32> {
        term.form.exact.parse().ok().filter(|year| self.years.contains(year))
    }

    fn setting_at(&self, clauses: &[Clause]) -> Option<(usize, Vec<Clause>)> {
        let none: &[&str] = &[];
        for before in BEFORE_PROVINCE.into_iter().chain([none]) {
            let Some(rest) = after(clauses, before) else { continue };
            let named: Vec<_> = self.provinces.iter().filter(|(name, _)| begins_with(rest, name)).collect();
            if let Some(length) = named.iter().map(|(name, _)| name.len()).max() {
                let slugs = named.into_iter().filter(|(name, _)| name.len() == length);
                return Some((
                    before.len() + length,
                    slugs
                        .map(|(_, slug)| Clause::Facts(vec![Condition::is(Column::Province, slug)]))
                        .collect(),
                ));
            }
        }
        for before in [BEFORE_YEAR, none] {
            if let Some(Clause::Phrase(ends)) = after(clauses, before).and_then(<[Clause]>::first)
                && let [first, last] = &ends[..]
                && let (Some(first), Some(last)) = (self.year(first), self.year(last))
            {
                return Some((before.len() + 1, vec![years(first, last)]));
            }
            let Some(Clause::Term(term)) = after(clauses, before).and_then(<[Clause]>::first) else {
                continue;
            };
            if let Some(year) = self.year(term) {
                return Some((before.len() + 1, vec![years(year, year)]));
            }
        }
        None
    }
}

/// A text that speaks of one of these years.
fn years(first: i32, last: i32) -> Clause {
    let within = Interval { least: Some(first.into()), most: Some(last.into()) };
    Clause::Facts(vec![Condition { column: Column::Year, test: Test::Within(vec![within]) }])
}

/// Lets an amount of money be met however it is printed.
fn with_money(clauses: &[Clause]) -> Vec<Clause> {
    let mut found = Vec::with_capacity(clauses.len());
    let mut at = 0;
    while at < clauses.len() {
        let (length, money) =
            money_at(&clauses[at..]).map_or((1, None), |(length, money)| (length, Some(money)));
        let typed = &clauses[at..at + length];
        match money {
            Some(money) => found.push(Clause::Any(vec![typed.to_vec(), vec![Clause::Money(money)]])),
            None => found.extend_from_slice(typed),
        }
        at += length;
    }
    found
}

/// The amount that the clauses begin with, and how many of them state it.
fn money_at(clauses: &[Clause]) -> Option<(usize, Interval)> {
    let word = |at: usize| match clauses.get(at) {
        Some(Clause::Term(term)) if term.words == 1 => Some(&term.form),
        _ => None,
    };
    let number = &word(0)?.exact;
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let Some(unit) = word(1).and_then(|word| amount::unit(&word.folded)) else {
        return Some((1, amount::bare(number)?));
    };
    let dong = unit > 1 && word(2).is_some_and(|word| matches!(word.folded.as_str(), "dong" | "vnd"));
    Some((2 + usize::from(dong), amount::amount(number, unit)?))
}

/// Whether the clauses begin with these words, by the rules of typed words.
fn begins_with(clauses: &[Clause], wanted: &[Term]) -> bool {
    !wanted.is_empty()
        && clauses.len() >= wanted.len()
        && clauses
            .iter()
            .zip(wanted)
            .all(|(clause, wanted)| matches!(clause, Clause::Term(term) if term.is(&wanted.form)))
}

fn after<'a>(clauses: &'a [Clause], before: &[&str]) -> Option<&'a [Clause]> {
    let wanted: Vec<Term> = before.iter().map(|word| term(word)).collect();
    (wanted.is_empty() || begins_with(clauses, &wanted)).then(|| &clauses[wanted.len()..])
}

fn holds_word(typed: &str, word: &str) -> bool {
    typed.split(|c: char| !c.is_alphanumeric()).any(|typed| typed == word)
}

fn side_by_side(terms: &[Term]) -> Clause {
    match terms {
        [only] => Clause::Term(only.clone()),
        _ => Clause::Phrase(terms.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Facts;

    fn expander() -> Expander {
        let abbreviations = [
            ("CNTT", "công nghệ thông tin"),
            ("CNTT", "Công nghệ Thông tin"),
            ("HĐND", "Hội đồng nhân dân"),
            ("TT", "thông tư"),
        ];
        Expander::new(abbreviations, [("Sóc Trăng", "soc-trang"), ("Khánh Hòa", "khanh-hoa")], [2019, 2020])
    }

    fn expanded(typed: &str) -> (Query, Vec<(String, String)>) {
        let mut query = Query::parse(typed);
        let added = expander().expand(&mut query, typed);
        (query, added)
    }

    fn finds(typed: &str, text: &str) -> bool {
        expanded(typed).0.find(&words(text), &Facts::default()).is_some()
    }

    #[test]
    fn abbreviations_find_their_long_form_and_back() {
        for (typed, text) in [
            ("CNTT", "Ứng dụng công nghệ thông tin"),
            ("cntt", "Công Nghệ Thông Tin"),
            ("cong nghe thong tin", "hạ tầng CNTT"),
            ("hạ tầng công nghệ thông tin", "hạ tầng CNTT"),
            ("hdnd", "Hội đồng nhân dân tỉnh"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
        assert!(!finds("CNTT", "thông tin và công nghệ"));
    }

    #[test]
    fn expansions_are_named_once() {
        assert_eq!(expanded("CNTT OR cntt").1, [("CNTT".to_owned(), "công nghệ thông tin".to_owned())]);
        assert_eq!(expanded("công nghệ thông tin").1[0].1, "CNTT");
        assert!(expanded("công nghệ").1.is_empty());
    }

    #[test]
    fn a_short_abbreviation_counts_only_as_printed() {
        assert!(finds("TT", "Thông tư 01") && !finds("tt", "Thông tư 01"));
    }

    #[test]
    fn words_in_quotation_marks_are_not_expanded() {
        assert!(expanded("\"công nghệ thông tin\"").1.is_empty());
    }

    #[test]
    fn a_province_beside_other_words_is_met_by_the_plan() {
        let facts = Facts { province: Some("soc-trang".into()), years: vec![2020], ..Facts::default() };
        let found = |typed: &str, text: &str| expanded(typed).0.find(&words(text), &facts).is_some();
        assert!(found("so hoa soc trang", "số hóa hồ sơ"));
        assert!(found("số hóa tỉnh Sóc Trăng năm 2020", "số hóa hồ sơ"));
        assert!(!found("số hóa Khánh Hòa", "số hóa hồ sơ"));
        assert!(!found("Sóc Trăng", "số hóa hồ sơ") && !found("Sóc Trăng 2020", "số hóa"));
        assert!(!found("số hóa 2018", "số hóa"));
    }

    #[test]
    fn an_amount_is_met_however_it_is_printed() {
        let facts = Facts { money: vec![20_396_000_000], ..Facts::default() };
        for typed in ["20,4 tỷ", "20.396 triệu đồng", "20396000000", "kinh phí 20,4 ty"] {
            let found = expanded(typed).0.find(&words("kinh phí 20.396 triệu đồng"), &facts);
            assert!(found.is_some_and(|marks| !marks.is_empty()), "{typed}");
        }
        assert!(expanded("20,5 tỷ").0.find(&words("20.396 triệu"), &facts).is_none());
        assert!(finds("20,4 tỷ", "tăng 20,4 tỷ"));
    }
}
