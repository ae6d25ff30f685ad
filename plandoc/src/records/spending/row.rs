//! Which tasks stand in the rows of tables?

use super::{
    super::{Confidence, ReadContext, RecordBuilder},
    AmountBasis, Phase, Spending,
    agency::{self, agencies},
    funding::source_in,
    period::period_in,
    task_table::{MoneyColumn, Stated, TaskTable},
};
use crate::{
    blocks::{Cell, Row, RowKind, columns::ColumnRole, year_in},
    span::CharRange,
    text::money::CellMoney,
};

/// The tasks of one table.
pub(super) fn read(context: &ReadContext, table: &TaskTable<'_>) -> Vec<Spending> {
    if table.of_sources {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut group: Option<Stated> = None;
    for (at, row) in table.table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group => group = table.group_name(row),
            RowKind::Total => {}
            RowKind::Item if is_subtotal(table, at) => {}
            RowKind::Item => found.extend(tasks(context, table, row, group.as_ref())),
        }
    }
    found
}

/// A row "1" with money of its own whose parts "1.1", "1.2" have theirs adds them up.
pub(in crate::records) fn is_subtotal(table: &TaskTable<'_>, at: usize) -> bool {
    let rows = &table.table.rows;
    let Some((label, _)) = table.ordinal(&rows[at]) else { return false };
    let has_money = |row: &Row| {
        table
            .amount_columns()
            .iter()
            .any(|column| matches!(table.money(row, column).0, CellMoney::Amount { .. }))
    };
    has_money(&rows[at])
        && rows[at + 1..]
            .iter()
            .take_while(|row| table.ordinal(row).is_some_and(|(part, _)| is_part(&part, &label)))
            .any(has_money)
}

/// Whether "1.2" is a part of "1".
pub(in crate::records) fn is_part(part: &str, whole: &str) -> bool {
    part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1)
}

/// One record of a row, or one per column where several hold its money by year or source.
fn tasks(context: &ReadContext, table: &TaskTable<'_>, row: &Row, group: Option<&Stated>) -> Vec<Spending> {
    let columns = table.amount_columns();
    let filled: Vec<&MoneyColumn> =
        columns.iter().filter(|column| !matches!(table.money(row, column).0, CellMoney::Empty)).collect();
    if filled.len() < 2 {
        let column = filled.first().copied().or(columns.first());
        return task(context, table, row, group, column, columns.len() > 1).into_iter().collect();
    }
    filled.into_iter().filter_map(|column| task(context, table, row, group, Some(column), true)).collect()
}

fn task(
    context: &ReadContext,
    table: &TaskTable<'_>,
    row: &Row,
    group: Option<&Stated>,
    column: Option<&MoneyColumn>,
    one_of_several: bool,
) -> Option<Spending> {
    let title = table.cell(row, ColumnRole::Title)?;
    let quote = *row.ranges.first()?;
    let mut builder = context.record_at(table.section.clone(), row.address.clone(), quote);
    builder.evidence_all("title", &title.ranges);
    let mut spending = Spending {
        provenance: builder.clone().finish(),
        table: table.name.words.clone(),
        row: None,
        group: None,
        title: title.text.clone(),
        amount_vnd: None,
        disbursed_vnd: None,
        year: None,
        phase: table.phase,
        amount_basis: None,
        in_sum: false,
        repeats: None,
        funding_source: None,
        funding_note: None,
        lead_agency: None,
        partner_agencies: Vec::new(),
        product: None,
        period: None,
    };
    place(&mut spending, &mut builder, table, row, group);
    money(&mut spending, &mut builder, table, row, column);
    year(&mut spending, &mut builder, context, table, column, one_of_several);
    source(&mut spending, &mut builder, table, row, column, one_of_several);
    people(&mut spending, &mut builder, table, row);
    delivery(&mut spending, &mut builder, table, row, title);
    spending.provenance = builder.finish();
    Some(spending)
}

fn place(
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    table: &TaskTable<'_>,
    row: &Row,
    group: Option<&Stated>,
) {
    if let Some((label, ranges)) = table.ordinal(row) {
        spending.row = Some(label);
        builder.evidence_all("row", &ranges);
    }
    let group = group.unwrap_or(&table.caption);
    if !group.words.is_empty() {
        spending.group = Some(group.words.clone());
        builder.evidence_all("group", &group.ranges);
        builder.inherited("group", None);
    }
    for field in ["table", "phase"] {
        builder.evidence_all(field, &table.name.ranges);
        builder.inherited(field, None);
    }
}

fn money(
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    table: &TaskTable<'_>,
    row: &Row,
    column: Option<&MoneyColumn>,
) {
    if table.is_shifted(row) {
        builder.doubt(
            Confidence::Low,
            "the row has fewer cells than the table has columns; its money is not read",
        );
        return;
    }
    let mut notes: Vec<String> = Vec::new();
    if let Some(column) = column {
        let (said, ranges) = table.money(row, column);
        match said {
            CellMoney::Amount { vnd, note, .. } => {
                spending.amount_vnd = Some(vnd);
                let basis = basis(table, column);
                spending.amount_basis = Some(basis);
                builder.evidence_all("amount_vnd", &ranges);
                builder.evidence_all("amount_basis", &basis_ranges(table, column, basis, &ranges));
                unit(builder, table, "amount_vnd");
                if note.is_some() {
                    builder.evidence_all("funding_note", &ranges);
                }
                notes.extend(note);
            }
            CellMoney::Words(words) => {
                builder.evidence_all("funding_note", &ranges);
                notes.push(words);
            }
            CellMoney::Unclear(words) => {
                builder.evidence_all("funding_note", &ranges);
                builder.doubt(Confidence::Low, "the amount can be read in more than one way");
                notes.push(words);
            }
            CellMoney::Empty => {}
        }
    }
    if let Some(column) = table.disbursed_column()
        && let (CellMoney::Amount { vnd, .. }, ranges) = table.money(row, &column)
    {
        spending.disbursed_vnd = Some(vnd);
        builder.evidence_all("disbursed_vnd", &ranges);
        unit(builder, table, "disbursed_vnd");
    }
    if let Some(note) = table.cell(row, ColumnRole::Note) {
        builder.evidence_all("funding_note", &note.ranges);
        notes.push(note.text.clone());
    }
    spending.funding_note = (!notes.is_empty()).then(|| notes.join("; "));
}

