//! Which numbers of a plan belong in one row: those of one indicator, year, level and unit?

use std::collections::BTreeMap;

use app::types::{
    comparison::{ComparisonRow, Stated},
    progress::Progress,
    record::{Level, Record},
    target::Target,
};

/// What tells a row from others, in the order in which rows are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    province: Option<String>,
    year: Option<i32>,
    plan: String,
    level: Option<u8>,
    indicator: String,
    unit: Option<String>,
}

/// Numbers on their way into rows.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<Key, ComparisonRow>);

impl Numbers {
    /// Adds a number promised.
    pub(super) fn promise(&mut self, target: &Target) {
        let measure = (target.indicator.as_deref(), target.due_year, target.level, target.unit.as_deref());
        let number = (Some(target.comparator), Some(target.value), target.value_max);
        let stated = stated(&target.record, number);
        if let Some(row) = self.row(&target.record, measure) {
            row.targets.push(stated);
        }
    }

    /// Adds a result reported, and the promise that its sentence sets beside it.
    pub(super) fn report(&mut self, result: &Progress) {
        let measure = (result.indicator.as_deref(), result.year, result.level, result.unit.as_deref());
        let stated = stated(&result.record, (result.comparator, result.value, result.value_max));
        let promised = result
            .target_value
            .map(|value| self::stated(&result.record, (result.target_comparator, Some(value), None)));
        if let Some(row) = self.row(&result.record, measure) {
            row.actuals.push(stated);
            row.targets.extend(promised);
        }
    }

    /// The rows in order of province, year, plan and level.
    pub(super) fn rows(self) -> Vec<ComparisonRow> {
        self.0.into_values().collect()
    }

    fn row(
        &mut self,
        record: &Record,
        (indicator, year, level, unit): (Option<&str>, Option<i32>, Option<Level>, Option<&str>),
    ) -> Option<&mut ComparisonRow> {
        let indicator = indicator?.to_owned();
        let key = Key {
            province: record.province.clone(),
            year,
            plan: record.plan_id.clone(),
            level: level.map(|level| level as u8),
            indicator: indicator.clone(),
            unit: unit.map(str::to_lowercase),
        };
        let new = || ComparisonRow {
            plan_id: record.plan_id.clone(),
            province: record.province.clone(),
            province_slug: record.province_slug.clone(),
            indicator,
            year,
            level,
            unit: unit.map(str::to_owned),
            targets: Vec::new(),
            actuals: Vec::new(),
            comparable: true,
            reason: None,
            reason_vi: None,
            reason_en: None,
        };
        Some(self.0.entry(key).or_insert_with(new))
    }
}

fn stated(
    record: &Record,
    (comparator, value, value_max): (Option<app::types::record::Comparator>, Option<f64>, Option<f64>),
) -> Stated {
    Stated {
        record: record.id.clone(),
        comparator,
        value,
        value_max,
        quote: record.quote.clone(),
        address: record.source.address.clone(),
    }
}
