//! How much money do these words or this cell state?
//!
//! Vietnamese documents part thousands with dots and write decimals with a comma:
//! "12.476", "1,5 tỷ đồng", "58.000.000.000 đồng". Amounts are exact integers of đồng;
//! what can be read in two ways is not read.

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Captures, Regex, regex};

use crate::blocks::MoneyUnit;

/// An amount of money in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Bytes of the words that state it: "khoảng" is not among them, the unit is.
    pub range: Range<usize>,
    /// Amount in đồng; the lower end of a span.
    pub vnd: i64,
    /// Upper end of a span ("10 - 15 tỷ đồng").
    pub vnd_max: Option<i64>,
    /// Whether a word before it takes its exactness away ("khoảng", "hơn").
    pub hedged: bool,
}

/// What a cell of an amount column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellMoney {
    /// Nothing, or a dash.
    Empty,
    /// An amount, with the words beside it ("đã cấp kinh phí").
    Amount {
        /// Amount in đồng.
        vnd: i64,
        /// Bytes of the number.
        range: Range<usize>,
        /// Words that qualify it.
        note: Option<String>,
    },
    /// Words instead of an amount ("Chưa phân bổ kinh phí").
    Words(String),
    /// A number that can be read in two ways, or whose unit is not known.
    Unclear(String),
}

static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)
        (?: (\d[\d.,]*) \s* (?:-|đến|tới) \s* )?             # lower end of a span
        (\d[\d.,]*) \s*
        (?: (tỷ|tỉ|triệu|nghìn|ngàn)\b (?:\s*(đồng|vnđ|vnd)\b)? | (?:đồng|vnđ|vnd)\b )
        (?: \s* (\d[\d.,]*) \s* (triệu|nghìn|ngàn)\b \s*(?:đồng|vnđ|vnd)\b )?  # 2 tỷ 500 triệu
        ",
    )
});
static HEDGE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:khoảng|hơn|trên|gần|ước|tối\s+đa|tối\s+thiểu|không\s+quá|dưới|ít\s+nhất)\s*(?:tính\s*|là\s*|:\s*)?$",
    )
});
static CELL: LazyLock<Regex> = LazyLock::new(|| regex(r"^\s*(\d[\d.,]*(?: \d{3})*)\s*(.*)$"));

/// The amounts in running text (the words of a shadow), in order. Prices per something
/// ("100 triệu đồng/giao dịch") are no amounts.
pub fn amounts(text: &str) -> Vec<Money> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    AMOUNT.captures_iter(text).filter_map(|found| amount(text, &found)).collect()
}

fn amount(text: &str, found: &Captures<'_>) -> Option<Money> {
    let whole = found.get(0)?;
    let before = text[..whole.start()].chars().next_back();
    let after = &text[whole.end()..];
    if after.starts_with('/')
        || after.starts_with(" chí")
        || after.starts_with(" bào")
        || before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/'))
    {
        return None;
    }
    // "73 triệu lượt" counts something else; "16 tỷ;" is money.
    let ends = text[whole.end()..].trim_start().chars().next().is_none_or(|c| !c.is_alphanumeric());
    if found.get(3).is_some() && found.get(4).is_none() && found.get(5).is_none() && !ends {
        return None;
    }
    let unit = found.get(3).map_or(MoneyUnit::Dong, |word| unit_of(word.as_str()));
    let first = vnd(found.get(2)?.as_str(), unit)?;
    let rest = match (found.get(5), found.get(6)) {
        (Some(number), Some(word)) => vnd(number.as_str(), unit_of(word.as_str()))?,
        _ => 0,
    };
    let upper = first.checked_add(rest)?;
    let lower = found.get(1).map(|number| vnd(number.as_str(), unit));
    let (vnd, vnd_max) = match lower {
        Some(lower) => (lower?, Some(upper)),
        None => (upper, None),
    };
    let hedged = HEDGE.is_match(&text[..whole.start()]);
    Some(Money { range: whole.range(), vnd, vnd_max, hedged })
}

fn unit_of(word: &str) -> MoneyUnit {
    match word.to_lowercase().as_str() {
        "tỷ" | "tỉ" => MoneyUnit::Billion,
        "nghìn" | "ngàn" => MoneyUnit::Thousand,
        _ => MoneyUnit::Million,
    }
}

