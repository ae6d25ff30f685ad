//! How is a number meant: exactly, at least, more than, about?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use crate::records::Comparator;

/// Words right before a number. What only fills ("là", "đạt", "từ") may stand between.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:^|[\s(,;:/])(?P<words>",
        r"(?P<gte>không\s+(?:dưới|thấp\s+hơn|ít\s+hơn|nhỏ\s+hơn|kém\s+hơn|kém)|tối\s+thiểu|ít\s+nhất|≥)",
        r"|(?P<lte>trong\s+(?:vòng|thời\s+hạn)(?:\s+tối\s+đa)?|không\s+(?:quá|vượt\s+quá|vượt|trên|cao\s+hơn|nhiều\s+hơn|lớn\s+hơn)|tối\s+đa|nhiều\s+nhất|≤)",
        r"|(?P<lt>dưới|thấp\s+hơn|ít\s+hơn|nhỏ\s+hơn|chưa\s+(?:đến|tới|được|đầy)|<)",
        r"|(?P<gt>trên|cao\s+hơn|nhiều\s+hơn|lớn\s+hơn|hơn|vượt\s+(?:quá|trên)|vượt|quá|>)",
        r"|(?P<approx>khoảng|xấp\s+xỉ|gần|chừng|ước(?:\s+tính)?)",
        r"|(?P<from>từ)",
        r")(?:(?:\s+(?:là|đạt|được|có|phải|khoảng|từ|mức|bằng))*\s*:?\s*)$",
    ))
    .expect("the pattern of comparators before a number compiles")
});

/// Words right after a number, or after the number and what it counts.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?P<counted>\s+(?P<measure>điểm|bậc|ngày|giờ|tháng|Mbps|Gbps|TB|GB|km|ha)|(?:\s+[\p{L}/]+){0,4}?)\s+(?P<words>trở\s+(?P<up>lên|xuống))(?:\s|[^\p{L}]|$)",
    )
    .expect("the pattern of comparators after a number compiles")
});

/// Longest stretch before a number that can hold its comparator.
const REACH: usize = 80;

/// A comparator and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// How the number is meant.
    pub(super) comparator: Comparator,
    /// The words that say so, one or two ranges in order.
    pub(super) words: Vec<Range<usize>>,
}

/// What the words around `digits` say of the number; `None` if they say nothing.
pub(super) fn stated(sentence: &str, digits: &Range<usize>) -> Option<Stated> {
    let from = floor(sentence, digits.start.saturating_sub(REACH));
    let before = BEFORE.captures(&sentence[from..digits.start]);
    let opens = before.as_ref().is_some_and(|found| found.name("from").is_some());
    let words_before = before.as_ref().and_then(|found| found.name("words"));
    let words_before = words_before.map(|words| from + words.start()..from + words.end());

    if let Some(after) = AFTER.captures(&sentence[digits.end..]) {
        // "85,5 điểm trở lên", but not "12 cán bộ trình độ cao đẳng trở lên".
        let counted = after.name("counted").is_some_and(|words| !words.is_empty());
        let counted = counted && after.name("measure").is_none();
        let words = after.name("words").map(|words| digits.end + words.start()..digits.end + words.end());
        let up = after.name("up").is_some_and(|up| up.as_str().eq_ignore_ascii_case("lên"));
        if let Some(words) = words
            && (opens || !counted)
        {
            let comparator = if up { Comparator::Gte } else { Comparator::Lte };
            return Some(Stated { comparator, words: words_before.into_iter().chain([words]).collect() });
        }
    }
    let before = before?;
    let comparator = [
        ("gte", Comparator::Gte),
        ("lte", Comparator::Lte),
        ("lt", Comparator::Lt),
        ("gt", Comparator::Gt),
        ("approx", Comparator::Approx),
    ]
    .into_iter()
    .find_map(|(name, comparator)| before.name(name).map(|_| comparator))?;
    Some(Stated { comparator, words: words_before.into_iter().collect() })
}

/// The largest character boundary that is not above `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
