//! Reading results in tables: a row names what is measured, columns hold what was aimed
//! at, what was reached and how that is judged.
//!
//! ```text
//! TT  Chỉ tiêu          ĐVT   Mục tiêu năm 2030   Kết quả năm 2030   Đánh giá
//! 1   Tỷ lệ xã có chợ   %     40                  45                 Đạt
//! ```

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{Progress, status::computed, verdict::plain_verdict};
use crate::{
    blocks::{
        Cell, Row, RowKind, SectionRole,
        columns::{ColumnRole, role_of_header},
        year_in,
    },
    catalog::indicators,
    records::{
        Confidence, ReadContext, RecordBuilder, Status, StatusBasis,
        indicator_table::{IndicatorTable, Value, is_reached, label, level},
        spending::year_of,
        target::is_aimed,
    },
};

/// Headers of columns of verdicts.
static JUDGED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:kết\s+quả\s+)?(?:đánh\s+giá|mức\s+độ\s+(?:đạt|hoàn\s+thành)|đạt\s*/\s*(?:chưa|không)\s+đạt)",
    )
});

/// A table of indicators that tells how they came out.
struct Review<'a> {
    base: IndicatorTable<'a>,
    reached: usize,
    aimed: Option<usize>,
    judged: Option<usize>,
}

/// The results that tables state.
pub(super) fn read(context: &ReadContext) -> Vec<Progress> {
    let tables = (0..context.document.blocks.len()).filter_map(|at| Review::of(context, at));
    tables.flat_map(|table| table.results()).collect()
}

impl<'a> Review<'a> {
    /// A review has one column of what was reached, and beside it what was aimed at, or
    /// stands among the results.
    fn of(context: &'a ReadContext, at: usize) -> Option<Self> {
        let base = IndicatorTable::of(context, at).or_else(|| IndicatorTable::with_aims(context, at))?;
        let columns = &base.table.columns;
        let after = base.name + 1..columns.len();
        let judged = after.clone().find(|&column| JUDGED.is_match(columns[column].trim()));
        let is_result = |column: &usize| {
            let header = columns[*column].trim();
            let other = !matches!(role_of_header(header), ColumnRole::Other | ColumnRole::Product);
            is_reached(header) && Some(*column) != judged && !other && !header.contains('%')
        };
        let reached: Vec<usize> = after.clone().filter(is_result).collect();
        let [reached] = reached.as_slice() else { return None };
        let year = year_in(&columns[*reached]);
        let fits = |column: &usize| {
            is_aimed(&columns[*column])
                && (year.is_none() || year_in(&columns[*column]).is_none_or(|y| Some(y) == year))
        };
        let aimed = after.clone().find(fits);
        let among_results = context.document.role_of(&context.document.blocks[at]) == SectionRole::Results;
        let (reached, review) = (*reached, aimed.is_some() || judged.is_some() || among_results);
        review.then_some(Self { base, reached, aimed, judged })
    }

    fn results(&self) -> Vec<Progress> {
        let items = self.base.table.rows.iter().filter(|row| row.kind == RowKind::Item);
        items.filter_map(|row| self.result(row)).collect()
    }

    fn result(&self, row: &Row) -> Option<Progress> {
        let name = self.base.named(row)?;
        let value = self.base.value(row, self.reached);
        let aim = self.aimed.and_then(|column| self.base.value(row, column));
        let stated = self.judged.and_then(|column| self.verdict(row, column));
        if value.is_none() && stated.is_none() {
            return None;
        }
        let mut record =
            self.base.context.record_at(self.base.section(), row.address.clone(), *row.ranges.first()?);
        record.evidence_all("label", &name.ranges);
        let of_unit = value.as_ref().map(|value| (value, self.reached)).or(aim.as_ref().zip(self.aimed));
        let unit = of_unit.and_then(|(value, column)| self.base.unit(row, name, value, column, &mut record));
        let aim = aim.filter(|aim| alike(aim, value.as_ref()));
        note(&mut record, value.as_ref(), ["value", "value_max", "comparator"]);
        note(&mut record, aim.as_ref(), ["target_value", "", "target_comparator"]);
        let (status, status_basis) = status(&mut record, stated, value.as_ref(), aim.as_ref());
        let year = self.year(&mut record);
        let level = level(name);
        let indicator = indicators::find(&name.text, unit.as_deref()).map(|found| found.id.clone());
        for (field, known) in [("level", level.is_some()), ("indicator", indicator.is_some())] {
            if known {
                record.evidence_all(field, &name.ranges);
            }
        }
        if unit.is_none() && value.is_some() {
            record.doubt(Confidence::Medium, "Bảng không ghi đơn vị của con số");
        }
        Some(Progress {
            provenance: record.finish(),
            label: label(name),
            indicator,
            comparator: value.as_ref().map(Value::comparator),
            value: value.as_ref().map(|value| value.figure.value),
            value_max: value.as_ref().and_then(|value| value.figure.value_max),
            unit,
            numerator: None,
            denominator: None,
            year,
            level,
            target_value: aim.as_ref().map(|aim| aim.figure.value),
            target_comparator: aim.as_ref().map(Value::comparator),
            status,
            status_basis,
            answers: None,
            answers_basis: None,
        })
    }

    fn verdict<'r>(&self, row: &'r Row, column: usize) -> Option<(Status, &'r Cell)> {
        let cell = self.base.table.cell(row, column)?;
        Some((plain_verdict(&cell.text)?, cell))
    }

    /// The column's year, else that of the caption or of a heading.
    fn year(&self, record: &mut RecordBuilder) -> Option<i32> {
        if let Some(year) = year_in(&self.base.table.columns[self.reached]) {
            self.base.inherit(self.reached, "year", record);
            return Some(year);
        }
        let (year, range) = year_of(self.base.context, self.base.at)?;
        record.inherited("year", Some(range));
        Some(year)
    }
}

/// Notes where a number, its upper end and its comparator stand.
fn note(record: &mut RecordBuilder, value: Option<&Value>, [number, upper, comparator]: [&str; 3]) {
    let Some(value) = value else { return };
    record.evidence(number, value.digits());
    if value.figure.value_max.is_some() && !upper.is_empty() {
        record.evidence(upper, value.digits());
    }
    record.evidence_all(comparator, &value.comparator_ranges());
}

/// The verdict that the table states, else the one that value and target give.
fn status(
    record: &mut RecordBuilder,
    stated: Option<(Status, &Cell)>,
    value: Option<&Value>,
    aim: Option<&Value>,
) -> (Option<Status>, Option<StatusBasis>) {
    if let Some((status, cell)) = stated {
        record.evidence_all("status", &cell.ranges);
        return (Some(status), Some(StatusBasis::Stated));
    }
    let (Some(value), Some(aim)) = (value, aim) else { return (None, None) };
    let status = computed(&value.figure, &aim.figure);
    if status.is_some() {
        record.evidence_all("status", &[value.digits(), aim.digits()]);
    }
    (status, status.map(|_| StatusBasis::Computed))
}

/// Whether aim and value are both shares or both counts; a bare number may be either.
fn alike(aim: &Value, value: Option<&Value>) -> bool {
    let bare = |value: &Value| value.figure.unit.is_none();
    value.is_none_or(|value| bare(aim) || bare(value) || aim.figure.kind == value.figure.kind)
}
