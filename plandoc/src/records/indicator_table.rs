//! What do the rows of a table of indicators hold: a name, a unit, one number per column?
//!
//! ```text
//! TT  Chỉ tiêu           Đơn vị tính   Thực hiện 2030   Năm 2031   Năm 2035
//! 1   Tỷ lệ xã có chợ    %             30               ≥ 40       80
//! ```
//! A cell that holds more than one number is left to people.

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{Comparator, Level, ReadContext, RecordBuilder};
use crate::{
    blocks::{
        BlockKind, Cell, Row, Table,
        columns::{ColumnRole, role_of_header},
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
/// Headers of the column of units.
static UNITS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)^(?:đvt|đơn\s+vị(?:\s+tính|\s+đo)?)$"));
/// A level named as one: "tại cấp xã", not "tỷ lệ xã có …".
static LEVEL: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\bcấp\s+(?:tỉnh|huyện|xã)\b"));
/// A unit in brackets at the end of a name or header: "Tỷ lệ xã có chợ (%)".
static IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| regex(r"\(\s*(%)\s*\)\s*$"));

/// Whether a header tells what was reached.
pub(super) fn is_reached(header: &str) -> bool {
    REACHED.is_match(header)
}

/// A table of indicators.
pub(super) struct IndicatorTable<'a> {
    pub(super) context: &'a ReadContext,
    /// Place of the table's block in the document.
    pub(super) at: usize,
    pub(super) table: &'a Table,
    /// Column of the names.
    pub(super) name: usize,
    /// Column of the units.
    pub(super) unit: Option<usize>,
}

/// The one number of a cell.
pub(super) struct Value {
    pub(super) figure: Figure,
    pub(super) shadow: Shadow,
}

impl Value {
    /// Where its digits stand.
    pub(super) fn digits(&self) -> CharRange {
        self.shadow.range(self.figure.digits.clone())
    }

    /// How it is meant.
    pub(super) fn comparator(&self) -> Comparator {
        if self.figure.value_max.is_some() { Comparator::Range } else { self.figure.comparator }
    }

    /// Where the words stand that say how it is meant; of a plain number, itself.
    pub(super) fn comparator_ranges(&self) -> Vec<CharRange> {
        let words = &self.figure.comparator_words;
        if words.is_empty() {
            return vec![self.digits()];
        }
        words.iter().map(|words| self.shadow.range(words.clone())).collect()
    }
}

impl<'a> IndicatorTable<'a> {
    /// The table of block `at`, if it is one of indicators.
    pub(super) fn of(context: &'a ReadContext, at: usize) -> Option<Self> {
        let BlockKind::Table(table) = &context.document.blocks[at].kind else { return None };
        let roles: Vec<ColumnRole> = table.columns.iter().map(|header| role_of_header(header)).collect();
        let name = roles.iter().position(|role| *role == ColumnRole::Indicator)?;
        let unit = table.columns.iter().position(|header| UNITS.is_match(header.trim()));
        (!roles.contains(&ColumnRole::Title)).then_some(Self { context, at, table, name, unit })
    }

    /// The table of block `at`, if it names contents, what was aimed at and what was reached:
    /// "Nội dung | Chỉ tiêu | Thực hiện".
    pub(super) fn with_aims(context: &'a ReadContext, at: usize) -> Option<Self> {
        let BlockKind::Table(table) = &context.document.blocks[at].kind else { return None };
        let roles: Vec<ColumnRole> = table.columns.iter().map(|header| role_of_header(header)).collect();
        let name = roles.iter().position(|role| *role == ColumnRole::Title)?;
        let aimed = roles.iter().position(|role| *role == ColumnRole::Indicator)?;
        let reached = table.columns.iter().skip(aimed + 1).any(|header| is_reached(header));
        let sure = roles.iter().all(|role| {
            !matches!(
                role,
                ColumnRole::Amount | ColumnRole::Lead | ColumnRole::TotalInvestment | ColumnRole::Period
            )
        });
        let unit = table.columns.iter().position(|header| UNITS.is_match(header.trim()));
        (name < aimed && reached && sure).then_some(Self { context, at, table, name, unit })
    }

    /// The cell that names what a row measures.
    pub(super) fn named<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        self.table.cell(row, self.name).filter(|cell| names_something(&cell.text))
    }

    /// Label path of the section that holds the table.
    pub(super) fn section(&self) -> Option<String> {
        let document = &self.context.document;
        document.section_of(&document.blocks[self.at]).map(|section| section.label.clone())
    }

    /// The number of a cell that holds just one.
    pub(super) fn value(&self, row: &Row, column: usize) -> Option<Value> {
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
        (counts && words <= 8 && !other_digits).then_some(Value { figure, shadow })
    }

    /// The unit of the cell itself, of the row's column of units, or in brackets after the
    /// name or in the header.
    pub(super) fn unit(
        &self,
        row: &Row,
        name: &Cell,
        value: &Value,
        column: usize,
        record: &mut RecordBuilder,
    ) -> Option<String> {
        let figure = &value.figure;
        if figure.kind == FigureKind::Percent {
            record.evidence("unit", value.digits());
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
        IN_BRACKETS.is_match(&self.table.columns[column]).then(|| {
            self.inherit(column, "unit", record);
            "%".to_owned()
        })
    }

    /// Notes that the header of a column gives a field.
    pub(super) fn inherit(&self, column: usize, field: &str, record: &mut RecordBuilder) {
        record.evidence_all(field, self.table.column_ranges.get(column).map_or(&[], Vec::as_slice));
        record.inherited(field, None);
    }
}

/// What a row measures, without the unit in brackets.
pub(super) fn label(name: &Cell) -> String {
    IN_BRACKETS.replace(&name.text, "").trim().to_owned()
}

/// The level that a row's name gives as one.
pub(super) fn level(name: &Cell) -> Option<Level> {
    level_of(&name.text).filter(|_| LEVEL.is_match(&name.text))
}

/// A name has words; a lone mark or number names nothing, and a rank counts nothing.
fn names_something(text: &str) -> bool {
    let lower = text.to_lowercase();
    let ranks = ["xếp hạng", "thứ hạng", "vị trí"].iter().any(|word| lower.starts_with(word));
    !ranks && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
}
