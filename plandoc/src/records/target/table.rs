//! Reading targets in tables: a row names what is measured, columns hold its values.
//!
//! ```text
//! TT  Chỉ tiêu           Đơn vị tính   Thực hiện 2030   Năm 2031   Năm 2035
//! 1   Tỷ lệ xã có chợ    %             30               ≥ 40       80
//! ```
//! What was reached in earlier years is no target; a cell that holds more than one number
//! is left to the reader.

use std::sync::LazyLock;

use regex::Regex;

use super::Target;
use crate::{
    blocks::{
        BlockKind, Cell, Row, RowKind, SectionRole, Table,
        columns::{ColumnRole, role_of_header},
        year_in,
    },
    catalog::indicators,
    records::{
        Comparator, Confidence, ReadContext, RecordBuilder,
        spending::{reviews, year_of},
    },
    span::CharRange,
    text::{
        level::level_of,
        number::{Figure, FigureKind, figures},
        shadow::Shadow,
    },
};

/// Headers of columns that tell what was reached.
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b(?:thực\s+hiện|kết\s+quả|ước|hiện\s+trạng|đã\s+đạt|đạt\s+được|đánh\s+giá|số\s+liệu)\b")
});
/// Headers of columns that hold values: a year, or words of what is aimed at.
static AIMED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch|giá\s+trị|lộ\s+trình|phấn\s+đấu|đến|cuối|hết|năm|giao|cần\s+đạt)\b[\s,:]*)+(?:\d{4})?\s*(?:\([^()]*\))?$",
    )
});
static PLAIN_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^(?:năm\s+)?\d{4}$"));
/// Headers of the column of units.
static UNITS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^(?:đvt|đơn\s+vị(?:\s+tính|\s+đo)?)$"));
/// A level named as one: "tại cấp xã", not "tỷ lệ xã có …".
static LEVEL: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bcấp\s+(?:tỉnh|huyện|xã)\b"));
/// A unit in brackets at the end of a name or header: "Tỷ lệ xã có chợ (%)".
static IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| regex(r"\(\s*(%)\s*\)\s*$"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
}

/// A table of indicators.
struct Indicators<'a> {
    context: &'a ReadContext,
    at: usize,
    table: &'a Table,
    name: usize,
    unit: Option<usize>,
    /// Columns of values with their years.
    values: Vec<(usize, Option<i32>)>,
}

/// A cell that holds one number, and where the number's words stand.
struct Value {
    column: usize,
    year: Option<i32>,
    figure: Figure,
    shadow: Shadow,
}

/// The targets that tables state.
pub(super) fn read(context: &ReadContext) -> Vec<Target> {
    let tables = (0..context.document.blocks.len()).filter_map(|at| Indicators::of(context, at));
    tables.flat_map(|table| table.targets()).collect()
}

impl<'a> Indicators<'a> {
    fn of(context: &'a ReadContext, at: usize) -> Option<Self> {
        let block = &context.document.blocks[at];
        let BlockKind::Table(table) = &block.kind else { return None };
        let role = context.document.role_of(block);
        let elsewhere = matches!(
            role,
            SectionRole::Results | SectionRole::Review | SectionRole::Money | SectionRole::Basis
        );
        let roles: Vec<ColumnRole> = table.columns.iter().map(|header| role_of_header(header)).collect();
        let name = roles.iter().position(|role| *role == ColumnRole::Indicator)?;
        if elsewhere || roles.contains(&ColumnRole::Title) || reviews(context, at) {
            return None;
        }
        let unit = table.columns.iter().position(|header| UNITS.is_match(header.trim()));
        let mut found = Self { context, at, table, name, unit, values: Vec::new() };
        found.values = (name + 1..table.columns.len())
            .filter(|column| Some(*column) != unit && found.aims(*column))
            .map(|column| (column, year_in(&table.columns[column])))
            .collect();
        (!found.values.is_empty() && !found.judges()).then_some(found)
    }

    /// Whether a column holds what is aimed at. A bare year is one of the plan's own.
    fn aims(&self, column: usize) -> bool {
        let header = self.table.columns[column].trim();
        if REACHED.is_match(header) || !AIMED.is_match(header) {
            return PLAIN_YEAR.is_match(header) && self.is_ahead(header);
        }
        !PLAIN_YEAR.is_match(header) || self.is_ahead(header)
    }

    fn is_ahead(&self, header: &str) -> bool {
        let plan = &self.context.plan;
        let issued = plan.issued_on.as_deref().and_then(|day| day.get(..4)?.parse::<i32>().ok());
        let first = plan.period_start.or(issued);
        first.zip(year_in(header)).is_some_and(|(first, year)| year >= first)
    }

    /// Whether a column tells how a target came out: then the table is a review.
    fn judges(&self) -> bool {
        self.table.columns.iter().filter(|header| REACHED.is_match(header)).any(|header| {
            let year = year_in(header);
            year.is_none() || self.values.iter().any(|(_, aimed)| *aimed == year)
        })
    }

