//! Which digits name something instead of counting it?
//!
//! Dates, numbers of documents, versions, levels of service, addresses, ages and
//! campaign names are full of digits that promise and report nothing.

use std::{ops::Range, sync::LazyLock};

use crate::text::{fold::lower, pattern::Regex};

/// Alternatives are tried in order at each place; the first that fits wins. Word
/// boundaries are ASCII: beside digits they mean the same and are found much faster.
/// Quotations are apart: to count their letters beside all else takes more states than the
/// quick engine can keep.
static NAMES: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let addresses = [
        // Addresses of pages and mail.
        r"(?i:https?://|www\.)\S+",
        r"\S+@\S+",
        r"(?i:[a-z0-9-]+\.)+(?i:vn|com|net|org)(?-u:\b)\S*",
    ];
    let quotations = [
        // Names in quotation marks: “90 ngày, đêm”.
        "“[^”\\n]{1,160}”",
        "\"[^\"\\n]{1,160}\"",
    ];
    let others = [
        // Footnote marks, bookmarks, and numbering.
        r"\[[^\]\s]*\s*(?i:footnoteref|bookmark)[^\]]*\]",
        r"\[\d+:",
        r"\(\d{1,2}\)",
        r"^\s*(?:\d{1,2}\.)+\d{0,2}\s",
        r"^\s*\d{1,2}[.)]\s",
        // Numbers of documents: 12/2015/NĐ-CP, 25c/NQ-CP, 21-NQ/TW.
        r"\d+[a-zđ]?\s*(?:/\s*\d{4}\s*)?/\s*\p{Lu}{2}[\p{L}\d]*(?:\s?-\s?[\p{L}\d]+)*",
        r"\d+\s?-\s?\p{Lu}[\p{L}]*(?:/[\p{Lu}\d]+)+",
        r"(?i:quyết định|nghị định|nghị quyết|chỉ thị|thông tư|công văn|kế hoạch|đề án|luật|lệnh|tờ trình|hướng dẫn|báo cáo|văn bản|điều|khoản|phụ lục|biểu mẫu|biểu|mẫu|chương|mục|phần|bảng)\s+(?i:số\s*:?\s*)?\d+(?-u:\b)",
        // Dates, months, quarters, years and spans of years.
        r"(?i:ngày|mùng|mồng)\s*\d{1,2}(?:\s*/\s*\d{1,2})?(?:\s*/\s*\d{2,4})?(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4})?",
        r"\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*(?:19|20)\d\d(?-u:\b)",
        r"\d{1,2}\s*/\s*(?:19|20)\d\d(?-u:\b)",
        r"\d{1,2}/\d{1,2}\s+(?:hàng|hằng|mỗi)\s+năm",
        r"(?i:tháng)\s*\d{1,2}(?-u:\b)(?:\s*[/-]\s*\d{4})?",
        r"(?i:quý)\s*(?:[IV]{1,3}|\d)(?-u:\b)(?:\s*[/-]\s*\d{4})?",
        r"(?-u:\b)(?:19|20)\d\d(?:\s*[-/]\s*(?:19|20)?\d\d)?(?-u:\b)",
        // How often: "6 tháng một lần", "3 tháng/ lần", "10 phút/kỳ", around the clock.
        r"\d+\s+(?i:giây|phút|giờ|ngày|tuần|tháng|quý|năm)\s*(?:/\s*|(?i:một|mỗi|lấy dữ liệu|báo cáo)\s+)(?:\d+\s*)?(?i:lần|kỳ|ca)",
        r"(?-u:\b)24\s*/\s*(?:24|7)(?-u:\b)(?:\s*/\s*7(?-u:\b))?(?:\s*h(?-u:\b)|\s*giờ)?",
        r"\d+\s+ngày\s*,?\s*(?:và\s+)?đêm",
        // Ages.
        r"(?i:(?:từ|dưới|trên|đủ)\s+)?\d+\s+(?i:tuổi)(?:\s+trở\s+(?:lên|xuống))?",
        // Ranks, and what a rate is taken per: "thứ 12/63", "trong nhóm 20", "máy/100 dân".
        r"(?i:xếp(?:\s+(?:thứ|hạng|vị\s+trí))?|đứng|thứ\s+hạng|hạng|vị\s+trí|thứ)\s+(?i:thứ\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?-u:\b)",
        r"(?i:nhóm|top|tốp)\s+\d{1,3}(?:\s*/\s*\d{1,3})(?-u:\b)",
        r"(?i:(?:thuộc|trong|vào)\s+(?:nhóm|top|tốp))\s+\d{1,3}(?:\s*/\s*\d{1,3})?(?-u:\b)",
        r"(?i:top|tốp)\s+\d{1,3}(?-u:\b)",
        r"/\s*1(?:\.?0){2,5}\s+(?i:dân|người|hộ|trẻ|lao\s+động)(?-u:\b)",
        // Levels, stages, versions, standards.
        r"(?i:mức(?:\s+độ)?|cấp\s+độ|giai\s+đoạn|loại|hạng|nhóm|bậc|pha|tier|layer|level|lần(?:\s+thứ)?|thứ|khóa|khoá)\s*-?\s*\d(?-u:\b)(?:\s*(?:,|và|hoặc|hay|-|/)\s*\d(?-u:\b))*",
        r"(?i:phiên\s+bản|version|thế\s+hệ)\s*\d+(?:\.\d+)*",
        r"(?:ISO(?:/IEC)?|TCVN|QCVN|IEC)(?:\s+ISO)?\s*\d+(?:[:./-]\d+)*",
        r"(?-u:\b)\d{1,2}\.\d(?-u:\b)",
        r"(?-u:\b)\d\s+(?i:cấp|cửa)(?-u:\b)",
        r"(?i:mô\s+hình)\s+\d+\s+\p{L}+",
        // Places and telephone numbers.
        // "Đã cấp 12 thẻ" names no hamlet ("ấp 12").
        r"(?:^|[^\p{L}])(?i:phường|quận|khu\s+phố|khóm|ấp|thôn|tổ\s+dân\s+phố|hội\s+trường|đường|phòng)\s+(?:số\s+)?\d{1,3}(?-u:\b)",
        r"(?i:tổng\s+đài|hotline|đầu\s+số|điện\s+thoại|đt|fax)\s*:?\s*(?:số\s+)?[\d.\s]+\d",
        // A number that something bears: "số 9".
        r"(?i:số)\s+\d+(?-u:\b)",
        // Digits grown into a word: IPv6, Tier-3, 4G, 30c.
        r"\p{L}[\p{L}\d]*[-_.]?\d[\p{L}\d]*",
        r"\d[\d.,]*\p{L}[\p{L}\d]*",
    ];
    [addresses.join("|"), quotations.join("|"), others.join("|")]
        .map(|pattern| Regex::new(&pattern).expect("the pattern of names compiles"))
});

