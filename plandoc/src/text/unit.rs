//! What does a number count?

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use crate::text::{
    fold::{begins, lower},
    pattern::{Captures, Regex},
};

/// Counting nouns of more than one syllable, and short forms, as such plans use
/// them. A noun that is not here is taken by its first syllable.
const NOUNS: &str = r"kế hoạch|quyết định|nghị quyết|chỉ thị|công văn|thông tư|tờ trình|mục tiêu|tiêu chí|đường truyền|kênh truyền|leased line|trang web|màn hình|máy in|máy quét|tin nhắn|cuộc tấn công|cuộc gọi|cuộc kiểm tra|lỗ hổng|sự cố|gói thầu|quy trình|biểu mẫu|tên miền|bệnh viện|trạm y tế|nhà văn hóa|khu công nghiệp|khu dân cư|hóa đơn|hợp đồng|xã|phường|thị trấn|thị xã|thành phố|huyện|quận|sở|ban|ngành|phòng|tin|bài|lượt truy cập|lượt tra cứu|lượt đại biểu|lượt tải|lượt người|lượt giao dịch|lượt|hồ sơ|văn bản|chứng thư số|chữ ký số|thủ tục hành chính|thủ tục|TTHC|dịch vụ hành chính công|dịch vụ công trực tuyến|dịch vụ công|dịch vụ|DVCTT|DVC|cuộc họp|hộp thư|tài khoản|địa chỉ|máy chủ|máy trạm|máy tính|thiết bị|hệ thống thông tin|hệ thống|phần mềm|cơ sở dữ liệu|CSDL|điểm cầu|điểm|cán bộ|công chức|viên chức|nhân viên|giáo viên|học viên|học sinh|đại biểu|lãnh đạo|thạc sĩ|tiến sĩ|kỹ sư|đại học|cao đẳng|trung cấp|người dân|người|doanh nghiệp|hợp tác xã|hộ gia đình|hộ kinh doanh|hộ|khách hàng|đơn vị|cơ quan|tổ chức|cá nhân|lớp|khóa|khoá|buổi|hội nghị|hội thảo|kỳ|số báo|tờ|trường hợp|trường|cơ sở|trạm|thuê bao|cụm loa|cụm|sàn|sản phẩm|giao dịch|bưu gửi|phản ánh|đoạn|đối tượng|trẻ em|phiếu|công trình|ngân hàng|chế độ báo cáo|chế độ|báo cáo|nhóm|tổ|cổng|trang|sim|phân hệ|mô hình|dự án|nhiệm vụ|dữ liệu|đoàn viên|trình độ|ý kiến|câu hỏi|video clip|video|clip|chuyên mục|chuyên đề|chương trình|công dân|thí sinh|camera|kết quả|lần|bưu cục|chợ|diễn đàn|sự kiện|chỉ tiêu|cuộc thi|gian hàng|nền tảng|thôn|ấp|khóm|km";

/// People by their post: given something, they are counted as people.
const PEOPLE: [&str; 7] =
    ["cán bộ", "công chức", "viên chức", "nhân viên", "giáo viên", "công nhân", "người lao động"];

/// Bodies by their own names, counted as agencies.
const BODIES: [&str; 5] = ["ubnd", "hđnd", "sở", "ban", "ngành"];

/// Words that no unit starts with.
const NO_UNIT: &str = r"của|cho|là|được|đã|trong|và|với|tại|ở|trên|theo|đạt|chiếm|so|thì|từ|đến|để|như|hoặc|về|do|bởi|bằng|qua|vào|ra|lên|có|không|nhằm|tỷ|tỉ|trở|còn|đang|sẽ|phục|tương|mức|dưới|hơn|khi|này|nêu|cấp";

/// Units that may stand right against their number.
const GLUED: &str = "Mbps|Gbps|Kbps|TB|GB|MB|KVA|kWh|kW|km|ha|kg|GHz|MHz";

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^\s*(?P<glued>{GLUED})\b(?:\s*/\s*(?:tháng|năm|ngày|s|giây|người)\b)?|^\s+(?P<noun>(?:{NOUNS})\b(?:\s*,\s*(?:ban,?\s*ngành|sở|ban|ngành|phòng|xã|phường|thị trấn|thị xã|thành phố|huyện|quận|bài|tin)\b)*)(?P<per>\s*/\s*(?:[\d.]+\s+)?(?:(?:{NOUNS})\b|\p{{L}}+))?|^\s+(?P<marked>{NOUNS})\d{{1,2}}\b|^\s+(?P<stop>{NO_UNIT})\b|^\s+(?P<word>\p{{L}}+)(?P<stroke>\s*/)?"
    ))
    .expect("the pattern of units compiles")
});

/// "Tổng số tem đã bán": what such a number counts.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)\bsố(?:\s+lượng)?\s+(?P<noun>(?:{NOUNS})\b)"))
        .expect("the pattern of named units compiles")
});

/// What the pattern of units finds in plain words, told without it.
#[derive(Debug, PartialEq, Eq)]
struct Plain {
    noun: Option<Range<usize>>,
    /// A word that is no counting noun, if it counts something.
    word: Option<Range<usize>>,
}

