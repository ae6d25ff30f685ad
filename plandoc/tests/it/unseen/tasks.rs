//! Do tasks have their money, agency and source, however they are laid out?

use plandoc::check::Severity;

use super::plan_of;

#[test]
fn tasks_in_tables_of_bars_have_their_money_and_agency() {
    let lines = "Đơn vị tính: triệu đồng\nTT\n|\nNội dung\n|\nCơ quan chủ trì\n|\nKinh phí\n|\nI\n|\nXây dựng\n|\n1\n|\nXây chợ phiên\n|\nSở Công Thương\n|\n3.000\n|\n2\n|\nMua bàn ghế\ncho chợ\n|\nUBND các huyện\n|\n2.000\n|\nTổng cộng\n|\n|\n5.000\n|\n";
    let rows = "Đơn vị tính: triệu đồng\nTT | Nội dung | Cơ quan chủ trì | Kinh phí |\nI | Xây dựng |\n1 | Xây chợ phiên | Sở Công Thương | 3.000 |\n2 | Mua bàn ghế cho chợ | UBND các huyện | 2.000 |\nTổng cộng | | 5.000 |\n";
    for table in [lines, rows] {
        let reading = plan_of(&format!(
            "I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ NĂM 2031\n{table}Nơi nhận:\n- Các sở;\n|\nTM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n|\n"
        ));
        let found: Vec<_> = reading
            .spending
            .iter()
            .map(|s| (s.title.as_str(), s.amount_vnd, s.lead_agency.as_deref(), s.group.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("Xây chợ phiên", Some(3_000_000_000), Some("Sở Công Thương"), Some("Xây dựng")),
                ("Mua bàn ghế cho chợ", Some(2_000_000_000), Some("UBND các huyện"), Some("Xây dựng")),
            ]
        );
        let totals: Vec<_> = reading.totals.iter().map(|t| (t.amount_vnd, t.matches)).collect();
        assert_eq!(totals, [(Some(5_000_000_000), Some(true))], "{table}");
        assert_eq!(reading.plan.signatory.as_deref(), Some("Lê Văn Mẫu"));
    }
}

#[test]
fn a_year_is_no_source_of_money() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ\nTổng kinh phí là 50 tỷ đồng, trong đó năm 2031: 15 tỷ đồng, vốn đầu tư: 5 tỷ đồng.\n",
    );
    let sources: Vec<_> = reading.totals.iter().map(|t| t.funding_source.as_deref()).collect();
    assert_eq!(sources[1..], [None, Some("vốn đầu tư")]);
}

#[test]
fn tasks_whose_labels_have_letters_are_read() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Xây chợ phiên\n- Nội dung thực hiện: Xây chợ mới.\n- Kinh phí dự kiến thực hiện: 1,5 tỷ đồng.\n2. Sửa chợ cũ\na) Nội dung: Sửa mái.\nb) Đơn vị thực hiện: UBND huyện Mai Sơn\nc) Đơn vị phối hợp: Sở Xây dựng; Sở Tài chính.\nd) Kinh phí: 300.000.000 đồng (Ba trăm triệu đồng).\nđ) Thời gian: 2031-2032\n",
    );
    let found: Vec<_> = reading
        .spending
        .iter()
        .map(|s| (s.title.as_str(), s.amount_vnd, s.lead_agency.as_deref(), s.period.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("Xây chợ phiên", Some(1_500_000_000), None, None),
            ("Sửa chợ cũ", Some(300_000_000), Some("UBND huyện Mai Sơn"), Some("2031-2032")),
        ]
    );
}

