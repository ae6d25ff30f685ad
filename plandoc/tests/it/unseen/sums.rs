//! Are wholes held against their parts only where the parts can be told?

use plandoc::{check::CheckKind, check::Severity};

use super::plan_of;

/// Words on money, and how its parts come out against the whole.
const SUMS: [(&str, &[Severity]); 5] = [
    // "Trong đó" may name some parts only.
    ("Tổng kinh phí thực hiện là 95,5 tỷ đồng, trong đó năm 2031: 15 tỷ đồng.", &[]),
    ("Tổng kinh phí: 50 tỷ đồng, trong đó: ngân sách tỉnh 20 tỷ đồng, ngân sách huyện 10 tỷ đồng.", &[]),
    // More than the whole, or less where all are named, does not add up.
    (
        "Tổng kinh phí: 50 tỷ đồng, trong đó: ngân sách tỉnh 40 tỷ đồng, ngân sách huyện 20 tỷ đồng.",
        &[Severity::Differs, Severity::Differs],
    ),
    (
        "Tổng kinh phí: 50 tỷ đồng, bao gồm: ngân sách tỉnh 20 tỷ đồng, ngân sách huyện 10 tỷ đồng.",
        &[Severity::Differs, Severity::Differs],
    ),
    (
        "Tổng kinh phí: 50 tỷ đồng, trong đó: ngân sách tỉnh 30 tỷ đồng, ngân sách huyện 20 tỷ đồng.",
        &[Severity::Agrees, Severity::Agrees],
    ),
];

#[test]
fn parts_of_money_are_held_against_their_whole_only_if_all_are_named() {
    for (words, expected) in SUMS {
        let reading = plan_of(&format!("I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ\n{words}\n"));
        let sums = reading.checks.iter().filter(|c| matches!(c.kind, CheckKind::Total | CheckKind::Parts));
        assert_eq!(sums.map(|c| c.severity).collect::<Vec<_>>(), expected, "{words}");
    }
}

/// Results, and how the parts of their counts come out.
const COUNTS: [(&str, &[Severity]); 9] = [
    ("Đã mở 60 lớp, gồm: 20 lớp cấp tỉnh, 25 lớp cấp huyện và 15 lớp cấp xã.", &[Severity::Agrees]),
    ("Có 40 cán bộ phụ trách (trong đó 30 người cấp tỉnh và 10 người cấp huyện).", &[Severity::Agrees]),
    (
        "Có 543 dịch vụ mức độ 2, gồm 272 dịch vụ của sở, 273 dịch vụ của huyện và 58 dịch vụ của xã.",
        &[Severity::Differs],
    ),
    // Some parts only, parts that overlap, parts without a number.
    ("Có 248 sản phẩm, trong đó 114 sản phẩm được chứng nhận.", &[]),
    ("Có 100 học viên, trong đó 60 học viên nữ, 70 học viên người Thái.", &[]),
    ("Có 90 máy tính, gồm 30 máy tính của sở, 40 máy tính của huyện và còn lại của xã.", &[]),
    // Other things than those counted, shares, and bounds.
    ("Có 12 chợ, gồm 3 nhà lồng và 40 gian hàng.", &[]),
    ("Có 200 hồ sơ, gồm 70% hồ sơ cấp tỉnh và 30% hồ sơ cấp xã.", &[]),
    ("Có 200 hồ sơ, gồm hơn 90 hồ sơ cấp tỉnh và 60 hồ sơ cấp xã.", &[]),
];

#[test]
fn parts_of_a_count_are_held_against_it_where_they_can_be_told() {
    for (words, expected) in COUNTS {
        let reading = plan_of(&format!("I. KẾT QUẢ NĂM 2030\n- {words}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> =
            reading.checks.iter().filter(|c| c.kind == CheckKind::Parts).map(|c| c.severity).collect();
        assert_eq!(found, expected, "{words}");
    }
}

#[test]
fn a_total_that_its_own_parts_give_is_not_blamed_for_tasks_that_stand_elsewhere() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Xây chợ phiên\n- Nội dung: Xây chợ mới.\n- Kinh phí: 1.500 triệu đồng.\nIII. KINH PHÍ\nTổng kinh phí thực hiện là 1.800 triệu đồng, trong đó:\n- Ngân sách tỉnh: 1.500 triệu đồng;\n- Ngân sách huyện: 300 triệu đồng.\n",
    );
    let total = &reading.totals[0];
    assert_eq!((total.computed_vnd, total.matches), (Some(1_800_000_000), Some(true)));
}