/// What a cell of an amount column says, its numbers counted in `unit`. A unit in the cell
/// itself ("2 tỷ đồng") goes before that of the column.
pub fn cell(text: &str, unit: Option<MoneyUnit>) -> CellMoney {
    let trimmed = text.trim();
    if !trimmed.chars().any(char::is_alphanumeric) {
        return CellMoney::Empty;
    }
    if let [only] = amounts(text).as_slice()
        && only.vnd_max.is_none()
        && text[..only.range.start].trim().is_empty()
    {
        let note = words_beside(&text[only.range.end..]);
        return CellMoney::Amount { vnd: only.vnd, range: only.range.clone(), note };
    }
    let Some(found) = CELL.captures(text) else { return CellMoney::Words(trimmed.to_owned()) };
    let (Some(number), Some(rest)) = (found.get(1), found.get(2)) else {
        return CellMoney::Words(trimmed.to_owned());
    };
    let beside = rest.as_str().trim();
    // "2020 - 2021" or "12/2020" is no amount; words in brackets beside one are.
    if !(beside.is_empty() || beside.starts_with('(') || beside.starts_with(char::is_alphabetic)) {
        return CellMoney::Unclear(trimmed.to_owned());
    }
    match unit_or_size(number.as_str(), unit).and_then(|unit| vnd(number.as_str(), unit)) {
        Some(vnd) => CellMoney::Amount { vnd, range: number.range(), note: words_beside(beside) },
        None => CellMoney::Unclear(trimmed.to_owned()),
    }
}

/// A number of a million or more without any unit can only be đồng.
fn unit_or_size(number: &str, unit: Option<MoneyUnit>) -> Option<MoneyUnit> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_zero = number.bytes().all(|b| matches!(b, b'0' | b'.' | b','));
    unit.or((digits >= 7 || is_zero).then_some(MoneyUnit::Dong))
}

/// "( đã cấp kinh phí )" without its brackets.
fn words_beside(text: &str) -> Option<String> {
    let words = text.trim().trim_start_matches('(').trim_end_matches(')').trim();
    words.chars().any(char::is_alphanumeric).then(|| words.to_owned())
}

/// Most đồng that one place of a plan can mean: half of what the whole country spends in a year.
/// More is a number already in đồng under a heading that says "tỷ đồng".
const VND_MAX: i64 = 1_000_000_000_000_000;

/// A printed number times its unit, if it can be read in one way only and gives whole đồng,
/// of no more than [`VND_MAX`].
pub fn vnd(number: &str, unit: MoneyUnit) -> Option<i64> {
    let (mantissa, decimals) = decimal(number)?;
    let scale = 10_i64.checked_pow(decimals)?;
    let product = mantissa.checked_mul(unit.vnd())?;
    (product % scale == 0).then_some(product / scale).filter(|vnd| *vnd <= VND_MAX)
}

