use proptest::prelude::*;

use super::*;

/// Each statement as "comparator value: shared head … label".
fn measured(text: &str) -> Vec<String> {
    let statements = passage(text).into_iter().flat_map(|sentence| sentence.statements);
    statements
        .map(|s| {
            let label: Vec<&str> = s.head.iter().chain(&s.label).map(|range| &text[range.clone()]).collect();
            format!("{:?} {}: {}", s.figure.comparator, s.figure.value, label.join(" … "))
        })
        .collect()
}

#[test]
fn a_comparator_at_the_head_holds_for_the_list_not_past_a_semicolon() {
    assert_eq!(
        measured("tối thiểu 80% hồ sơ cấp tỉnh, 60% hồ sơ cấp huyện; 50% văn bản."),
        ["Gte 80: hồ sơ cấp tỉnh", "Gte 60: hồ sơ cấp huyện", "Eq 50: văn bản",]
    );
    assert_eq!(
        measured("tối thiểu 80% hồ sơ cấp tỉnh, đảm bảo 100% văn bản."),
        ["Gte 80: hồ sơ cấp tỉnh", "Eq 100: văn bản",]
    );
    assert_eq!(measured("100% bệnh viện và trên 80% trạm y tế."), ["Eq 100: bệnh viện", "Gt 80: trạm y tế"]);
    assert_eq!(
        measured("Đạt tối thiểu mức II đối với tiêu chí A và mức I đối với tiêu chí B."),
        ["Gte 2: đối với tiêu chí A", "Gte 1: đối với tiêu chí B",]
    );
}

#[test]
fn what_is_said_of_the_last_of_a_list_is_said_of_all() {
    assert_eq!(
        measured("80% hồ sơ cấp tỉnh và 60% hồ sơ cấp xã được xử lý trên mạng."),
        ["Eq 80: hồ sơ cấp tỉnh … được xử lý trên mạng", "Eq 60: hồ sơ cấp xã được xử lý trên mạng",]
    );
}

#[test]
fn a_level_alone_is_measured_as_the_one_before_it() {
    assert_eq!(
        measured("Tỷ lệ dùng thư ở cấp tỉnh là 80%, tại cấp huyện là 50%. Tỷ lệ khác đạt 9%."),
        ["Eq 80: Tỷ lệ dùng thư ở cấp tỉnh", "Eq 50: Tỷ lệ dùng thư … tại cấp huyện", "Eq 9: Tỷ lệ khác",]
    );
    assert_eq!(
        measured("Tỷ lệ máy tính đạt 97%. Trong đó, cấp tỉnh đạt 100%, cấp xã tỷ lệ này đạt 95%."),
        ["Eq 97: Tỷ lệ máy tính", "Eq 100: Tỷ lệ máy tính … cấp tỉnh", "Eq 95: Tỷ lệ máy tính … cấp xã",]
    );
}

/// Each statement as "value: words | label".
fn read(text: &str) -> Vec<String> {
    sentence(text, 0..text.len())
        .statements
        .iter()
        .map(|s| {
            let label: Vec<&str> = s.label.iter().map(|range| &text[range.clone()]).collect();
            let count = s.count.as_ref().map_or(String::new(), |count| format!("{}=", count.value));
            format!("{count}{}: {} | {}", s.figure.value, &text[s.words.clone()], label.join(" … "))
        })
        .collect()
}

#[test]
fn a_list_of_numbers_first_is_cut_before_each_number() {
    assert_eq!(
        read("tối thiểu 80% hồ sơ tại cấp tỉnh, 60% hồ sơ tại cấp huyện và 30% hồ sơ tại cấp xã."),
        [
            "80: tối thiểu 80% hồ sơ tại cấp tỉnh | hồ sơ tại cấp tỉnh",
            "60: 60% hồ sơ tại cấp huyện | hồ sơ tại cấp huyện",
            "30: 30% hồ sơ tại cấp xã | hồ sơ tại cấp xã",
        ]
    );
}

