//! Are quantities read that are spelled out, ranged, or counted in words of their own?

use plandoc::records::Comparator;

use super::plan_of;

/// Goals, and comparator, value, upper end and unit of each number.
type Spelled = (&'static str, &'static [(Comparator, f64, Option<f64>, &'static str)]);

const SPELLED: [Spelled; 7] = [
    ("- Năm mươi phần trăm chợ có mái che.", &[(Comparator::Eq, 50.0, None, "%")]),
    ("- Tối thiểu một nửa số chợ có mái che.", &[(Comparator::Gte, 50.0, None, "%")]),
    ("- Trên ba phần tư số chợ có mái che.", &[(Comparator::Gt, 75.0, None, "%")]),
    // No exact rate, and certainly not two of anything.
    ("- Ít nhất hai phần ba số chợ có mái che.", &[]),
    ("- Thành lập ba trăm hai mươi tổ công nghệ số.", &[(Comparator::Eq, 320.0, None, "tổ")]),
    ("- Có từ 20 đến 25 nền tảng số được dùng.", &[(Comparator::Range, 20.0, Some(25.0), "nền tảng")]),
    (
        "- Ban hành 07 kế hoạch, 03 quyết định; lắp 35 đường truyền.",
        &[
            (Comparator::Eq, 7.0, None, "kế hoạch"),
            (Comparator::Eq, 3.0, None, "quyết định"),
            (Comparator::Eq, 35.0, None, "đường truyền"),
        ],
    ),
];

#[test]
fn quantities_in_words_have_the_value_that_the_words_say() {
    for (goals, expected) in SPELLED {
        let reading = plan_of(&format!("I. MỤC TIÊU\n{goals}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading
            .targets
            .iter()
            .map(|t| (t.comparator, t.value, t.value_max, t.unit.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{goals}");
    }
}

#[test]
fn a_number_is_not_counted_in_what_another_counts() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- Trang bị 12 máy chủ, dung lượng TB 48; cấp 1.350 web/thư cho các chợ.\n- Kho lưu trữ có dung lượng 120TB.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> =
        reading.progress.iter().map(|p| (p.value, p.unit.as_deref(), p.label.as_str())).collect();
    assert_eq!(found[0], (Some(12.0), Some("máy chủ"), "Trang bị máy chủ"));
    assert!(
        !found[1..].iter().any(|(_, unit, _)| [Some("máy chủ"), Some("web")].contains(unit)),
        "{found:?}"
    );
    assert_eq!(found.last(), Some(&(Some(120.0), Some("TB"), "Kho lưu trữ có dung lượng")));
}