/// The unit stands in a line above or in the header.
fn unit(builder: &mut RecordBuilder, table: &TaskTable<'_>, field: &str) {
    if table.table.unit_range.is_some() {
        builder.inherited(field, table.table.unit_range);
    }
}

fn basis(table: &TaskTable<'_>, column: &MoneyColumn) -> AmountBasis {
    let header = column.header.to_lowercase();
    if column.role == ColumnRole::TotalInvestment {
        AmountBasis::TotalInvestment
    } else if header.contains("dự kiến")
        || header.contains("nhu cầu")
        || table.caption.words.to_lowercase().contains("nhu cầu")
    {
        AmountBasis::Estimate
    } else {
        AmountBasis::Allocation
    }
}

/// Where the words stand that say what an amount stands for; of a plain one, itself.
fn basis_ranges(
    table: &TaskTable<'_>,
    column: &MoneyColumn,
    basis: AmountBasis,
    amount: &[CharRange],
) -> Vec<CharRange> {
    let in_header = column.header.to_lowercase();
    let said = ["dự kiến", "nhu cầu"].iter().any(|word| in_header.contains(word));
    match basis {
        AmountBasis::Allocation => amount.to_vec(),
        AmountBasis::Estimate if !said => table.caption.ranges.clone(),
        AmountBasis::Estimate | AmountBasis::TotalInvestment => table.header(column).to_vec(),
    }
}

/// Year of the money: of its column, of the caption or heading, else of a plan for one year.
/// The investment in a project over years has none.
fn year(
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    context: &ReadContext,
    table: &TaskTable<'_>,
    column: Option<&MoneyColumn>,
    one_of_several: bool,
) {
    let own = column
        .filter(|_| one_of_several || table.phase == Phase::Reported)
        .and_then(|column| year_in(&column.header));
    if let Some(year) = own {
        spending.year = Some(year);
        builder.evidence_all("year", column.map_or(&[], |column| table.header(column)));
        builder.inherited("year", None);
    } else if spending.amount_basis == Some(AmountBasis::TotalInvestment) {
        // No year.
    } else if let Some((year, range)) = table.year {
        spending.year = Some(year);
        builder.inherited("year", Some(range));
    } else if table.phase == Phase::Planned {
        super::inherit_year(spending, builder, context);
    }
}

fn source(
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    table: &TaskTable<'_>,
    row: &Row,
    column: Option<&MoneyColumn>,
    one_of_several: bool,
) {
    if let Some(cell) = table.cell(row, ColumnRole::Source) {
        spending.funding_source = Some(cell.text.clone());
        builder.evidence_all("funding_source", &cell.ranges);
    } else if let Some(range) = column
        .filter(|_| one_of_several)
        .and_then(|column| source_in(&column.header).map(|range| (column, range)))
    {
        spending.funding_source = Some(range.0.header[range.1].to_owned());
        builder.evidence_all("funding_source", table.header(range.0));
        builder.inherited("funding_source", None);
    } else if table.column(ColumnRole::Source).is_none()
        && let Some(range) = source_in(&table.caption.words)
    {
        spending.funding_source = Some(table.caption.words[range].to_owned());
        builder.evidence_all("funding_source", &table.caption.ranges);
        builder.inherited("funding_source", None);
    }
}

fn people(spending: &mut Spending, builder: &mut RecordBuilder, table: &TaskTable<'_>, row: &Row) {
    if let Some(cell) = table.cell(row, ColumnRole::Lead) {
        let found = agencies(&cell.text);
        spending.lead_agency = found.lead.map(|range| agency::mended(&cell.text[range]));
        spending
            .partner_agencies
            .extend(found.partners.into_iter().map(|range| agency::mended(&cell.text[range])));
        builder.evidence_all("lead_agency", &cell.ranges);
        if !spending.partner_agencies.is_empty() {
            builder.evidence_all("partner_agencies", &cell.ranges);
        }
    }
    if let Some(cell) = table.cell(row, ColumnRole::Partners) {
        let listed = agency::list(&cell.text, 0..cell.text.len());
        spending.partner_agencies.extend(listed.into_iter().map(|range| agency::mended(&cell.text[range])));
        builder.evidence_all("partner_agencies", &cell.ranges);
    }
}

fn delivery(
    spending: &mut Spending,
    builder: &mut RecordBuilder,
    table: &TaskTable<'_>,
    row: &Row,
    title: &Cell,
) {
    if let Some(cell) = table.cell(row, ColumnRole::Product) {
        spending.product = Some(cell.text.clone());
        builder.evidence_all("product", &cell.ranges);
    }
    if let Some(cell) = table.cell(row, ColumnRole::Period) {
        spending.period = Some(cell.text.clone());
        builder.evidence_all("period", &cell.ranges);
    } else if let Some(range) = period_in(&title.text) {
        spending.period = Some(title.text[range].to_owned());
        builder.evidence_all("period", &title.ranges);
    }
}