/// What the first word after a number may be, in small letters.
enum First {
    /// One of [`GLUED`].
    Glued,
    /// Counting nouns begin with it: these, in their order.
    Nouns(Vec<String>),
    /// One of [`NO_UNIT`].
    Stop,
}

static FIRSTS: LazyLock<HashMap<String, First>> = LazyLock::new(|| {
    let mut firsts: HashMap<String, First> = HashMap::new();
    for noun in NOUNS.split('|').map(lower) {
        let syllable = noun.split(' ').next().unwrap_or_default().to_owned();
        if let First::Nouns(nouns) = firsts.entry(syllable).or_insert_with(|| First::Nouns(Vec::new())) {
            nouns.push(noun);
        }
    }
    firsts.extend(GLUED.split('|').map(|unit| (lower(unit), First::Glued)));
    for word in NO_UNIT.split('|') {
        firsts.entry(word.to_owned()).or_insert(First::Stop);
    }
    firsts
});

impl Plain {
    /// None where only the pattern can tell.
    fn of(after: &str) -> Option<Self> {
        let words = after.strip_prefix(' ')?;
        let length = words.find(|c| !is_letter(c)).unwrap_or(words.len());
        let rest = &words[length..];
        if length == 0 || !is_end(rest) {
            return None;
        }
        let counts = || !rest.trim_start().starts_with('/');
        match FIRSTS.get(&lower(&words[..length])) {
            Some(First::Glued) => None,
            Some(First::Nouns(nouns)) => Some(Self { noun: Some(noun(words, nouns)?), word: None }),
            Some(First::Stop) => Some(Self { noun: None, word: None }),
            None => Some(Self { noun: None, word: counts().then_some(1..1 + length) }),
        }
    }
}

/// The first of some nouns that words begin with, if they do not go on as one:
/// "Sở, ban, ngành", "thuê bao/100 dân".
fn noun(words: &str, nouns: &[String]) -> Option<Range<usize>> {
    let noun = nouns.iter().find(|noun| begins(words, noun))?;
    let length = words.chars().take(noun.chars().count()).map(char::len_utf8).sum();
    let rest = &words[length..];
    (is_end(rest) && !rest.trim_start().starts_with([',', '/'])).then_some(1..1 + length)
}

/// Letters of Vietnamese and its neighbours; none that is a form of an ASCII letter.
fn is_letter(c: char) -> bool {
    let is_latin = matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    c.is_ascii_alphabetic() || is_latin && !matches!(c, '×' | '÷' | 'ſ')
}

/// Whether a word surely ends before these words.
fn is_end(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '_')
}

/// Words before a number that give something to what it counts.
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bcho\s+(?:(?:hơn|trên|khoảng|gần|tổng\s+số)\s+)*$")
        .expect("the pattern of givings compiles")
});

/// Where the unit stands that a number ending at `at` counts, if its words follow.
pub fn unit_after(sentence: &str, at: usize) -> Option<Range<usize>> {
    let after = words_after(sentence, at)?;
    if let Some(plain) = Plain::of(after) {
        return plain.noun.or(plain.word).map(|range| at + range.start..at + range.end);
    }
    let found = UNIT.captures(after)?;
    of_pattern(&found).map(|range| at + range.start..at + range.end)
}

/// The unit that the pattern finds.
fn of_pattern(found: &Captures<'_>) -> Option<Range<usize>> {
    let noun = found.name("noun").map(|noun| {
        let end = found.name("per");
        noun.start()..end.map_or(noun.end(), |per| per.end())
    });
    // "12 web/thư": which of them is counted nobody can tell.
    let word = || found.name("word").filter(|_| found.name("stroke").is_none());
    // A footnote's mark may be glued to the noun: "06 kế hoạch2".
    let other = || found.name("glued").or_else(|| found.name("marked")).or_else(word);
    noun.or_else(|| other().map(|word| word.range()))
}

/// The words behind a number; none where a mark stands between that no unit begins with.
fn words_after(sentence: &str, at: usize) -> Option<&str> {
    let is_mark = |c: char| c.is_ascii_punctuation() || c.is_ascii_digit();
    sentence.get(at..).filter(|after| !after.is_empty() && !after.starts_with(is_mark))
}

/// Where the counting noun stands that a number ending at `at` counts.
pub fn counting_noun_after(sentence: &str, at: usize) -> Option<Range<usize>> {
    let after = words_after(sentence, at)?;
    let noun = match Plain::of(after) {
        Some(plain) => plain.noun?,
        None => UNIT.captures(after)?.name("noun")?.range(),
    };
    Some(at + noun.start..at + noun.end)
}

/// Where the unit stands that the name of a number itself gives: "Tổng số giao dịch … là 27".
pub fn unit_in_name(name: &str) -> Option<Range<usize>> {
    NAMED.captures_iter(name).last()?.name("noun").map(|noun| noun.range())
}

