//! How many hits would each value of each filter leave?

use std::{collections::BTreeMap, sync::Arc};

use super::{
    columns::{Columns, Stated},
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
    columns: Arc<Columns>,
    held: Vec<Held>,
    /// Whether filters hold of each combination, once asked.
    holds: Vec<Option<bool>>,
    /// Texts of each combination; none are counted where it is empty.
    texts: Vec<u64>,
}

impl Counter {
    pub(super) fn new(columns: &Arc<Columns>, conditions: &[Condition], facets: bool) -> Self {
        let combinations = columns.stated.len();
        Self {
            held: conditions.iter().map(|condition| Held::new(columns, condition)).collect(),
            holds: if conditions.is_empty() { Vec::new() } else { vec![None; combinations] },
            texts: if facets { vec![0; combinations] } else { Vec::new() },
            columns: Arc::clone(columns),
        }
    }

    /// Counts a text of a combination; says whether all filters hold.
    pub(super) fn count(&mut self, combination: usize) -> bool {
        if let Some(texts) = self.texts.get_mut(combination) {
            *texts += 1;
        }
        let Some(holds) = self.holds.get_mut(combination) else { return true };
        *holds.get_or_insert_with(|| {
            let stated = &self.columns.stated[combination];
            self.held.iter().all(|held| held.holds(stated))
        })
    }

    pub(super) fn counts(self) -> Counts {
        let mut tally = Tally::new(&self.columns);
        for (stated, texts) in self.columns.stated.iter().zip(&self.texts).filter(|(_, texts)| **texts > 0) {
            let mut failing = self.held.iter().filter(|held| !held.holds(stated)).map(|held| held.column);
            let first = failing.next();
            if failing.all(|column| Some(column) == first) {
                tally.add(stated, *texts, first);
            }
        }
        tally.named(&self.columns)
    }
}

/// A condition on a segment's columns.
struct Held {
    column: Column,
    test: HeldTest,
}

enum HeldTest {
    /// One of these numbers of words.
    Words(Vec<u32>),
    Within(Vec<Interval>),
    Null(bool),
}

impl Held {
    fn new(columns: &Columns, condition: &Condition) -> Self {
        let column = condition.column;
        let number = |wanted: &String| {
            let at = columns.words(column).binary_search(wanted).ok();
            at.and_then(|at| u32::try_from(at).ok())
        };
        let test = match &condition.test {
            Test::In(wanted) => HeldTest::Words(wanted.iter().filter_map(number).collect()),
            Test::Within(intervals) => HeldTest::Within(intervals.clone()),
            Test::Null(null) => HeldTest::Null(*null),
        };
        Self { column, test }
    }

    fn holds(&self, stated: &Stated) -> bool {
        match &self.test {
            HeldTest::Words(wanted) => {
                stated.words[self.column as usize].is_some_and(|word| wanted.contains(&word))
            }
            HeldTest::Within(intervals) => numbers(stated, self.column)
                .iter()
                .any(|number| intervals.iter().any(|interval| interval.holds(*number))),
            HeldTest::Null(null) if self.column.is_number() => {
                numbers(stated, self.column).is_empty() == *null
            }
            HeldTest::Null(null) => stated.words[self.column as usize].is_none() == *null,
        }
    }
}

fn numbers(stated: &Stated, column: Column) -> &[i64] {
    match column {
        Column::Year => &stated.years,
        Column::Amount => stated.amount.as_slice(),
        _ => &[],
    }
}

/// Texts by value of each column.
struct Tally {
    words: [Vec<u64>; Column::ALL.len()],
    years: BTreeMap<i64, u64>,
    amounts: [u64; AMOUNT_RANGES.len()],
}

impl Tally {
    fn new(columns: &Columns) -> Self {
        let words = Column::ALL.map(|column| vec![0; columns.words(column).len()]);
        Self { words, years: BTreeMap::new(), amounts: Default::default() }
    }

    /// Counts texts of a combination, in one column alone if only that one's filter fails.
    fn add(&mut self, stated: &Stated, texts: u64, failing: Option<Column>) {
        let counts = |column| failing.is_none_or(|failing| failing == column);
        for ((word, tallied), column) in stated.words.iter().zip(&mut self.words).zip(Column::ALL) {
            if let Some(tallied) = word.and_then(|word| tallied.get_mut(word as usize))
                && counts(column)
            {
                *tallied += texts;
            }
        }
        if counts(Column::Year) {
            for year in &stated.years {
                *self.years.entry(*year).or_default() += texts;
            }
        }
        let range = |amount| AMOUNT_RANGES.iter().position(|range| range.holds(amount));
        if let Some(range) = stated.amount.filter(|_| counts(Column::Amount)).and_then(range) {
            self.amounts[range] += texts;
        }
    }

    fn named(self, columns: &Columns) -> Counts {
        let mut counts = Counts { years: self.years, amounts: self.amounts, ..Counts::default() };
        for (column, tallied) in Column::ALL.into_iter().zip(self.words) {
            let named = columns.words(column).iter().zip(tallied).filter(|(_, texts)| *texts > 0);
            counts.words.insert(column, named.map(|(word, texts)| (word.clone(), texts)).collect());
        }
        counts
    }
}
