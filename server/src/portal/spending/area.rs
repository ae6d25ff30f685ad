//! For which area is money planned, when each document heads its rows in its own way?
//!
//! The area of a row is the heading that it stands under, as printed. Headings that differ only in their number, case,
//! marks or punctuation are one area; nothing else is taken for the same.

use app::types::figures::GroupSum;
use plandoc::text::fold::words;
use sea_orm::{DatabaseConnection, DbBackend, sea_query::Expr};

/// Longest number in front of a heading: "VIII.".
const NUMBER_MAX: usize = 6;

/// The heading of a row, which stands in its body alone.
pub(super) fn heading(db: &DatabaseConnection) -> Expr {
    match db.get_database_backend() {
        DbBackend::Postgres => Expr::cust("CAST(body AS json) ->> 'group'"),
        _ => Expr::cust("json_extract(body, '$.group')"),
    }
}

/// Headings of one area together, most money first.
pub(super) fn areas(headings: Vec<GroupSum>) -> Vec<GroupSum> {
    let mut areas: Vec<GroupSum> = Vec::new();
    for heading in headings {
        let name = heading.value.as_deref().map(named);
        let key = name.map(|name| words(name).join(" "));
        if let Some(area) = areas.iter_mut().find(|area| area.value == key) {
            area.rows += heading.rows;
            area.amount_vnd += heading.amount_vnd;
        } else {
            let label = name.map_or(heading.label, str::to_owned);
            areas.push(GroupSum { value: key, label, ..heading });
        }
    }
    areas.sort_by_key(|area| std::cmp::Reverse(area.amount_vnd));
    areas
}

/// A heading without the number in front of it and the colon after it.
fn named(heading: &str) -> &str {
    let heading = heading.trim().trim_end_matches([':', '.', ';']);
    match heading.split_once(char::is_whitespace) {
        Some((first, rest)) if is_number(first) => rest.trim_start(),
        _ => heading,
    }
}

/// "1.", "II.", "a)", "2.3".
fn is_number(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ')', ':', '-']);
    let counts = |letter: char| letter.is_ascii_digit() || letter == '.';
    let roman = |letter: char| "IVXLC".contains(letter);
    let numbered = !bare.is_empty() && (bare.chars().all(counts) || bare.chars().all(roman));
    let lettered = bare.len() == 1 && bare.chars().all(|letter| letter.is_ascii_alphabetic());
    word.len() <= NUMBER_MAX && (numbered || (lettered && bare.len() < word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(words: Option<&str>, amount_vnd: i64) -> GroupSum {
        let value = words.map(str::to_owned);
        GroupSum { label: value.clone().unwrap_or_else(|| "không nêu".into()), value, rows: 1, amount_vnd }
    }

    #[test]
    fn headings_that_differ_in_number_and_case_are_one_area() {
        let areas = areas(vec![
            heading(Some("3. Hạ tầng kỹ thuật:"), 5),
            heading(Some("Đào tạo"), 4),
            heading(Some("I. HẠ TẦNG KỸ THUẬT"), 2),
            heading(None, 1),
        ]);
        let found: Vec<_> =
            areas.iter().map(|area| (area.label.as_str(), area.rows, area.amount_vnd)).collect();
        assert_eq!(found, [("Hạ tầng kỹ thuật", 2, 7), ("Đào tạo", 1, 4), ("không nêu", 1, 1)]);
        assert_eq!(areas[2].value, None, "what is not stated is no area");
    }

    #[test]
    fn a_first_word_is_no_number() {
        assert_eq!(named("A) Phần mềm"), "Phần mềm");
        assert_eq!(named("Y tế thông minh"), "Y tế thông minh");
        assert_eq!(named("2.3 Cổng dịch vụ công"), "Cổng dịch vụ công");
        assert_eq!(named("CNTT trong cơ quan"), "CNTT trong cơ quan");
    }
}
