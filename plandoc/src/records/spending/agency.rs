//! Who leads, and who helps?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::{Regex, regex};

/// Agencies that words name, as byte ranges of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Agencies {
    pub(super) lead: Option<Range<usize>>,
    pub(super) partners: Vec<Range<usize>>,
}

static LEADS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^\s*(?:giao\s+)?(?:cho\s+)?(.+?)\s+(?:là\s+(?:cơ\s+quan|đơn\s+vị|đầu\s+mối)|(?:chịu\s+trách\s+nhiệm\s+)?chủ\s+trì)\b",
    )
});
static HELPS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)[,;]?\s*(?:và\s+)?phối\s+hợp(?:\s+(?:với|cùng))?\s*:?\s*"));
static PURPOSE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\s+(?:để\s+)?(?:triển\s+khai|tổ\s+chức|thực\s+hiện|xây\s+dựng|tham\s+mưu|hướng\s+dẫn|nghiên\s+cứu|rà\s+soát|đề\s+xuất)\b|[.;]\s|[.;]$",
    )
});
static NEXT_AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)\s*;\s* | (?:\s*,\s*|\s+và\s+)(?:các\s+)?
        (?:Sở\s+\p{Lu}|UBND|Ủy\s+ban|Uỷ\s+ban|Ban\s+\p{Lu}\p{Ll}+\s+\p{L}|Văn\s+phòng|VP|Công\s+an|Trung\s+tâm|Bưu\s+điện
        |Tỉnh\s+đoàn|Thanh\s+tra|Báo\s|Đài\s|Cục\s|Chi\s+cục|Hội\s|Liên\s+minh|Ngân\s+hàng|Trường\s|Bộ\s|Kho\s+bạc
        |Bảo\s+hiểm|Viện\s|Công\s+ty|Tập\s+đoàn|Bệnh\s+viện|Đoàn\s|VNPT|Viettel|các\s+(?:[Ss]ở\b|cơ\s+quan|đơn\s+vị|địa\s+phương))",
    )
});
static CUT_ABBREVIATION: LazyLock<Regex> = LazyLock::new(|| regex(r"(\S*&\p{Lu}+)\s(\p{Lu})(\s|$)"));

/// Agencies of an assignment in a sentence ("Sở X chủ trì, phối hợp với Sở Y triển khai")
/// or of a cell ("Sở X phối hợp các đơn vị").
pub(super) fn agencies(words: &str) -> Agencies {
    let sentence = first_sentence(words);
    let text = &words[..sentence];
    let (lead, after) = match LEADS.captures(text).and_then(|found| found.get(0).zip(found.get(1))) {
        Some((whole, lead)) => (Some(lead.range()), whole.end()),
        None => match HELPS.find(text) {
            Some(helps) => (trimmed(text, 0..helps.start()), helps.start()),
            None => return Agencies { lead: trimmed(text, 0..text.len()), partners: Vec::new() },
        },
    };
    let partners = HELPS.find_at(text, after).filter(|helps| near(text, after, helps.start()));
    let partners = partners.map_or_else(Vec::new, |helps| {
        let end = PURPOSE.find_at(text, helps.end()).map_or(text.len(), |purpose| purpose.start());
        list(text, helps.end()..end)
    });
    Agencies { lead, partners }
}

/// "phối hợp" speaks of this assignment only if it follows at once.
fn near(text: &str, after: usize, start: usize) -> bool {
    text[after..start].chars().filter(|c| c.is_alphanumeric()).count() <= 20
}

fn first_sentence(words: &str) -> usize {
    crate::text::sentence::sentences(words).first().map_or(words.len(), |first| first.end)
}

/// The agencies of a list, apart: "Sở Nội vụ, Bưu điện tỉnh"; "Các sở, ban, ngành" is one.
pub(super) fn list(words: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let part = &words[range.clone()];
    let mut found = Vec::new();
    let mut start = range.start;
    for next in NEXT_AGENCY.find_iter(part) {
        let separator = next.as_str().find(|c: char| c.is_alphanumeric()).unwrap_or(next.len());
        let and =
            next.as_str()[separator..].strip_prefix("và ").map_or(separator, |rest| next.len() - rest.len());
        found.extend(trimmed(words, start..range.start + next.start()));
        start = range.start + next.start() + and;
    }
    found.extend(trimmed(words, start..range.end));
    found
}

/// A range without white space and closing punctuation; `None` if nothing is left.
fn trimmed(words: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &words[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches([' ', ',', ':', '-']).len());
    let end = range.start + part.trim_end_matches(['.', ',', ';', ':', ' ', '\n', '\t']).len();
    (start < end && words[start..end].chars().any(char::is_alphabetic)).then_some(start..end)
}

/// Joins an abbreviation that a line wrap in a narrow column cut: "CNTT&T T".
pub(super) fn mended(name: &str) -> String {
    CUT_ABBREVIATION.replace_all(name, "$1$2$3").into_owned()
}

#[cfg(test)]
mod tests {
    use super::{agencies, list, mended};

    fn split(words: &str) -> (Option<&str>, Vec<&str>) {
        let found = agencies(words);
        (found.lead.map(|r| &words[r]), found.partners.into_iter().map(|r| &words[r]).collect())
    }

    #[test]
    fn assignments_are_split_into_lead_and_partners() {
        assert_eq!(
            split("Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên quan triển khai thực hiện."),
            (Some("Sở Nội vụ"), vec!["các cơ quan, đơn vị có liên quan"])
        );
        assert_eq!(
            split("Ban Dân tộc chủ trì phối hợp với Ban Cơ yếu Chính phủ triển khai thực hiện. Sở X giúp."),
            (Some("Ban Dân tộc"), vec!["Ban Cơ yếu Chính phủ"])
        );
        assert_eq!(
            split("Giao cho Trung tâm A - Sở Y chủ trì triển khai thực hiện."),
            (Some("Trung tâm A - Sở Y"), vec![])
        );
        assert_eq!(
            split("Sở Y là cơ quan thường trực là đầu mối tham mưu cho UBND tỉnh."),
            (Some("Sở Y"), vec![])
        );
        assert_eq!(
            split("Sở Y phối hợp các cơ quan liên quan"),
            (Some("Sở Y"), vec!["các cơ quan liên quan"])
        );
        assert_eq!(split("Sở TTTT; Tỉnh đoàn"), (Some("Sở TTTT; Tỉnh đoàn"), vec![]));
    }

    #[test]
    fn lists_part_agencies_but_not_words_for_all_of_them() {
        let parts = |words: &'static str| -> Vec<&str> {
            list(words, 0..words.len()).into_iter().map(|r| &words[r]).collect()
        };
        assert_eq!(
            parts("Các sở, ban, ngành, UBND các huyện, thành phố"),
            ["Các sở, ban, ngành", "UBND các huyện, thành phố"]
        );
        assert_eq!(parts("Văn phòng UBND, các Sở, Ban, Ngành"), ["Văn phòng UBND", "các Sở, Ban, Ngành"]);
        assert_eq!(parts("Sở Nội vụ, Bưu điện tỉnh và Báo tỉnh"), ["Sở Nội vụ", "Bưu điện tỉnh", "Báo tỉnh"]);
        assert_eq!(parts("Các Sở, Ban ngành, UBND huyện"), ["Các Sở, Ban ngành", "UBND huyện"]);
    }

    #[test]
    fn cut_abbreviations_are_mended() {
        assert_eq!(mended("Trung tâm CNTT&T T"), "Trung tâm CNTT&TT");
        assert_eq!(mended("Sở TT&TT tỉnh"), "Sở TT&TT tỉnh");
    }
}
