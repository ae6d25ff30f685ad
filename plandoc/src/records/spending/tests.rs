use super::{AmountBasis, Phase, Spending};
use crate::{
    decode::{Decoded, Format},
    records::ReadContext,
};

fn read(served: &str) -> Vec<Spending> {
    super::read(&ReadContext::new(Decoded {
        text: served.to_owned(),
        format: Format::Plain,
        ..Decoded::default()
    }))
}

#[test]
fn labelled_lines_make_a_task() {
    let served = "IV. NHIỆM VỤ\n1. Hạ tầng\n1.1. Mua sắm thiết bị:\n- Nội dung thực hiện:\n+ Thuê dịch vụ.\n- Phân Công thực hiện:\nSở A chủ trì, phối hợp với các đơn vị có liên quan triển khai thực hiện.\n- Thời gian thực hiện: Năm 2021.\n- Kinh phí dự kiến: 2.697 triệu đồng (Vốn sự nghiệp địa phương).\n1.2. Thuê đường truyền\n- Cơ quan thực hiện: Sở B.\n- Kinh phí thực hiện: từ 10 - 15 tỷ đồng.\n";
    let found = read(served);
    assert_eq!(found.len(), 2);
    let first = &found[0];
    assert_eq!((first.row.as_deref(), first.title.as_str()), (Some("1.1"), "Mua sắm thiết bị"));
    assert_eq!(first.group.as_deref(), Some("1. Hạ tầng"));
    assert_eq!((first.amount_vnd, first.amount_basis), (Some(2_697_000_000), Some(AmountBasis::Estimate)));
    assert_eq!(first.funding_source.as_deref(), Some("Vốn sự nghiệp địa phương"));
    assert_eq!(first.lead_agency.as_deref(), Some("Sở A"));
    assert_eq!(first.partner_agencies, ["các đơn vị có liên quan"]);
    assert_eq!((first.period.as_deref(), first.year), (Some("Năm 2021"), Some(2021)));
    assert!(first.in_sum);
    assert_eq!(first.provenance.source.address, "IV.1.1 ¶6");
    let second = &found[1];
    assert_eq!((second.amount_vnd, second.in_sum), (None, false));
    assert_eq!(second.funding_note.as_deref(), Some("từ 10 - 15 tỷ đồng"));
    assert_eq!(second.lead_agency.as_deref(), Some("Sở B"));
}

#[test]
fn a_line_above_the_labels_names_the_task() {
    let served = "IV. NHIỆM VỤ\n2. Phục vụ người dân\nNâng cấp Cổng dịch vụ công\n- Nội dung thực hiện: Nâng cấp.\n- Kinh phí dự kiến: 1,5 tỷ đồng.\nMở rộng một cửa\n- Nội dung thực hiện: Mở rộng.\n- Kinh phí dự kiến: 2 tỷ đồng.\n";
    let found = read(served);
    let titles: Vec<(&str, Option<i64>)> = found.iter().map(|s| (s.title.as_str(), s.amount_vnd)).collect();
    assert_eq!(
        titles,
        [("Nâng cấp Cổng dịch vụ công", Some(1_500_000_000)), ("Mở rộng một cửa", Some(2_000_000_000))]
    );
    assert!(found.iter().all(|s| s.group.as_deref() == Some("2. Phục vụ người dân") && s.row.is_none()));
}

