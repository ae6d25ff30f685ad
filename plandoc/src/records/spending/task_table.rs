//! Is a table one of tasks or of sources of money, and what do its columns, caption and
//! place say of every row?

use std::sync::LazyLock;

use crate::text::pattern::Regex;

use super::{
    super::{ReadContext, SectionRole},
    Phase,
};
use crate::{
    blocks::{
        Block, BlockKind, Cell, MoneyUnit, Row, RowKind, Section, Table,
        columns::{ColumnRole, role_of_header},
        furniture, roman_value, year_in,
    },
    span::CharRange,
    text::{
        fold::words,
        money::{CellMoney, cell},
    },
};

/// A table with money or assignments, and what holds for all its rows.
pub(in crate::records) struct TaskTable<'a> {
    pub(in crate::records) table: &'a Table,
    pub(in crate::records) roles: Vec<ColumnRole>,
    /// Whether its rows are sources of money rather than tasks.
    pub(in crate::records) of_sources: bool,
    /// The annex or section that holds it, as printed.
    pub(in crate::records) name: Stated,
    /// Its caption in an annex, else its section's heading.
    pub(in crate::records) caption: Stated,
    pub(in crate::records) phase: Phase,
    /// Path label of its section.
    pub(in crate::records) section: Option<String>,
    /// Year that caption or headings carry, and where.
    pub(in crate::records) year: Option<(i32, CharRange)>,
}

/// Words and where they stand.
#[derive(Clone, Debug, Default)]
pub(in crate::records) struct Stated {
    pub(in crate::records) words: String,
    pub(in crate::records) ranges: Vec<CharRange>,
}

/// One column of amounts.
#[derive(Clone, Debug)]
pub(in crate::records) struct MoneyColumn {
    pub(in crate::records) column: usize,
    pub(in crate::records) role: ColumnRole,
    pub(in crate::records) header: String,
    pub(in crate::records) unit: Option<MoneyUnit>,
}

static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)đánh\s+giá|kết\s+quả|tình\s+hình|đã\s+(?:thực\s+hiện|triển\s+khai|giải\s+ngân)|quyết\s+toán",
    )
    .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});
static ANNEX_NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)phụ\s+lục\s+(?:số\s+)?([ivx]+|\d+)\b")
        .unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

impl<'a> TaskTable<'a> {
    /// The table of block `at`, if it is one of tasks or sources.
    pub(in crate::records) fn of(context: &'a ReadContext, at: usize) -> Option<Self> {
        let block = context.document.blocks.get(at)?;
        let BlockKind::Table(table) = &block.kind else { return None };
        let roles: Vec<ColumnRole> = table.columns.iter().map(|header| role_of_header(header)).collect();
        let has = |role: ColumnRole| roles.contains(&role);
        let money = has(ColumnRole::Amount) || has(ColumnRole::TotalInvestment) || has(ColumnRole::Disbursed);
        let of_sources = money && !has(ColumnRole::Title) && has(ColumnRole::Source);
        let assigned = has(ColumnRole::Lead) || has(ColumnRole::Partners);
        if !of_sources && !(has(ColumnRole::Title) && (money || assigned)) {
            return None;
        }
        let section = context.document.section_of(block);
        let annex = annex_of(context, block);
        let holder = annex.or(section);
        let name = holder.map_or_else(Stated::default, |holder| Stated {
            words: holder.title.clone(),
            ranges: vec![holder.range],
        });
        let caption =
            caption(context, at).unwrap_or_else(|| heading(section).unwrap_or_else(|| name.clone()));
        let phase = phase(context, block, annex, &caption.words);
        let year = year(context, block, &caption);
        let section = section.map(|section| section.label.clone());
        Some(Self { table, roles, of_sources, name, caption, phase, section, year })
    }

    /// The column with a role; of several, the first.
    pub(in crate::records) fn column(&self, role: ColumnRole) -> Option<usize> {
        self.roles.iter().position(|known| *known == role)
    }

