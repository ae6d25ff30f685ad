//! Is what is promised read, and nothing else?

use plandoc::records::{Comparator, Level};

use super::plan_of;

/// Goals, and the value, year and level of each target in them.
type Promises = (&'static str, &'static [(f64, Option<i32>, Option<Level>)]);

const PROMISES: [Promises; 9] = [
    // Lettered items without a full stop are no headings.
    (
        "a) 100% hộ có nước sạch;\nb) Tối thiểu 50% chợ có mái che; trong đó cấp xã 40%\nc) Số chợ đạt từ 30 chợ trở lên, tỷ lệ hộ nghèo còn dưới 5%",
        &[
            (100.0, None, None),
            (50.0, None, None),
            (40.0, None, Some(Level::Commune)),
            (30.0, None, None),
            (5.0, None, None),
        ],
    ),
    // What was so before is no promise, whatever the way it is written.
    (
        "- Đến năm 2035, tỷ lệ hộ có nước sạch 80% (năm 2029 70%); cấp xã 60% (năm 2030 là 50%).",
        &[(80.0, Some(2035), None), (60.0, Some(2035), Some(Level::Commune))],
    ),
    ("- Năm 2025 có 40% chợ có mái che.", &[]),
    // What is still expected is a step on the way.
    (
        "- Đến năm 2035, tỷ lệ hộ có nước sạch là 80% (dự kiến cuối năm 2032 đạt 60%).",
        &[(80.0, Some(2035), None), (60.0, Some(2032), None)],
    ),
    // Each number has the year behind it.
    (
        "- Trên 70% hộ biết đến chợ vào cuối năm 2033, 90% vào năm 2035.",
        &[(70.0, Some(2033), None), (90.0, Some(2035), None)],
    ),
    // Ranks count nothing.
    ("- Phấn đấu chỉ số chợ quê trong nhóm 20/63 tỉnh, thành phố; xếp thứ 12/63 cả nước.", &[]),
    ("- Phấn đấu thuộc nhóm 30 tỉnh dẫn đầu, vào top 10 toàn quốc.", &[]),
    // What a rate is taken per is no value.
    ("- Tỷ lệ điện thoại cố định/100 dân.\n- Tỷ lệ thuê bao/1.000 dân.", &[]),
    ("- Tổ chức ít nhất 02 diễn đàn về chợ quê trong năm 2031.", &[(2.0, Some(2031), None)]),
];

#[test]
fn only_what_is_promised_is_a_target() {
    for (goals, expected) in PROMISES {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goals}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading.targets.iter().map(|t| (t.value, t.due_year, t.level)).collect();
        assert_eq!(found, expected, "{goals}");
    }
}

/// Goals, and comparator, value, upper value, unit and label of each target in them.
type Limits = (&'static str, &'static [(Comparator, f64, Option<f64>, Option<&'static str>, &'static str)]);

