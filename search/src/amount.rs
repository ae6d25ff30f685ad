//! Which amount of money, or range of them, is typed?
//!
//! "20,4 tỷ" means whatever is printed so when rounded to its last digit; "20.396 triệu"
//! and "20396000000", which have no decimals, mean that amount.

use super::{condition::Interval, word::fold_number};

/// Words for units of money, folded, with their đồng.
const UNITS: [(&str, i64); 11] = [
    ("ty", 1_000_000_000),
    ("ti", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("trieu", 1_000_000),
    ("tr", 1_000_000),
    ("nghin", 1_000),
    ("ngan", 1_000),
    ("k", 1_000),
    ("dong", 1),
    ("vnd", 1),
    ("d", 1),
];

/// Digits of a number from which on it is an amount of money by itself.
const BARE_DIGITS: usize = 7;

/// đồng of a unit's folded word.
pub(super) fn unit(word: &str) -> Option<i64> {
    UNITS.iter().find(|(name, _)| *name == word).map(|(_, vnd)| *vnd)
}

/// The amounts that a printed number of a unit stands for.
pub(super) fn amount(number: &str, unit: i64) -> Option<Interval> {
    let (whole, decimals) = parts(number)?;
    let scale = 10_i64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let digits: i64 = format!("{whole}{decimals}").parse().ok()?;
    if unit < scale {
        return (decimals.is_empty()).then_some(Interval::exactly(digits.checked_mul(unit)?));
    }
    let step = unit / scale;
    let middle = digits.checked_mul(step)?;
    if decimals.is_empty() {
        return Some(Interval::exactly(middle));
    }
    Some(Interval { least: Some(middle - step / 2), most: Some(middle + step / 2 - 1) })
}

/// The amount that a number is by itself, if it is long enough.
pub(super) fn bare(number: &str) -> Option<Interval> {
    let (whole, decimals) = parts(number)?;
    (decimals.is_empty() && whole.len() >= BARE_DIGITS).then_some(())?;
    amount(number, 1)
}

/// Digits before and after the decimal comma, grouping dots left out. A dot before one or two
/// last digits is read as a comma, as keyboards of telephones write it.
fn parts(number: &str) -> Option<(String, String)> {
    let folded = fold_number(number);
    let (whole, decimals) = folded.split_once([',', '.']).unwrap_or((&folded, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(decimals)).then(|| (whole.to_owned(), decimals.to_owned()))
}

/// Reads the value of an amount field: "1ty", ">500tr", ">=2 tỷ", "1ty..5ty", "..100tr".
pub(super) fn range(typed: &str) -> Option<Interval> {
    let typed = plandoc::text::fold::fold(&typed.to_lowercase());
    let typed = typed.trim();
    if let Some((from, to)) = typed.split_once("..") {
        let end = |text: &str| if text.trim().is_empty() { Some(None) } else { one(text).map(Some) };
        let (from, to) = (end(from)?, end(to)?);
        (from.is_some() || to.is_some()).then_some(())?;
        return Some(Interval { least: from.and_then(|at| at.least), most: to.and_then(|at| at.most) });
    }
    for (sign, make) in SIGNS {
        if let Some(rest) = typed.strip_prefix(sign) {
            return one(rest).and_then(make);
        }
    }
    one(typed)
}

type Make = fn(Interval) -> Option<Interval>;

/// Signs of comparison, the longer ones first, with what they make of an amount.
const SIGNS: [(&str, Make); 6] = [
    (">=", |at| Some(Interval { least: at.least, most: None })),
    ("<=", |at| Some(Interval { least: None, most: at.most })),
    ("≥", |at| Some(Interval { least: at.least, most: None })),
    ("≤", |at| Some(Interval { least: None, most: at.most })),
    (">", |at| Some(Interval { least: at.most?.checked_add(1), most: None })),
    ("<", |at| Some(Interval { least: None, most: at.least?.checked_sub(1) })),
];

/// "1,5ty", "500 trieu", "20396000000".
fn one(typed: &str) -> Option<Interval> {
    let typed = typed.trim();
    let end = typed.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(typed.len());
    let (number, words) = typed.split_at(end);
    let mut words = words.split_whitespace();
    let unit = words.next().map_or(Some(1), unit)?;
    words.all(|word| matches!(word, "dong" | "vnd")).then_some(())?;
    amount(number, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(least: i64, most: i64) -> Interval {
        Interval { least: Some(least), most: Some(most) }
    }

    #[test]
    fn a_rounded_amount_means_all_that_round_to_it() {
        assert_eq!(amount("20,4", 1_000_000_000), Some(between(20_350_000_000, 20_449_999_999)));
        assert_eq!(amount("20.4", 1_000_000_000), Some(between(20_350_000_000, 20_449_999_999)));
        assert!(amount("20,4", 1_000_000_000).is_some_and(|range| range.holds(20_396_000_000)));
    }

    #[test]
    fn an_amount_without_decimals_means_itself() {
        assert_eq!(amount("20.396", 1_000_000), Some(between(20_396_000_000, 20_396_000_000)));
        assert_eq!(bare("20.396.000.000"), Some(between(20_396_000_000, 20_396_000_000)));
        assert_eq!(bare("20396000000"), Some(between(20_396_000_000, 20_396_000_000)));
        assert_eq!((bare("2020"), bare("20.396")), (None, None));
    }

    #[test]
    fn ranges_are_read_as_people_type_them() {
        assert_eq!(range(">1ty"), Some(Interval { least: Some(1_000_000_001), most: None }));
        assert_eq!(range(">= 1 tỷ"), Some(Interval { least: Some(1_000_000_000), most: None }));
        assert_eq!(range("<500tr"), Some(Interval { least: None, most: Some(499_999_999) }));
        assert_eq!(range("1ty..5 tỷ đồng"), Some(between(1_000_000_000, 5_000_000_000)));
        assert_eq!(range("..100000000"), Some(Interval { least: None, most: Some(100_000_000) }));
        for nothing in ["", "..", "nhiều", ">", "1 mét", "99999999999999999999ty"] {
            assert_eq!(range(nothing), None, "{nothing}");
        }
    }
}
