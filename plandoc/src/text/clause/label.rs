//! Which words around a number name what it measures?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

/// Words that join a statement to what stands before it.
static JOINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:[\s,;:.…+•·/\-]+|\([_#]*\)|(?:và|hoặc|hay|trong\s+đó|trong\s+khi(?:\s+đó)?|đồng\s+thời|ngoài\s+ra|bên\s+cạnh\s+đó|cụ\s+thể(?:\s+là)?|bao\s+gồm|gồm(?:\s+có)?|còn\s+lại|còn|với|thì|qua\s+đó|theo\s+đó|kết\s+quả|như)(?:[\s,:]|$))",
    )
    .expect("the pattern of joining words compiles")
});

/// Letter or number of an item at a sentence's head: "a) 100% hồ sơ".
static ENUMERATOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:[-+]\s+)?(?:[a-zđ]|\d{1,2})\s*[.)]\s+").expect("the pattern of enumerators compiles")
});

/// Words that say that something is so, or by when, but not what.
static FILLS_AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:đảm\s+bảo|bảo\s+đảm|ph[âấaă]n\s+đ[âấầa]u|phần\s+[đd]ấu|phấn\s+dấu|phản\s+(?:ánh|ứng)|đạt(?:\s+được)?|có|đã|hiện(?:\s+(?:nay|tại|đã|có))?|(?:tính\s+)?đến\s+(?:nay|thời\s+điểm\s+hiện\s+tại)|là|được|sẽ|cho|tối\s+thiểu|ít\s+nhất|toàn\s+tỉnh|trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?tỉnh)?|(?:trong|(?:tính\s+)?đến(?:\s+(?:hết|cuối))?|hết|cuối|trước|vào|riêng)\s+năm\s+\d{4}|(?:trong\s+)?năm\s+\d{4}|(?:(?:trong|đến|hết|cuối)\s+)*quý\s+[IV]{1,3}(?:\s*/\s*\d{4})?|(?:trong\s+)?giai\s+đoạn\s+\d{4}\s*-\s*\d{4}|trong\s+năm)(?:[\s,:]|$)",
    )
    .expect("the pattern of filling words compiles")
});

/// Words that lead up to the number after them.
static FILLS_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:[\s,:;\-]+|,\s*(?:với\s+)?(?:tỷ|tỉ)\s+lệ(?:\s+(?:đạt|là|chiếm))?|(?:^|\s)(?:(?:tính\s+)?đến\s+(?:nay|thời\s+điểm\s+hiện\s+(?:tại|nay))|hiện\s+(?:nay|tại)|đảm\s+bảo|bảo\s+đảm|phấn\s+đấu|đạt(?:\s+được)?|chiếm|là|có|với|lên|tăng\s+lên|ước|đạt\s+(?:tỷ|tỉ)\s+lệ|chiếm\s+(?:tỷ|tỉ)\s+lệ|(?:tỷ|tỉ)\s+lệ\s+này|tương\s+đương|gồm|bao\s+gồm|cho|bằng|được|ở\s+mức|từ|của|tối\s+thiểu|ít\s+nhất|đã|thì|tại|và|trong\s+đó|khoảng|tại\s+các))$",
    )
    .expect("the pattern of leading words compiles")
});

/// Joining words left at the end.
static DANGLING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:[\s,:;\-]+|\s(?:và|với|hoặc|gồm|bao\s+gồm|trong\s+đó|còn|tại|của|cho|ở|từ|đến|là|trên|trong|thuộc))$")
        .expect("the pattern of dangling words compiles")
});

/// Words that a number leans on when what it measures stands before it.
static COPULA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|\s)(?:là|đạt(?:\s+được)?|chiếm|bằng|lên(?:\s+(?:đến|tới|trên))?|tăng|giảm|còn|ước|đạt\s+(?:tỷ|tỉ)\s+lệ|(?:tỷ|tỉ)\s+lệ|là:|ở\s+mức)\s*:?\s*$|:\s*$")
        .expect("the pattern of copulas compiles")
});