const LIMITS: [Limits; 17] = [
    // Where a time comes from is not what is promised.
    (
        "- Giảm thời gian cấp thẻ chợ từ 15 ngày xuống còn 10 ngày.",
        &[(Comparator::Eq, 10.0, None, Some("ngày"), "Giảm thời gian cấp thẻ chợ")],
    ),
    (
        "- Rút ngắn thời gian cấp thẻ từ 07 ngày làm việc xuống còn không quá 03 ngày làm việc.",
        &[(Comparator::Lte, 3.0, None, Some("ngày"), "Rút ngắn thời gian cấp thẻ")],
    ),
    (
        "- Nâng số chợ có mái che từ 5 lên 12 chợ.",
        &[(Comparator::Eq, 12.0, None, Some("chợ"), "Nâng số chợ có mái che")],
    ),
    // How fast is part of what a rate measures, and a promise where it stands alone.
    (
        "- 100% câu hỏi, góp ý được trả lời trong vòng 24 giờ.",
        &[(Comparator::Eq, 100.0, None, Some("%"), "câu hỏi, góp ý được trả lời trong vòng 24 giờ")],
    ),
    (
        "- Số sự cố được khắc phục trong vòng 24 giờ đạt 95%.",
        &[(Comparator::Eq, 95.0, None, Some("%"), "Số sự cố được khắc phục trong vòng 24 giờ")],
    ),
    (
        "- Thời gian trả lời câu hỏi trong vòng 24 giờ.",
        &[(Comparator::Lte, 24.0, None, Some("giờ"), "Thời gian trả lời câu hỏi")],
    ),
    (
        "- Thời gian chợ mất điện không quá 4 giờ/năm.",
        &[(Comparator::Lte, 4.0, None, Some("giờ/năm"), "Thời gian chợ mất điện")],
    ),
    // Scores, with and without points.
    (
        "- Chỉ số chợ quê đạt 85,5 điểm trở lên, xếp hạng trong nhóm 10 tỉnh dẫn đầu.",
        &[(Comparator::Gte, 85.5, None, Some("điểm"), "Chỉ số chợ quê")],
    ),
    ("- Chỉ số chợ quê đạt từ 0,70 trở lên.", &[(Comparator::Gte, 0.7, None, None, "Chỉ số chợ quê")]),
    (
        "- CQI trên 66 điểm, thuộc nhóm 20 tỉnh đứng đầu.",
        &[(Comparator::Gt, 66.0, None, Some("điểm"), "CQI")],
    ),
    (
        "- Chỉ số chợ quê tăng ít nhất 5 bậc so với năm 2030.",
        &[(Comparator::Gte, 5.0, None, Some("bậc"), "Chỉ số chợ quê tăng")],
    ),
    // By how much, between two rates, per thousand, as a part.
    (
        "- Giảm từ 10 đến 15% tiền thuê sạp.",
        &[(Comparator::Range, 10.0, Some(15.0), Some("%"), "Giảm tiền thuê sạp")],
    ),
    ("- Tỷ lệ sạp bỏ trống dưới 2‰.", &[(Comparator::Lt, 2.0, None, Some("‰"), "Tỷ lệ sạp bỏ trống")]),
    ("- Tối thiểu 3/4 số xã có chợ.", &[(Comparator::Gte, 75.0, None, Some("%"), "số xã có chợ")]),
    ("- Tối thiểu 2/3 số xã có chợ.", &[]),
    (
        "- Số chợ đêm gấp 2 lần năm 2030.",
        &[(Comparator::Eq, 2.0, None, Some("lần"), "Số chợ đêm gấp lần năm 2030")],
    ),
    (
        "- 90% sổ sách tại cấp huyện, 80% tại cấp xã được lưu trên mạng.",
        &[
            (Comparator::Eq, 90.0, None, Some("%"), "sổ sách tại cấp huyện được lưu trên mạng"),
            (Comparator::Eq, 80.0, None, Some("%"), "sổ sách tại cấp xã được lưu trên mạng"),
        ],
    ),
];

#[test]
fn limits_scores_and_parts_are_promised_in_their_own_units() {
    for (goals, expected) in LIMITS {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goals}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading
            .targets
            .iter()
            .map(|t| (t.comparator, t.value, t.value_max, t.unit.as_deref(), t.label.as_str()))
            .collect();
        assert_eq!(found, expected, "{goals}");
    }
}

#[test]
fn how_fast_a_task_is_to_be_done_is_no_target() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n- Các xã trả lời trong vòng 15 ngày kể từ ngày nhận được công văn.\n",
    );
    assert!(reading.targets.is_empty(), "{:?}", reading.targets);
}

#[test]
fn a_goal_in_words_does_not_begin_with_its_number() {
    let reading = plan_of("I. MỤC TIÊU\n1. 75% hộ có nước.\n2. 100% xã có chợ.\nII. NHIỆM VỤ\nMở chợ.\n");
    let goals: Vec<&str> = reading.objectives.iter().map(|goal| goal.text.as_str()).collect();
    assert_eq!(goals, ["75% hộ có nước.", "100% xã có chợ."]);
}

