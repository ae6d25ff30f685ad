//! Is how much something changes told from how much there is of it?

use plandoc::records::Level;

use super::plan_of;

/// A goal about a rate that the catalogue knows, and whether it is a level of that rate.
const GOALS: [(&str, bool); 7] = [
    ("- Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng đạt 80%.", true),
    ("- Nâng tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng lên 80%.", true),
    ("- Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng tăng lên 80%.", true),
    ("- Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng tăng 10%.", false),
    ("- Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng tăng ít nhất 10% so với năm 2030.", false),
    ("- Tăng 10% tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng.", false),
    ("- Tăng tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng thêm 10%.", false),
];

#[test]
fn a_growth_is_no_level_of_an_indicator() {
    for (goal, level) in GOALS {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goal}\nII. NHIỆM VỤ\nMở chợ.\n"));
        assert_eq!(reading.targets.len(), 1, "{goal}");
        assert_eq!(reading.targets[0].indicator.is_some(), level, "{goal}");
    }
}

/// Goals, and the label, year and level of each number.
type Named = (&'static str, &'static [(&'static str, Option<i32>, Option<Level>)]);

const NAMED: [Named; 10] = [
    (
        "- Năm 2032 đạt 50%, năm 2033 đạt 70% hồ sơ được số hóa.",
        &[("hồ sơ được số hóa", Some(2032), None), ("hồ sơ được số hóa", Some(2033), None)],
    ),
    (
        "- Cấp huyện: 95% văn bản điện tử; cấp xã: 80%.",
        &[
            ("Cấp huyện văn bản điện tử", None, Some(Level::District)),
            ("văn bản điện tử cấp xã", None, Some(Level::Commune)),
        ],
    ),
    (
        "- Mạng nước phủ trên 80% hộ nghèo, 100% xã.",
        &[("Mạng nước phủ hộ nghèo", None, None), ("Mạng nước phủ xã", None, Some(Level::Commune))],
    ),
    ("- Giảm 30% thời gian họp chợ.", &[("Giảm thời gian họp chợ", None, None)]),
    (
        "- Tỷ lệ hộ có nước đạt 80%, tăng 20% so với năm 2030.",
        &[("Tỷ lệ hộ có nước", None, None), ("Tỷ lệ hộ có nước tăng so với năm 2030", None, None)],
    ),
    // A later stage has its own last year.
    (
        "- Đến năm 2032, 100% hộ có nước; giai đoạn 2033-2035 duy trì 90%.",
        &[("hộ có nước", Some(2032), None), ("hộ có nước", Some(2035), None)],
    ),
    (
        "- Tối thiểu 70% (cấp tỉnh), 50% (cấp xã) hồ sơ được số hóa.",
        &[
            ("hồ sơ được số hóa", None, Some(Level::Province)),
            ("hồ sơ được số hóa", None, Some(Level::Commune)),
        ],
    ),
    // Before the colon stands what it is about.
    ("- Hạ tầng: 98% thôn có sóng.", &[("Hạ tầng thôn có sóng", None, None)]),
    ("- Cấp huyện: 90% hồ sơ được số hóa.", &[("Cấp huyện hồ sơ được số hóa", None, Some(Level::District))]),
    (
        "- Hết quý III: 40% hộ có nước; đến hết năm 2033: 55%.",
        &[("hộ có nước", None, None), ("hộ có nước", Some(2033), None)],
    ),
];

#[test]
fn what_changes_or_is_measured_is_named_wherever_it_stands() {
    for (goals, expected) in NAMED {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goals}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading.targets.iter().map(|t| (t.label.as_str(), t.due_year, t.level)).collect();
        assert_eq!(found, expected, "{goals}");
    }
}
