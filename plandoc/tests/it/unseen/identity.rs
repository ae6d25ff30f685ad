//! Is it told whose plan it is, for when, and who signed and cites what?

use plandoc::records::plan::PlanKind;

use super::{BODY, plan_of, reading};

/// What a plan's head says of it.
struct Identity {
    printed: &'static str,
    number: Option<&'static str>,
    issued_on: Option<&'static str>,
    issuer: &'static str,
    province: &'static str,
    title: &'static str,
    kind: Option<PlanKind>,
    period: (Option<i32>, Option<i32>),
}

const IDENTITIES: [Identity; 12] = [
    // A body under the committee that stands above it.
    Identity {
        printed: "UBND TỈNH NGHỆ AN\nBAN CHỈ ĐẠO CHỢ QUÊ\nSố: 5/KH-BCĐ\nNghệ An, ngày 4 tháng 3 năm 2023\nKẾ HOẠCH\nHoạt động của Ban Chỉ đạo chợ quê tỉnh Nghệ An năm 2023\n",
        number: Some("5/KH-BCĐ"),
        issued_on: Some("2023-03-04"),
        issuer: "BAN CHỈ ĐẠO CHỢ QUÊ",
        province: "Nghệ An",
        title: "Kế hoạch Hoạt động của Ban Chỉ đạo chợ quê tỉnh Nghệ An năm 2023",
        kind: Some(PlanKind::Annual),
        period: (Some(2023), Some(2023)),
    },
    // A portal broke the cells of the letterhead into lines, bars between them.
    Identity {
        printed: "ỦY\nBAN NHÂN DÂN\nTỈNH SƠN LA\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\nSố: 801/KH-UBND\n|\nSơn la, Ngày 12\ntháng 11 năm 2031\n|\nKẾ HOẠCH\nPHÁT TRIỂN THƯ VIỆN SỐ TỈNH SƠN LA NĂM 2032\n",
        number: Some("801/KH-UBND"),
        issued_on: Some("2031-11-12"),
        issuer: "Ủy ban nhân dân tỉnh Sơn La",
        province: "Sơn La",
        title: "Kế hoạch PHÁT TRIỂN THƯ VIỆN SỐ TỈNH SƠN LA NĂM 2032",
        kind: Some(PlanKind::Annual),
        period: (Some(2032), Some(2032)),
    },
    // Its number on a line of its own; "64/" begins no first section.
    Identity {
        printed: "ỦY BAN NHÂN\nDÂN\nTỈNH LẠNG SƠN\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n|\nSố:\n64/KH-UBND\n|\nLạng\nSơn, ngày 05 tháng 4 năm 2033\n|\nKẾ HOẠCH\nBẢO\nTỒN CHỢ PHIÊN TỈNH LẠNG SƠN GIAI ĐOẠN 2033-2036\nCăn cứ Luật Thư viện;\n",
        number: Some("64/KH-UBND"),
        issued_on: Some("2033-04-05"),
        issuer: "Ủy ban nhân dân tỉnh Lạng Sơn",
        province: "Lạng Sơn",
        title: "Kế hoạch BẢO TỒN CHỢ PHIÊN TỈNH LẠNG SƠN GIAI ĐOẠN 2033-2036",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2033), Some(2036)),
    },
    // The letterhead as a table of one row, without its second line.
    Identity {
        printed: "Vui lòng ĐĂNG NHẬP để xem.\nỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/KH-UBND | Lai Châu, ngày 9 tháng 2 năm 2024 |\nKẾ HOẠCH\nCHĂM SÓC CÂY XANH TỈNH LAI CHÂU NĂM 2024\nỦy ban nhân dân tỉnh ban hành kế hoạch với các nội dung sau\n",
        number: Some("7/KH-UBND"),
        issued_on: Some("2024-02-09"),
        issuer: "Ủy ban nhân dân tỉnh Lai Châu",
        province: "Lai Châu",
        title: "Kế hoạch CHĂM SÓC CÂY XANH TỈNH LAI CHÂU NĂM 2024",
        kind: Some(PlanKind::Annual),
        period: (Some(2024), Some(2024)),
    },
    // A portal's table of facts above; no word for the kind, no province in the title.
    Identity {
        printed: "Kế hoạch 15/KH-UBND năm 2024 chăm sóc vườn chè\n| Số hiệu | 15/KH-UBND |\n| Ngày ban hành | 19/01/2024 |\n|\nỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 15/KH-UBND |\nLào Cai, ngày 19 tháng 01 năm 2024 |\nCHĂM SÓC VƯỜN CHÈ (VƯỜN MẪU) CỦA TỈNH\nTheo kết quả điều tra, tỉnh có nhiều vườn chè.\n",
        number: Some("15/KH-UBND"),
        issued_on: Some("2024-01-19"),
        issuer: "Ủy ban nhân dân tỉnh Lào Cai",
        province: "Lào Cai",
        title: "Kế hoạch CHĂM SÓC VƯỜN CHÈ (VƯỜN MẪU) CỦA TỈNH",
        kind: None,
        period: (None, None),
    },
    // A decision: the body that decides stands between title and grounds.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\n-------\n\nSố: 12/2024/QĐ-UBND\n\nCao Bằng, ngày 30 tháng 01 năm 2024\n\nQUYẾT ĐỊNH\n\nVỀ VIỆC PHÊ DUYỆT KẾ HOẠCH TRỒNG RỪNG TỈNH CAO BẰNG GIAI ĐOẠN 2024 - 2028.\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nCăn cứ Luật Lâm nghiệp;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kế hoạch kèm theo.\n",
        number: Some("12/2024/QĐ-UBND"),
        issued_on: Some("2024-01-30"),
        issuer: "Ủy ban nhân dân tỉnh Cao Bằng",
        province: "Cao Bằng",
        title: "Quyết định VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH TRỒNG RỪNG TỈNH CAO BẰNG GIAI ĐOẠN 2024 - 2028",
        kind: Some(PlanKind::ApprovalDecision),
        period: (Some(2024), Some(2028)),
    },
    // A title that begins with what it carries out; the day of that is not the period.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố:        /KH-UBND\nHà Giang, ngày      tháng 04 năm 2022\nKẾ HOẠCH HÀNH ĐỘNG\nThực hiện Nghị quyết số 8/NQ-CP ngày 07 tháng 3 năm 2021 của Chính phủ\nvề cầu treo dân sinh giai đoạn 2022 - 2025, định hướng đến 2030\nCăn cứ Nghị quyết số 8/NQ-CP;\n",
        number: None,
        issued_on: None,
        issuer: "Ủy ban nhân dân tỉnh Hà Giang",
        province: "Hà Giang",
        title: "Kế hoạch HÀNH ĐỘNG Thực hiện Nghị quyết số 8/NQ-CP ngày 07 tháng 3 năm 2021 của Chính phủ về cầu treo dân sinh giai đoạn 2022 - 2025, định hướng đến 2030",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2022), Some(2025)),
    },
    // In capitals too, and a bracket in the title.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 3/KH-UBND\nPleiku, ngày 3 tháng 5 năm 2023\nKẾ HOẠCH\nTHỰC HIỆN CHƯƠNG TRÌNH BẢO TỒN VOI\n(VOI NHÀ) TRÊN ĐỊA BÀN TỈNH GIA LAI NĂM 2023\n(Kèm theo Công văn số 9/UBND-NN)\n",
        number: Some("3/KH-UBND"),
        issued_on: Some("2023-05-03"),
        issuer: "Ủy ban nhân dân tỉnh Gia Lai",
        province: "Gia Lai",
        title: "Kế hoạch THỰC HIỆN CHƯƠNG TRÌNH BẢO TỒN VOI (VOI NHÀ) TRÊN ĐỊA BÀN TỈNH GIA LAI NĂM 2023",
        kind: Some(PlanKind::Annual),
        period: (Some(2023), Some(2023)),
    },
    // A year of the span that a programme runs.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 44/KH-UBND\nHải Phòng, ngày 3 tháng 1 năm 2023\nKẾ HOẠCH\nThực hiện Đề án phố đi bộ giai đoạn 2021-2025\ntrên địa bàn thành phố Hải Phòng năm 2023\n",
        number: Some("44/KH-UBND"),
        issued_on: Some("2023-01-03"),
        issuer: "Ủy ban nhân dân thành phố Hải Phòng",
        province: "Hải Phòng",
        title: "Kế hoạch Thực hiện Đề án phố đi bộ giai đoạn 2021-2025 trên địa bàn thành phố Hải Phòng năm 2023",
        kind: Some(PlanKind::Annual),
        period: (Some(2023), Some(2023)),
    },
    // An outlook is no part of the period; without a first year there is none.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 5/KH-UBND\nYên Bái, ngày 8 tháng 6 năm 2022\nKẾ HOẠCH\nNUÔI ONG TRÊN ĐỊA BÀN TỈNH YÊN BÁI ĐẾN NĂM 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030\n",
        number: Some("5/KH-UBND"),
        issued_on: Some("2022-06-08"),
        issuer: "Ủy ban nhân dân tỉnh Yên Bái",
        province: "Yên Bái",
        title: "Kế hoạch NUÔI ONG TRÊN ĐỊA BÀN TỈNH YÊN BÁI ĐẾN NĂM 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030",
        kind: Some(PlanKind::MultiYear),
        period: (None, Some(2025)),
    },
    // Words that an export glued.
    Identity {
        printed: "ỦY BAN NHÂN DÂNTỈNH PHÚ THỌ\nSố: 6/KH-UBND\nPhú Thọ, ngày 8 tháng 6 năm 2022\nKẾ HOẠCH\nNUÔI CÁ LỒNG TỈNH PHÚ THỌ GIAIĐOẠN 2022-2024.\n",
        number: Some("6/KH-UBND"),
        issued_on: Some("2022-06-08"),
        issuer: "Ủy ban nhân dân tỉnh Phú Thọ",
        province: "Phú Thọ",
        title: "Kế hoạch NUÔI CÁ LỒNG TỈNH PHÚ THỌ GIAIĐOẠN 2022-2024",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2022), Some(2024)),
    },
    // A district's committee is not taken for the province's.
    Identity {
        printed: "ỦY BAN NHÂN DÂN\nHUYỆN PHONG THỔ\nSố: 2/KH-UBND\nPhong Thổ, ngày 8 tháng 6 năm 2022\nKẾ HOẠCH\nTRỒNG LÚA NƯƠNG HUYỆN PHONG THỔ, TỈNH LAI CHÂU NĂM 2022\n",
        number: Some("2/KH-UBND"),
        issued_on: Some("2022-06-08"),
        issuer: "Ủy ban nhân dân huyện Phong Thổ",
        province: "Lai Châu",
        title: "Kế hoạch TRỒNG LÚA NƯƠNG HUYỆN PHONG THỔ, TỈNH LAI CHÂU NĂM 2022",
        kind: Some(PlanKind::Annual),
        period: (Some(2022), Some(2022)),
    },
];