    /// A row's cell with a role, if it is not empty.
    pub(in crate::records) fn cell<'r>(&self, row: &'r Row, role: ColumnRole) -> Option<&'r Cell> {
        let cell = self.table.cell(row, self.column(role)?)?;
        (!cell.text.is_empty()).then_some(cell)
    }

    /// Columns whose amounts are a row's money: those of a role, or only the one that adds
    /// the others up.
    pub(in crate::records) fn money_columns(&self, role: ColumnRole) -> Vec<MoneyColumn> {
        let columns: Vec<MoneyColumn> = self
            .roles
            .iter()
            .enumerate()
            .filter(|(_, known)| **known == role)
            .map(|(column, _)| self.money_column(column, role))
            .collect();
        let total = columns.iter().find(|column| column.header.to_lowercase().contains("tổng"));
        match total {
            Some(total) if columns.len() > 1 => vec![total.clone()],
            _ => columns,
        }
    }

    /// Columns of planned or granted money: "Kinh phí", else "Tổng mức đầu tư".
    pub(in crate::records) fn amount_columns(&self) -> Vec<MoneyColumn> {
        let columns = self.money_columns(ColumnRole::Amount);
        if columns.is_empty() { self.money_columns(ColumnRole::TotalInvestment) } else { columns }
    }

    /// The column of money spent.
    pub(in crate::records) fn disbursed_column(&self) -> Option<MoneyColumn> {
        self.money_columns(ColumnRole::Disbursed).into_iter().next()
    }

    fn money_column(&self, column: usize, role: ColumnRole) -> MoneyColumn {
        let header = self.table.columns.get(column).cloned().unwrap_or_default();
        let unit = furniture::unit_in(&header).or(self.table.unit);
        MoneyColumn { column, role, header, unit }
    }

    /// Where the header of a column of amounts stands.
    pub(in crate::records) fn header(&self, column: &MoneyColumn) -> &[CharRange] {
        self.table.column_ranges.get(column.column).map_or(&[], Vec::as_slice)
    }

    /// What a row's cell in a column of amounts says, and where.
    pub(in crate::records) fn money(&self, row: &Row, column: &MoneyColumn) -> (CellMoney, Vec<CharRange>) {
        let found = self.aligned(row, column);
        found.map_or((CellMoney::Empty, Vec::new()), |found| {
            (cell(&found.text, column.unit), found.ranges.clone())
        })
    }

    /// The cell under a column of amounts. A short total row is aligned at its end, or holds
    /// just its numbers in order; a short item row at its beginning.
    fn aligned<'r>(&self, row: &'r Row, column: &MoneyColumn) -> Option<&'r Cell> {
        let is_amount = |cell: &&Cell| matches!(cell_of(cell, column), CellMoney::Amount { .. });
        let aligned = self.table.cell(row, column.column);
        if row.kind != RowKind::Total || row.cells.len() >= self.table.columns.len() {
            return aligned;
        }
        let money: Vec<usize> = (0..self.roles.len()).filter(|at| is_money(self.roles[*at])).collect();
        let numbers: Vec<&Cell> = row.cells.iter().filter(is_amount).collect();
        if numbers.len() == money.len() {
            return numbers.get(money.iter().position(|at| *at == column.column)?).copied();
        }
        if aligned.is_some_and(|cell| is_amount(&cell)) {
            return aligned;
        }
        row.cells.get(column.column).filter(is_amount)
    }

    /// Whether a short row can be trusted to have only empty cells left out at its end.
    pub(in crate::records) fn is_shifted(&self, row: &Row) -> bool {
        let last_money = self.roles.iter().rposition(|role| is_money(*role)).unwrap_or(0);
        row.kind != RowKind::Total && row.cells.len() <= last_money
    }

    /// Label of a row as printed, without its closing dot.
    pub(in crate::records) fn ordinal(&self, row: &Row) -> Option<(String, Vec<CharRange>)> {
        let cell = self.cell(row, ColumnRole::Ordinal)?;
        let label = cell.text.trim_end_matches(['.', ')', ' ']).to_owned();
        (!label.is_empty()).then(|| (label, cell.ranges.clone()))
    }

    /// The name that a group row gives to those below it.
    pub(in crate::records) fn group_name(&self, row: &Row) -> Option<Stated> {
        let title = self
            .cell(row, ColumnRole::Title)
            .or_else(|| row.cells.iter().rfind(|cell| cell.text.chars().any(char::is_alphabetic)))?;
        let words = match title.text.split_once(' ') {
            Some((mark, rest)) if is_mark(mark) => rest.to_owned(),
            _ => title.text.clone(),
        };
        Some(Stated { words, ranges: title.ranges.clone() })
    }
}

