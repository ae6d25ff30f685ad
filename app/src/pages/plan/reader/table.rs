//! How is a table of the document shown?

use leptos::prelude::*;

use super::{margin::margin, text::Text};
use crate::types::reader::{ReaderMark, ReaderRow};

/// A table of the document, its rows anchored and numbered, its records below.
pub(super) struct Table<'a> {
    /// Anchor.
    pub(super) id: &'a str,
    /// What it is called aloud and above: its place.
    pub(super) caption: String,
    /// Header cells.
    pub(super) columns: &'a [String],
    /// Unit of its amounts.
    pub(super) unit: Option<&'a str>,
    /// Rows.
    pub(super) rows: &'a [ReaderRow],
    /// Its records.
    pub(super) marks: Vec<&'a ReaderMark>,
}

impl Table<'_> {
    /// The table with its unit, its caption and the list of its records.
    pub(super) fn shown(&self, text: &Text) -> AnyView {
        let lang = text.lang;
        let unit = self.unit.map(|unit| crate::tr!(lang, "reader-unit", unit = unit));
        let heads = self.columns.iter().map(|column| view! { <th scope="col">{column.clone()}</th> });
        let heads =
            (!self.columns.is_empty()).then(|| view! { <thead><tr>{heads.collect_view()}</tr></thead> });
        let rows = self.rows.iter().map(|row| self.row(text, row)).collect_view();
        let records = margin(lang, &self.caption, &self.marks).map(|records| {
            let summary = crate::tr!(lang, "reader-table-records", count = self.marks.len());
            view! {
                <details class="table-records">
                    <summary lang=lang.code()>{summary}</summary>
                    {records}
                </details>
            }
        });
        view! {
            <div class="doc-table" id=self.id.to_owned()>
                <p class="cap" lang=lang.code()>
                    <b>{self.caption.clone()}</b>
                    <span class="unit">{unit}</span>
                </p>
                <p class="scroll-sign" lang=lang.code()>{lang.t("reader-table-scrolls")}</p>
                <div class="scroll" role="region" tabindex="0" aria-label=self.caption.clone()>
                    <table>
                        <caption class="vh">{self.caption.clone()}</caption>
                        {heads}
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {records}
            </div>
        }
        .into_any()
    }

    fn row(&self, text: &Text, row: &ReaderRow) -> AnyView {
        let width = self.columns.len().max(self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0));
        let mut cells: Vec<Vec<AnyView>> = row.cells.iter().map(|cell| text.words(cell)).collect();
        let named = name_column(row);
        // Records of the row as a whole get their anchor and number in the cell that names it.
        let own = row.records.iter().filter_map(|record| anchor_of_row(text, record));
        if let Some(cell) = cells.get_mut(named) {
            cell.extend(own);
        }
        let missing = width.saturating_sub(cells.len());
        let last = cells.len().saturating_sub(1);
        // A row with fewer cells than columns: a group's name spans the rest, a total's name
        // whatever stands before the columns of its numbers.
        let wide = match row.kind.as_str() {
            "group" => Some((last, missing)),
            "total" => self.before_numbers(row, width).map(|columns| (0, columns - 1)),
            _ => None,
        };
        let wide = wide.filter(|(_, more)| (1..=missing).contains(more));
        let cells = cells.into_iter().enumerate().map(|(place, cell)| {
            let span = wide.filter(|(at, _)| *at == place).map(|(_, more)| (more + 1).to_string());
            let numeric = row.cells.get(place).is_some_and(|cell| is_number(cell));
            let class = numeric.then_some("num");
            if place == named {
                view! { <th scope="row" class=class colspan=span>{cell}</th> }.into_any()
            } else {
                view! { <td class=class colspan=span>{cell}</td> }.into_any()
            }
        });
        let padding = missing - wide.map_or(0, |(_, more)| more);
        let padding = (0..padding).map(|_| view! { <td></td> }).collect_view();
        let records = (!row.records.is_empty()).then(|| row.records.join(" "));
        let class = match row.kind.as_str() {
            "group" => Some("grp"),
            "total" => Some("sum-row"),
            _ => None,
        };
        let anchor = text.anchor(row.id.clone());
        view! {
            <tr id=anchor class=class data-r=records>
                {cells.collect_view()}
                {padding}
            </tr>
        }
        .into_any()
    }

    /// Columns before the numbers of a total that has lost its empty cells: a name, and then as
    /// many numbers as its table's last columns of numbers.
    fn before_numbers(&self, row: &ReaderRow, width: usize) -> Option<usize> {
        let (name, numbers) = row.cells.split_first()?;
        let filled = numbers
            .iter()
            .rposition(|cell| cell.iter().any(|inline| !inline.text.trim().is_empty()))
            .map_or(0, |last| last + 1);
        let numbers = &numbers[..filled];
        if is_number(name) || numbers.is_empty() || !numbers.iter().all(|cell| is_number(cell)) {
            return None;
        }
        let whole: Vec<&ReaderRow> = self.rows.iter().filter(|row| row.cells.len() == width).collect();
        let of_numbers = |column: &usize| {
            let found = whole.iter().filter(|row| is_number(&row.cells[*column])).count();
            found * 2 > whole.len()
        };
        let columns: Vec<usize> = (1..width).filter(of_numbers).collect();
        let last = columns.len().checked_sub(numbers.len()).map(|from| &columns[from..])?;
        let first = *last.first()?;
        last.iter().copied().eq(first..first + numbers.len()).then_some(first)
    }
}

