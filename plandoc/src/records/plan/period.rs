//! Which years does a plan cover?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:giai đoạn|thời kỳ|các năm|năm)?\s*((?:19|20)\d{2})\s*(?:-|đến(?: năm)?|và(?: năm)?|,)\s*((?:19|20)\d{2})\b",
    )
});
static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)(đến\s+(?:hết\s+)?)?\bnăm\s*((?:19|20)\d{2})\b"));
static MONTH: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)tháng\s*\d{1,2}\s*,?\s*$"));
static MORE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\b(?:và|định hướng|tầm nhìn|đến|trước|sau)\b"));
static BARE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:^|\D)((?:19|20)\d{2})(?:\D+((?:19|20)\d{2}))?(?:\D|$)"));

/// First and last year, and the bytes that say so. "Đến năm 2025" has no first year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Option<i32>,
    pub(super) end: i32,
    pub(super) range: Range<usize>,
}

/// The period that a title, heading or sentence states.
pub(super) fn stated(text: &str) -> Option<Period> {
    let several = YEARS.captures_iter(text).find_map(|c| {
        let (start, end) = (year(c.get(1)?.as_str())?, year(c.get(2)?.as_str())?);
        let span = start < end && !of_a_day(text, c.get(0)?.start());
        span.then_some(Period { start: Some(start), end, range: c.get(0)?.range() })
    });
    let ones = single_years(text);
    let one = ones.first().cloned();
    let step = several.as_ref().and_then(|span| ones.into_iter().find(|one| is_step(text, span, one)));
    match (several, one) {
        (Some(several), Some(one)) if one.range.end <= several.range.start => Some(one),
        (Some(_), _) if step.is_some() => step,
        (Some(several), _) => Some(several),
        (None, one) => one,
    }
}

/// Every "năm 2024" and "đến năm 2025" that is not the year of a day.
fn single_years(text: &str) -> Vec<Period> {
    YEAR.captures_iter(text)
        .filter_map(|c| {
            let end = year(c.get(2)?.as_str())?;
            Some(Period { start: c.get(1).is_none().then_some(end), end, range: c.get(0)?.range() })
        })
        .filter(|one| !of_a_day(text, one.range.start))
        .collect()
}

/// Whether "năm 2019" at a place ends a day: "ngày 7 tháng 3 năm 2019".
fn of_a_day(text: &str, at: usize) -> bool {
    MONTH.is_match(&text[..at])
}

/// "… giai đoạn 2021-2025 trên địa bàn tỉnh năm 2023": one year of the span that a
/// programme runs is the plan's own, unless it is an outlook or one more period.
fn is_step(text: &str, span: &Period, one: &Period) -> bool {
    let inside = span.start.is_some_and(|start| start <= one.end) && one.end <= span.end;
    let Some(between) = text.get(span.range.end..one.range.start) else { return false };
    one.start.is_some() && inside && !MORE.is_match(between)
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
    fn a_year_may_be_glued_to_its_word() {
        assert_eq!(years("KẾ HOẠCH MỞ CHỢ NĂM2019"), Some((Some(2019), 2019)));
    }

    #[test]
    fn an_outlook_is_no_part_of_the_period() {
        assert_eq!(years("giai đoạn 2021-2025, định hướng đến năm 2030"), Some((Some(2021), 2025)));
        assert_eq!(years("năm 2021, định hướng giai đoạn 2022-2025"), Some((Some(2021), 2021)));
    }

    #[test]
    fn a_year_of_a_programme_is_the_plans_own() {
        assert_eq!(years("Chương trình giai đoạn 2021-2025 tại tỉnh năm 2023"), Some((Some(2023), 2023)));
        assert_eq!(years("Đề án giai đoạn 2017-2020 và năm 2017"), Some((Some(2017), 2020)));
    }

    #[test]
    fn the_year_of_a_day_is_no_period() {
        assert_eq!(years("thực hiện Nghị quyết ngày 07 tháng 3 năm 2019"), None);
        assert_eq!(years("thực hiện Nghị quyết ngày 07 tháng 3 năm 2019 đến năm 2025"), Some((None, 2025)));
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