#[test]
fn the_money_of_a_year_counts_beside_a_total_investment() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Dự án chợ đầu mối\n+ Chủ đầu tư: Sở Công Thương.\n+ Tổng mức đầu tư: 25 tỷ đồng (Hai mươi lăm tỷ đồng).\n+ Kinh phí năm 2032: 5.500.000.000 đồng.\n+ Thời gian thực hiện: 2031-2035.\nIII. TỔ CHỨC THỰC HIỆN\nCác sở triển khai.\n",
    );
    let found: Vec<_> =
        reading.spending.iter().map(|s| (s.amount_vnd, s.year, s.funding_note.as_deref())).collect();
    let told = "Tổng mức đầu tư: 25 tỷ đồng (Hai mươi lăm tỷ đồng)";
    assert_eq!(found, [(Some(5_500_000_000), Some(2032), Some(told))]);
    assert!(reading.totals.is_empty(), "a task's investment is no total of the plan: {:?}", reading.totals);
}

#[test]
fn a_bracket_below_a_row_is_its_name_and_a_grand_total_stands_for_its_groups() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ\nTổng kinh phí: 6.000 triệu đồng.\nIII. TỔ CHỨC THỰC HIỆN\nCác sở triển khai.\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\nĐơn vị tính: triệu đồng\n| STT | Nội dung | Đơn vị chủ trì | Kinh phí | Ghi chú |\n|---|---|---|---|---|\n| I | Chợ phiên |  | 3.000 |  |\n| 1 | Lát nền | Sở Xây dựng | 3.000 |  |\n| II | Chợ đêm |  | 3.000 |  |\n| 2 | Mắc đèn | Sở Xây dựng | 1.500 |  |\n|  | (giai đoạn 2) |  |  |  |\n| 3 | Mua bàn | Sở Công Thương | 1.500 |  |\n|  | TỔNG (I+II) |  | 6.000 |  |\n",
    );
    let rows: Vec<_> = reading.spending.iter().map(|s| (s.title.as_str(), s.group.as_deref())).collect();
    assert_eq!(
        rows,
        [
            ("Lát nền", Some("Chợ phiên")),
            ("Mắc đèn (giai đoạn 2)", Some("Chợ đêm")),
            ("Mua bàn", Some("Chợ đêm"))
        ]
    );
    let differing: Vec<_> =
        reading.checks.iter().filter(|check| check.severity == Severity::Differs).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn tasks_with_their_money_in_a_bracket_are_read() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Lát lại nền chợ phiên (kinh phí: 2,5 tỷ đồng, nguồn ngân sách tỉnh).\n2. Mắc đèn cho chợ đêm (kinh phí dự kiến 800 triệu đồng; đơn vị chủ trì: Sở Công Thương; thời gian: Quý II/2032).\n3. Tập huấn cho tiểu thương các chợ.\n- Mua bàn ghế cho chợ phiên (kinh phí: 50 triệu đồng).\nIII. KINH PHÍ\nTổng kinh phí thực hiện: 3.350 triệu đồng.\n",
    );
    let found: Vec<_> = reading
        .spending
        .iter()
        .map(|s| {
            (
                s.row.as_deref(),
                s.title.as_str(),
                s.amount_vnd,
                s.funding_source.as_deref(),
                s.lead_agency.as_deref(),
                s.period.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                Some("1"),
                "Lát lại nền chợ phiên",
                Some(2_500_000_000),
                Some("nguồn ngân sách tỉnh"),
                None,
                None
            ),
            (
                Some("2"),
                "Mắc đèn cho chợ đêm",
                Some(800_000_000),
                None,
                Some("Sở Công Thương"),
                Some("Quý II/2032")
            ),
            (None, "Mua bàn ghế cho chợ phiên", Some(50_000_000), None, None, None),
        ]
    );
    assert_eq!(reading.totals[0].matches, Some(true));
    let placed = |record: &plandoc::records::spending::Spending, field: &str, words: &str| {
        let range = record.provenance.evidence[field][0];
        let text: String = reading.text.chars().skip(range.start).take(range.end - range.start).collect();
        assert_eq!(text, words, "{field}");
    };
    placed(&reading.spending[1], "lead_agency", "Sở Công Thương");
    placed(&reading.spending[1], "period", "Quý II/2032");
}