#[test]
fn whose_plan_it_is_for_when_and_by_what_number() {
    for expected in IDENTITIES {
        let plan = reading(&format!("{}{BODY}", expected.printed)).plan;
        let printed = expected.printed;
        assert_eq!(plan.number.as_deref(), expected.number, "{printed}");
        assert_eq!(plan.issued_on.as_deref(), expected.issued_on, "{printed}");
        assert_eq!(plan.issuer.as_deref(), Some(expected.issuer), "{printed}");
        assert_eq!(plan.province.as_deref(), Some(expected.province), "{printed}");
        assert_eq!(plan.title.as_deref(), Some(expected.title), "{printed}");
        assert_eq!(plan.kind, expected.kind, "{printed}");
        assert_eq!((plan.period_start, plan.period_end), expected.period, "{printed}");
        assert_eq!(plan.sections.last().map(String::as_str), Some("II. TỔ CHỨC THỰC HIỆN"), "{printed}");
    }
}

#[test]
fn the_page_that_shows_a_plan_is_no_citation_of_it() {
    let text = format!(
        "Kế hoạch 9/KH-UBND năm 2031 mở chợ quê\nỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 9/KH-UBND\nSơn La, ngày 3 tháng 2 năm 2031\nKẾ HOẠCH\nMỞ CHỢ QUÊ TỈNH SƠN LA NĂM 2031\nCăn cứ Kế hoạch số 9/KH-UBND ngày 5/6/2029 của UBND tỉnh Sơn La;\n{BODY}"
    );
    let reading = reading(&text);
    let cited: Vec<_> =
        reading.citations.iter().map(|c| (c.number.as_str(), c.issued_on.as_deref())).collect();
    assert_eq!(cited, [("9/KH-UBND", Some("2029-06-05"))]);
}

