//! Which words of the plans can stand for each other?

use super::random::Random;

/// Words of the corpus by what they name. One of a kind may take another's place in any sentence.
const KINDS: [&[&str]; 11] = [
    &[
        "triển khai",
        "xây dựng",
        "nâng cấp",
        "hoàn thiện",
        "mở rộng",
        "duy trì",
        "đầu tư",
        "phát triển",
        "chuẩn hóa",
    ],
    &["tăng cường", "đẩy mạnh", "tiếp tục", "chú trọng", "từng bước", "chủ động", "thường xuyên"],
    &["hướng dẫn", "kiểm tra", "giám sát", "đôn đốc", "theo dõi", "đánh giá", "rà soát", "tổng hợp"],
    &[
        "cán bộ",
        "công chức",
        "viên chức",
        "người dân",
        "doanh nghiệp",
        "hợp tác xã",
        "hộ gia đình",
        "tổ chức",
    ],
    &[
        "y tế",
        "giáo dục",
        "đất đai",
        "giao thông",
        "nông nghiệp",
        "du lịch",
        "tư pháp",
        "lao động",
        "xây dựng dân dụng",
    ],
    &["phần mềm", "hệ thống", "cơ sở dữ liệu", "nền tảng", "trang thiết bị"],
    &[
        "hội nghị truyền hình",
        "thư điện tử",
        "một cửa điện tử",
        "quản lý văn bản",
        "chữ ký số",
        "dịch vụ công trực tuyến",
        "cổng thông tin điện tử",
    ],
    &[
        "Sở Tài chính",
        "Sở Nội vụ",
        "Sở Tư pháp",
        "Sở Y tế",
        "Sở Thông tin và Truyền thông",
        "Sở Kế hoạch và Đầu tư",
        "Sở Khoa học và Công nghệ",
        "Công an tỉnh",
        "Văn phòng UBND tỉnh",
    ],
    &["cấp tỉnh", "cấp huyện", "cấp xã"],
    &["sao lưu", "kết nối", "tích hợp", "liên thông", "chia sẻ", "khai thác", "vận hành", "bảo trì"],
    &[
        "kinh tế số",
        "xã hội số",
        "chính quyền số",
        "dữ liệu mở",
        "an toàn thông tin",
        "chuyển đổi số",
        "số hóa",
    ],
];

/// Of a hundred words that have others of their kind, so many give way to one.
const SWAPPED: usize = 50;

/// At the start of `rest`, words that give way to others: how many bytes, and for which.
pub(super) fn swapped(rest: &str, random: &mut Random) -> Option<(usize, String)> {
    let (kind, length) = KINDS.iter().find_map(|kind| {
        let longest = kind.iter().filter_map(|words| begins(rest, words)).max()?;
        Some((kind, longest))
    })?;
    if !random.chance(SWAPPED) {
        return None;
    }
    let other = random.pick(kind);
    let capital = rest.starts_with(char::is_uppercase);
    Some((length, if capital { capitalised(other) } else { (*other).to_owned() }))
}

/// Bytes that the words take at the start of a text, whatever the case of their first letter.
fn begins(text: &str, words: &str) -> Option<usize> {
    let (first, wanted) = (text.chars().next()?, words.chars().next()?);
    let same = first == wanted || first.to_lowercase().eq(wanted.to_lowercase());
    let after = text[first.len_utf8()..].strip_prefix(&words[wanted.len_utf8()..])?;
    (same && !after.starts_with(char::is_alphanumeric)).then(|| text.len() - after.len())
}

/// With a capital first letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
