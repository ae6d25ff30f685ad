//! Is what was reached read, with what it is measured against?

use plandoc::records::{Status, StatusBasis};

use super::plan_of;

#[test]
fn changes_and_ranks_are_no_results_and_a_year_of_its_own_is_not_the_headings() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- Chỉ số chợ quê năm 2028 đạt 83,5 điểm, xếp thứ 33/63 tỉnh (tăng 4,5 điểm và 20 bậc so với năm 2027).\n- Tỷ lệ chợ có mái che đạt 61%.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> = reading.progress.iter().map(|p| (p.value, p.year)).collect();
    assert_eq!(found, [(Some(83.5), None), (Some(61.0), Some(2030))]);
}

/// Results of one sentence: value, upper number, target.
type Results = (&'static str, &'static [(f64, Option<f64>, Option<f64>)]);

const RESULTS: [Results; 8] = [
    // A share in a bracket, measured against a target behind it.
    ("- Có 1.200/1.500 hộ (đạt 80%) có nước sạch, vượt chỉ tiêu 75%.", &[(80.0, Some(1_200.0), Some(75.0))]),
    // Where a rise came from is no result, whatever year it is given.
    ("- Tỷ lệ chợ có mái che tăng từ 40% năm 2029 lên 55%.", &[(55.0, None, None)]),
    // "Cấp" gives, it names no hamlet.
    ("- Đã cấp 120 thẻ cho hộ nghèo.", &[(120.0, None, None)]),
    // A count that only says what it counts is one.
    (
        "- Đến nay có 900 lượt truy cập, riêng năm 2030 có 400 lượt truy cập.",
        &[(900.0, None, None), (400.0, None, None)],
    ),
    // By how much a plan is passed is none either; how much of it was done is one.
    ("- Đã mở 30 chợ, đạt 107% kế hoạch.", &[(30.0, None, None), (107.0, None, None)]),
    ("- Tỷ lệ chợ có mái che đạt 97,5%, vượt 2,5% so với kế hoạch.", &[(97.5, None, None)]),
    // A change is no result.
    ("- Toàn tỉnh có 30 chợ, tăng 5 chợ so với năm 2029.", &[(30.0, None, None)]),
    (
        "- Tỷ lệ sổ số hóa đạt 77%, trong đó: cấp tỉnh đạt 79%, cấp xã đạt 73% (Mục tiêu năm 2030: cấp tỉnh 90% và 60% cấp xã).",
        &[(77.0, None, None), (79.0, None, Some(90.0)), (73.0, None, Some(60.0))],
    ),
];

#[test]
fn parts_in_a_bracket_are_counted_in_the_unit_of_the_whole() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- Số lượng giao dịch tại chợ: 1.900 (chợ phiên: 1.100, chợ đêm: 800).\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> = reading.progress.iter().map(|p| (p.value, p.unit.as_deref())).collect();
    let counted = |value| (Some(value), Some("giao dịch"));
    assert_eq!(found, [counted(1_900.0), counted(1_100.0), counted(800.0)]);
}

#[test]
fn results_are_what_was_reached_with_what_it_is_measured_against() {
    for (words, expected) in RESULTS {
        let reading = plan_of(&format!("I. KẾT QUẢ NĂM 2030\n{words}\nII. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading
            .progress
            .iter()
            .map(|p| (p.value.unwrap_or_default(), p.numerator, p.target_value))
            .collect();
        assert_eq!(found, expected, "{words}");
    }
}

#[test]
fn a_rate_promised_and_the_one_reached_are_told_apart() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- 60% chợ có mái che: đạt 75%.\n- Phấn đấu 50% hộ có nước: Đã đạt 42,3% (7 xã).\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> =
        reading.progress.iter().map(|p| (p.value, p.target_value, p.status, p.status_basis)).collect();
    let computed = Some(StatusBasis::Computed);
    assert_eq!(
        found,
        [
            (Some(75.0), Some(60.0), Some(Status::Met), computed),
            (Some(42.3), Some(50.0), Some(Status::Missed), computed),
        ]
    );
}

#[test]
fn how_far_something_got_is_no_verdict_of_the_document() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- 60% chợ có mái che: Đạt.\n- 40% hộ có nước: Chưa đạt.\n- Xây chợ phiên: Đã hoàn thiện giai đoạn I.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> = reading.progress.iter().map(|p| (p.status, p.status_basis)).collect();
    let stated = Some(StatusBasis::Stated);
    assert_eq!(
        found,
        [(Some(Status::Met), stated), (Some(Status::Missed), stated), (Some(Status::Partly), None)]
    );
}

#[test]
fn results_as_of_a_day_are_of_its_year() {
    let reading =
        plan_of("I. HIỆN TRẠNG\n- Tính đến 31/10/2030, đã cấp 1.245 thẻ chợ.\nII. NHIỆM VỤ\nMở chợ.\n");
    let found: Vec<_> = reading.progress.iter().map(|p| (p.value, p.year)).collect();
    assert_eq!(found, [(Some(1245.0), Some(2030))]);
}
