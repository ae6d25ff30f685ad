//! What does a number count?

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

/// Counting nouns of more than one syllable, and short forms, as such plans use
/// them. A noun that is not here is taken by its first syllable.
const NOUNS: &str = r"xã|phường|thị trấn|thị xã|thành phố|huyện|quận|sở|ban|ngành|phòng|tin|bài|lượt truy cập|lượt tra cứu|lượt đại biểu|lượt tải|lượt người|lượt giao dịch|lượt|hồ sơ sức khỏe|hồ sơ công việc|hồ sơ|văn bản điện tử|văn bản|chứng thư số|chữ ký số|thủ tục hành chính|thủ tục|TTHC|dịch vụ công trực tuyến|dịch vụ công|dịch vụ|DVCTT|DVC|cuộc họp|hộp thư|tài khoản|địa chỉ|máy chủ|máy trạm|máy tính|thiết bị|hệ thống thông tin|hệ thống|phần mềm|cơ sở dữ liệu|CSDL|điểm cầu|điểm phục vụ|điểm quan trắc|điểm|cán bộ|công chức|viên chức|nhân viên|giáo viên|học viên|học sinh|đại biểu|lãnh đạo|thạc sĩ|tiến sĩ|kỹ sư|đại học|cao đẳng|trung cấp|người dân|người|doanh nghiệp|hợp tác xã|hộ gia đình|hộ kinh doanh|hộ nghèo|hộ cận nghèo|hộ|khách hàng|đơn vị hành chính|đơn vị|cơ quan|tổ chức|cá nhân|lớp tập huấn|lớp bồi dưỡng|lớp đào tạo|lớp|khóa đào tạo|khóa|khoá|buổi|hội nghị|hội thảo|kỳ|số báo|tờ rơi|tờ|trường hợp|trường|cơ sở|trạm BTS|trạm|thuê bao|cụm loa|cụm|sàn|sản phẩm|giao dịch|phản ánh|đoạn|đối tượng|trẻ em|phiếu|công trình|ngân hàng|chế độ báo cáo|chế độ|báo cáo|nhóm|tổ|cổng thành phần|cổng thông tin điện tử|Cổng TTĐT|cổng|trang|sim ký số|sim|phân hệ|mô hình|dự án|nhiệm vụ|dữ liệu|đoàn viên|trình độ|ý kiến|câu hỏi|video clip|video|clip|chuyên mục|chuyên đề|chương trình|công dân|thí sinh|camera|kết quả|lần|bưu cục|chợ|diễn đàn|sự kiện|chỉ tiêu|cuộc thi|gian hàng|nền tảng|thôn|ấp|khóm|km";

/// Words that no unit starts with.
const NO_UNIT: &str = r"của|cho|là|được|đã|trong|và|với|tại|ở|trên|theo|đạt|chiếm|so|thì|từ|đến|để|như|hoặc|về|do|bởi|bằng|qua|vào|ra|lên|có|không|nhằm|tỷ|tỉ|trở|còn|đang|sẽ|phục|tương|mức|dưới|hơn|khi|này|nêu|cấp";

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)^\s*(?P<glued>Mbps|Gbps|Kbps|TB|GB|MB|KVA|kWh|kW|km|ha|kg|GHz|MHz)\b|^\s+(?P<noun>(?:{NOUNS})\b(?:\s*,\s*(?:ban,?\s*ngành|sở|ban|ngành|phòng|xã|phường|thị trấn|thị xã|thành phố|huyện|quận|bài|tin)\b)*)(?P<per>\s*/\s*(?:[\d.]+\s+)?(?:(?:{NOUNS})\b|\p{{L}}+))?|^\s+(?P<stop>{NO_UNIT})\b|^\s+(?P<word>\p{{L}}+)"
    ))
    .expect("the pattern of units compiles")
});

/// Where the unit stands that a number ending at `at` counts, if its words follow.
pub fn unit_after(sentence: &str, at: usize) -> Option<Range<usize>> {
    let found = UNIT.captures(sentence.get(at..)?)?;
    let noun = found.name("noun").map(|noun| {
        let end = found.name("per");
        noun.start()..end.map_or(noun.end(), |per| per.end())
    });
    noun.or_else(|| found.name("glued").or_else(|| found.name("word")).map(|word| word.range()))
        .map(|range| at + range.start..at + range.end)
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
