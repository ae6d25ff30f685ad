use proptest::prelude::*;

use super::*;

/// Each figure as "words = comparator value..max/denominator kind".
fn read(sentence: &str) -> Vec<String> {
    figures(sentence)
        .iter()
        .map(|figure| {
            let max = figure.value_max.map_or(String::new(), |max| format!("..{max}"));
            let lower = figure.denominator.map_or(String::new(), |lower| format!("/{lower}"));
            let unit = figure.unit.clone().map_or("", |unit| &sentence[unit]);
            format!("{:?} {}{max}{lower} {:?} {unit}", figure.comparator, figure.value, figure.kind)
        })
        .collect()
}

fn none(sentence: &str) {
    assert_eq!(read(sentence), Vec::<String>::new(), "{sentence}");
}

#[test]
fn percentages_are_read_with_and_without_a_space() {
    assert_eq!(read("đạt tỷ lệ 41,07%"), ["Eq 41.07 Percent %"]);
    assert_eq!(read("đã cấp 66 sim cho xã, ấp 12"), ["Eq 66 Count sim"]);
    assert_eq!(read("đến cấp xã là 100 %."), ["Eq 100 Percent %"]);
    assert_eq!(read("đạt 01% số hộ"), ["Eq 1 Percent %"]);
    assert_eq!(read("đạt 45 phần trăm"), ["Eq 45 Percent 45 phần trăm"]);
}

#[test]
fn words_of_comparison_are_understood() {
    for (words, comparator) in [
        ("tối thiểu 80% hồ sơ", "Gte"),
        ("tối thiểu đạt 80% hồ sơ", "Gte"),
        ("đạt tối thiểu 80%", "Gte"),
        ("ít nhất 80% hồ sơ", "Gte"),
        ("không dưới 80% hồ sơ", "Gte"),
        ("không thấp hơn 80% hồ sơ", "Gte"),
        ("đạt từ 80% trở lên", "Gte"),
        ("80% trở lên máy trạm", "Gte"),
        ("trên 80% hồ sơ", "Gt"),
        ("hơn 80% hồ sơ", "Gt"),
        ("vượt 80% hồ sơ", "Gt"),
        ("không quá 80% hồ sơ", "Lte"),
        ("tối đa 80% hồ sơ", "Lte"),
        ("từ 80% trở xuống", "Lte"),
        ("dưới 80% hồ sơ", "Lt"),
        ("chưa đến 80% hồ sơ", "Lt"),
        ("khoảng 80% hồ sơ", "Approx"),
        ("gần 80% hồ sơ", "Approx"),
        ("ước đạt 80% hồ sơ", "Approx"),
        ("đảm bảo 80% hồ sơ", "Eq"),
        ("từ 80% hồ sơ", "Eq"),
    ] {
        assert_eq!(read(words), [format!("{comparator} 80 Percent %")], "{words}");
    }
}

#[test]
fn trở_lên_reaches_over_what_is_counted_only_after_từ() {
    assert_eq!(read("từ 12 dịch vụ trở lên"), ["Gte 12 Count dịch vụ"]);
    assert_eq!(read("12 cán bộ trình độ cao đẳng trở lên"), ["Eq 12 Count cán bộ"]);
    assert_eq!(read("đạt 85,5 điểm trở lên"), ["Gte 85.5 Count điểm"]);
}

#[test]
fn hedged_counts_keep_their_hedge() {
    assert_eq!(read("với hơn 6.500 hộp thư"), ["Gt 6500 Count hộp thư"]);
    assert_eq!(read("trên tổng số 5.200 hồ sơ"), ["Eq 5200 Count hồ sơ"]);
    assert_eq!(read("với tổng số 44 điểm cầu"), ["Eq 44 Count điểm cầu"]);
}