#[test]
fn the_closing_sentence_is_no_goal() {
    let reading = plan_of(
        "I. NHIỆM VỤ\nMở chợ.\nII. MỤC TIÊU\n- Chợ họp đều.\nTrên đây là Kế hoạch mở chợ quê tỉnh, đề nghị các sở thực hiện./.\n",
    );
    let goals: Vec<&str> = reading.objectives.iter().map(|goal| goal.text.as_str()).collect();
    assert_eq!(goals, ["Chợ họp đều."]);
}

#[test]
fn parts_of_an_index_are_no_goals() {
    let reading = plan_of(
        "I. KHÁI QUÁT\n1. Hạ tầng chợ: gồm 08 chỉ tiêu thành phần.\n- Tỷ lệ chợ có mái che;\n- Tỷ lệ chợ có nước.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    assert!(reading.objectives.is_empty(), "{:?}", reading.objectives);
}

/// Goals of one sentence, and the label and year of each number.
type Measured = (&'static str, &'static [(&'static str, Option<i32>)]);

const MEASURED: [Measured; 6] = [
    (
        "- Trên 70% hộ biết đến chợ vào cuối năm 2033, 90% vào năm 2035.",
        &[("hộ biết đến chợ", Some(2033)), ("hộ biết đến chợ", Some(2035))],
    ),
    (
        "- Đến năm 2033: 50% trường có mái che; năm 2034: 70%; năm 2035: 100%.",
        &[
            ("trường có mái che", Some(2033)),
            ("trường có mái che", Some(2034)),
            ("trường có mái che", Some(2035)),
        ],
    ),
    (
        "- Tối thiểu 50% chợ có mái che; trong đó cấp xã 40%",
        &[("chợ có mái che", None), ("chợ có mái che cấp xã", None)],
    ),
    (
        "- Đến hết năm 2033: cấp tỉnh 90%, cấp huyện 70%, cấp xã 50% sổ sách được số hóa.",
        &[
            ("sổ sách được số hóa cấp tỉnh", Some(2033)),
            ("sổ sách được số hóa cấp huyện", Some(2033)),
            ("cấp xã sổ sách được số hóa", Some(2033)),
        ],
    ),
    ("- Phân đầu đến năm 2034 có trên 60% trường có mái che.", &[("trường có mái che", Some(2034))]),
    (
        "- Tỷ lệ hộ dùng nước sạch đạt 30% vào năm 2032 và 50% vào năm 2034.",
        &[("Tỷ lệ hộ dùng nước sạch", Some(2032)), ("Tỷ lệ hộ dùng nước sạch", Some(2034))],
    ),
];

#[test]
fn a_number_that_only_says_when_or_where_measures_what_the_one_before_it_does() {
    for (goals, expected) in MEASURED {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goals}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading.targets.iter().map(|t| (t.label.as_str(), t.due_year)).collect();
        assert_eq!(found, expected, "{goals}");
    }
}

#[test]
fn a_promise_under_the_heading_of_a_stage_is_due_at_its_end() {
    let reading = plan_of(
        "I. MỤC TIÊU\n1. Giai đoạn 2031 - 2033\n- 60% chợ có biển hiệu.\n2. Đến năm 2035\n- 90% chợ có biển hiệu.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> = reading.targets.iter().map(|t| (t.value, t.due_year)).collect();
    assert_eq!(found, [(60.0, Some(2033)), (90.0, Some(2035))]);
}

#[test]
fn what_a_passage_is_about_is_not_what_a_number_measures() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n1. Về nhân lực: 90% cán bộ chợ được tập huấn\n2. Về hạ tầng: tỷ lệ chợ có mái che đạt 61%.\nII. MỤC TIÊU\na) 80% chợ có nước\n",
    );
    let labels: Vec<&str> = reading.progress.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["cán bộ chợ được tập huấn", "tỷ lệ chợ có mái che"]);
    assert_eq!(reading.targets[0].label, "chợ có nước");
}