#[test]
fn a_list_of_numbers_last_is_cut_after_each_number() {
    assert_eq!(
        read("Tỷ lệ máy tính bình quân đạt 91,4%, cấp tỉnh và cấp huyện đạt 100%, cấp xã tỷ lệ này đạt 95%."),
        [
            "91.4: Tỷ lệ máy tính bình quân đạt 91,4% | Tỷ lệ máy tính bình quân",
            "100: cấp tỉnh và cấp huyện đạt 100% | cấp tỉnh và cấp huyện",
            "95: cấp xã tỷ lệ này đạt 95% | cấp xã",
        ]
    );
}

#[test]
fn semicolons_part_statements_and_what_has_no_number_is_left_out() {
    assert_eq!(
        read("Tối thiểu 30% dịch vụ ở mức độ 4; Cổng có giao diện di động; 50% cơ quan công khai kết quả."),
        [
            "30: Tối thiểu 30% dịch vụ ở mức độ 4 | dịch vụ ở mức độ 4",
            "50: 50% cơ quan công khai kết quả | cơ quan công khai kết quả",
        ]
    );
}

#[test]
fn commas_inside_what_is_measured_do_not_cut() {
    assert_eq!(
        read(
            "100% cán bộ, công chức ở tỉnh, huyện dùng được thư điện tử, 50% cán bộ xã dùng được thư điện tử."
        ),
        [
            "100: 100% cán bộ, công chức ở tỉnh, huyện dùng được thư điện tử | cán bộ, công chức ở tỉnh, huyện dùng được thư điện tử",
            "50: 50% cán bộ xã dùng được thư điện tử | cán bộ xã dùng được thư điện tử",
        ]
    );
}

#[test]
fn a_count_and_its_rate_are_one_statement() {
    assert_eq!(
        read(
            "có 312 thủ tục được cung cấp ở mức độ 3 đạt tỷ lệ 26% và 156 thủ tục ở mức độ 4 đạt tỷ lệ 10%."
        ),
        [
            "312=26: có 312 thủ tục được cung cấp ở mức độ 3 đạt tỷ lệ 26% | thủ tục được cung cấp ở mức độ 3",
            "156=10: 156 thủ tục ở mức độ 4 đạt tỷ lệ 10% | thủ tục ở mức độ 4",
        ]
    );
    assert_eq!(
        read("tổ chức 89 cuộc họp, tỷ lệ văn bản điện tử đạt 90%.").len(),
        2,
        "the rate measures something else"
    );
}

#[test]
fn verbs_stay_with_what_they_measure() {
    assert_eq!(
        read("Rút ngắn 20% - 35% thời gian họp, giảm tối đa việc dùng giấy."),
        ["20: Rút ngắn 20% - 35% thời gian họp | Rút ngắn … thời gian họp"]
    );
    assert_eq!(
        read("đảm bảo 90% văn bản được ký số theo quy định tại Nghị định số 1/2015/NĐ-CP."),
        ["90: đảm bảo 90% văn bản được ký số | văn bản được ký số"]
    );
}

#[test]
fn brackets_are_kept_apart() {
    let text = "Tỷ lệ dùng thư ở cấp tỉnh là 80% (cuối năm 2008 đạt 30%), tại cấp huyện là 50%.";
    assert_eq!(
        read(text),
        [
            "80: Tỷ lệ dùng thư ở cấp tỉnh là 80% | Tỷ lệ dùng thư ở cấp tỉnh",
            "50: tại cấp huyện là 50% | tại cấp huyện",
        ]
    );
    let brackets = sentence(text, 0..text.len()).brackets;
    assert_eq!(&text[brackets[0].inner.clone()], "cuối năm 2008 đạt 30%");
}

proptest! {
    #[test]
    fn nothing_panics_and_all_ranges_lie_inside(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "12", "80%", "/", "4.215", "tối thiểu", "trở lên", "(", ")", ",", ";", ".", "và", "với", "hồ sơ",
                "đạt tỷ lệ", "là", "trong đó", "tỷ lệ", "cấp xã", "được", ":", "đảm bảo", "năm 2019", "mức II",
                "theo quy định", "gồm",
            ]),
            0..20,
        ),
    ) {
        let text = words.join(" ");
        for s in sentence(&text, 0..text.len()).statements {
            prop_assert!(text.get(s.words.clone()).is_some());
            prop_assert!(s.words.start <= s.figure.digits.start && s.figure.digits.end <= s.words.end);
            for range in s.label {
                prop_assert!(text.get(range).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
