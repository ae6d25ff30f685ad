//! Who issued the document, in the words after its number and date?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use crate::catalog::agencies;

/// Longest name of an issuer, in words.
const LONGEST: usize = 14;

/// What follows an issuer: what was done, what it is about, or how the sentence goes on.
static END: LazyLock<Regex> = LazyLock::new(|| {
    let words = "về|v/v|ban hành|phê duyệt|quy định|thực hiện|triển khai|công bố|hướng dẫn|điều chỉnh|sửa đổi|bổ sung|tăng cường|thành lập|kiện toàn|giao|đã|được|là|để|nhằm|phải|trong|tại|theo|cho|khi|tham gia|phát triển|đẩy mạnh|thúc đẩy|yêu cầu|đôn đốc";
    Regex::new(&format!(r"(?i)[,;:.()\t“”]|\b(?:{words})\b")).expect("a pattern of this file")
});
static MARK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[,;:.()\t“”]").expect("a pattern of this file"));
static OF: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[ \n,]*(?:của[ \n]+)+(?:các[ \n]+)?").expect("a pattern of this file"));

/// The issuer whose words begin at `from`, after "của" or, if the catalogue knows it, at once.
pub(super) fn after(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text[from..];
    let of = OF.find(rest).map(|m| m.end());
    // "…, UBND tỉnh giao Sở A": behind a comma somebody else goes on to act.
    let start = of.unwrap_or_else(|| rest.len() - rest.trim_start_matches([' ', '\n']).len());
    let name = name_at(&rest[start..], of.is_some())?;
    Some(from + start..from + start + name)
}

/// Length of the name that a text begins with. A name of the catalogue may hold words
/// that end other names ("Ủy ban Quốc gia về …").
fn name_at(text: &str, any: bool) -> Option<usize> {
    if let Some(end) = agencies::end_of_name(text, &word_ends(text, &MARK)) {
        return Some(with_place_and_term(text, end));
    }
    let end = word_ends(text, &END).last().copied()?;
    let named = text.chars().next().is_some_and(char::is_uppercase);
    (any && named).then(|| with_place_and_term(text, end))
}

/// Where each of the first words ends, up to the first that cannot belong to a name.
fn word_ends(text: &str, stops: &Regex) -> Vec<usize> {
    let stop =
        stops.find_iter(text).find(|m| !is_abbreviation(text, m.start())).map_or(text.len(), |m| m.start());
    let text = &text[..stop];
    let mut ends = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive([' ', '\n']) {
        let bare = word.trim_end();
        if matches!(bare, "và" | "-") || bare.is_empty() {
            at += word.len();
            continue;
        }
        ends.push(at + bare.len());
        at += word.len();
        if ends.len() == LONGEST {
            break;
        }
    }
    ends
}

/// A full stop inside "VP. UBND" or "TP.HCM" ends no name.
fn is_abbreviation(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit([' ', '\n']).next().unwrap_or_default();
    text[at..].starts_with('.') && matches!(before, "VP" | "TT" | "TP" | "TX")
}

/// "… tỉnh" goes on with the province's name, a body with its term: "khóa XI".
fn with_place_and_term(text: &str, end: usize) -> usize {
    let mut end = end;
    let mut after_place_word =
        text[..end].ends_with("tỉnh") || text[..end].ends_with("phố") || text[..end].ends_with("ủy");
    let mut rest = &text[end..];
    loop {
        let gap = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        let word: &str =
            rest[gap..].split([' ', '\n', ',', ';', '.', ':', '(', ')', '\t']).next().unwrap_or_default();
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let lower = word.to_lowercase();
        let term = matches!(lower.as_str(), "khóa" | "khoá");
        let place_word = matches!(word, "tỉnh");
        if gap == 0
            || word.is_empty()
            || END.is_match(word)
            || !(term || place_word || (capital && after_place_word))
        {
            return end;
        }
        after_place_word = true;
        end += gap + word.len();
        rest = &text[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(text: &str) -> Option<&str> {
        after(text, 0).map(|range| &text[range])
    }

    #[test]
    fn issuers_end_where_the_sentence_goes_on() {
        assert_eq!(issuer(" của Chính phủ về ứng dụng"), Some("Chính phủ"));
        assert_eq!(issuer(" của Thủ tướng Chính phủ phê duyệt Đề án"), Some("Thủ tướng Chính phủ"));
        assert_eq!(
            issuer(" của Bộ Thông tin và Truyền thông ban hành"),
            Some("Bộ Thông tin và Truyền thông")
        );
        assert_eq!(issuer(" của VP. UBND tỉnh"), Some("VP. UBND tỉnh"));
    }

    #[test]
    fn place_and_term_belong_to_the_issuer() {
        assert_eq!(issuer(" của Tỉnh ủy Hà Giang về việc"), Some("Tỉnh ủy Hà Giang"));
        assert_eq!(issuer(" của Bộ Chính trị khóa XI về đẩy mạnh"), Some("Bộ Chính trị khóa XI"));
        assert_eq!(issuer(" của của UBND tỉnh Hà Nam;"), Some("UBND tỉnh Hà Nam"));
        assert_eq!(
            issuer(" của Ban chấp hành Đảng bộ tỉnh Hà Nam Khoá XIV về"),
            Some("Ban chấp hành Đảng bộ tỉnh Hà Nam Khoá XIV")
        );
    }

    #[test]
    fn an_issuer_that_no_catalogue_knows_needs_an_of() {
        assert_eq!(issuer(" của Hội Tin học Việt Nam về"), Some("Hội Tin học Việt Nam"));
        assert_eq!(issuer(" Hội Tin học Việt Nam về"), None);
        assert_eq!(issuer(" Ủy ban nhân dân tỉnh Hà Nam về"), Some("Ủy ban nhân dân tỉnh Hà Nam"));
    }

    #[test]
    fn a_known_name_may_hold_the_words_that_end_others() {
        assert_eq!(
            issuer(" của Ủy ban Quốc gia về Chính phủ điện tử ban hành Kế hoạch"),
            Some("Ủy ban Quốc gia về Chính phủ điện tử")
        );
        assert_eq!(issuer(" của UBND tỉnh Về việc ban hành"), Some("UBND tỉnh"));
    }

    #[test]
    fn what_the_document_is_about_is_no_issuer() {
        assert_eq!(issuer(" về ban hành Quy chế"), None);
        assert_eq!(issuer(";"), None);
        assert_eq!(issuer(""), None);
    }
}