/// What sort of thing a printed unit counts, where several words say the same: what is
/// given to 35 officials and to 60 people is given to people; offices are agencies.
pub fn sort_of(unit: &str, before: &str) -> Option<&'static str> {
    let lower = lower(unit);
    let first = lower.split([',', '/']).next().unwrap_or_default().trim();
    let whole = !lower.contains('/');
    let given = GIVEN.is_match(before);
    if whole && given && PEOPLE.contains(&first) {
        return Some("người");
    }
    // Public services were called administrative ones before.
    if lower == "dịch vụ hành chính công" {
        return Some("dịch vụ công");
    }
    (whole && BODIES.contains(&first)).then_some("cơ quan")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn plain_words_give_what_the_pattern_finds(
            words in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(NOUNS.split('|').chain(NO_UNIT.split('|')).collect::<Vec<_>>())
                        .prop_map(str::to_owned),
                    prop::sample::select(vec![
                        " ", " ", "/", ",", ", ban", ", ngành", "km", "TB", "2", "12 ", "hạch", "DÂN", "Sở", "_", "ſở", ".", "k\u{301}",
                    ]).prop_map(str::to_owned),
                    "\\PC{0,2}",
                ],
                0..6,
            ),
            apart in any::<bool>(),
        ) {
            let after = format!(" {}", words.join(if apart { " " } else { "" }));
            if let Some(plain) = Plain::of(&after) {
                let found = UNIT.captures(&after);
                let noun = found.as_ref().and_then(|found| found.name("noun")).map(|noun| noun.range());
                prop_assert_eq!(&plain.noun, &noun, "{}", after);
                prop_assert_eq!(plain.noun.or(plain.word), found.as_ref().and_then(of_pattern), "{}", after);
            }
        }
    }

    fn unit(sentence: &str) -> Option<&str> {
        let at = sentence.rfind(|c: char| c.is_ascii_digit()).map_or(0, |digit| digit + 1);
        unit_after(sentence, at).map(|range| &sentence[range])
    }

    #[test]
    fn a_counting_noun_is_taken_whole() {
        assert_eq!(unit("đã cấp 1.450 chứng thư số cho tổ chức"), Some("chứng thư số"));
        assert_eq!(unit("họp đến 84 xã, phường, thị trấn trong tỉnh"), Some("xã, phường, thị trấn"));
        assert_eq!(unit("20 Sở, ban, ngành tỉnh"), Some("Sở, ban, ngành"));
        assert_eq!(unit("tốc độ 40 Mbps."), Some("Mbps"));
        assert_eq!(unit("tốc độ 40Mbps."), Some("Mbps"));
    }

    #[test]
    fn what_narrows_a_counting_noun_is_no_part_of_it() {
        assert_eq!(unit("mở 08 lớp tập huấn"), Some("lớp"));
        assert_eq!(unit("22 Cổng TTĐT của các sở"), Some("Cổng"));
        assert_eq!(unit("gửi 4.100 văn bản điện tử"), Some("văn bản"));
    }

    #[test]
    fn the_name_of_a_number_may_give_its_unit() {
        let named = |name: &'static str| unit_in_name(name).map(|range| &name[range]);
        assert_eq!(named("Tổng số chữ ký số công cộng đã cấp cho người dân"), Some("chữ ký số"));
        assert_eq!(named("Số lượng giao dịch trên sàn"), Some("giao dịch"));
        assert_eq!(named("chữ ký số"), None);
    }

    #[test]
    fn people_given_something_and_offices_are_counted_as_such() {
        assert_eq!(sort_of("cán bộ", "tập huấn cho hơn "), Some("người"));
        assert_eq!(sort_of("cán bộ", "toàn tỉnh có "), None);
        assert_eq!(sort_of("UBND", ""), Some("cơ quan"));
        assert_eq!(sort_of("Sở, ban, ngành", ""), Some("cơ quan"));
        assert_eq!(sort_of("dịch vụ hành chính công", ""), Some("dịch vụ công"));
        assert_eq!(sort_of("hồ sơ", "cho "), None);
    }

    #[test]
    fn the_mark_of_a_note_is_no_part_of_a_noun() {
        let sentence = "đã ban hành 06 kế hoạch2 và";
        let at = sentence.find(" kế").unwrap_or(0);
        assert_eq!(unit_after(sentence, at).map(|range| &sentence[range]), Some("kế hoạch"));
    }

    #[test]
    fn an_unknown_noun_gives_its_first_syllable() {
        assert_eq!(unit("lắp 12 kiosk tra cứu"), Some("kiosk"));
    }

    #[test]
    fn a_word_that_counts_nothing_is_no_unit() {
        assert_eq!(unit("là 58; còn lại"), None);
        assert_eq!(unit("hơn 21.604 và còn lại"), None);
    }

    #[test]
    fn a_rate_keeps_what_it_is_per() {
        let sentence = "đạt 96,1 thuê bao/100 dân";
        assert_eq!(
            unit_after(sentence, sentence.find(" thuê").unwrap_or(0)).map(|range| &sentence[range]),
            Some("thuê bao/100 dân")
        );
    }
}
