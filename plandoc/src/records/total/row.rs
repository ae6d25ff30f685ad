//! Which totals stand in the rows of tables?

use super::{Total, cover};
use crate::{
    blocks::{Cell, Row, RowKind, columns::ColumnRole},
    records::{
        Confidence, ReadContext, RecordBuilder,
        spending::{MoneyColumn, TaskTable, is_subtotal, source_in},
    },
    text::money::CellMoney,
};

/// The totals of one table: total rows, groups and items with the sum of those below them,
/// and the rows of a table of sources.
pub(super) fn read(context: &ReadContext, table: &TaskTable<'_>) -> Vec<Total> {
    let columns = table.amount_columns();
    let mut found = Vec::new();
    for (at, row) in table.table.rows.iter().enumerate() {
        let source = table.of_sources && row.kind == RowKind::Item;
        if row.kind == RowKind::Item && !source && !is_subtotal(table, at) {
            continue;
        }
        for (index, column) in columns.iter().enumerate() {
            let total = total(context, table, at, column, index == 0, columns.len() > 1);
            found.extend(total.filter(|total| total.amount_vnd.is_some() || total.disbursed_vnd.is_some()));
        }
    }
    found
}

fn total(
    context: &ReadContext,
    table: &TaskTable<'_>,
    at: usize,
    column: &MoneyColumn,
    first: bool,
    one_of_several: bool,
) -> Option<Total> {
    let row = &table.table.rows[at];
    let is_source = table.of_sources && row.kind == RowKind::Item;
    let label = label(table, row)?;
    let mut builder = context.record_at(table.section.clone(), row.address.clone(), *row.ranges.first()?);
    let words =
        if one_of_several { format!("{} ({})", label.text, column.header) } else { label.text.clone() };
    let scope = if is_source { "source".to_owned() } else { table.name.words.clone() };
    let mut total = Total::new(builder.clone().finish(), words, scope);
    builder.evidence_all("label", &label.ranges);
    builder.evidence_all("scope", &table.name.ranges);
    builder.inherited("scope", None);
    let covered = cover::rows_of(table, at);
    if let Some((vnd, ranges)) = amount(table, row, column) {
        total.amount_vnd = Some(vnd);
        builder.evidence_all("amount_vnd", &ranges);
        unit(table, &mut builder, "amount_vnd");
        total.computed_vnd = (!is_source).then(|| cover::of_rows(table, covered.clone(), column)).flatten();
    }
    if let Some(spent) = table.disbursed_column().filter(|_| first)
        && let Some((vnd, ranges)) = amount(table, row, &spent)
    {
        total.disbursed_vnd = Some(vnd);
        builder.evidence_all("disbursed_vnd", &ranges);
        unit(table, &mut builder, "disbursed_vnd");
        total.computed_disbursed_vnd = (!is_source).then(|| cover::of_rows(table, covered, &spent)).flatten();
    }
    rate(&mut total, &mut builder, table, row);
    source(&mut total, &mut builder, table, label, is_source);
    if row.cells.len() < table.table.columns.len() && row.kind != RowKind::Total {
        builder.doubt(Confidence::Medium, "the row has fewer cells than the table has columns");
    }
    total.compare();
    total.provenance = builder.finish();
    Some(total)
}

/// The cell that names a total: of its source or task, else the first with words.
fn label<'r>(table: &TaskTable<'_>, row: &'r Row) -> Option<&'r Cell> {
    let has_words = |cell: &&Cell| cell.text.chars().any(char::is_alphabetic);
    let placed = row.kind == RowKind::Group || row.cells.len() >= table.table.columns.len();
    let named = cover::label_column(table).filter(|_| placed);
    named
        .and_then(|column| row.cells.get(column))
        .filter(has_words)
        .or_else(|| row.cells.iter().find(|cell| has_words(cell)))
}

fn amount(
    table: &TaskTable<'_>,
    row: &Row,
    column: &MoneyColumn,
) -> Option<(i64, Vec<crate::span::CharRange>)> {
    match table.money(row, column) {
        (CellMoney::Amount { vnd, .. }, ranges) => Some((vnd, ranges)),
        _ => None,
    }
}

fn unit(table: &TaskTable<'_>, builder: &mut RecordBuilder, field: &str) {
    if table.table.unit_range.is_some() {
        builder.inherited(field, table.table.unit_range);
    }
}

fn rate(total: &mut Total, builder: &mut RecordBuilder, table: &TaskTable<'_>, row: &Row) {
    let Some(cell) = table.cell(row, ColumnRole::Rate) else { return };
    let number = cell.text.trim_end_matches(['%', ' ']).replace(',', ".");
    if let Ok(rate) = number.parse::<f64>()
        && rate.is_finite()
    {
        total.printed_rate = Some(rate);
        builder.evidence_all("printed_rate", &cell.ranges);
    }
}

/// A row of a table of sources is one; else the caption may name the source of all.
fn source(
    total: &mut Total,
    builder: &mut RecordBuilder,
    table: &TaskTable<'_>,
    label: &Cell,
    is_source: bool,
) {
    if is_source {
        total.funding_source = Some(label.text.clone());
        builder.evidence_all("funding_source", &label.ranges);
    } else if let Some(range) = source_in(&table.caption.words) {
        total.funding_source = Some(table.caption.words[range].to_owned());
        builder.evidence_all("funding_source", &table.caption.ranges);
        builder.inherited("funding_source", None);
    }
}
