//! Which words, numbers and names are made-up documents made of?

use std::fmt::Debug;

use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    string::{RegexGeneratorStrategy, string_regex},
};

/// Words that plans are full of, and some that stand in no list.
const WORDS: [&str; 48] = [
    "hồ sơ",
    "công việc",
    "cấp tỉnh",
    "cấp huyện",
    "cấp xã",
    "được xử lý",
    "trên môi trường mạng",
    "tỷ lệ",
    "đạt",
    "tối thiểu",
    "ít nhất",
    "trên",
    "dưới",
    "khoảng",
    "không quá",
    "trở lên",
    "đến năm",
    "giai đoạn",
    "hoàn thành",
    "trong đó",
    "gồm",
    "còn lại",
    "và",
    "của",
    "thủ tục hành chính",
    "TTHC",
    "DVCTT",
    "mức độ 4",
    "cán bộ",
    "công chức",
    "người dân",
    "doanh nghiệp",
    "chữ ký số",
    "hoà mạng",
    "Chưa đạt",
    "Đã hoàn thành",
    "so với",
    "mục tiêu",
    "kinh phí",
    "ngân sách tỉnh",
    "vốn sự nghiệp",
    "phối hợp",
    "xã hội",
    "thị xã",
    "tăng",
    "giảm từ",
    "mỗi",
    "Sở Thông tin và Truyền thông",
];

/// A number as it is printed, rightly or not.
pub(super) fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0_u32..1000).prop_map(|n| n.to_string()),
        2 => (0_u32..100, 0_u32..1000).prop_map(|(n, rest)| format!("{n}.{rest:03}")),
        1 => (0_u32..999, 0_u32..1000, 0_u32..1000).prop_map(|(a, b, c)| format!("{a}.{b:03}.{c:03}")),
        2 => (0_u32..100, 0_u32..100).prop_map(|(n, rest)| format!("{n},{rest}")),
        1 => (1_u32..900, 1_u32..900).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => (1_u32..90, 1_u32..90).prop_map(|(a, b)| format!("{a} - {b}")),
        1 => select(vec!["0", "01", "1.2.3.4", "12,", "9999999999999999999", "0,0000001", "1e9", "½", "٣"])
            .prop_map(str::to_owned),
    ]
}

/// A number with what it counts.
pub(super) fn quantity() -> impl Strategy<Value = String> {
    let unit = select(vec![
        "%",
        " %",
        " hồ sơ",
        " xã, phường",
        "Mbps",
        " triệu lượt",
        " tỷ đồng",
        " triệu đồng",
        " đồng",
        " tỷ",
        " nghìn đồng",
        " thuê bao/100 dân",
        " lớp",
        " dịch vụ mức độ 3",
        " phần trăm",
        "",
        " tháng",
    ]);
    (number(), unit).prop_map(|(number, unit)| format!("{number}{unit}"))
}

/// A day as it is printed, rightly or not.
pub(super) fn day() -> impl Strategy<Value = String> {
    let shape = select(vec![
        "{d}/{m}/{y}",
        "ngày {d} tháng {m} năm {y}",
        "{d}-{m}-{y}",
        "{d} / {m} /{y}",
        "{d}.{m}.{y}",
        "ngày … tháng {m} năm {y}",
        "tháng {m}/{y}",
        "Quý III/{y}",
        "năm {y}",
    ]);
    (0_u32..40, 0_u32..15, 1990_u32..2040, shape).prop_map(|(d, m, y, shape)| {
        shape.replace("{d}", &d.to_string()).replace("{m}", &m.to_string()).replace("{y}", &y.to_string())
    })
}

/// The number of a document.
pub(super) fn document_number() -> impl Strategy<Value = String> {
    let symbols = select(vec!["KH-UBND", "QĐ-TTg", "NĐ-CP", "NQ/TW", "BTTTT-THH", "QH11", "XYZ"]);
    (0_u32..4000, prop::option::of(1990_u32..2040), symbols).prop_map(|(n, year, symbols)| match year {
        Some(year) => format!("{n}/{year}/{symbols}"),
        None => format!("{n}/{symbols}"),
    })
}

/// Any characters that a pattern allows. A string alone would do, but be parsed in every run.
pub(super) fn characters(pattern: &str) -> RegexGeneratorStrategy<String> {
    string_regex(pattern).expect("a pattern of the tests")
}

/// Some of these: mostly few, for a run costs what its document is long, sometimes as many as
/// a page holds, now and then many.
pub(super) fn some<T: Debug + 'static>(
    of: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Vec<T>> {
    let of = of.boxed();
    prop_oneof![40 => vec(of.clone(), 1..4), 8 => vec(of.clone(), 4..14), 1 => vec(of, 14..60)]
}

/// One word, number, name or stray mark of a sentence.
fn part() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(WORDS.to_vec()).prop_map(str::to_owned),
        5 => quantity(),
        1 => day(),
        1 => (select(vec!["Quyết định số", "Nghị định", "Kế hoạch số:", "số"]), document_number())
            .prop_map(|(kind, number)| format!("{kind} {number} của Chính phủ về")),
        1 => select(vec!["(", ")", "“", "”", "[1]", "[footnoteRef:1]", "[bookmark: a]", "**", "<br>", "…", "v.v"])
            .prop_map(str::to_owned),
        1 => characters("\\PC{0,4}"),
    ]
}

/// A sentence, or a heap of words.
pub(super) fn sentence() -> impl Strategy<Value = String> {
    let mark = || select(vec![" ", " ", " ", " ", ", ", "; ", ": ", " (", ") ", ". "]);
    let end = select(vec![".", ".", ";", ":", "", ": **Đạt.**", " (mục tiêu năm 2023 là 90%)."]);
    let part = (part(), mark()).boxed();
    let parts = prop_oneof![6 => vec(part.clone(), 1..7), 3 => vec(part, 7..16)];
    (parts, end).prop_map(|(parts, end)| {
        let mut words: String = parts.into_iter().flat_map(|(part, mark)| [part, mark.to_owned()]).collect();
        words.truncate(words.trim_end_matches([' ', ',', ';', ':', '(']).len());
        words + end
    })
}