/// What addresses have and little else: most sentences need not be looked through for them.
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)://|www\.|@|\.(?:vn|com|net|org)").expect("the pattern of signs of addresses compiles")
});

/// Units that stand right against their number: "50Mbps", "64TB".
const GLUED_UNITS: [&str; 16] =
    ["mbps", "gbps", "kbps", "tb", "gb", "mb", "kva", "kw", "kwh", "km", "m", "m2", "ha", "kg", "ghz", "mhz"];

/// Stretches of `sentence` whose digits name something.
pub(crate) fn names(sentence: &str) -> Vec<Range<usize>> {
    found(sentence)
        .into_iter()
        .filter_map(|found| {
            let range = trimmed(sentence, found)?;
            (!counts_after_all(sentence, &range)).then_some(range)
        })
        .collect()
}

/// What the patterns find, as if they were alternatives of one.
fn found(sentence: &str) -> Vec<Range<usize>> {
    let next = |pattern: &Regex, at| pattern.find_at(sentence, at).map(|found| found.range());
    let patterns = if ADDRESSED.is_match(sentence) { &NAMES[..] } else { &NAMES[1..] };
    let mut nexts: Vec<Option<Range<usize>>> = patterns.iter().map(|pattern| next(pattern, 0)).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    while let Some(first) = nexts.iter().flatten().min_by_key(|range| range.start).cloned() {
        for (pattern, place) in patterns.iter().zip(&mut nexts) {
            if place.as_ref().is_some_and(|place| place.start < first.end) {
                *place = next(pattern, first.end);
            }
        }
        found.push(first);
    }
    found
}

/// A name may have run on into a quantity: "mức độ 3 và 5%" ends before "5".
fn trimmed(sentence: &str, range: Range<usize>) -> Option<Range<usize>> {
    if !quantity_follows(&sentence[range.end..]) {
        return Some(range);
    }
    let kept = sentence[range.clone()].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let kept = kept.trim_end_matches([' ', ',', '-', '/']);
    let kept = kept.strip_suffix("và").unwrap_or(kept);
    kept.contains(|c: char| c.is_ascii_digit()).then(|| range.start..range.start + kept.len())
}

/// Whether the digits before `rest` go on into a percentage or a longer number.
fn quantity_follows(rest: &str) -> bool {
    let next = rest.trim_start();
    let longer = rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    next.starts_with('%') || longer || next.starts_with("triệu ") || next.starts_with("tỷ đồng")
}

/// What looks like a name by its form but counts by its neighbours.
fn counts_after_all(sentence: &str, range: &Range<usize>) -> bool {
    let name = lower(&sentence[range.clone()]);
    let before = word_before(sentence, range.start);
    if name.starts_with("số") {
        // "tổng số 44 điểm cầu", "chữ ký số 300"
        return ["tổng", "ký", "thư"].contains(&before.as_str());
    }
    if name.starts_with("tháng") || name.starts_with("ngày") {
        return ["mỗi", "hàng", "hằng"].contains(&before.as_str());
    }
    let suffix = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    name.starts_with(|c: char| c.is_ascii_digit()) && GLUED_UNITS.contains(&suffix)
}

/// The word that ends right before `at`, in small letters; empty if there is none.
pub(super) fn word_before(sentence: &str, at: usize) -> String {
    let before = sentence[..at].trim_end();
    let letters = before.chars().rev().take(12).take_while(|c| c.is_alphabetic());
    let length: usize = letters.map(char::len_utf8).sum();
    lower(&before[before.len() - length..])
}
