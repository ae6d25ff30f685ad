//! How many hits would each value of each filter leave?

use std::collections::{BTreeMap, HashMap};

use tantivy::{
    DocId, SegmentReader,
    columnar::{Column as Numbers, StrColumn},
};

use super::{
    collect::numbers,
    condition::{Condition, Interval, Test},
    facts::Column,
};

/// Ranges of money that hits are counted in, VND.
pub const AMOUNT_RANGES: [Interval; 5] = [
    Interval { least: None, most: Some(99_999_999) },
    Interval { least: Some(100_000_000), most: Some(999_999_999) },
    Interval { least: Some(1_000_000_000), most: Some(9_999_999_999) },
    Interval { least: Some(10_000_000_000), most: Some(99_999_999_999) },
    Interval { least: Some(100_000_000_000), most: None },
];

/// Hits by column and value; money by the number of its range in [`AMOUNT_RANGES`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words with their hits.
    pub words: BTreeMap<Column, BTreeMap<String, u64>>,
    /// Years with their hits.
    pub years: BTreeMap<i64, u64>,
    /// Ranges of money with their hits.
    pub amounts: [u64; AMOUNT_RANGES.len()],
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        for (column, words) in other.words {
            let all = self.words.entry(column).or_default();
            for (word, count) in words {
                *all.entry(word).or_default() += count;
            }
        }
        for (year, count) in other.years {
            *self.years.entry(year).or_default() += count;
        }
        for (all, count) in self.amounts.iter_mut().zip(other.amounts) {
            *all += count;
        }
    }
}

/// Holds filters on the texts of one segment, and counts.
pub(super) struct Counter {
    /// Columns that are filtered by, with whether a text fits.
    held: Vec<Held>,
    counted: Vec<Tally>,
}

impl Counter {
    pub(super) fn new(
        reader: &SegmentReader,
        conditions: &[Condition],
        facets: bool,
    ) -> tantivy::Result<Self> {
        let held = conditions
            .iter()
            .map(|condition| Held::new(reader, condition))
            .collect::<tantivy::Result<_>>()?;
        let counted = if facets {
            Column::ALL
                .into_iter()
                .filter_map(|column| Tally::new(reader, column).transpose())
                .collect::<tantivy::Result<_>>()?
        } else {
            Vec::new()
        };
        Ok(Self { held, counted })
    }

    /// Counts a text where it belongs; says whether all filters hold.
    pub(super) fn count(&mut self, doc: DocId) -> bool {
        let mut failing = None;
        for held in &self.held {
            if !held.holds(doc) {
                if failing.is_some_and(|column| column != held.column) {
                    return false;
                }
                failing = Some(held.column);
            }
        }
        for tally in &mut self.counted {
            if failing.is_none_or(|column| column == tally.column) {
                tally.count(doc);
            }
        }
        failing.is_none()
    }

    pub(super) fn counts(self) -> tantivy::Result<Counts> {
        let mut counts = Counts::default();
        for tally in self.counted {
            tally.named(&mut counts)?;
        }
        Ok(counts)
    }
}

/// A condition on a segment's columns.
struct Held {
    column: Column,
    test: HeldTest,
}

enum HeldTest {
    /// One of these numbers of words.
    Words(Option<StrColumn>, Vec<u64>),
    Within(Numbers<i64>, Vec<Interval>),
    NoWord(Option<StrColumn>, bool),
    NoNumber(Numbers<i64>, bool),
}

impl Held {
    fn new(reader: &SegmentReader, condition: &Condition) -> tantivy::Result<Self> {
        let column = condition.column;
        let words = || reader.fast_fields().str(column.name());
        let test = match &condition.test {
            Test::In(wanted) => {
                let words = words()?;
                let mut ords = Vec::new();
                for word in wanted {
                    if let Some(column) = &words {
                        ords.extend(column.dictionary().term_ord(word.as_bytes())?);
                    }
                }
                HeldTest::Words(words, ords)
            }
            Test::Within(intervals) => HeldTest::Within(numbers(reader, column.name())?, intervals.clone()),
            Test::Null(null) if column.is_number() => {
                HeldTest::NoNumber(numbers(reader, column.name())?, *null)
            }
            Test::Null(null) => HeldTest::NoWord(words()?, *null),
        };
        Ok(Self { column, test })
    }

    fn holds(&self, doc: DocId) -> bool {
        match &self.test {
            HeldTest::Words(words, wanted) => {
                first(words.as_ref(), doc).is_some_and(|ord| wanted.contains(&ord))
            }
            HeldTest::Within(numbers, intervals) => numbers
                .values_for_doc(doc)
                .any(|number| intervals.iter().any(|interval| interval.holds(number))),
            HeldTest::NoWord(words, null) => first(words.as_ref(), doc).is_none() == *null,
            HeldTest::NoNumber(numbers, null) => numbers.first(doc).is_none() == *null,
        }
    }
}

fn first(words: Option<&StrColumn>, doc: DocId) -> Option<u64> {
    words?.ords().first(doc)
}

/// The counts of one column.
struct Tally {
    column: Column,
    counts: Tallied,
}

enum Tallied {
    Words(StrColumn, Vec<u64>),
    Years(Numbers<i64>, HashMap<i64, u64>),
    Amounts(Numbers<i64>, [u64; AMOUNT_RANGES.len()]),
}

impl Tally {
    fn new(reader: &SegmentReader, column: Column) -> tantivy::Result<Option<Self>> {
        let counts = match column {
            Column::Year => Tallied::Years(numbers(reader, column.name())?, HashMap::new()),
            Column::Amount => Tallied::Amounts(numbers(reader, column.name())?, Default::default()),
            _ => match reader.fast_fields().str(column.name())? {
                Some(words) => {
                    let counts = vec![0; words.num_terms()];
                    Tallied::Words(words, counts)
                }
                None => return Ok(None),
            },
        };
        Ok(Some(Self { column, counts }))
    }

    fn count(&mut self, doc: DocId) {
        match &mut self.counts {
            Tallied::Words(words, counts) => {
                let ord = words.ords().first(doc).and_then(|ord| usize::try_from(ord).ok());
                if let Some(count) = ord.and_then(|ord| counts.get_mut(ord)) {
                    *count += 1;
                }
            }
            Tallied::Years(years, counts) => {
                for year in years.values_for_doc(doc) {
                    *counts.entry(year).or_default() += 1;
                }
            }
            Tallied::Amounts(amounts, counts) => {
                if let Some(amount) = amounts.first(doc)
                    && let Some(at) = AMOUNT_RANGES.iter().position(|range| range.holds(amount))
                {
                    counts[at] += 1;
                }
            }
        }
    }

    fn named(self, counts: &mut Counts) -> tantivy::Result<()> {
        match self.counts {
            Tallied::Words(words, tallied) => {
                let named = counts.words.entry(self.column).or_default();
                for (ord, count) in (0_u64..).zip(tallied).filter(|(_, count)| *count > 0) {
                    let mut word = String::new();
                    words.ord_to_str(ord, &mut word)?;
                    named.insert(word, count);
                }
            }
            Tallied::Years(_, tallied) => counts.years.extend(tallied),
            Tallied::Amounts(_, tallied) => counts.amounts = tallied,
        }
        Ok(())
    }
}
