//! What of an indicator can be set side by side, plan by plan, and what cannot?

use serde::{Deserialize, Serialize};

use super::record::{Comparator, Level};

/// What plans state of an indicator, and of those that look like it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// Catalogue id of the indicator.
    pub indicator: String,
    /// Its name in the language asked for.
    pub name: String,
    /// Unit that all comparable rows are counted in.
    pub unit: String,
    /// "up" where more is better, "down" where less is.
    pub direction: String,
    /// Level that all comparable rows hold for: the one that most of them state; null where most state none.
    pub level: Option<Level>,
    /// One row for each plan, year and level that something is stated for.
    pub rows: Vec<ComparisonRow>,
}

/// What one plan states for one year and level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ComparisonRow {
    /// The plan.
    pub plan_id: String,
    /// Name of the province of then.
    pub province: Option<String>,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// Catalogue id of what is measured: the indicator asked for, or one that looks like it.
    pub indicator: String,
    /// Year that the numbers hold for.
    pub year: Option<i32>,
    /// Level of administration that they hold for.
    pub level: Option<Level>,
    /// Unit that they are counted in.
    pub unit: Option<String>,
    /// Numbers promised; more than one only where the plan states several.
    pub targets: Vec<Stated>,
    /// Results reported; more than one only where the plan states several.
    pub actuals: Vec<Stated>,
    /// Whether the row may be set beside the other comparable rows.
    pub comparable: bool,
    /// Why not; null where it may.
    pub reason: Option<Incomparable>,
    /// Why not, in Vietnamese.
    pub reason_vi: Option<String>,
    /// Why not, in English.
    pub reason_en: Option<String>,
}

impl ComparisonRow {
    /// The number promised, where the row states just one.
    pub fn target(&self) -> Option<&Stated> {
        single(&self.targets)
    }

    /// The number reported, where the row states just one.
    pub fn actual(&self) -> Option<&Stated> {
        single(&self.actuals)
    }

    /// Whether the result reaches the promise; none unless the row states one number of each.
    pub fn reached(&self, more_is_better: bool) -> Option<bool> {
        let promised = self.target()?;
        let (target, actual) = (promised.value?, self.actual()?.value?);
        Some(match (promised.comparator, more_is_better) {
            (Some(Comparator::Gt), true) => actual > target,
            (Some(Comparator::Lt), false) => actual < target,
            (_, true) => actual >= target,
            (_, false) => actual <= target,
        })
    }
}

/// The number of a list, if all that state one state the same.
fn single(list: &[Stated]) -> Option<&Stated> {
    let mut numbers = list.iter().filter(|stated| stated.value.is_some());
    let first = numbers.next()?;
    numbers.all(|other| (other.value, other.value_max) == (first.value, first.value_max)).then_some(first)
}

/// One number as a record states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Stated {
    /// Id of the record.
    pub record: String,
    /// How the number is meant; null where only a verdict is stated.
    pub comparator: Option<Comparator>,
    /// The number; null where only a verdict is stated.
    pub value: Option<f64>,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// The exact words that state it.
    pub quote: String,
    /// How a person cites the place.
    pub address: String,
}

/// Why a row is not set beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Incomparable {
    /// It measures something else that looks alike: another share, or the share of another whole.
    OtherIndicator,
    /// It counts in another unit.
    OtherUnit,
    /// It does not say what it counts.
    UnitNotStated,
    /// It holds for another level of administration.
    OtherLevel,
    /// It does not say which year it holds for.
    YearNotStated,
    /// No number is stated, only a verdict.
    NoNumber,
    /// The plan states several numbers for the same year and level.
    SeveralNumbers,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(comparator: Comparator, value: f64) -> Stated {
        Stated {
            record: "r".into(),
            comparator: Some(comparator),
            value: Some(value),
            value_max: None,
            quote: String::new(),
            address: String::new(),
        }
    }

    fn row(targets: Vec<Stated>, actuals: Vec<Stated>) -> ComparisonRow {
        ComparisonRow {
            plan_id: "p".into(),
            province: None,
            province_slug: None,
            indicator: "i".into(),
            year: Some(2020),
            level: None,
            unit: Some("%".into()),
            targets,
            actuals,
            comparable: true,
            reason: None,
            reason_vi: None,
            reason_en: None,
        }
    }

    #[test]
    fn a_promise_is_reached_by_as_much_and_one_of_more_only_by_more() {
        let reached = |comparator, actual, up| {
            row(vec![stated(comparator, 50.0)], vec![stated(Comparator::Eq, actual)]).reached(up)
        };
        assert_eq!(reached(Comparator::Gte, 50.0, true), Some(true));
        assert_eq!(reached(Comparator::Gt, 50.0, true), Some(false));
        assert_eq!(reached(Comparator::Gte, 35.32, true), Some(false));
        assert_eq!(reached(Comparator::Lte, 35.32, false), Some(true));
        assert_eq!(reached(Comparator::Lt, 50.0, false), Some(false));
    }

    #[test]
    fn nothing_is_said_to_be_reached_where_numbers_lack_or_differ() {
        let one = || vec![stated(Comparator::Gte, 50.0)];
        let two = vec![stated(Comparator::Eq, 1.0), stated(Comparator::Eq, 2.0)];
        assert_eq!(row(one(), Vec::new()).reached(true), None);
        assert_eq!(row(Vec::new(), one()).reached(true), None);
        assert_eq!(row(one(), two).reached(true), None);
    }
}
