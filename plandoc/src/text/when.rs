//! Which year or day does a sentence give for its numbers?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::date;

/// A year with a word that makes it a time: "đến năm 2010", "cuối năm 2009", "Năm
/// 2019" at the start. A year inside a name ("Kế hoạch năm 2019", "giai đoạn
/// 2016-2020", "so với năm 2018") is none.
static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:(?:^|[\s(,;:])(?:đến|tới|hết|cuối|trong|vào|trước|riêng)(?:\s+(?:hết|cuối|đầu|giữa|tháng\s+\d{1,2}(?:\s*/|\s+năm)?|quý\s+[IV\d]+))*\s*(?:năm\s+)?|^\s*(?:[-+•*]\s*)?(?:mục\s+tiêu\s+)?năm\s+|;\s*(?:và\s+)?năm\s+)(?P<year>(?:19|20)\d\d)\b(?P<more>\s*[-/])?|(?:^|[\s(,;:])(?:tính\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*(?P<day>(?:19|20)\d\d)\b|,\s*(?:và\s+)?năm\s+(?P<next>(?:19|20)\d\d)\s*(?::|(?:đạt|là|có)\s)",
    )
    .expect("the pattern of years compiles")
});

/// "trước 30/6/2024", "trước ngày 30 tháng 6 năm 2024".
static BY_DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^|[\s(,;:])(?:trước|đến|hết|chậm\s+nhất|muộn\s+nhất)\s+(?:là\s+|vào\s+)?(?:ngày\s+)?$",
    )
    .expect("the pattern before a last day compiles")
});

static STAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:giai\s+đoạn|thời\s+kỳ|trong\s+các\s+năm|từ\s+năm)\s+((?:19|20)\d\d)\s*(?:-|–|đến(?:\s+năm)?)\s*((?:19|20)\d\d)\b",
    )
    .expect("the pattern of stages compiles")
});

/// A stage that the clause after it is about: "…; giai đoạn 2026-2030 đạt 90%".
static OWN_STAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^\s*(?:[-+•*]\s*)?|[;.,:]\s*)(?:(?:và|trong|đến)\s+)*(?:giai\s+đoạn|thời\s+kỳ)\s+(?:19|20)\d\d\s*-\s*(?P<year>(?:19|20)\d\d)\s*(?:[,:]|(?:duy\s+trì|đạt|có|là|phấn\s+đấu|tối\s+thiểu|ít\s+nhất|trên|tăng|giảm)\b|\d)",
    )
    .expect("the pattern of stages of a clause compiles")
});

/// A year and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Its digits, in bytes of the text.
    pub range: Range<usize>,
}

/// The years that a range of a text gives as times, in order.
pub fn years(text: &str, range: Range<usize>) -> Vec<Year> {
    let words = &text[range.clone()];
    // Most sentences hold no year at all.
    if !words.contains("19") && !words.contains("20") {
        return Vec::new();
    }
    let stages = OWN_STAGE.captures_iter(words).filter_map(|found| {
        let year = found.name("year")?;
        let at = range.start + year.start()..range.start + year.end();
        Some(Year { year: year.as_str().parse().ok()?, range: at })
    });
    let mut found: Vec<Year> = YEAR
        .captures_iter(words)
        .filter_map(|found| {
            let year = found.name("year").or_else(|| found.name("next")).or_else(|| found.name("day"))?;
            let part_of_a_span = found.name("more").is_some();
            let at = range.start + year.start()..range.start + year.end();
            let year = year.as_str().parse().ok()?;
            (!part_of_a_span).then_some(Year { year, range: at })
        })
        .chain(stages)
        .collect();
    found.sort_by_key(|year| year.range.start);
    found.dedup_by_key(|year| year.range.start);
    found
}

/// The last year of the stage that a heading names: "Giai đoạn 2019 - 2020".
pub fn end_of_stage(text: &str) -> Option<i32> {
    let found = STAGE.captures(text)?;
    let year = |group: usize| found.get(group)?.as_str().parse::<i32>().ok();
    year(2).filter(|last| year(1).is_some_and(|first| first < *last))
}

/// A day by which something is due, with its place.
pub fn due_day(text: &str, range: Range<usize>) -> Option<date::FoundDate> {
    let words = &text[range.clone()];
    date::dates(words)
        .into_iter()
        .find(|found| BY_DAY.is_match(&words[..found.range.start]) || day_word_before(words, found))
        .map(|mut found| {
            found.range = found.range.start + range.start..found.range.end + range.start;
            found
        })
}

/// Where the date's own words begin with "ngày", what leads up to it stands before them.
fn day_word_before(words: &str, found: &date::FoundDate) -> bool {
    let before = words[..found.range.start].trim_end().to_lowercase();
    ["trước", "chậm nhất", "muộn nhất", "đến hết"].iter().any(|lead| before.ends_with(lead))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<i32> {
        years(text, 0..text.len()).iter().map(|year| year.year).collect()
    }

    #[test]
    fn years_given_as_times_are_read() {
        assert_eq!(read("Phấn đấu đến năm 2010 có 60%, đến cuối năm 2012 có 80%"), [2010, 2012]);
        assert_eq!(read("Năm 2019, tỉnh đã tổ chức 05 lớp"), [2019]);
        assert_eq!(read("Trong năm 2019, riêng năm 2018"), [2019, 2018]);
        assert_eq!(read("đến 2025 đạt 50%"), [2025]);
        assert_eq!(read("dự kiến cuối năm 2008 đạt 10%"), [2008]);
        assert_eq!(read("Đến năm 2010: 50% hộ; năm 2011: 70%, năm 2012: 90%"), [2010, 2011, 2012]);
    }

    #[test]
    fn a_stage_ends_with_its_last_year() {
        assert_eq!(end_of_stage("1. Giai đoạn 2019 - 2020"), Some(2020));
        assert_eq!(end_of_stage("Từ năm 2019 đến năm 2021"), Some(2021));
        assert_eq!(end_of_stage("Mục tiêu năm 2020"), None);
    }

    #[test]
    fn years_inside_names_are_not() {
        assert_eq!(read("theo Kế hoạch năm 2019, giai đoạn 2016-2020"), [0; 0]);
        assert_eq!(read("tăng 20% so với năm 2019"), [0; 0]);
        assert_eq!(read("Nghị định ngày 12 tháng 7 năm 2018"), [0; 0]);
    }

    #[test]
    fn a_day_is_due_if_the_words_say_so() {
        let day = |text: &str| due_day(text, 0..text.len()).map(|found| found.date.iso());
        assert_eq!(day("hoàn thành trước 30/6/2024."), Some("2024-06-30".into()));
        assert_eq!(day("hoàn thành trước ngày 30/6/2024."), Some("2024-06-30".into()));
        assert_eq!(day("Quyết định ngày 30/6/2024 của tỉnh"), None);
    }
}
