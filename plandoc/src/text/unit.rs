//! What does a number count?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

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

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^\s*(?P<glued>Mbps|Gbps|Kbps|TB|GB|MB|KVA|kWh|kW|km|ha|kg|GHz|MHz)\b(?:\s*/\s*(?:tháng|năm|ngày|s|giây|người)\b)?|^\s+(?P<noun>(?:{NOUNS})\b(?:\s*,\s*(?:ban,?\s*ngành|sở|ban|ngành|phòng|xã|phường|thị trấn|thị xã|thành phố|huyện|quận|bài|tin)\b)*)(?P<per>\s*/\s*(?:[\d.]+\s+)?(?:(?:{NOUNS})\b|\p{{L}}+))?|^\s+(?P<marked>{NOUNS})\d{{1,2}}\b|^\s+(?P<stop>{NO_UNIT})\b|^\s+(?P<word>\p{{L}}+)(?P<stroke>\s*/)?"
    ))
    .expect("the pattern of units compiles")
});

/// "Tổng số tem đã bán": what such a number counts.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)\bsố(?:\s+lượng)?\s+(?P<noun>(?:{NOUNS})\b)"))
        .expect("the pattern of named units compiles")
});

/// Words before a number that give something to what it counts.
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bcho\s+(?:(?:hơn|trên|khoảng|gần|tổng\s+số)\s+)*$")
        .expect("the pattern of givings compiles")
});

/// Where the unit stands that a number ending at `at` counts, if its words follow.
pub fn unit_after(sentence: &str, at: usize) -> Option<Range<usize>> {
    let found = UNIT.captures(sentence.get(at..)?)?;
    let noun = found.name("noun").map(|noun| {
        let end = found.name("per");
        noun.start()..end.map_or(noun.end(), |per| per.end())
    });
    // "12 web/thư": which of them is counted nobody can tell.
    let word = || found.name("word").filter(|_| found.name("stroke").is_none());
    // A footnote's mark may be glued to the noun: "06 kế hoạch2".
    let other = || found.name("glued").or_else(|| found.name("marked")).or_else(word);
    noun.or_else(|| other().map(|word| word.range())).map(|range| at + range.start..at + range.end)
}

/// Where the counting noun stands that a number ending at `at` counts.
pub fn counting_noun_after(sentence: &str, at: usize) -> Option<Range<usize>> {
    let noun = UNIT.captures(sentence.get(at..)?)?.name("noun")?;
    Some(at + noun.start()..at + noun.end())
}

/// Where the unit stands that the name of a number itself gives: "Tổng số giao dịch … là 27".
pub fn unit_in_name(name: &str) -> Option<Range<usize>> {
    NAMED.captures_iter(name).last()?.name("noun").map(|noun| noun.range())
}

/// What sort of thing a printed unit counts, where several words say the same: what is
/// given to 35 officials and to 60 people is given to people; offices are agencies.
pub fn sort_of(unit: &str, before: &str) -> Option<&'static str> {
    let lower = unit.to_lowercase();
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
    use super::*;

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