    fn targets(&self) -> Vec<Target> {
        let mut found = Vec::new();
        let mut group: Option<&Cell> = None;
        for row in &self.table.rows {
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
        let Some(name) = self.table.cell(row, self.name).filter(|cell| names_something(&cell.text)) else {
            return Vec::new();
        };
        let values: Vec<Value> =
            self.values.iter().filter_map(|(column, year)| self.value(row, *column, *year)).collect();
        let last = values.iter().filter_map(|value| value.year).max();
        values
            .into_iter()
            .filter_map(|value| {
                let interim = value.year < last && value.year.is_some();
                self.target(row, name, group, &value, interim)
            })
            .collect()
    }

    /// The number of a cell that holds just one.
    fn value(&self, row: &Row, column: usize, year: Option<i32>) -> Option<Value> {
        let cell = self.table.cell(row, column)?;
        let [range] = cell.ranges.as_slice() else { return None };
        let shadow = Shadow::of(&self.context.text, *range);
        let mut found = figures(shadow.as_str());
        let figure = found.pop().filter(|_| found.is_empty())?;
        // "10/63" is a rank or a share without its measure.
        let counts =
            matches!(figure.kind, FigureKind::Percent | FigureKind::Count) && figure.denominator.is_none();
        let words = shadow.as_str().split_whitespace().count();
        let other_digits = shadow.as_str().bytes().filter(u8::is_ascii_digit).count()
            != shadow.as_str()[figure.digits.clone()].bytes().filter(u8::is_ascii_digit).count();
        (counts && words <= 8 && !other_digits).then_some(Value { column, year, figure, shadow })
    }

    fn target(
        &self,
        row: &Row,
        name: &Cell,
        group: Option<&Cell>,
        value: &Value,
        interim: bool,
    ) -> Option<Target> {
        let context = self.context;
        let block = &context.document.blocks[self.at];
        let section = context.document.section_of(block).map(|section| section.label.clone());
        let mut record = context.record_at(section, row.address.clone(), *row.ranges.first()?);
        let figure = &value.figure;
        let digits = value.shadow.range(figure.digits.clone());
        record.evidence("value", digits);
        record.evidence_all("label", &name.ranges);
        let mut compared: Vec<CharRange> =
            figure.comparator_words.iter().map(|words| value.shadow.range(words.clone())).collect();
        if compared.is_empty() {
            compared.push(digits);
        }
        record.evidence_all("comparator", &compared);
        if figure.value_max.is_some() {
            record.evidence("value_max", digits);
        }
        let unit = self.unit(row, name, value, &mut record);
        let due_year = self.due_year(value, &mut record);
        let level = level_of(&name.text).filter(|_| LEVEL.is_match(&name.text));
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
            label: IN_BRACKETS.replace(&name.text, "").trim().to_owned(),
            objective: None,
            indicator,
            comparator: if figure.value_max.is_some() { Comparator::Range } else { figure.comparator },
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

    /// The unit of the cell itself, of the row's column of units, or in brackets after the
    /// name or in the header.
    fn unit(&self, row: &Row, name: &Cell, value: &Value, record: &mut RecordBuilder) -> Option<String> {
        let figure = &value.figure;
        if figure.kind == FigureKind::Percent {
            record.evidence("unit", value.shadow.range(figure.digits.clone()));
            return Some("%".to_owned());
        }
        if let Some(unit) = &figure.unit {
            let range = value.shadow.range(unit.clone());
            record.evidence("unit", range);
            return Some(self.context.printed(range));
        }
        let own = self.unit.and_then(|column| self.table.cell(row, column));
        if let Some(cell) = own.filter(|cell| cell.text.chars().any(|c| c.is_alphabetic() || c == '%')) {
            record.evidence_all("unit", &cell.ranges);
            return Some(cell.text.clone());
        }
        if IN_BRACKETS.is_match(&name.text) {
            record.evidence_all("unit", &name.ranges);
            return Some("%".to_owned());
        }
        let header = &self.table.columns[value.column];
        IN_BRACKETS.is_match(header).then(|| {
            record.inherited("unit", self.in_header("%"));
            "%".to_owned()
        })
    }

    /// The column's year, else the caption's or a heading's, else the plan's if it is one year.
    fn due_year(&self, value: &Value, record: &mut RecordBuilder) -> Option<i32> {
        if let Some(year) = value.year {
            record.inherited("due_year", self.in_header(&year.to_string()));
            return Some(year);
        }
        let plan = &self.context.plan;
        let own = || {
            let year = plan.period_end.filter(|_| plan.period_start == plan.period_end)?;
            Some((year, *plan.evidence.get("period_end")?.first()?))
        };
        let (year, range) = year_of(self.context, self.at).or_else(own)?;
        record.inherited("due_year", Some(range));
        Some(year)
    }

    /// Where the header prints some words.
    fn in_header(&self, words: &str) -> Option<CharRange> {
        let block = self.context.document.blocks[self.at].range;
        let first = self.table.rows.first()?.ranges.first()?;
        let shadow = Shadow::of(&self.context.text, CharRange::new(block.start, first.start));
        let at = shadow.as_str().find(words)?;
        Some(shadow.range(at..at + words.len()))
    }
}

/// A name has words; a lone mark or number names nothing, and a rank counts nothing.
fn names_something(text: &str) -> bool {
    let lower = text.to_lowercase();
    let ranks = ["xếp hạng", "thứ hạng", "vị trí"].iter().any(|word| lower.starts_with(word));
    !ranks && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
}
