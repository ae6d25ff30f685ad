//! Which rows does a total cover, and what do they add up to?

use crate::{
    blocks::{RowKind, columns::ColumnRole},
    records::spending::{MoneyColumn, Spending, TaskTable, is_part, is_subtotal},
    text::{fold::words, money::CellMoney},
};

/// Sum of the items of a table among some of its rows, in one column of amounts; `None` if
/// there is none, or if one of them cannot be read.
pub(super) fn of_rows(
    table: &TaskTable<'_>,
    rows: impl Iterator<Item = usize>,
    column: &MoneyColumn,
) -> Option<i64> {
    let mut sum = 0_i64;
    let mut any = false;
    for at in rows {
        let row = &table.table.rows[at];
        if row.kind != RowKind::Item || is_subtotal(table, at) {
            continue;
        }
        match table.money(row, column).0 {
            _ if table.is_shifted(row) => return None,
            CellMoney::Amount { vnd, .. } => {
                sum = sum.checked_add(vnd)?;
                any = true;
            }
            CellMoney::Unclear(_) => return None,
            CellMoney::Empty | CellMoney::Words(_) => {}
        }
    }
    any.then_some(sum)
}

/// The rows that the total in row `at` covers: all of them for the last total of a table or
/// one that stands above them all; those since the last group or total for others; the
/// following ones for a group with money of its own.
pub(super) fn rows_of(table: &TaskTable<'_>, at: usize) -> std::ops::Range<usize> {
    let rows = &table.table.rows;
    let next = |kinds: &[RowKind]| {
        rows[at + 1..]
            .iter()
            .position(|row| kinds.contains(&row.kind))
            .map_or(rows.len(), |found| at + 1 + found)
    };
    match rows[at].kind {
        RowKind::Group => at + 1..next(&[RowKind::Group, RowKind::Total]),
        RowKind::Item => {
            let label = table.ordinal(&rows[at]).map(|(label, _)| label).unwrap_or_default();
            let parts = rows[at + 1..]
                .iter()
                .take_while(|row| table.ordinal(row).is_some_and(|(part, _)| is_part(&part, &label)))
                .count();
            at + 1..at + 1 + parts
        }
        RowKind::Total => {
            let items_before = rows[..at].iter().any(|row| row.kind == RowKind::Item);
            let totals_after = rows[at + 1..].iter().any(|row| row.kind == RowKind::Total);
            if items_before && totals_after {
                let start =
                    rows[..at].iter().rposition(|row| row.kind != RowKind::Item).map_or(0, |found| found + 1);
                start..at
            } else {
                0..rows.len()
            }
        }
    }
}

/// Sum of all items of a table.
pub(super) fn of_table(table: &TaskTable<'_>, column: &MoneyColumn) -> Option<i64> {
    of_rows(table, 0..table.table.rows.len(), column)
}

/// Whether a table's cells in the first column of sources or titles may be added up.
pub(super) fn label_column(table: &TaskTable<'_>) -> Option<usize> {
    table.column(if table.of_sources { ColumnRole::Source } else { ColumnRole::Title })
}

/// The plan's sum: all records that are in it.
pub(super) fn of_plan(spending: &[Spending]) -> Option<i64> {
    sum(spending.iter().filter(|record| record.in_sum))
}

fn sum<'a>(records: impl Iterator<Item = &'a Spending>) -> Option<i64> {
    let mut total = None;
    for record in records {
        total = Some(total.unwrap_or(0_i64).checked_add(record.amount_vnd?)?);
    }
    total
}

/// Per source that the plan names, the sum of the records that name it too; `None` for all
/// of them if one record names none of them or two.
pub(super) fn by_source(sources: &[String], spending: &[Spending]) -> Vec<Option<i64>> {
    let named: Vec<Vec<String>> = sources.iter().map(|source| significant(source)).collect();
    let mut sums = vec![0_i64; sources.len()];
    for record in spending.iter().filter(|record| record.in_sum) {
        let own = record.funding_source.as_deref().map(significant).unwrap_or_default();
        let fits = |words: &Vec<String>| !words.is_empty() && words.iter().all(|word| own.contains(word));
        let fitting: Vec<usize> = (0..named.len()).filter(|at| fits(&named[*at])).collect();
        let ([at], Some(vnd)) = (fitting.as_slice(), record.amount_vnd) else {
            return vec![None; sources.len()];
        };
        sums[*at] += vnd;
    }
    sums.into_iter().map(Some).collect()
}

/// Words that tell one source from another.
fn significant(source: &str) -> Vec<String> {
    const COMMON: [&str; 9] = ["tong", "kinh", "phi", "nguon", "von", "ngan", "sach", "cac", "tu"];
    words(source).into_iter().filter(|word| !COMMON.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::significant;

    #[test]
    fn sources_are_compared_by_what_tells_them_apart() {
        assert_eq!(
            significant("Tổng kinh phí sự nghiệp địa phương"),
            significant("Vốn sự nghiệp địa phương")
        );
        assert_ne!(significant("kinh phí đầu tư"), significant("kinh phí sự nghiệp"));
    }
}
