//! Reading targets in tables: a row names what is measured, columns hold what is aimed at.
//!
//! What was reached in earlier years is no target.

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::Target;
use crate::{
    blocks::{Cell, Row, RowKind, SectionRole, year_in},
    catalog::indicators,
    records::{
        Confidence, ReadContext, RecordBuilder,
        indicator_table::{IndicatorTable, Value, is_reached, label, level},
        spending::{reviews, year_of},
    },
};

/// Headers of columns that hold values: a year, or words of what is aimed at.
static AIMED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch|giá\s+trị|lộ\s+trình|phấn\s+đấu|đến|cuối|hết|năm|giao|cần\s+đạt)\b[\s,:]*)+(?:\d{4})?\s*(?:\([^()]*\))?$",
    )
});
static PLAIN_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^(?:năm\s+)?\d{4}$"));

/// Whether a header tells what was aimed at in any year.
pub(in crate::records) fn is_aimed(header: &str) -> bool {
    AIMED.is_match(header.trim()) && !is_reached(header) && !PLAIN_YEAR.is_match(header.trim())
}

/// A table of indicators that promises.
struct Promises<'a> {
    base: IndicatorTable<'a>,
    /// Columns of values with their years.
    values: Vec<(usize, Option<i32>)>,
}

/// A cell's number with its column and year.
struct Aim {
    column: usize,
    year: Option<i32>,
    value: Value,
}

/// The targets that tables state.
pub(super) fn read(context: &ReadContext) -> Vec<Target> {
    let tables = (0..context.document.blocks.len()).filter_map(|at| Promises::of(context, at));
    tables.flat_map(|table| table.targets()).collect()
}

impl<'a> Promises<'a> {
    fn of(context: &'a ReadContext, at: usize) -> Option<Self> {
        let base = IndicatorTable::of(context, at)?;
        let role = context.document.role_of(&context.document.blocks[at]);
        let elsewhere = matches!(
            role,
            SectionRole::Results | SectionRole::Review | SectionRole::Money | SectionRole::Basis
        );
        if elsewhere || reviews(context, at) {
            return None;
        }
        let columns = &base.table.columns;
        let (name, unit) = (base.name, base.unit);
        let aims = |column: &usize| Some(*column) != unit && aims(context, &columns[*column]);
        let values: Vec<(usize, Option<i32>)> = (name + 1..columns.len())
            .filter(aims)
            .map(|column| (column, year_in(&columns[column])))
            .collect();
        let found = Self { base, values };
        (!found.values.is_empty() && !found.judges()).then_some(found)
    }

    /// Whether a column tells how a target came out: then the table is a review.
    fn judges(&self) -> bool {
        self.base.table.columns.iter().filter(|header| is_reached(header)).any(|header| {
            let year = year_in(header);
            year.is_none() || self.values.iter().any(|(_, aimed)| *aimed == year)
        })
    }

    fn targets(&self) -> Vec<Target> {
        let mut found = Vec::new();
        let mut group: Option<&Cell> = None;
        for row in &self.base.table.rows {
            match row.kind {
                RowKind::Group => {
                    group = row.cells.iter().rfind(|cell| cell.text.chars().any(char::is_alphabetic));
                }
                RowKind::Total => {}
                RowKind::Item => found.extend(self.row(row, group)),
            }
        }
        found
    }

    /// The targets of one row, the earlier ones on the way to the last.
    fn row(&self, row: &Row, group: Option<&Cell>) -> Vec<Target> {
        let Some(name) = self.base.named(row) else { return Vec::new() };
        let aim = |(column, year): &(usize, Option<i32>)| {
            let value = self.base.value(row, *column)?;
            Some(Aim { column: *column, year: *year, value })
        };
        let aims: Vec<Aim> = self.values.iter().filter_map(aim).collect();
        let last = aims.iter().filter_map(|aim| aim.year).max();
        aims.iter()
            .filter_map(|aim| self.target(row, name, group, aim, aim.year < last && aim.year.is_some()))
            .collect()
    }

    fn target(
        &self,
        row: &Row,
        name: &Cell,
        group: Option<&Cell>,
        aim: &Aim,
        interim: bool,
    ) -> Option<Target> {
        let mut record =
            self.base.context.record_at(self.base.section(), row.address.clone(), *row.ranges.first()?);
        let (figure, digits) = (&aim.value.figure, aim.value.digits());
        record.evidence("value", digits);
        record.evidence_all("label", &name.ranges);
        record.evidence_all("comparator", &aim.value.comparator_ranges());
        if figure.value_max.is_some() {
            record.evidence("value_max", digits);
        }
        let unit = self.base.unit(row, name, &aim.value, aim.column, &mut record);
        let due_year = self.due_year(aim, &mut record);
        let level = level(name);
        let indicator = indicators::find(&name.text, unit.as_deref()).map(|found| found.id.clone());
        for (field, known) in [("level", level.is_some()), ("indicator", indicator.is_some())] {
            if known {
                record.evidence_all(field, &name.ranges);
            }
        }
        if let Some(group) = group {
            record.evidence_all("area", &group.ranges);
            record.inherited("area", None);
        }
        if unit.is_none() {
            record.doubt(Confidence::Medium, "Bảng không ghi đơn vị của con số");
        }
        Some(Target {
            provenance: record.finish(),
            label: label(name),
            objective: None,
            indicator,
            comparator: aim.value.comparator(),
            value: figure.value,
            value_max: figure.value_max,
            unit,
            due_year,
            due_date: None,
            level,
            interim,
            area: group.map(|group| group.text.clone()),
            outcomes: Vec::new(),
            status: None,
        })
    }

    /// The column's year, else the caption's or a heading's, else the plan's if it is one year.
    fn due_year(&self, aim: &Aim, record: &mut RecordBuilder) -> Option<i32> {
        if let Some(year) = aim.year {
            self.base.inherit(aim.column, "due_year", record);
            return Some(year);
        }
        let plan = &self.base.context.plan;
        let own = || {
            let year = plan.period_end.filter(|_| plan.period_start == plan.period_end)?;
            Some((year, *plan.evidence.get("period_end")?.first()?))
        };
        let (year, range) = year_of(self.base.context, self.base.at).or_else(own)?;
        record.inherited("due_year", Some(range));
        Some(year)
    }
}

/// Whether a column holds what is aimed at. A bare year is one of the plan's own.
fn aims(context: &ReadContext, header: &str) -> bool {
    let header = header.trim();
    if PLAIN_YEAR.is_match(header) {
        return is_ahead(context, header);
    }
    AIMED.is_match(header) && !is_reached(header)
}

fn is_ahead(context: &ReadContext, header: &str) -> bool {
    let plan = &context.plan;
    let issued = plan.issued_on.as_deref().and_then(|day| day.get(..4)?.parse::<i32>().ok());
    let first = plan.period_start.or(issued);
    first.zip(year_in(header)).is_some_and(|(first, year)| year >= first)
}
