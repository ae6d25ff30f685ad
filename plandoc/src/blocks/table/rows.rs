//! What is each row: a group, an item or a total, whole or split by a page break?

use std::collections::HashSet;

use super::{
    header::{Header, cells, join},
    shape::RawRow,
};
use crate::{
    blocks::{
        Cell, Row, RowKind,
        columns::{ColumnRole, role_of_header},
        numbering::roman_value,
    },
    span::Text,
    text::fold::lower,
};

/// Rows in order, repeated headers dropped, split rows mended, labels as printed in
/// `address` ("6", "B.1", "Tổng cộng").
pub(super) fn build(text: &Text, raw: &[RawRow], header: &Header) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut after_break = false;
    for row in raw {
        after_break |= row.after_gap;
        let cells = cells(text, row);
        if is_repeated(&cells, header) {
            after_break = true;
            continue;
        }
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        let kind = kind_of(&cells, header);
        match rows.last_mut() {
            Some(above)
                if after_break && goes_on(above, &cells, kind, header)
                    || names_more(above, &cells, header) =>
            {
                mend(above, cells, row);
            }
            _ => rows.push(Row { kind, address: String::new(), cells, ranges: vec![row.range] }),
        }
        after_break = false;
    }
    label(&mut rows, header);
    rows
}

fn is_repeated(cells: &[Cell], header: &Header) -> bool {
    let same = |a: &Cell, b: &Cell| words(&a.text) == words(&b.text);
    !header.columns.is_empty()
        && cells.len() == header.columns.len()
        && cells.iter().zip(&header.columns).all(|(a, b)| same(a, b))
}

fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The rest of a row that a page break split: no ordinal, no total, and nothing in it that
/// the upper part has whole already (an amount is never cut).
fn goes_on(above: &Row, cells: &[Cell], kind: RowKind, header: &Header) -> bool {
    let Some(ordinal) = header.ordinal else { return false };
    let filled_amounts = header.columns.iter().enumerate().any(|(at, column)| {
        is_money(role_of_header(&column.text))
            && cells.get(at).is_some_and(|cell| !cell.text.is_empty())
            && above.cells.get(at).is_some_and(|cell| !cell.text.is_empty())
    });
    kind == RowKind::Item
        && above.kind != RowKind::Total
        && cells.get(ordinal).is_some_and(|cell| cell.text.is_empty())
        && !filled_amounts
}

/// A row with nothing but a bracket or the rest of a sentence under the name of the row
/// above: "(giai đoạn 2)".
fn names_more(above: &Row, cells: &[Cell], header: &Header) -> bool {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let (Some((at, only)), None) = (filled.next(), filled.next()) else { return false };
    let name = header.columns.get(at).is_some_and(|column| role_of_header(&column.text) == ColumnRole::Title);
    let goes_on = only.text.starts_with(|c: char| c == '(' || c.is_lowercase());
    above.kind == RowKind::Item
        && name
        && goes_on
        && above.cells.get(at).is_some_and(|cell| !cell.text.is_empty())
}

fn is_money(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Amount | ColumnRole::TotalInvestment | ColumnRole::Disbursed)
}

fn mend(above: &mut Row, cells: Vec<Cell>, row: &RawRow) {
    for (cell, rest) in above.cells.iter_mut().zip(cells) {
        if !rest.text.is_empty() {
            cell.text = join(&cell.text, &rest.text);
            cell.ranges.extend(rest.ranges);
        }
    }
    above.ranges.push(row.range);
}

fn kind_of(cells: &[Cell], header: &Header) -> RowKind {
    let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    let Some(first) = filled.first() else { return RowKind::Item };
    let ordinal = header.ordinal.and_then(|at| cells.get(at)).filter(|cell| !cell.text.is_empty());
    if is_total(&first.text)
        || (ordinal.is_some()
            && is_outer_mark(&first.text)
            && filled.get(1).is_some_and(|cell| is_total(&cell.text)))
    {
        return RowKind::Total;
    }
    let alone = filled.len() == 1;
    let group_mark =
        ordinal.is_some_and(|cell| is_outer_mark(&cell.text) || leading_mark(&cell.text).is_some());
    // A numeral over the whole width, or with its name; money beside it is a subtotal.
    let only_money_besides = cells.iter().enumerate().skip(2).all(|(at, cell)| {
        cell.text.is_empty()
            || header.columns.get(at).is_some_and(|column| is_money(role_of_header(&column.text)))
    });
    if group_mark && (alone || only_money_besides) || alone && header.columns.len() >= 4 && ordinal.is_none()
    {
        RowKind::Group
    } else {
        RowKind::Item
    }
}

