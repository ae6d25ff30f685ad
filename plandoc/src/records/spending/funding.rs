//! Which source does the money come from, and what do the words beside it say?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:nguồn\s+(?:vốn|kinh\s+phí|ngân\s+sách|xã\s+hội)|vốn\s+(?:sự\s+nghiệp|đầu\s+tư|ngân\s+sách|oda|doanh\s+nghiệp|trung\s+hạn)|ngân\s+sách\s+(?:tỉnh|nhà\s+nước|trung\s+ương|địa\s+phương|huyện|sự\s+nghiệp))",
    )
});
static END: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)[.;,():]|\s+\d|\s+(?:năm\s+\d{4}|là|để|cho)\b|$"));

/// Bytes of the words that name a source of money: "nguồn vốn đầu tư công", "Vốn sự nghiệp
/// địa phương".
pub(in crate::records) fn source_in(words: &str) -> Option<Range<usize>> {
    let found = SOURCE.find(words)?;
    let end = END.find_at(words, found.end()).map_or(words.len(), |end| end.start());
    Some(found.start()..found.start() + words[found.start()..end].trim_end().len())
}

/// The words in brackets right after an amount: "(Vốn sự nghiệp địa phương)".
pub(super) fn bracket_after(words: &str) -> Option<Range<usize>> {
    let start = words.find(|c: char| !c.is_whitespace())?;
    if !words[start..].starts_with('(') {
        return None;
    }
    let end = words[start..].find(')').map(|at| start + at)?;
    let inside = &words[start + 1..end];
    let from = start + 1 + (inside.len() - inside.trim_start().len());
    Some(from..from + inside.trim().len())
}

/// Whether bracketed words spell the amount out: "(Năm mươi tám tỷ đồng)".
pub(super) fn spells_amount(words: &str) -> bool {
    let lower = words.to_lowercase();
    // "(vốn sự nghiệp 2 tỷ đồng; vốn đầu tư 10 tỷ đồng)" says from where.
    if source_in(words).is_some() {
        return false;
    }
    lower.ends_with("đồng") || lower.starts_with("bằng chữ")
}

#[cfg(test)]
mod tests {
    use super::{bracket_after, source_in, spells_amount};

    #[test]
    fn sources_are_found_in_captions_and_sentences() {
        let source = |words: &'static str| source_in(words).map(|range| &words[range]);
        assert_eq!(source("DANH MỤC SỬ DỤNG NGUỒN VỐN ĐẦU TƯ CÔNG"), Some("NGUỒN VỐN ĐẦU TƯ CÔNG"));
        assert_eq!(source("từ nguồn kinh phí sự nghiệp năm 2020"), Some("nguồn kinh phí sự nghiệp"));
        assert_eq!(source("Vốn sự nghiệp địa phương"), Some("Vốn sự nghiệp địa phương"));
        assert_eq!(source("vốn sự nghiệp 2,8 tỷ đồng"), Some("vốn sự nghiệp"));
        assert_eq!(source("Danh mục nhiệm vụ"), None);
    }

    #[test]
    fn brackets_after_an_amount_are_read() {
        let words = " (Vốn sự nghiệp địa phương).";
        assert_eq!(bracket_after(words).map(|range| &words[range]), Some("Vốn sự nghiệp địa phương"));
        assert_eq!(bracket_after(", trong đó (x)"), None);
        assert!(spells_amount("Năm mươi tám tỷ đồng"));
    }
}
