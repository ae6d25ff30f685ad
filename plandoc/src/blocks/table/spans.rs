//! Where do the cells of a second header row stand, if an export left out the cells that
//! the first row goes on with?
//!
//! ```text
//! STT | Chỉ tiêu | ĐVT | Mục tiêu |          one header cell spans two columns
//! Năm 2031 | Năm 2035 |                      only their names are printed
//! 1 | Tỷ lệ xã có chợ | % | 40 | 80 |
//! ```

use super::super::columns::{ColumnRole, role_of_header};
use super::header::is_column_name;
use crate::text::fold::lower;

/// Most columns that one header cell spans.
const WIDEST: usize = 6;

/// The column at which the names of a second row stand, if they part one column of the
/// first: the last that holds numbers. `first` and `second` are the words of their cells.
pub(super) fn place(first: &[&str], second: &[&str]) -> Option<usize> {
    let names = (2..=WIDEST).contains(&second.len()) && second.iter().all(|name| is_column_name(name));
    let opens = first.first().is_some_and(|cell| role_of_header(cell) == ColumnRole::Ordinal);
    let parts = |cell: &str| {
        matches!(
            role_of_header(cell),
            ColumnRole::Amount
                | ColumnRole::TotalInvestment
                | ColumnRole::Source
                | ColumnRole::Indicator
                | ColumnRole::Other
                | ColumnRole::Product
        )
    };
    let at = first.iter().rposition(|cell| !cell.is_empty() && parts(cell) && !is_unit(cell))?;
    (names && opens && at >= 2).then_some(at)
}

fn is_unit(header: &str) -> bool {
    let lower = lower(header);
    lower.starts_with("đvt") || lower.starts_with("đơn vị")
}

/// A second row of `width` cells, its own at `at`, the others empty.
pub(super) fn spread<T: Default>(width: usize, at: usize, own: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut cells: Vec<T> = (0..at).map(|_| T::default()).collect();
    cells.extend(own);
    cells.resize_with(width, T::default);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_under_the_last_column_of_numbers() {
        assert_eq!(place(&["STT", "Chỉ tiêu", "ĐVT", "Mục tiêu"], &["Năm 2031", "Năm 2035"]), Some(3));
        assert_eq!(
            place(&["TT", "Nội dung", "Kinh phí", "Cơ quan chủ trì"], &["Năm 2031", "Năm 2032"]),
            Some(2)
        );
        assert_eq!(place(&["TT", "Nội dung", "Cơ quan chủ trì"], &["Năm 2031", "Năm 2032"]), None);
        assert_eq!(place(&["STT", "Chỉ tiêu", "Mục tiêu"], &["Mở chợ", "Mua ghế"]), None);
    }

    #[test]
    fn a_row_is_spread_to_its_columns() {
        assert_eq!(spread(5, 2, ["a", "b"]), ["", "", "a", "b", ""]);
    }
}