#[test]
fn a_title_is_no_signature() {
    let text = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/QĐ-UBND | Sơn La, ngày 9 tháng 2 năm 2031 |\nQUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH MỞ CHỢ TỈNH SƠN LA NĂM 2031\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kế hoạch.\nĐiều 2. Các sở thi hành.\nCHỦ TỊCH\nKẾ HOẠCH\nMỞ CHỢ TỈNH SƠN LA NĂM 2031\nI. MỤC TIÊU\nMở chợ.\n";
    assert_eq!(reading(text).plan.signatory, None);
    let signed = "CHỦ TỊCH\n|\nTrần Văn Mẫu\n|\nKẾ HOẠCH";
    assert_eq!(
        reading(&text.replace("CHỦ TỊCH\nKẾ HOẠCH", signed)).plan.signatory.as_deref(),
        Some("Trần Văn Mẫu")
    );
}

#[test]
fn an_abbreviation_explained_in_two_ways_is_shown_in_both_and_told() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở trung tâm dịch vụ (TTDV) và trạm thu dữ vật (TTDV).\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let long: Vec<&str> = reading.plan.glossary.iter().map(|entry| entry.long.as_str()).collect();
    assert_eq!(long, ["trung tâm dịch vụ", "trạm thu dữ vật"]);
    let told: Vec<&str> = reading.warnings.iter().map(|warning| warning.kind.as_str()).collect();
    assert_eq!(told, ["abbreviation_conflict"]);
}