/// "IV" or "A." before the name of a group.
fn is_mark(word: &str) -> bool {
    let mark = word.trim_end_matches(['.', ')']);
    let is_letter =
        mark.chars().count() == 1 && mark.chars().all(char::is_uppercase) && mark.len() < word.len();
    is_letter || roman_value(mark).is_some()
}

fn cell_of(found: &Cell, column: &MoneyColumn) -> CellMoney {
    cell(&found.text, column.unit)
}

fn is_money(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Amount | ColumnRole::TotalInvestment | ColumnRole::Disbursed)
}

fn heading(section: Option<&Section>) -> Option<Stated> {
    section.map(|section| Stated { words: section.title.clone(), ranges: vec![section.range] })
}

/// Caption lines right above the table: furniture that is neither a unit nor a reference to
/// the plan.
fn caption(context: &ReadContext, at: usize) -> Option<Stated> {
    let mut ranges: Vec<CharRange> = Vec::new();
    for (block, shadow) in context.document.blocks[..at].iter().zip(&context.shadows).rev() {
        if block.kind != BlockKind::Furniture {
            break;
        }
        let shown = shadow.as_str().trim();
        if furniture::unit_line(shown).is_none() && !furniture::is_attachment_note(shown) {
            ranges.insert(0, block.range);
        }
    }
    let words: Vec<String> = ranges.iter().map(|range| context.printed(*range)).collect();
    (!ranges.is_empty()).then(|| Stated { words: words.join(" "), ranges })
}

/// Whether the table of block `at` tells of what was done, by its caption or its place.
pub(in crate::records) fn reviews(context: &ReadContext, at: usize) -> bool {
    let block = &context.document.blocks[at];
    let annex = annex_of(context, block);
    let caption = caption(context, at).or_else(|| heading(context.document.section_of(block)));
    phase(context, block, annex, &caption.unwrap_or_default().words) == Phase::Reported
}

/// The year that a table's caption or the headings above it carry, and where.
pub(in crate::records) fn year_of(context: &ReadContext, at: usize) -> Option<(i32, CharRange)> {
    year(context, &context.document.blocks[at], &caption(context, at).unwrap_or_default())
}

fn annex_of<'a>(context: &'a ReadContext, block: &Block) -> Option<&'a Section> {
    let mut path = context.document.path(block.section);
    path.find(|section| section.role == SectionRole::Annex && section.level == 1)
}

fn phase(context: &ReadContext, block: &Block, annex: Option<&Section>, caption: &str) -> Phase {
    let role = context.document.role_of(block);
    let reviews = match annex {
        Some(annex) => REVIEW.is_match(caption) || is_named_in_review(context, &annex.label),
        None => matches!(role, SectionRole::Results | SectionRole::Review),
    };
    if reviews { Phase::Reported } else { Phase::Planned }
}

/// Whether the part on earlier years points at the annex: "(Phụ lục 01 đính kèm)".
fn is_named_in_review(context: &ReadContext, label: &str) -> bool {
    let Some(number) = label.strip_prefix("PL ").and_then(annex_number) else { return false };
    context.passages().any(|(_, block, shadow)| {
        matches!(context.document.role_of(block), SectionRole::Results | SectionRole::Review)
            && ANNEX_NAMED
                .captures_iter(shadow.as_str())
                .any(|found| found.get(1).and_then(|found| annex_number(found.as_str())) == Some(number))
    })
}

/// "01", "1" and "I" are one annex.
fn annex_number(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| roman_value(&text.to_uppercase()))
}

fn year(context: &ReadContext, block: &Block, caption: &Stated) -> Option<(i32, CharRange)> {
    let says = |range: &&CharRange| year_in(&context.printed(**range)).is_some();
    let range = caption.ranges.iter().find(says).or(caption.ranges.first()).copied();
    let own = year_in(&caption.words).zip(range);
    own.or_else(|| {
        context
            .document
            .path(block.section)
            .find_map(|section| section.year.map(|year| (year, section.range)))
    })
}

/// Whether two names of tasks say the same: most of their words are common.
pub(in crate::records) fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let mut rest = b.clone();
    let common = a
        .iter()
        .filter(|word| rest.iter().position(|other| other == *word).map(|at| rest.swap_remove(at)).is_some())
        .count();
    2 * common * 10 >= 7 * (a.len() + b.len())
}
