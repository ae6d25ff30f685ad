//! Which years does a plan cover?

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:giai đoạn|thời kỳ|các năm|năm)?\s*((?:19|20)\d{2})\s*(?:-|đến(?: năm)?|và(?: năm)?|,)\s*((?:19|20)\d{2})\b",
    )
});
static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)(đến\s+(?:hết\s+)?)?\bnăm\s+((?:19|20)\d{2})\b"));
static BARE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:^|\D)((?:19|20)\d{2})(?:\D+((?:19|20)\d{2}))?(?:\D|$)"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of this file")
}

/// First and last year, and the bytes that say so. "Đến năm 2025" has no first year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Option<i32>,
    pub(super) end: i32,
    pub(super) range: Range<usize>,
}

/// The period that a title, heading or sentence states.
pub(super) fn stated(text: &str) -> Option<Period> {
    let several = YEARS.captures(text).and_then(|c| {
        let (start, end) = (year(c.get(1)?.as_str())?, year(c.get(2)?.as_str())?);
        (start < end).then_some(Period { start: Some(start), end, range: c.get(0)?.range() })
    });
    let one = YEAR.captures(text).and_then(|c| {
        let end = year(c.get(2)?.as_str())?;
        Some(Period { start: c.get(1).is_none().then_some(end), end, range: c.get(0)?.range() })
    });
    match (several, one) {
        (Some(several), Some(one)) if one.range.end <= several.range.start => Some(one),
        (Some(several), _) => Some(several),
        (None, one) => one,
    }
}

/// The period in a file's name: "{province}-2009-2010".
pub(super) fn in_file_name(name: &str) -> Option<(i32, i32)> {
    let captures = BARE.captures(name)?;
    let start = year(captures.get(1)?.as_str())?;
    let end = captures.get(2).and_then(|m| year(m.as_str())).unwrap_or(start);
    (start <= end).then_some((start, end))
}

fn year(digits: &str) -> Option<i32> {
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> Option<(Option<i32>, i32)> {
        stated(text).map(|p| (p.start, p.end))
    }

    #[test]
    fn one_year_and_several_are_read() {
        assert_eq!(years("Kế hoạch chuyển đổi số năm 2024"), Some((Some(2024), 2024)));
        assert_eq!(years("giai đoạn 2009-2010 của tỉnh"), Some((Some(2009), 2010)));
        assert_eq!(years("giai đoạn 2021 - 2025"), Some((Some(2021), 2025)));
        assert_eq!(years("từ năm 2021 đến năm 2025"), Some((Some(2021), 2025)));
    }

    #[test]
    fn an_outlook_is_no_part_of_the_period() {
        assert_eq!(years("giai đoạn 2021-2025, định hướng đến năm 2030"), Some((Some(2021), 2025)));
        assert_eq!(years("năm 2021, định hướng giai đoạn 2022-2025"), Some((Some(2021), 2021)));
    }

    #[test]
    fn a_plan_until_a_year_has_no_first_year() {
        assert_eq!(years("chuyển đổi số đến năm 2025"), Some((None, 2025)));
    }

    #[test]
    fn other_numbers_are_no_years() {
        assert_eq!(years("phiên bản 2.0, 3000 hồ sơ"), None);
    }

    #[test]
    fn file_names_give_years_as_a_last_resort() {
        assert_eq!(in_file_name("ha-nam-2009-2010.md"), Some((2009, 2010)));
        assert_eq!(in_file_name("ha-nam-2024.txt"), Some((2024, 2024)));
        assert_eq!(in_file_name("20240101.txt"), None);
    }
}
