//! Which rows stand together, and what do they add up to?

use crate::types::spending::{Phase, Spending};

/// The rows of one phase in one table of the document.
pub(super) struct Sheet<'a> {
    /// Planned, executed or reported.
    pub(super) phase: Phase,
    /// Annex or section that holds the rows.
    pub(super) table: &'a str,
    /// Its groups in order.
    pub(super) groups: Vec<Group<'a>>,
}

impl<'a> Sheet<'a> {
    /// All its rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Spending> {
        self.groups.iter().flat_map(|group| group.rows.iter().copied())
    }
}

/// Rows under one heading.
pub(super) struct Group<'a> {
    /// The heading, as printed.
    pub(super) name: Option<&'a str>,
    /// The rows.
    pub(super) rows: Vec<&'a Spending>,
}

impl Group<'_> {
    /// Sum of the rows that count in the plan's sum; none if no row states an amount, or if
    /// what the amounts stand for differs between them.
    pub(super) fn sum(&self) -> Option<i64> {
        let counted: Vec<&Spending> =
            self.rows.iter().copied().filter(|row| row.in_sum && row.amount_vnd.is_some()).collect();
        let basis = counted.first()?.amount_basis;
        if counted.iter().any(|row| row.amount_basis != basis) {
            return None;
        }
        counted.iter().filter_map(|row| row.amount_vnd).try_fold(0_i64, i64::checked_add)
    }
}

/// Planned rows first, then what was spent, then what a review reports; tables and groups in the document's order.
pub(super) fn sheets(rows: &[Spending]) -> Vec<Sheet<'_>> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for row in in_order(rows) {
        let place = sheets.iter().position(|sheet| sheet.phase == row.phase && sheet.table == row.table);
        let place = place.unwrap_or_else(|| {
            sheets.push(Sheet { phase: row.phase, table: &row.table, groups: Vec::new() });
            sheets.len() - 1
        });
        let groups = &mut sheets[place].groups;
        match groups.last_mut() {
            Some(group) if group.name == row.group.as_deref() => group.rows.push(row),
            _ => groups.push(Group { name: row.group.as_deref(), rows: vec![row] }),
        }
    }
    sheets.sort_by_key(|sheet| sheet.phase);
    sheets
}

fn in_order(rows: &[Spending]) -> Vec<&Spending> {
    let mut rows: Vec<&Spending> = rows.iter().collect();
    rows.sort_by_key(|row| row.record.source.start);
    rows
}