#[test]
fn a_sum_is_not_held_against_tasks_whose_money_is_per_year() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Xây chợ đầu mối\n- Đơn vị chủ trì: Sở Công Thương.\n- Kinh phí: 12 tỷ đồng (vốn sự nghiệp 2 tỷ đồng; vốn đầu tư công 10 tỷ đồng).\n2. Quét dọn chợ\n- Đơn vị chủ trì: Sở Xây dựng.\n- Kinh phí: 950.000.000 đồng/năm.\nIII. KINH PHÍ\nTổng kinh phí thực hiện: 13 tỷ đồng.\n",
    );
    let sources: Vec<_> = reading.spending.iter().map(|s| s.funding_source.as_deref()).collect();
    assert_eq!(sources, [Some("vốn sự nghiệp 2 tỷ đồng; vốn đầu tư công 10 tỷ đồng"), None]);
    assert_eq!((reading.totals[0].computed_vnd, reading.totals[0].matches), (None, None));
}

#[test]
fn a_total_row_without_its_last_cell_keeps_its_money_under_its_columns() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. DANH MỤC DỰ ÁN\nĐơn vị tính: Triệu đồng\nSTT\tTên dự án\tĐơn vị thực hiện\tTổng mức đầu tư\tKinh phí năm 2031\tGhi chú\nA\tDự án chuyển tiếp\t\t9.500\t3.000\n1\tXây chợ phiên\tSở Công Thương\t9.500\t3.000\tChuyển tiếp\nB\tDự án mới\t\t4.200\t1.700\n2\tXây chợ đêm\tSở Xây dựng\t4.200\t1.700\n\tTổng (A+B)\t\t13.700\t4.700\n",
    );
    let totals: Vec<_> = reading.totals.iter().map(|t| (t.label.as_str(), t.amount_vnd, t.matches)).collect();
    assert_eq!(
        totals,
        [
            ("Dự án chuyển tiếp", Some(3_000_000_000), Some(true)),
            ("Dự án mới", Some(1_700_000_000), Some(true)),
            ("Tổng (A+B)", Some(4_700_000_000), Some(true)),
        ]
    );
}

#[test]
fn fields_that_share_a_line_belong_to_the_task_above_it() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Hoàn thiện nội quy\na) Soạn nội quy chợ phiên.\n- Chủ trì: Sở Công Thương; phối hợp: Sở Tư pháp; thời gian: năm 2031; kinh phí: 50 triệu đồng.\nb) Soạn nội quy chợ đêm.\n- Chủ trì: Sở Xây dựng; phối hợp: các sở, ngành; thời gian: năm 2032; kinh phí: 70 triệu đồng.\nIII. TỔ CHỨC THỰC HIỆN\nLàm ngay.\n",
    );
    let found: Vec<_> = reading
        .spending
        .iter()
        .map(|s| {
            (s.title.as_str(), s.amount_vnd, s.lead_agency.as_deref(), s.partner_agencies.concat(), s.year)
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "Soạn nội quy chợ phiên",
                Some(50_000_000),
                Some("Sở Công Thương"),
                "Sở Tư pháp".to_owned(),
                Some(2031)
            ),
            (
                "Soạn nội quy chợ đêm",
                Some(70_000_000),
                Some("Sở Xây dựng"),
                "các sở, ngành".to_owned(),
                Some(2032)
            ),
        ]
    );
}

#[test]
fn lettered_sources_below_a_total_are_its_parts_and_no_tasks() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. KINH PHÍ\n1. Tổng kinh phí giai đoạn 2031-2035: 215 tỷ đồng, trong đó:\na) Vốn đầu tư: 150 tỷ đồng.\nb) Vốn sự nghiệp: 65 tỷ đồng.\nIII. TỔ CHỨC THỰC HIỆN\nLàm ngay.\n",
    );
    assert!(reading.spending.is_empty(), "{:?}", reading.spending);
    let totals: Vec<_> = reading.totals.iter().map(|t| (t.amount_vnd, t.funding_source.as_deref())).collect();
    assert_eq!(
        totals,
        [
            (Some(215_000_000_000), None),
            (Some(150_000_000_000), Some("Vốn đầu tư")),
            (Some(65_000_000_000), Some("Vốn sự nghiệp")),
        ]
    );
}
