//! Which lines are the document's furniture: letterhead, title, unit lines, captions,
//! addressees, signatures?

use std::sync::LazyLock;

use crate::text::pattern::{Regex, regex};

use super::{MoneyUnit, line::is_capitals};
use crate::text::fold::begins;

static LETTERHEAD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix)cộng\s+h(òa|oà)\s+xã\s+hội | ^độc\s+lập\s*-\s*tự\s+do | ^\W*số\s*:\s*[\d.…]*\s*/?
        | ,\s*ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*[\d.…]*\s*$ | ^[\s_\-*=.…]+$",
    )
});
static UNIT_LINE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^\W*(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:?\s*(.+)$"));
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:^|[^\p{L}])(?:(triệu|tr|1\.000\.000)|(tỷ|tỉ)|(nghìn|ngàn|1\.000|1000))\s*(?:đồng|vnđ|vnd|đ)?(?:$|[^\p{L}])|(?:^|[(,:;/])\s*(?:đồng|vnđ|vnd)(?:$|[^\p{L}])",
    )
});
static ATTACHED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^\(?\s*(?:ban\s+hành\s+)?(?:đính\s+|gửi\s+)?kèm(?:\s+theo)?\s"));
static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:TM|KT|TL|TUQ|T/M|Q)\s*\.|(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|GIÁM\s+ĐỐC|THỦ\s+TƯỚNG)\b)",
    )
});
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:K[ẾÊỂẺE]\s+HO[ẠA]CH|QUYẾT\s+ĐỊNH|CHƯƠNG\s+TRÌNH|ĐỀ\s+ÁN|BÁO\s+CÁO|NGHỊ\s+QUYẾT|PHƯƠNG\s+ÁN|TỜ\s+TRÌNH)\s*:?$",
    )
});
static PREAMBLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:-\s*)?(?:Căn cứ|Thực hiện|Xét|Để|Nhằm|Trên cơ sở|Theo|Tiếp tục|Triển khai thực hiện)\s")
});

/// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND", "…, ngày … tháng … năm …".
pub(super) fn is_letterhead(shown: &str) -> bool {
    shown.chars().count() <= 200 && LETTERHEAD.is_match(shown)
}

/// "KẾ HOẠCH" alone on its line.
pub(super) fn is_title_word(shown: &str) -> bool {
    TITLE.is_match(shown)
}

/// A line that goes on with the title after "KẾ HOẠCH".
pub(super) fn continues_title(shown: &str) -> bool {
    shown.chars().count() <= 300 && !shown.ends_with(['.', ';', ',']) && !PREAMBLE.is_match(shown)
}

/// A title in capitals after the signatures: what follows is an annex without a number.
pub(super) fn names_annex(shown: &str) -> bool {
    const WORDS: [&str; 6] = ["DANH MỤC", "DANH SÁCH", "BIỂU", "BẢNG", "TỔNG HỢP", "PHÂN CÔNG"];
    is_capitals(shown) && WORDS.iter().any(|word| shown.starts_with(word))
}

/// "Nơi nhận:".
pub(super) fn opens_closing(shown: &str) -> bool {
    begins(shown, "nơi nhận")
}

/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH".
pub(super) fn is_signature(shown: &str) -> bool {
    shown.chars().count() <= 80 && is_capitals(shown) && SIGNATURE.is_match(shown)
}

/// "(Kèm theo Kế hoạch số …)".
pub(crate) fn is_attachment_note(shown: &str) -> bool {
    ATTACHED.is_match(shown)
}

/// The unit of a line that states nothing else: "ĐVT: Triệu đồng".
pub(crate) fn unit_line(shown: &str) -> Option<MoneyUnit> {
    if shown.chars().count() > 60 {
        return None;
    }
    let words = UNIT_LINE.captures(shown)?.get(1)?.as_str();
    unit_in(words)
}

/// The unit named in a header or unit line: "Kinh phí (triệu đồng)".
pub(crate) fn unit_in(words: &str) -> Option<MoneyUnit> {
    let found = UNIT.captures(words)?;
    Some(if found.get(1).is_some() {
        MoneyUnit::Million
    } else if found.get(2).is_some() {
        MoneyUnit::Billion
    } else if found.get(3).is_some() {
        MoneyUnit::Thousand
    } else {
        MoneyUnit::Dong
    })
}

#[cfg(test)]
mod tests {
    use super::{
        MoneyUnit, continues_title, is_attachment_note, is_letterhead, is_signature, unit_in, unit_line,
    };

    #[test]
    fn unit_lines_are_read_in_every_spelling() {
        assert_eq!(unit_line("ĐVT: Triệu đồng"), Some(MoneyUnit::Million));
        assert_eq!(unit_line("đvt: đồng"), Some(MoneyUnit::Dong));
        assert_eq!(unit_line("(Đơn vị tính: tỷ đồng)"), Some(MoneyUnit::Billion));
        assert_eq!(unit_line("Đơn vị: 1.000 đồng"), Some(MoneyUnit::Thousand));
        assert_eq!(unit_line("ĐVT: 1.000.000 đồng"), Some(MoneyUnit::Million));
        assert_eq!(unit_in("Kinh phí (tr.đ)"), Some(MoneyUnit::Million));
        assert_eq!(unit_line("Đơn vị chủ trì: Sở Tài chính."), None);
        assert_eq!(unit_in("Kinh phí (triệu đồng)"), Some(MoneyUnit::Million));
        assert_eq!(unit_in("Kinh phí"), None);
        assert_eq!(unit_in("Tổ công nghệ số cộng đồng"), None);
    }

    #[test]
    fn letterhead_and_signatures_are_told_from_text() {
        assert!(is_letterhead("Hà Nội, ngày 24 tháng 10 năm 2008"));
        assert!(is_letterhead("Số: …/KH-UBND"));
        assert!(!is_letterhead("Số hồ sơ tiếp nhận là 12"));
        assert!(is_signature("KT. CHỦ TỊCH"));
        assert!(!is_signature("Chủ tịch và các Phó Chủ tịch"));
        assert!(is_attachment_note("(Ban hành kèm theo Kế hoạch số 3/KH-UBND"));
        assert!(!continues_title("Thực hiện Quyết định số 1/QĐ-TTg của Thủ tướng"));
    }
}