#[test]
fn the_committee_above_a_department_tells_its_province() {
    for above in ["UBND TỈNH YÊN BÁI", "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI"] {
        let reading = reading(&format!(
            "{above}\nSỞ CÔNG THƯƠNG\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/KH-SCT\nVăn Yên, ngày 12 tháng 01 năm 2018\n\nKẾ HOẠCH\nMở chợ quê năm 2018\n\nCăn cứ văn bản của UBND tỉnh;\n{BODY}"
        ));
        assert_eq!(reading.plan.province.as_deref(), Some("Yên Bái"), "{above}");
        assert_eq!(reading.plan.issuer.as_deref(), Some("Sở Công Thương"), "{above}");
    }
}

#[test]
fn the_committee_of_a_district_is_written_as_in_a_sentence() {
    let reading = reading(&format!(
        "ỦY BAN NHÂN DÂN\nHUYỆN BẮC HÀ\nSố: 112/KH-UBND\nBắc Hà, ngày 3 tháng 3 năm 2022\nKẾ HOẠCH\nMở chợ quê huyện Bắc Hà, tỉnh Lào Cai năm 2022\n{BODY}"
    ));
    assert_eq!(reading.plan.issuer.as_deref(), Some("Ủy ban nhân dân huyện Bắc Hà"));
    assert_eq!(reading.plan.province.as_deref(), Some("Lào Cai"));
}