/// "Tổng cộng", "TỔNG", "Cộng (I+II)", not "Tổng đài 1022".
pub(crate) fn is_total(label: &str) -> bool {
    let label = lower(label);
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    let starts = |word: &str| {
        label.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty()
                || rest.starts_with(|c: char| !c.is_alphabetic())
                || rest.starts_with("nhóm")
                || rest.starts_with("mục")
                || rest.starts_with("phần")
                || roman_value(&rest.to_uppercase()).is_some()
        })
    };
    starts("tổng")
        || starts("cộng")
        || label.starts_with("tổng cộng")
        || label.starts_with("tổng số")
        || label.starts_with("tổng kinh phí")
}

/// A numeral or capital that names groups: "I", "IV.", "A".
pub(super) fn is_outer_mark(text: &str) -> bool {
    let mark = text.trim_end_matches(['.', ')', ':', ' ']);
    roman_value(mark).is_some() || (mark.chars().count() == 1 && mark.chars().all(char::is_uppercase))
}

/// The numeral of a group whose name stands in the same cell: "I Xây dựng …".
fn leading_mark(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once(' ')?;
    (is_outer_mark(mark) && rest.chars().next().is_some_and(char::is_alphabetic)).then_some(mark)
}

/// Labels as a person cites them inside the table: the ordinal, with the marks of its
/// groups before it ("B.1", "A.II.3").
fn label(rows: &mut [Row], header: &Header) {
    let mut letter: Option<String> = None;
    let mut numeral: Option<String> = None;
    let mut taken: HashSet<String> = HashSet::new();
    for (at, row) in rows.iter_mut().enumerate() {
        let ordinal = header.ordinal.and_then(|column| row.cells.get(column)).map(|cell| cell.text.as_str());
        let mark = ordinal.map(|text| text.trim_end_matches(['.', ')', ' '])).filter(|text| !text.is_empty());
        let own = match row.kind {
            RowKind::Group => {
                let mark =
                    mark.map(|text| leading_mark(text).unwrap_or(text).trim_end_matches('.').to_owned());
                if mark.as_deref().is_some_and(|mark| roman_value(mark).is_none()) {
                    letter.clone_from(&mark);
                    numeral = None;
                    mark
                } else {
                    numeral.clone_from(&mark);
                    mark.map(|mark| joined(&[letter.as_deref(), Some(&mark)]))
                }
            }
            RowKind::Total => {
                row.cells.iter().find(|cell| !cell.text.is_empty()).map(|cell| cell.text.clone())
            }
            RowKind::Item => mark.map(|mark| joined(&[letter.as_deref(), numeral.as_deref(), Some(mark)])),
        };
        let own = own.filter(|own| own.chars().count() <= 40).unwrap_or_else(|| format!("#{}", at + 1));
        row.address = if taken.contains(&own) { format!("{own} #{}", at + 1) } else { own };
        taken.insert(row.address.clone());
    }
}

fn joined(marks: &[Option<&str>]) -> String {
    marks.iter().flatten().copied().collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::{is_outer_mark, is_total, leading_mark};

    #[test]
    fn totals_are_told_from_items_that_begin_alike() {
        for label in ["Tổng cộng", "TỔNG CỘNG", "Tổng", "Cộng (I+II)", "Tổng số:", "Tổng cộng nhóm A"]
        {
            assert!(is_total(label), "{label}");
        }
        for label in ["Tổng đài 1022", "Cộng đồng số", "Tổ chức hội thi"] {
            assert!(!is_total(label), "{label}");
        }
    }

    #[test]
    fn groups_are_told_by_their_marks() {
        assert!(is_outer_mark("IV") && is_outer_mark("A.") && !is_outer_mark("12"));
        assert_eq!(leading_mark("V Bảo đảm nguồn lực"), Some("V"));
        assert_eq!(leading_mark("Vận hành"), None);
    }
}