#[test]
fn ranges_are_one_figure() {
    assert_eq!(read("Rút ngắn 20% - 35% thời gian"), ["Range 20..35 Percent %"]);
    assert_eq!(read("khoảng 60%-70%,"), ["Range 60..70 Percent %"]);
    assert_eq!(read("khoảng 5-7%."), ["Range 5..7 Percent %"]);
    assert_eq!(read("từ 30% đến 50% thời gian"), ["Range 30..50 Percent %"]);
    assert_eq!(read("mở 10-15 lớp"), ["Range 10..15 Count lớp"]);
    assert_eq!(read("cung cấp từ 2 đến 3 lớp"), ["Range 2..3 Count lớp"]);
    assert_eq!(read("giảm từ 10 đến 15% lượng giấy"), ["Range 10..15 Percent %"]);
    assert_eq!(read("rút ngắn từ 3 đến 5 ngày"), ["Range 3..5 Duration ngày"]);
    assert_eq!(read("khoảng 2-3‰ số máy"), ["Range 2..3 Count ‰"]);
}

#[test]
fn rates_per_thousand_keep_their_sign() {
    assert_eq!(read("máy nhiễm mã độc dưới 2‰."), ["Lt 2 Count ‰"]);
    assert_eq!(read("đạt 12,5 ‰ số hồ sơ"), ["Eq 12.5 Count ‰"]);
}

#[test]
fn parts_of_a_number_are_rates_where_that_is_exact() {
    assert_eq!(read("ít nhất 3/4 số xã có chợ"), ["Gte 75 Percent 3/4"]);
    assert_eq!(read("1/2 tổng số hộ"), ["Eq 50 Percent 1/2"]);
    none("hơn 2/3 số xã có chợ");
    assert_eq!(read("18/20 số xã có chợ"), ["Eq 18/20 Count số"]);
}

#[test]
fn how_many_times_as_much_is_a_number_of_times() {
    assert_eq!(read("cao gấp 2 lần năm trước"), ["Eq 2 Count lần"]);
    assert_eq!(read("tăng gấp ít nhất 1,5 lần"), ["Gte 1.5 Count lần"]);
    assert_eq!(read("họp 2 lần"), ["Eq 2 Duration lần"]);
}

#[test]
fn time_per_time_is_time() {
    assert_eq!(read("gián đoạn không quá 4 giờ/năm"), ["Lte 4 Duration giờ/năm"]);
    assert_eq!(read("trả lời trong vòng 24 giờ"), ["Lte 24 Duration giờ"]);
}

#[test]
fn where_a_rise_starts_is_no_figure() {
    assert_eq!(read("nâng tỷ lệ từ 30% lên 50%"), ["Eq 50 Percent %"]);
    assert_eq!(read("giảm thời gian từ 15 ngày xuống còn 10 ngày"), ["Eq 10 Duration ngày"]);
    assert_eq!(read("rút từ 07 ngày làm việc còn không quá 03 ngày"), ["Lte 3 Duration ngày"]);
    assert_eq!(read("giảm thời gian chờ từ 10 ngày đến 5 ngày"), ["Eq 5 Duration ngày"]);
    assert_eq!(read("tăng tỷ lệ từ 10% đến 15%"), ["Eq 15 Percent %"]);
}

#[test]
fn fractions_give_both_numbers() {
    assert_eq!(read("đạt 412.306/806.115 hồ sơ"), ["Eq 412306/806115 Count hồ sơ"]);
    assert_eq!(read("trực tuyến 4.215 /76.310 đạt"), ["Eq 4215/76310 Count "]);
    assert_eq!(read("điện tử hóa 05/11 chế độ báo cáo"), ["Eq 5/11 Count chế độ báo cáo"]);
    assert_eq!(read("tại 5/9 đơn vị"), ["Eq 5/9 Count đơn vị"]);
    assert_eq!(read("đã có 38/38 (đạt 100%) cơ sở")[0], "Eq 38/38 Count ");
    assert_eq!(read("(281.442 khách hàng/282.017 khách hàng)"), ["Eq 281442/282017 Count khách hàng"]);
}

#[test]
fn a_rate_per_so_many_is_no_fraction() {
    assert_eq!(read("đạt 96,1 thuê bao/100 dân"), ["Eq 96.1 Count thuê bao/100 dân"]);
}

#[test]
fn number_words_count_after_a_comparator_only() {
    assert_eq!(read("có ít nhất một cán bộ chuyên trách"), ["Gte 1 Count cán bộ"]);
    assert_eq!(read("tối thiểu hai lớp"), ["Gte 2 Count lớp"]);
    none("cơ chế một cửa, một cửa liên thông");
    none("6 tháng một lần");
}

