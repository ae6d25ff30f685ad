//! Which calendar days does a text name?
//!
//! Two ways of writing are read, each with spaces wherever a typist put them:
//! ```text
//! day  = ["ngày"] D sep M sep YYYY            27 / 12 /2019   08.4.2013   9-6-2017
//!      | "ngày" D "tháng" M ["," ] "năm" YYYY   ngày 9 tháng 2 năm 2003
//! ```
//! A day that no calendar has (31/2/2019) is not a date. A time by which something
//! is due may be wider than a day; [`period_end`] gives its last day.

use std::{fmt, ops::Range, sync::LazyLock};

use crate::text::pattern::{Captures, Regex, regex};

/// Years outside this range are numbers, not years of a public document.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

static NUMERIC: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*([/.\-])\s*(\d{4})"));
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)ng[àaáảã]y\s*(\d{1,2})\s*th[áaàảãạ]ng\s*(\d{1,2})\s*,?\s*n[ăaâã]m\s*(\d{4})")
});
static QUARTER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\bquý\s*(I{1,3}|IV|[1-4])\s*(?:[-/,.–]|năm|\s)*\s*(\d{4})"));
static MONTH: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\btháng\s*(\d{1,2})\s*(?:[-/,.–]|năm|\s)*\s*(\d{4})"));
static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(\d{4})\b"));

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
}

impl Date {
    /// A day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid =
            YEARS.contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The day that an ISO date ("2019-12-27") names.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let fits = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !fits {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its month, 1 to 12.
    pub fn month(self) -> u32 {
        self.month
    }

    /// Its day of the month.
    pub fn day(self) -> u32 {
        self.day
    }

    /// "2019-12-27".
    pub fn iso(self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day and the bytes of the text that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The day.
    pub date: Date,
    /// Its words, from "ngày" or the first digit to the year.
    pub range: Range<usize>,
}

/// Every day that the text names, in order.
pub fn dates(text: &str) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = WORDS
        .captures_iter(text)
        .filter_map(|c| found(&c, 3, 2, 1))
        .chain(
            NUMERIC.captures_iter(text).filter(|c| stands_alone(text, c)).filter_map(|c| found(&c, 5, 3, 1)),
        )
        .collect();
    found.sort_by_key(|f| f.range.start);
    found
}

/// The first day that the text names.
pub fn first(text: &str) -> Option<FoundDate> {
    dates(text).into_iter().next()
}

/// The last day of the time that the text gives: of a day itself, of "Quý III-2020",
/// "tháng 6/2024", "Năm 2020" or "2020 - 2021". `None` if it names no year.
pub fn period_end(text: &str) -> Option<Date> {
    if let Some(last) = dates(text).iter().map(|f| f.date).max() {
        return Some(last);
    }
    let quarter = QUARTER.captures_iter(text).filter_map(|c| month_end(year(&c, 2)?, quarter(&c[1])? * 3));
    let month = MONTH.captures_iter(text).filter_map(|c| month_end(year(&c, 2)?, c[1].parse().ok()?));
    if let Some(last) = quarter.chain(month).max() {
        return Some(last);
    }
    YEAR.captures_iter(text).filter_map(|c| Date::new(year(&c, 1)?, 12, 31)).max()
}

fn year(captures: &Captures<'_>, group: usize) -> Option<i32> {
    captures[group].parse().ok()
}

fn quarter(word: &str) -> Option<u32> {
    ["i", "ii", "iii", "iv"]
        .iter()
        .zip(1..)
        .find(|(roman, number)| word.eq_ignore_ascii_case(roman) || word == number.to_string())
        .map(|(_, number)| number)
}

fn month_end(year: i32, month: u32) -> Option<Date> {
    (1..=12).contains(&month).then(|| Date::new(year, month, days_in(year, month))).flatten()
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn found(captures: &Captures<'_>, year: usize, month: usize, day: usize) -> Option<FoundDate> {
    let date =
        Date::new(captures[year].parse().ok()?, captures[month].parse().ok()?, captures[day].parse().ok()?)?;
    Some(FoundDate { date, range: captures.get(0)?.range() })
}

/// Whether a numeric date is no piece of a longer number: both marks alike, and
/// neither a digit nor the slash of a document number beside it.
fn stands_alone(text: &str, captures: &Captures<'_>) -> bool {
    let Some(whole) = captures.get(0) else { return false };
    let before = text[..whole.start()].chars().next_back();
    let mut after = text[whole.end()..].chars();
    let (next, one_on) = (after.next(), after.next());
    let joined_before = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | ','));
    let joined_after = next.is_some_and(|c| c.is_ascii_digit())
        || (matches!(next, Some('/' | '-')) && one_on.is_some_and(char::is_alphanumeric))
        || (matches!(next, Some('.' | ',')) && one_on.is_some_and(|c| c.is_ascii_digit()));
    captures[2] == captures[4] && !joined_before && !joined_after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn isos(text: &str) -> Vec<String> {
        dates(text).iter().map(|f| f.date.iso()).collect()
    }