#[test]
fn an_annex_that_says_a_task_again_does_not_count_twice() {
    let served = "IV. NHIỆM VỤ\n1. Mua sắm thiết bị mạng\n- Nội dung: Mua.\n- Kinh phí dự kiến: 500 triệu đồng.\nPHỤ LỤC 1\nDANH MỤC DỰ ÁN NĂM 2021\nĐVT: Triệu đồng\nTT\tNội dung\tKinh phí\n1\tMua sắm thiết bị mạng\t500\n2\tĐào tạo cán bộ\t30\n";
    let found = read(served);
    assert_eq!(found.len(), 3);
    assert_eq!(found[1].repeats.as_ref().map(|r| r.0.as_str()), Some("spending/0"));
    assert_eq!(found.iter().map(|s| s.in_sum).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(found[2].year, Some(2021));
}

#[test]
fn a_review_reports_and_is_not_in_the_sum() {
    let served = "I. KẾT QUẢ NĂM 2020\n8. Đánh giá đầu tư\nTT\tTên dự án\tChủ đầu tư\tTổng mức đầu tư (triệu đồng)\tĐã giải ngân\tNguồn vốn\n1\tXây dựng kho dữ liệu\tSở A\t12.000\t0\tĐầu tư công\n2\tNâng cấp mạng\tSở B phối hợp Sở C\t900\t850\t\n";
    let found = read(served);
    assert!(found.iter().all(|s| s.phase == Phase::Reported && !s.in_sum && s.year.is_none()));
    assert_eq!(found[0].amount_basis, Some(AmountBasis::TotalInvestment));
    assert_eq!((found[0].amount_vnd, found[0].disbursed_vnd), (Some(12_000_000_000), Some(0)));
    assert_eq!(found[1].lead_agency.as_deref(), Some("Sở B"));
    assert_eq!(found[1].partner_agencies, ["Sở C"]);
}

#[test]
fn money_by_year_is_one_record_a_year_and_a_total_column_goes_before_its_parts() {
    let years = "V. KINH PHÍ\nTT\tNội dung\tKinh phí năm 2021 (triệu đồng)\tKinh phí năm 2022 (triệu đồng)\n1\tMua sắm máy chủ\t100\t200\n2\tThuê dịch vụ\t\t50\n";
    let found: Vec<(Option<i64>, Option<i32>)> = read(years).iter().map(|s| (s.amount_vnd, s.year)).collect();
    assert_eq!(
        found,
        [(Some(100_000_000), Some(2021)), (Some(200_000_000), Some(2022)), (Some(50_000_000), Some(2022))]
    );
    let total = "V. KINH PHÍ\nTT\tNội dung\tTổng kinh phí (triệu đồng)\tVốn trung ương\tVốn tỉnh\n1\tMua sắm máy chủ\t300\t100\t200\n2\tThuê dịch vụ\t50\t50\t\n";
    let found: Vec<Option<i64>> = read(total).iter().map(|s| s.amount_vnd).collect();
    assert_eq!(found, [Some(300_000_000), Some(50_000_000)]);
}

#[test]
fn a_row_that_adds_up_its_parts_is_no_task() {
    let served = "V. KINH PHÍ\nTT\tNội dung\tKinh phí (triệu đồng)\n1\tHạ tầng\t300\n1.1\tMua máy chủ\t100\n1.2\tThuê đường truyền\t200\n2\tĐào tạo\t50\n";
    let rows: Vec<Option<String>> = read(served).into_iter().map(|s| s.row).collect();
    assert_eq!(rows, [Some("1.1".into()), Some("1.2".into()), Some("2".into())]);
}

#[test]
fn words_in_place_of_an_amount_and_unclear_numbers_are_notes() {
    let served = "V. KINH PHÍ\nTT\tNội dung\tKinh phí (triệu đồng)\n1\tMua máy chủ\tChưa phân bổ\n2\tThuê dịch vụ\t-\n3\tĐào tạo cán bộ\t12,500\n4\tNâng cấp mạng\t470 (đã cấp)\n";
    let found: Vec<(Option<i64>, Option<String>)> =
        read(served).into_iter().map(|s| (s.amount_vnd, s.funding_note)).collect();
    assert_eq!(
        found,
        [
            (None, Some("Chưa phân bổ".into())),
            (None, None),
            (None, Some("12,500".into())),
            (Some(470_000_000), Some("đã cấp".into()))
        ]
    );
}

#[test]
fn money_is_not_read_from_a_row_whose_cells_may_be_shifted() {
    let served = "V. KINH PHÍ\nTT\tNội dung\tĐơn vị\tKinh phí (triệu đồng)\tGhi chú\n1\tMua máy chủ\tSở A\t100\tx\n2\tThuê dịch vụ\t200\n";
    let found = read(served);
    assert_eq!(found[1].amount_vnd, None);
    assert!(found[1].provenance.confidence_reason.is_some());
}

#[test]
fn items_of_a_list_with_their_money_are_tasks() {
    let served = "V. KINH PHÍ THỰC HIỆN\nTổng kinh phí: 700 triệu đồng, trong đó:\n- Nâng cấp hệ thống thư điện tử: 500 triệu đồng;\n- Đào tạo cán bộ chuyên trách: 200 triệu đồng.\nVI. NHIỆM VỤ\n- Doanh thu công nghiệp số đạt 100 tỷ đồng.\n";
    let found: Vec<(String, Option<i64>)> =
        read(served).into_iter().map(|s| (s.title, s.amount_vnd)).collect();
    assert_eq!(
        found,
        [
            ("Nâng cấp hệ thống thư điện tử".into(), Some(500_000_000)),
            ("Đào tạo cán bộ chuyên trách".into(), Some(200_000_000))
        ]
    );
}

#[test]
fn every_value_has_its_evidence() {
    let served = "PHỤ LỤC II\nDANH MỤC DỰ ÁN NĂM 2021 SỬ DỤNG NGUỒN VỐN ĐẦU TƯ CÔNG\nĐVT: đồng\nSTT\tDự án\tĐơn vị thực hiện\tĐơn vị phối hợp\tThời gian\tSản phẩm\tKinh phí\tGhi chú\n1\tXây dựng kho dữ liệu\tSở A\tSở B\t2021\tKho\t10.000.000.000\tMới\n";
    let [record] = &read(served)[..] else { panic!("one record") };
    for field in [
        "title",
        "row",
        "group",
        "table",
        "phase",
        "amount_vnd",
        "amount_basis",
        "year",
        "funding_source",
        "funding_note",
        "lead_agency",
        "partner_agencies",
        "product",
        "period",
    ] {
        assert!(record.provenance.evidence.contains_key(field), "{field}");
    }
    assert_eq!(record.funding_source.as_deref(), Some("NGUỒN VỐN ĐẦU TƯ CÔNG"));
}
