//! How are numbers, money, dates and places written for people?
//!
//! Vietnamese: `20.396 triệu đồng`, `12,5 tỷ đồng`, `27/12/2019`. English:
//! `VND 20,396 million`, `27 December 2019`. Spaces inside a quantity do not break.

use crate::{
    i18n::Language,
    types::{
        record::{Comparator, Level, Status},
        spending::{AmountBasis, Phase},
    },
};

/// A space that does not break.
pub const NBSP: char = '\u{a0}';
const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;
/// Decimals that a number read from a document can have.
const MOST_DECIMALS: usize = 6;

/// A whole number with its thousands parted.
pub fn integer(lang: Language, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        grouped.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(thousands(lang));
        }
        grouped.push(digit);
    }
    grouped
}

/// A count.
pub fn count(lang: Language, value: u64) -> String {
    integer(lang, i64::try_from(value).unwrap_or(i64::MAX))
}

/// A count as a message takes it.
#[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
pub fn counted(count: u64) -> f64 {
    count as f64
}

/// A number with the decimals that it has, at most six.
pub fn number(lang: Language, value: f64) -> String {
    decimals(lang, value, MOST_DECIMALS)
}

/// A number with at most `most` decimals, trailing zeros left out.
pub fn decimals(lang: Language, value: f64, most: usize) -> String {
    let text = format!("{:.most$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| integer(lang, whole));
    let is_zero = whole == "0" && fraction.is_empty();
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{}{fraction}", decimal_sign(lang))
    }
}

/// A number with its unit: `52,33%`, `7.000 hồ sơ`.
pub fn quantity(lang: Language, value: f64, unit: Option<&str>) -> String {
    with_unit(&number(lang, value), unit)
}

/// A number as it is meant: `≥ 20%`, `30–50%`, `≈ 5 lớp`.
pub fn compared(
    lang: Language,
    comparator: Comparator,
    value: f64,
    value_max: Option<f64>,
    unit: Option<&str>,
) -> String {
    let quantity = quantity(lang, value, unit);
    match (comparator, value_max) {
        (Comparator::Range, Some(most)) => {
            with_unit(&format!("{}–{}", number(lang, value), number(lang, most)), unit)
        }
        (Comparator::Eq | Comparator::Range, _) => quantity,
        (comparator, _) => format!("{}{NBSP}{quantity}", sign(comparator)),
    }
}

/// A number as it is meant, in words: `từ 20% trở lên`, `at least 20%`.
pub fn compared_in_words(
    lang: Language,
    comparator: Comparator,
    value: f64,
    value_max: Option<f64>,
    unit: Option<&str>,
) -> String {
    let quantity = quantity(lang, value, unit);
    match comparator {
        Comparator::Eq => quantity,
        Comparator::Gte => crate::tr!(lang, "compared-gte", quantity = quantity),
        Comparator::Gt => crate::tr!(lang, "compared-gt", quantity = quantity),
        Comparator::Lte => crate::tr!(lang, "compared-lte", quantity = quantity),
        Comparator::Lt => crate::tr!(lang, "compared-lt", quantity = quantity),
        Comparator::Approx => crate::tr!(lang, "compared-approx", quantity = quantity),
        Comparator::Range => {
            let most = value_max.map(|most| self::quantity(lang, most, unit)).unwrap_or_default();
            crate::tr!(lang, "compared-range", least = number(lang, value), most = most)
        }
    }
}

/// Money to the last đồng: `20.396.000.000 đồng`.
pub fn money_exact(lang: Language, vnd: i64) -> String {
    in_unit(lang, &integer(lang, vnd), "")
}

/// Money short and exact, in the largest unit that needs at most three decimals: `20,396 tỷ đồng`.
pub fn money(lang: Language, vnd: i64) -> String {
    let (number, scale) = money_parts(lang, vnd, 3);
    in_unit(lang, &number, scale)
}

/// Money rounded to one decimal of its unit, for headlines: `276,6 tỷ đồng`.
pub fn money_rounded(lang: Language, vnd: i64) -> String {
    let (number, scale) = money_parts(lang, vnd, 1);
    in_unit(lang, &number, scale)
}

/// Money as number and unit apart, for a headline: ("276,6", "tỷ đồng").
pub fn money_headline(lang: Language, vnd: i64) -> (String, String) {
    let (number, scale) = money_parts(lang, vnd, 1);
    (number, unit_of(lang, scale))
}

/// Money in million đồng, exact, for a column: `922,183`.
pub fn millions(lang: Language, vnd: i64) -> String {
    let fraction = (vnd % MILLION).unsigned_abs();
    let whole = integer(lang, vnd / MILLION);
    if fraction == 0 {
        return whole;
    }
    let sign = if vnd < 0 && vnd > -MILLION { "−" } else { "" };
    let fraction = format!("{fraction:06}");
    format!("{sign}{whole}{}{}", decimal_sign(lang), fraction.trim_end_matches('0'))
}