/// Anchor and number of a record that the row gives, unless a cell of it had them.
fn anchor_of_row(text: &Text, record: &str) -> Option<AnyView> {
    let anchor = text.anchor(format!("r-{record}"))?;
    let tag = text.tag(record);
    Some(view! { <span class="row-anchor" id=anchor tabindex="-1">{tag}</span> }.into_any())
}

/// The cell that names a row: its longest in words.
fn name_column(row: &ReaderRow) -> usize {
    let letters = |cell: &Vec<crate::types::reader::Inline>| {
        cell.iter().flat_map(|inline| inline.text.chars()).filter(|letter| letter.is_alphabetic()).count()
    };
    let mut longest = (0, 0);
    for (place, cell) in row.cells.iter().enumerate() {
        if letters(cell) > longest.1 {
            longest = (place, letters(cell));
        }
    }
    longest.0
}

/// Whether a cell holds a number and nothing else: such cells stand under one another by their ends.
fn is_number(cell: &[crate::types::reader::Inline]) -> bool {
    let mut digits = 0;
    let rest = cell.iter().flat_map(|inline| inline.text.chars()).all(|letter| {
        digits += usize::from(letter.is_ascii_digit());
        letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%' | '-' | ' ')
    });
    rest && digits > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::reader::Inline;

    fn cell(text: &str) -> Vec<Inline> {
        vec![Inline { text: text.into(), ..Inline::default() }]
    }

    #[test]
    fn a_row_is_named_by_its_longest_words() {
        let row = ReaderRow {
            id: "b-1".into(),
            kind: "item".into(),
            address: "PL I · 1".into(),
            cells: vec![cell("1"), cell("Xây dựng nền tảng"), cell("Sở TTTT"), cell("1.720")],
            records: Vec::new(),
        };
        assert_eq!(name_column(&row), 1);
    }

    #[test]
    fn the_numbers_of_a_total_stand_under_the_columns_of_numbers() {
        let row = |kind: &str, cells: &[&str]| ReaderRow {
            id: "b-1".into(),
            kind: kind.into(),
            address: "PL I · 1".into(),
            cells: cells.iter().map(|text| cell(text)).collect(),
            records: Vec::new(),
        };
        let rows = [
            row("item", &["1", "Xây dựng nền tảng", "Sở TTTT", "1.720", "980", "Đầu tư"]),
            row("item", &["2", "Đào tạo cán bộ", "Sở Nội vụ", "485", "", "Sự nghiệp"]),
            row("item", &["3", "Nâng cấp cổng", "Sở TTTT", "912", "912", "Sự nghiệp"]),
            row("total", &["Tổng cộng", "3.117", "1.892"]),
            row("total", &["Tổng cộng", "3.117", "1.892", "0"]),
            row("total", &["Tổng cộng", "3.117", "1.892", ""]),
        ];
        let table = Table {
            id: "b-0",
            caption: String::new(),
            columns: &[],
            unit: None,
            rows: &rows,
            marks: Vec::new(),
        };
        assert_eq!(table.before_numbers(&rows[3], 6), Some(3));
        assert_eq!(table.before_numbers(&rows[4], 6), None, "more numbers than columns of them");
        assert_eq!(table.before_numbers(&rows[5], 6), Some(3), "an empty cell after them is none");
    }

    #[test]
    fn amounts_and_rates_are_numbers_and_words_are_not() {
        for number in ["1.720", "58,68%", "922,183"] {
            assert!(is_number(&cell(number)), "{number}");
        }
        for other in ["", "-", "2.000 (đã cấp)", "Sở TTTT"] {
            assert!(!is_number(&cell(other)), "{other}");
        }
    }
}
