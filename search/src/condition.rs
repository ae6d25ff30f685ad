//! Which facts must hold of a text, and how is the index asked for them?

use std::ops::Bound;

use tantivy::{
    Term,
    query::{
        AllQuery, BooleanQuery, ConstScoreQuery, EmptyQuery, ExistsQuery, Occur, Query, RangeQuery,
        TermQuery, TermSetQuery,
    },
    schema::{Field, IndexRecordOption},
};

use super::{
    facts::{Column, Facts},
    schema::Fields,
};

/// Whole numbers from one to another, ends included; without an end where none is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Least.
    pub least: Option<i64>,
    /// Most.
    pub most: Option<i64>,
}

impl Interval {
    /// One number.
    pub fn exactly(number: i64) -> Self {
        Self { least: Some(number), most: Some(number) }
    }

    /// Whether a number lies in it.
    pub fn holds(self, number: i64) -> bool {
        self.least.is_none_or(|least| least <= number) && self.most.is_none_or(|most| number <= most)
    }

    /// The query for texts with a number in it in a column.
    pub(super) fn query(self, field: Field) -> Box<dyn Query> {
        let bound = |number: Option<i64>| {
            number.map_or(Bound::Unbounded, |number| Bound::Included(Term::from_field_i64(field, number)))
        };
        if self == Self::default() {
            return Box::new(AllQuery);
        }
        Box::new(RangeQuery::new(bound(self.least), bound(self.most)))
    }
}

/// What must hold of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Its word is one of these.
    In(Vec<String>),
    /// One of its numbers lies in one of these.
    Within(Vec<Interval>),
    /// Nothing is stated, or something is.
    Null(bool),
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Of which column.
    pub column: Column,
    /// What must hold.
    pub test: Test,
}

impl Condition {
    /// The column holds this word.
    pub fn is(column: Column, word: &str) -> Self {
        Self { column, test: Test::In(vec![word.to_owned()]) }
    }

    /// Whether it holds of a text.
    pub fn holds(&self, facts: &Facts) -> bool {
        let numbers = facts.numbers(self.column);
        match &self.test {
            Test::In(words) => {
                facts.word(self.column).is_some_and(|word| words.iter().any(|wanted| wanted == word))
            }
            Test::Within(intervals) => {
                numbers.iter().any(|number| intervals.iter().any(|interval| interval.holds(*number)))
            }
            Test::Null(null) => (facts.word(self.column).is_none() && numbers.is_empty()) == *null,
        }
    }

    /// The query for texts of which it holds; it does not touch the score.
    pub(super) fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let field = fields.of(self.column);
        let query: Box<dyn Query> = match &self.test {
            Test::In(words) => one_of(field, words),
            Test::Within(intervals) if intervals.is_empty() => Box::new(EmptyQuery),
            Test::Within(intervals) => Box::new(BooleanQuery::union(
                intervals.iter().map(|interval| interval.query(field)).collect(),
            )),
            Test::Null(false) => stated(self.column),
            Test::Null(true) => Box::new(BooleanQuery::new(vec![
                (Occur::Must, Box::new(AllQuery)),
                (Occur::MustNot, stated(self.column)),
            ])),
        };
        Box::new(ConstScoreQuery::new(query, 0.0))
    }
}

/// The query for texts whose word is one of these.
fn one_of(field: Field, words: &[String]) -> Box<dyn Query> {
    let term = |word: &String| Term::from_field_text(field, word);
    match words {
        // Making an automaton takes longer than most searches.
        [word] => Box::new(TermQuery::new(term(word), IndexRecordOption::Basic)),
        words => Box::new(TermSetQuery::new(words.iter().map(term))),
    }
}

fn stated(column: Column) -> Box<dyn Query> {
    Box::new(ExistsQuery::new(column.name().to_owned(), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            province: Some("soc-trang".into()),
            years: vec![2019, 2020],
            amount_vnd: Some(5_000_000_000),
            ..Facts::default()
        }
    }

    fn within(column: Column, least: Option<i64>, most: Option<i64>) -> Condition {
        Condition { column, test: Test::Within(vec![Interval { least, most }]) }
    }

    #[test]
    fn a_word_is_one_of_those_wanted() {
        assert!(Condition::is(Column::Province, "soc-trang").holds(&facts()));
        assert!(!Condition::is(Column::Province, "kien-giang").holds(&facts()));
        assert!(!Condition::is(Column::Agency, "so-tttt").holds(&facts()));
    }

    #[test]
    fn any_year_that_a_text_speaks_of_counts() {
        assert!(within(Column::Year, Some(2020), None).holds(&facts()));
        assert!(within(Column::Year, None, Some(2019)).holds(&facts()));
        assert!(!within(Column::Year, Some(2021), None).holds(&facts()));
    }

    #[test]
    fn what_is_not_stated_is_no_number() {
        assert!(within(Column::Amount, Some(1_000_000_000), None).holds(&facts()));
        assert!(!within(Column::Amount, None, Some(10)).holds(&Facts::default()));
        let null = |null| Condition { column: Column::Amount, test: Test::Null(null) };
        assert!(null(true).holds(&Facts::default()) && null(false).holds(&facts()));
        assert!(!null(true).holds(&facts()));
    }
}
