//! Do tables of indicators give the targets and results of their rows?

use plandoc::{records::Comparator, records::Status, records::StatusBasis};

use super::plan_of;

/// A table of indicators, and value, comparator, unit, year and whether it is a step.
type Tables = (&'static str, &'static [(f64, Comparator, Option<&'static str>, i32, bool)]);

const TABLES: [Tables; 9] = [
    // Several years: the earlier ones are steps; what was reached before is none.
    (
        "TT\tChỉ tiêu\tĐơn vị tính\tThực hiện năm 2030\tNăm 2031\tNăm 2035\n1\tTỷ lệ xã có chợ\t%\t30\t≥ 40\t80\n2\tSố chợ đạt chuẩn\tchợ\t9\t12\t-\n",
        &[
            (40.0, Comparator::Gte, Some("%"), 2031, true),
            (80.0, Comparator::Eq, Some("%"), 2035, false),
            (12.0, Comparator::Eq, Some("chợ"), 2031, false),
        ],
    ),
    // Groups without the rest of their cells, agencies beside the values.
    (
        "STT\tTên chỉ tiêu\tĐVT\tKế hoạch năm 2032\tCơ quan chủ trì\nI\tHạ tầng\n1\tTỷ lệ xã có chợ\t%\t50\tSở Công Thương\nII\tCon người\n1\tSố người được tập huấn\tngười\ttrên 1.500\tSở Nội vụ\n",
        &[
            (50.0, Comparator::Eq, Some("%"), 2032, false),
            (1_500.0, Comparator::Gt, Some("người"), 2032, false),
        ],
    ),
    // Markdown; the unit stands in the cell, behind the name or in the header.
    (
        "| STT | Mục tiêu | Chỉ tiêu đến năm 2033 | Chỉ tiêu đến năm 2035 (%) |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ có tài khoản (%) | 70 | >80 |\n| 2 | Tỷ lệ chợ có mái che | 60% | Tối thiểu 90 |\n",
        &[
            (70.0, Comparator::Eq, Some("%"), 2033, true),
            (80.0, Comparator::Gt, Some("%"), 2035, false),
            (60.0, Comparator::Eq, Some("%"), 2033, true),
            (90.0, Comparator::Gte, Some("%"), 2035, false),
        ],
    ),
    // Cells as lines between bars, as a portal lays them out.
    (
        "STT\n|\nChỉ tiêu\n|\nĐơn vị tính\n|\nNăm 2031\n|\n1\n|\nTỷ lệ xã\ncó chợ\n|\n%\n|\n50\n|\n2\n|\nTỷ lệ hộ hài lòng\n|\n|\n≥ 80%\n|\n",
        &[(50.0, Comparator::Eq, Some("%"), 2031, false), (80.0, Comparator::Gte, Some("%"), 2031, false)],
    ),
    // Rows that only end with a bar.
    (
        "TT | Chỉ tiêu | Đơn vị | Năm 2031 |\n1 | Tỷ lệ xã có chợ | % | 50 |\n2 | Số chợ mới | chợ | 4 |\n",
        &[(50.0, Comparator::Eq, Some("%"), 2031, false), (4.0, Comparator::Eq, Some("chợ"), 2031, false)],
    ),
    // One header cell over two columns, its names on a line of their own.
    (
        "STT | Chỉ tiêu | ĐVT | Mục tiêu |\nNăm 2032 | Năm 2035 |\n1 | Tỷ lệ xã có chợ | % | 40 | 80 |\n2 | Số chợ mới | chợ | 4 | 9 |\n",
        &[
            (40.0, Comparator::Eq, Some("%"), 2032, true),
            (80.0, Comparator::Eq, Some("%"), 2035, false),
            (4.0, Comparator::Eq, Some("chợ"), 2032, true),
            (9.0, Comparator::Eq, Some("chợ"), 2035, false),
        ],
    ),
    (
        "STT\n|\nChỉ tiêu\n|\nĐVT\n|\nMục tiêu\n|\nNăm 2032\n|\nNăm 2035\n|\n1\n|\nTỷ lệ xã có chợ\n|\n%\n|\n40\n|\n80\n|\n2\n|\nSố chợ mới\n|\nchợ\n|\n4\n|\n9\n|\n",
        &[
            (40.0, Comparator::Eq, Some("%"), 2032, true),
            (80.0, Comparator::Eq, Some("%"), 2035, false),
            (4.0, Comparator::Eq, Some("chợ"), 2032, true),
            (9.0, Comparator::Eq, Some("chợ"), 2035, false),
        ],
    ),
    // A year before the plan, and cells that hold more than one number.
    (
        "TT\tChỉ tiêu\tNăm 2029\tNăm 2031\n1\tTỷ lệ xã có chợ\t40%\t50% cấp huyện, 30% cấp xã\n2\tXếp hạng\t20/63\t10/63\n",
        &[],
    ),
    // Rows that cannot be told: nothing of them is a goal or a promise.
    ("STT\n|\nChỉ tiêu\n|\nĐơn vị tính\n|\nNăm 2031\n|\nTỷ lệ xã có chợ\n|\n%\n|\n50%\n|\n≥ 80%\n|\n", &[]),
];

#[test]
fn tables_of_indicators_are_targets() {
    for (table, expected) in TABLES {
        let reading =
            plan_of(&format!("I. NHIỆM VỤ\nMở chợ.\nII. MỤC TIÊU\n{table}\nIII. GIẢI PHÁP\nLàm ngay.\n"));
        let found: Vec<_> = reading
            .targets
            .iter()
            .map(|t| (t.value, t.comparator, t.unit.as_deref(), t.due_year.unwrap_or_default(), t.interim))
            .collect();
        assert_eq!(found, expected, "{table}");
        assert!(reading.objectives.is_empty() && reading.progress.is_empty(), "{table}");
        let fields = ["label", "value", "comparator", "due_year"];
        for target in &reading.targets {
            for field in fields {
                assert!(target.provenance.evidence.contains_key(field), "{field} has its place: {table}");
            }
            assert!(target.provenance.source.address.starts_with("II · "), "{table}");
        }
    }
}

/// Reviews: value, target, year and whether it was kept, and by whose word.
type Reviews = (&'static str, &'static [(Option<f64>, Option<f64>, i32, Status, StatusBasis)]);

const REVIEWS: [Reviews; 4] = [
    // What was aimed at beside what the rows are about.
    (
        "TT\tNội dung\tChỉ tiêu\tThực hiện\tĐánh giá\n1\tTỷ lệ xã có chợ\t40%\t45%\tĐạt\n2\tTỷ lệ hộ hài lòng\t70%\t60%\tKhông đạt\n",
        &[
            (Some(45.0), Some(40.0), 2030, Status::Met, StatusBasis::Stated),
            (Some(60.0), Some(70.0), 2030, Status::Missed, StatusBasis::Stated),
        ],
    ),
    // What was reached beside what was aimed at.
    (
        "TT\tChỉ tiêu\tKế hoạch năm 2030\tKết quả năm 2030\n1\tTỷ lệ xã có chợ\t40%\t45%\n2\tTỷ lệ hộ hài lòng\t70%\t60%\n",
        &[
            (Some(45.0), Some(40.0), 2030, Status::Met, StatusBasis::Computed),
            (Some(60.0), Some(70.0), 2030, Status::Missed, StatusBasis::Computed),
        ],
    ),
    // With the document's own verdict, which counts.
    (
        "TT | Chỉ tiêu | ĐVT | Mục tiêu năm 2030 | Kết quả thực hiện năm 2030 | Đánh giá |\n1 | Tỷ lệ xã có chợ | % | ≥ 40 | 45 | Đạt |\n2 | Số chợ mới | chợ | 4 | 3 | Chưa đạt |\n",
        &[
            (Some(45.0), Some(40.0), 2030, Status::Met, StatusBasis::Stated),
            (Some(3.0), Some(4.0), 2030, Status::Missed, StatusBasis::Stated),
        ],
    ),
    // A verdict without a number.
    (
        "STT\tChỉ tiêu\tMục tiêu năm 2030\tKết quả năm 2030\tĐánh giá\n1\tTỷ lệ xã có chợ\t40%\t-\tChưa đạt\n2\tTỷ lệ hộ hài lòng\t70%\t75%\tĐạt\n",
        &[
            (None, Some(40.0), 2030, Status::Missed, StatusBasis::Stated),
            (Some(75.0), Some(70.0), 2030, Status::Met, StatusBasis::Stated),
        ],
    ),
];

#[test]
fn tables_that_hold_results_against_targets_are_results() {
    for (table, expected) in REVIEWS {
        let reading = plan_of(&format!("I. KẾT QUẢ NĂM 2030\n{table}II. NHIỆM VỤ\nMở chợ.\n"));
        let found: Vec<_> = reading
            .progress
            .iter()
            .map(|p| (p.value, p.target_value, p.year, p.status, p.status_basis))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|&(v, t, year, s, basis)| (v, t, Some(year), Some(s), Some(basis))).collect();
        assert_eq!(found, expected, "{table}");
        assert!(reading.targets.is_empty(), "{table}");
    }
}

#[test]
fn a_promise_of_the_text_and_of_a_table_is_one() {
    let reading = plan_of(
        "I. MỤC TIÊU\n- Đến năm 2033, tỷ lệ xã có chợ đạt 60%.\nII. NHIỆM VỤ\nMở chợ.\nPHỤ LỤC\nCÁC CHỈ TIÊU\nTT\tChỉ tiêu\tĐVT\tNăm 2033\tNăm 2035\n1\tTỷ lệ xã có chợ\t%\t60\t80\n2\tSố chợ mới\tchợ\t4\t9\n",
    );
    let found: Vec<_> = reading.targets.iter().map(|t| (t.value, t.due_year)).collect();
    assert_eq!(found, [(60.0, Some(2033)), (80.0, Some(2035)), (4.0, Some(2033)), (9.0, Some(2035))]);
    assert_eq!(reading.targets[0].provenance.evidence["value"].len(), 2, "both places are known");
}

#[test]
fn rows_of_bars_may_leave_out_their_last_cells_and_their_outer_bars() {
    let tables = [
        "| TT | Tên nhiệm vụ | Chủ trì | Kinh phí | Ghi chú |\n|---|---|---|---|---|\n| 1 | Lát nền chợ phiên | Sở Xây dựng | 3.000 | |\n| 2 | Mua bàn ghế cho chợ | Sở Công Thương | 2.000\n| 3 | Sơn cổng chợ\n| | Tổng cộng | | 5.000\n",
        "TT | Tên nhiệm vụ | Chủ trì | Kinh phí | Ghi chú\n---|---|---|---|---\n1 | Lát nền chợ phiên | Sở Xây dựng | 3.000 |\n2 | Mua bàn ghế cho chợ | Sở Công Thương | 2.000\n3 | Sơn cổng chợ\n | Tổng cộng | | 5.000\n",
    ];
    for table in tables {
        let reading = plan_of(&format!(
            "I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ NĂM 2031\nĐơn vị tính: triệu đồng\n\n{table}\nIII. TỔ CHỨC THỰC HIỆN\nLàm ngay.\n"
        ));
        let rows: Vec<_> = reading
            .spending
            .iter()
            .map(|s| (s.title.as_str(), s.amount_vnd, s.lead_agency.as_deref()))
            .collect();
        assert_eq!(
            rows,
            [
                ("Lát nền chợ phiên", Some(3_000_000_000), Some("Sở Xây dựng")),
                ("Mua bàn ghế cho chợ", Some(2_000_000_000), Some("Sở Công Thương")),
                ("Sơn cổng chợ", None, None),
            ],
            "{table}"
        );
        let totals: Vec<_> = reading.totals.iter().map(|t| (t.amount_vnd, t.matches)).collect();
        assert_eq!(totals, [(Some(5_000_000_000), Some(true))], "{table}");
    }
}