/// An ISO date: `27/12/2019`, `27 December 2019`; as it stands if it is none.
pub fn date(lang: Language, iso: &str) -> String {
    let mut parts = iso.splitn(3, '-').map(str::parse::<u16>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    match (lang, ENGLISH_MONTHS.get(usize::from(month).wrapping_sub(1))) {
        (Language::Vi, _) => format!("{day:02}/{month:02}/{year}"),
        (Language::En, Some(name)) => format!("{day}{NBSP}{name}{NBSP}{year}"),
        (Language::En, None) => iso.to_owned(),
    }
}

/// First and last year: `2009–2010`, `2020`; none if neither is known.
pub fn years(first: Option<i32>, last: Option<i32>) -> Option<String> {
    match (first, last) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}")),
        (Some(year), _) | (None, Some(year)) => Some(year.to_string()),
        (None, None) => None,
    }
}

/// What people call a plan: `Sóc Trăng 2009–2010`; none without a province.
pub fn plan_label(province: Option<&str>, first: Option<i32>, last: Option<i32>) -> Option<String> {
    let province = province?;
    Some(years(first, last).map_or_else(|| province.to_owned(), |years| format!("{province} {years}")))
}

/// The word of a verdict.
pub fn status(lang: Language, status: Option<Status>) -> String {
    match status {
        Some(Status::Met) => lang.t("status-met"),
        Some(Status::Partly) => lang.t("status-partly"),
        Some(Status::Missed) => lang.t("status-missed"),
        None => lang.t("not-stated"),
    }
}

/// A level of administration.
pub fn level(lang: Language, level: Level) -> String {
    match level {
        Level::Province => lang.t("level-province"),
        Level::District => lang.t("level-district"),
        Level::Commune => lang.t("level-commune"),
    }
}

/// What the money of a row is.
pub fn phase(lang: Language, phase: Phase) -> String {
    match phase {
        Phase::Planned => lang.t("phase-planned"),
        Phase::Executed => lang.t("phase-executed"),
        Phase::Reported => lang.t("phase-reported"),
    }
}

/// What an amount stands for.
pub fn basis(lang: Language, basis: Option<AmountBasis>) -> String {
    match basis {
        Some(AmountBasis::Allocation) => lang.t("basis-allocation"),
        Some(AmountBasis::TotalInvestment) => lang.t("basis-total-investment"),
        Some(AmountBasis::Estimate) => lang.t("basis-estimate"),
        None => lang.t("basis-none"),
    }
}

/// A place in a document as one says it: "III.2 ¶6" is "mục III.2, đoạn 6".
pub fn spoken_address(lang: Language, address: &str) -> String {
    let (place, rest) = match (address.split_once(" ¶"), address.split_once(" · ")) {
        (Some((place, paragraph)), _) => {
            (place, Some(crate::tr!(lang, "address-paragraph", number = paragraph)))
        }
        (None, Some((place, row))) => (place, Some(crate::tr!(lang, "address-row", number = row))),
        (None, None) => (address, None),
    };
    let place = match place.strip_prefix("PL") {
        Some(annex) => crate::tr!(lang, "address-annex", number = annex.trim()),
        None => crate::tr!(lang, "address-section", number = place),
    };
    match rest {
        Some(rest) => format!("{place}, {rest}"),
        None => place,
    }
}

/// How many days February and others have does not matter here: only their names.
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn thousands(lang: Language) -> char {
    match lang {
        Language::Vi => '.',
        Language::En => ',',
    }
}

fn decimal_sign(lang: Language) -> char {
    match lang {
        Language::Vi => ',',
        Language::En => '.',
    }
}

fn sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Gte => "≥",
        Comparator::Gt => ">",
        Comparator::Lte => "≤",
        Comparator::Lt => "<",
        Comparator::Approx => "≈",
        Comparator::Eq | Comparator::Range => "",
    }
}

fn with_unit(number: &str, unit: Option<&str>) -> String {
    match unit {
        Some("%") => format!("{number}%"),
        Some(unit) => format!("{number}{NBSP}{unit}"),
        None => number.to_owned(),
    }
}

/// Number and scale ("billion", "million", "").
fn money_parts(lang: Language, vnd: i64, most: usize) -> (String, &'static str) {
    let (unit, scale) = match vnd.abs() {
        BILLION.. => (BILLION, "billion"),
        MILLION.. => (MILLION, "million"),
        _ => (1, ""),
    };
    let needs_more = most == 3 && vnd % (unit / 1000).max(1) != 0;
    if needs_more && unit == BILLION {
        return (millions(lang, vnd), "million");
    }
    if needs_more {
        return (integer(lang, vnd), "");
    }
    #[expect(clippy::cast_precision_loss, reason = "rounded to a few decimals of its unit")]
    let value = vnd as f64 / unit as f64;
    (decimals(lang, value, most), scale)
}

fn unit_of(lang: Language, scale: &str) -> String {
    match scale {
        "billion" => lang.t("unit-billion"),
        "million" => lang.t("unit-million"),
        _ => lang.t("unit-dong"),
    }
}

fn in_unit(lang: Language, number: &str, scale: &str) -> String {
    match scale {
        "billion" => crate::tr!(lang, "money-billion", number = number),
        "million" => crate::tr!(lang, "money-million", number = number),
        _ => crate::tr!(lang, "money-dong", number = number),
    }
}

#[cfg(test)]
mod tests;