/// Where words begin that say why, how or by which rule.
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?:\s*,\s*(?:nhằm|để|phục\s+vụ|góp\s+phần|qua\s+đó|từ\s+đó|tạo|thúc\s+đẩy|giúp|đáp\s+ứng|đảm\s+bảo|bảo\s+đảm|nâng\s+cao|đồng\s+thời|trong\s+đó|tiết\s+kiệm|hướng\s+(?:tới|đến)|tăng\s+cường|tích\s+hợp|cung\s+cấp|kết\s+hợp|cụ\s+thể|vẫn|chủ\s+động|giảm)\b",
        r"|\s+và\s+(?:đã\s+)?(?:phối\s+hợp|hoàn\s+thành|tổ\s+chức|ban\s+hành|tiếp\s+tục)\s",
        r"|\s+(?:nhằm|tuân\s+thủ|góp\s+phần|qua\s+đó|thông\s+qua\s+việc|trong\s+đó)\s",
        r"|\s+theo\s+(?:đúng\s+)?(?:quy\s+định|nghị|quyết|thông\s+tư|chỉ\s+thị|kế\s+hoạch|lộ\s+trình|hướng\s+dẫn|tiến\s+độ)\b",
        r"|\s*,\s*(?:thuộc|nằm\s+trong|lọt\s+vào|vào|xếp|đứng)\s+(?:trong\s+)?(?:nhóm|top|tốp|hạng|thứ|vị\s+trí)\b",
        r"|\s+trước\s+(?:ngày\s+)?\d|\s*\(#|\s+vẫn\s",
        r"|\s*,?\s+với\s+(?:tổng\s+)?(?:số\s+tiền|giá\s+trị|kinh\s+phí)\b|\.(?:\s|$)|\s*[;:]|\s*,?\s+với\s*$)",
    ))
    .expect("the pattern of tails compiles")
});

/// "nâng số chợ từ 5 lên": where a change starts is not what changes.
static ORIGIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^.*\b(?:tăng|nâng|giảm|rút|rút\s+ngắn|hạ)\b.*?(?P<origin>\s+từ\s+(?:mức\s+)?\d[\d.,]*\s*%?(?:\s*\p{L}+){0,3}?(?:\s*\(?\s*(?:cuối\s+)?năm\s+\d{4}\s*\)?)?(?:\s+(?:lên|đến|xuống|xuống\s+còn|còn))?)$")
        .expect("the pattern of origins compiles")
});

/// Longest label and quote, in bytes; a word is never cut.
const LONGEST: usize = 700;

/// `range` without the words at its start that only join or fill.
pub(super) fn without_joins(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    if start == 0 {
        start = ENUMERATOR.find(&text[..range.end]).map_or(0, |found| found.end());
    }
    while let Some(found) = JOINS.find(&text[start..range.end]).filter(|found| !found.is_empty()) {
        start += found.end();
    }
    start..range.end
}

/// `range` without any filling words at either end.
pub(super) fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = without_joins(text, range);
    while let Some(found) = FILLS_AHEAD.find(&text[range.clone()]).filter(|found| !found.is_empty()) {
        range = without_joins(text, range.start + found.end()..range.end);
    }
    trimmed_behind(text, range)
}

/// `range` without the words at its end that lead up to a number.
pub(super) fn trimmed_behind(text: &str, mut range: Range<usize>) -> Range<usize> {
    while let Some(found) = FILLS_BEHIND.find(&text[range.clone()]).filter(|found| !found.is_empty()) {
        range.end = range.start + found.start();
    }
    let words = &text[range.clone()];
    // Most labels come from nowhere.
    let from = words.contains(" từ ").then(|| ORIGIN.captures(words)).flatten();
    if let Some(origin) = from.and_then(|found| found.name("origin")) {
        range.end = range.start + origin.start();
    }
    range
}

/// `range` without joining words at its end.
pub(super) fn without_dangling(text: &str, mut range: Range<usize>) -> Range<usize> {
    while let Some(found) = DANGLING.find(&text[range.clone()]).filter(|found| !found.is_empty()) {
        range.end = range.start + found.start();
    }
    range
}

/// Whether the words before a number end so that they name what it measures.
pub(super) fn leads_up(before: &str) -> bool {
    COPULA.is_match(before)
}

/// `range` up to where its reasons, rules and next thoughts begin; `least` bytes stay.
pub(super) fn without_tail(text: &str, range: Range<usize>, least: usize) -> Range<usize> {
    let from = range.start + least.min(range.len());
    let cut = TAIL.find(&text[from..range.end]).map_or(range.end, |found| from + found.start());
    let words = &text[range.start..cut];
    let end = if words.len() > LONGEST { range.start + shortened(words) } else { cut };
    range.start..range.start + text[range.start..end].trim_end_matches([' ', ',', '.', '…', '\n', '\t']).len()
}

/// Length of the longest start of `words` of whole words that is not too long.
fn shortened(words: &str) -> usize {
    words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .take_while(|&at| at <= LONGEST)
        .last()
        .unwrap_or(0)
}
