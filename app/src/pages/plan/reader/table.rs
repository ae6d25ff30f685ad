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
        let cells = cells.into_iter().enumerate().map(|(place, cell)| {
            // A row with fewer cells than columns spans the rest, as printed.
            let span =
                (missing > 0 && place == last && row.kind == "group").then(|| (missing + 1).to_string());
            let numeric = row.cells.get(place).is_some_and(|cell| is_number(cell));
            let class = if numeric { "num" } else { "" };
            if place == named {
                view! { <th scope="row" class=class colspan=span>{cell}</th> }.into_any()
            } else {
                view! { <td class=class colspan=span>{cell}</td> }.into_any()
            }
        });
        let padding = if row.kind == "group" { 0 } else { missing };
        let padding = (0..padding).map(|_| view! { <td></td> }).collect_view();
        let records = (!row.records.is_empty()).then(|| row.records.join(" "));
        let class = match row.kind.as_str() {
            "group" => "grp",
            "total" => "sum-row",
            _ => "",
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
    fn amounts_and_rates_are_numbers_and_words_are_not() {
        for number in ["1.720", "58,68%", "922,183"] {
            assert!(is_number(&cell(number)), "{number}");
        }
        for other in ["", "-", "2.000 (đã cấp)", "Sở TTTT"] {
            assert!(!is_number(&cell(other)), "{other}");
        }
    }
}