#[test]
fn roman_grades_are_figures_in_mức() {
    assert_eq!(
        read("Đạt tối thiểu mức II đối với tiêu chí A và mức I đối với tiêu chí B"),
        ["Gte 2 Grade mức", "Eq 1 Grade mức"]
    );
}

#[test]
fn money_and_time_are_told_from_counts() {
    assert_eq!(read("là 120,4 tỷ đồng"), ["Eq 120.4 Money "]);
    assert_eq!(read("đã chi 11 triệu cho đào tạo"), ["Eq 11000000 Money "]);
    assert_eq!(read("1,2 triệu lượt truy cập"), ["Eq 1200000 Count lượt truy cập"]);
    assert_eq!(read("88.325 tỷ lệ"), ["Eq 88325 Count "]);
    assert_eq!(read("không quá 03 ngày"), ["Lte 3 Duration ngày"]);
}

#[test]
fn digits_that_name_something_are_no_figures() {
    none("Nghị định số 12/2015/NĐ-CP ngày 14/5/2015 của Chính phủ");
    none("Kế hoạch số 215 /KH-UBND ngày 14 / 11 /2017");
    none("Chương trình hành động số 15-CTr/TU và Nghị quyết số 21-NQ/TW, 25c/NQ-CP");
    none("Quyết định số 1.234/QĐ-ABC ngày 5 tháng 4 năm 2012");
    none("dịch vụ công mức độ 3, 4; mức độ 1 và 2; mức 3,4");
    none("Khung Kiến trúc phiên bản 2.0, công nghiệp 4.0, SMAS 3.0");
    none("mạng 4G, 5G, IPv6, Tier-3, tiêu chuẩn TCVN ISO 9001:2015");
    none("giai đoạn 2016 - 2020, năm học 2021-2022, năm 2019 và quý III-2020");
    none("Ngày Chuyển đổi số (10/10 hàng năm), tháng 9/2023, ngày 12/9 đến 13/10/2023");
    none("Trong tháng 10 phát động “90 ngày, đêm”");
    none("Định kỳ 3 tháng/ lần, thời lượng 10 phút/kỳ, hoạt động 24/24 giờ, 24/7");
    none("người từ 15 tuổi trở lên, trẻ dưới 6 tuổi");
    none("theo Điều 28, tại Phụ lục 01, Đề án 06, Kế hoạch 5 năm");
    none("(1) Chính sách A; (2) Chính sách B");
    none("phường 1, tổng đài 1022, Hội trường số 9, cụm số 9");
    none("liên thông văn bản 4 cấp, mô hình 4 lớp");
    none("https://abc.example.vn/p/123 và abc123@tinh.gov.vn");
    none("Ứng dụng công nghệ thông tin 2019");
}

#[test]
fn a_level_beside_a_count_leaves_the_count() {
    assert_eq!(
        read("1.250 DVCTT mức độ 1 và 2, 420 mức độ 3 và 305 mức độ 4"),
        ["Eq 1250 Count DVCTT", "Eq 420 Count ", "Eq 305 Count "]
    );
    assert_eq!(read("40% dịch vụ mức độ 3 và 5% dịch vụ mức độ 4"), ["Eq 40 Percent %", "Eq 5 Percent %"]);
}

proptest! {
    #[test]
    fn nothing_panics_and_every_range_lies_in_the_sentence(sentence in "\\PC{0,80}") {
        for figure in figures(&sentence) {
            prop_assert!(sentence.get(figure.start()..figure.end()).is_some());
            prop_assert!(figure.unit.is_none_or(|unit| sentence.get(unit).is_some()));
        }
    }

    #[test]
    fn nothing_panics_on_the_words_of_numbers(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "12", "%", "/", "-", "4.215", "41,17", "từ", "trở lên", "tối thiểu", "mức", "II", "số", "ngày",
                "2020", "(", ")", ",", ";", "đến", "triệu", "tỷ", "đồng", "hồ sơ", "“", "”", "một", "4G", " ", ".",
            ]),
            0..14,
        ),
        joint in prop::sample::select(vec!["", " "]),
    ) {
        let sentence = words.join(joint);
        for figure in figures(&sentence) {
            prop_assert!(sentence.get(figure.start()..figure.end()).is_some());
        }
    }
}