    #[test]
    fn both_ways_of_writing_a_day_are_read() {
        assert_eq!(isos("ngày 9 tháng 2 năm 2003"), ["2003-02-09"]);
        assert_eq!(isos("ngày 13/6/2011 và ngày 08/4/2013"), ["2011-06-13", "2013-04-08"]);
        assert_eq!(isos("Ngày 01.02.2019, 9-6-2017"), ["2019-02-01", "2017-06-09"]);
    }

    #[test]
    fn spaces_inside_a_date_do_no_harm() {
        assert_eq!(isos("ngày 27 / 12 /2019"), ["2019-12-27"]);
        assert_eq!(isos("ngày 5 tháng 3, năm 2020"), ["2020-03-05"]);
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        assert_eq!(isos("31/2/2019; 0/1/2019; 12/13/2019; 1/1/3000; 29/02/2023"), [""; 0]);
        assert_eq!(isos("29/02/2024"), ["2024-02-29"]);
    }

    #[test]
    fn pieces_of_other_numbers_are_no_dates() {
        assert_eq!(isos("số 12/10/2019/NĐ-CP, 1.12.2019,5 và 112/3/20190, 3/4-2019"), [""; 0]);
    }

    #[test]
    fn a_blank_date_is_none() {
        assert_eq!(first("ngày…… tháng…… năm 2020"), None);
        assert_eq!(first("ngày    tháng    năm 2020"), None);
    }

    #[test]
    fn the_range_covers_the_words_of_the_day() {
        let text = "ban hành ngày 9 tháng 2 năm 2003 tại";
        assert_eq!(&text[first(text).expect("a date").range], "ngày 9 tháng 2 năm 2003");
    }

    #[test]
    fn a_time_by_which_something_is_due_ends_on_its_last_day() {
        let end = |text| period_end(text).map(Date::iso);
        assert_eq!(end("Quý III-2020").as_deref(), Some("2020-09-30"));
        assert_eq!(end("quý 4 năm 2021").as_deref(), Some("2021-12-31"));
        assert_eq!(end("Tháng 02/2024").as_deref(), Some("2024-02-29"));
        assert_eq!(end("2020 - 2021").as_deref(), Some("2021-12-31"));
        assert_eq!(end("trước 30/6/2024").as_deref(), Some("2024-06-30"));
        assert_eq!(end("Theo lộ trình của Chính phủ"), None);
    }

    #[test]
    fn iso_dates_round_trip() {
        assert_eq!(Date::from_iso("2019-12-27").map(Date::iso).as_deref(), Some("2019-12-27"));
        assert_eq!(Date::from_iso("2019-2-7"), None);
        assert_eq!(Date::from_iso("2019-02-30"), None);
    }
}