/// Digits of a number and how many of them are decimals.
///
/// "12.476" is twelve thousand, "1,5" one and a half, "1.5" as well (a group has three
/// digits); "12,476" could be either and is neither.
fn decimal(number: &str) -> Option<(i64, u32)> {
    let number = number.trim().trim_end_matches(['.', ',']).replace(' ', ".");
    let grouped = |text: &str, separator: char| {
        let mut groups = text.split(separator);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
    };
    let (whole, fraction) = match (number.matches('.').count(), number.matches(',').count()) {
        (0, 0) => (number.clone(), String::new()),
        (0, 1) => {
            let (whole, fraction) = number.split_once(',')?;
            if fraction.len() == 3 {
                return None;
            }
            (whole.to_owned(), fraction.to_owned())
        }
        (0, _) if grouped(&number, ',') => (number.replace(',', ""), String::new()),
        (_, 0) if grouped(&number, '.') => (number.replace('.', ""), String::new()),
        (1, 0) => {
            let (whole, fraction) = number.split_once('.')?;
            (whole.to_owned(), fraction.to_owned())
        }
        (_, 1) if number.rfind('.') < number.find(',') => {
            let (whole, fraction) = number.split_once(',')?;
            if !grouped(whole, '.') {
                return None;
            }
            (whole.replace('.', ""), fraction.to_owned())
        }
        (1, _) if number.rfind(',') < number.find('.') => {
            let (whole, fraction) = number.split_once('.')?;
            if !grouped(whole, ',') {
                return None;
            }
            (whole.replace(',', ""), fraction.to_owned())
        }
        _ => return None,
    };
    let digits = format!("{whole}{fraction}");
    Some((digits.parse().ok()?, u32::try_from(fraction.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CellMoney, amounts, cell, vnd};
    use crate::blocks::MoneyUnit;

    fn stated(text: &str) -> Vec<i64> {
        amounts(text).into_iter().map(|money| money.vnd).collect()
    }

    #[test]
    fn amounts_are_read_in_words_and_units() {
        assert_eq!(stated("02 tỷ đồng"), [2_000_000_000]);
        assert_eq!(stated("1,5 tỷ đồng."), [1_500_000_000]);
        assert_eq!(stated("6.325 triệu đồng (Vốn đầu tư)"), [6_325_000_000]);
        assert_eq!(stated("58.000.000.000 đồng (Năm mươi tám tỷ đồng)"), [58_000_000_000]);
        assert_eq!(stated("2 tỷ 500 triệu đồng"), [2_500_000_000]);
        assert_eq!(stated("18.023 triệu đồng; 128.225 triệu đồng"), [18_023_000_000, 128_225_000_000]);
    }

    #[test]
    fn prices_and_other_numbers_are_no_amounts() {
        assert!(stated("100 triệu đồng/giao dịch, 12 triệu/người").is_empty());
        assert!(stated("73 triệu lượt/tháng, 1.475 hồ sơ, 8 tỷ người").is_empty());
        assert!(stated("đồng chí Bí thư, 5 đồng chí").is_empty());
        assert!(stated("cộng đồng 2020").is_empty());
    }

    #[test]
    fn spans_and_hedges_are_told() {
        let span = &amounts("từ 10 - 15 tỷ đồng")[0];
        assert_eq!((span.vnd, span.vnd_max), (10_000_000_000, Some(15_000_000_000)));
        assert!(amounts("khoảng 2 tỷ đồng")[0].hedged);
        assert!(!amounts("là 2 tỷ đồng")[0].hedged);
    }

    #[test]
    fn cells_hold_amounts_words_or_nothing() {
        let million = Some(MoneyUnit::Million);
        let amount = |text: &str| match cell(text, million) {
            CellMoney::Amount { vnd, note, .. } => Some((vnd, note)),
            _ => None,
        };
        assert_eq!(amount("12.476"), Some((12_476_000_000, None)));
        assert_eq!(amount("485"), Some((485_000_000, None)));
        assert_eq!(amount("0"), Some((0, None)));
        assert_eq!(
            amount("2.700 ( đã cấp kinh phí )"),
            Some((2_700_000_000, Some("đã cấp kinh phí".into())))
        );
        assert_eq!(cell("-", million), CellMoney::Empty);
        assert_eq!(cell("Chưa phân bổ", million), CellMoney::Words("Chưa phân bổ".into()));
        assert_eq!(cell("2020 - 2021", million), CellMoney::Unclear("2020 - 2021".into()));
        assert_eq!(cell("12,476", million), CellMoney::Unclear("12,476".into()));
        assert_eq!(cell("485", None), CellMoney::Unclear("485".into()));
        assert!(matches!(cell("2.100.000.000", None), CellMoney::Amount { vnd: 2_100_000_000, .. }));
    }

    #[test]
    fn numbers_that_are_not_whole_dong_are_not_read() {
        assert_eq!(vnd("1,5", MoneyUnit::Dong), None);
        assert_eq!(vnd("1.234,5", MoneyUnit::Million), Some(1_234_500_000));
        assert_eq!(vnd("1,234.5", MoneyUnit::Million), Some(1_234_500_000));
        assert_eq!(vnd("99999999999999999999", MoneyUnit::Billion), None);
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_ranges_hold(text in "[\\PC0-9., tỷriệuđồng]{0,60}") {
            for money in amounts(&text) {
                prop_assert!(text.get(money.range).is_some());
            }
            if let CellMoney::Amount { range, .. } = cell(&text, Some(MoneyUnit::Million)) {
                prop_assert!(text.get(range).is_some());
            }
        }

        #[test]
        fn every_whole_amount_is_read_back(value in 0_i64..9_000_000) {
            let mut digits = value.to_string();
            let mut grouped = String::new();
            while digits.len() > 3 {
                grouped = format!(".{}{grouped}", digits.split_off(digits.len() - 3));
            }
            let printed = format!("{digits}{grouped}");
            prop_assert_eq!(vnd(&printed, MoneyUnit::Million), Some(value * 1_000_000));
        }
    }
}
