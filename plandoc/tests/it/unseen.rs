//! Is a plan that the reader has never seen read for what it says, and no more?
//!
//! Made-up plans in the ways that portals and offices print them.

use plandoc::{
    ReadOptions, Reading,
    check::{CheckKind, Severity},
    read,
    records::{Comparator, Level, Status, StatusBasis, plan::PlanKind},
};

/// Sections that any plan may end with.
const BODY: &str = "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. TỔ CHỨC THỰC HIỆN\nCác sở, ngành triển khai kế hoạch này.\n";

fn reading(text: &str) -> Reading {
    let options = ReadOptions { file_name: Some("plan.txt"), manifest: None };
    let reading = read(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}\n{text}"));
    for target in &reading.targets {
        let source = &target.provenance.source;
        let words: String = text.chars().skip(source.start).take(source.end - source.start).collect();
        assert_eq!(words, target.provenance.quote, "the quote is exact");
    }
    reading
}

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
        issuer: "ỦY BAN NHÂN DÂN HUYỆN PHONG THỔ",
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

/// A plan issued in 2031 for 2031 to 2035 with these sections.
fn plan_of(sections: &str) -> Reading {
    reading(&format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 9/KH-UBND\nSơn La, ngày 3 tháng 2 năm 2031\nKẾ HOẠCH\nMỞ CHỢ QUÊ TỈNH SƠN LA GIAI ĐOẠN 2031-2035\n{sections}"
    ))
}

#[test]
fn headings_that_line_ends_cut_are_read_whole() {
    let reading = plan_of(
        "Phần\nI\nĐÁNH\nGIÁ KẾT QUẢ NĂM 2030\nI. KẾT QUẢ\nĐẠT ĐƯỢC\nĐã có 4 chợ.\nB. KẾ HOẠCH\nNĂM 2031\nI. Khái quát về\nChợ quê\nChợ họp mỗi tuần.\nPhần II\n\nNHIỆM VỤ NĂM 2032\n1. Nhiệm vụ chung\nMở chợ.\n",
    );
    let titles: Vec<&str> = reading.document.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Phần I ĐÁNH GIÁ KẾT QUẢ NĂM 2030",
            "I. KẾT QUẢ ĐẠT ĐƯỢC",
            "B. KẾ HOẠCH NĂM 2031",
            "I. Khái quát về Chợ quê",
            "Phần II NHIỆM VỤ NĂM 2032",
            "1. Nhiệm vụ chung",
        ]
    );
    assert_eq!(reading.document.sections[2].year, Some(2031));
}

#[test]
fn a_sentence_broken_into_lines_is_one_passage() {
    let reading = plan_of(
        "I. HIỆN TRẠNG\nTrong năm qua tỉnh tiếp tục chú trọng\nviệc mở chợ, trong đó nổi bật là Quyết định số 97/2030/QĐ-UBND\nngày 19/9/2030 của\nUBND tỉnh Sơn La về chợ quê, kế hoạch giai đoạn 2030\n- 2034 và các chỉ đạo điều hành mà các địa\nphương cùng các sở, ban, ngành đã thực\nhiện đầy đủ theo đúng tiến độ đã giao cho\ncác đơn vị.\nII. MỤC TIÊU\n- Tỷ lệ xã có chợ đạt trên\n50%.\n",
    );
    let cited: Vec<_> = reading
        .citations
        .iter()
        .map(|c| (c.number.as_str(), c.issued_on.as_deref(), c.issuer.as_deref()))
        .collect();
    assert_eq!(cited, [("97/2030/QĐ-UBND", Some("2030-09-19"), Some("UBND tỉnh Sơn La"))]);
    let targets: Vec<_> = reading.targets.iter().map(|t| (t.comparator, t.value)).collect();
    assert_eq!(targets, [(Comparator::Gt, 50.0)]);
}

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

#[test]
fn changes_and_ranks_are_no_results_and_a_year_of_its_own_is_not_the_headings() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n- Chỉ số chợ quê năm 2028 đạt 83,5 điểm, xếp thứ 33/63 tỉnh (tăng 4,5 điểm và 20 bậc so với năm 2027).\n- Tỷ lệ chợ có mái che đạt 61%.\nII. NHIỆM VỤ\nMở chợ.\n",
    );
    let found: Vec<_> = reading.progress.iter().map(|p| (p.value, p.year)).collect();
    assert_eq!(found, [(Some(83.5), None), (Some(61.0), Some(2030))]);
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

const REVIEWS: [Reviews; 3] = [
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
fn what_a_passage_is_about_is_not_what_a_number_measures() {
    let reading = plan_of(
        "I. KẾT QUẢ NĂM 2030\n1. Về nhân lực: 90% cán bộ chợ được tập huấn\n2. Về hạ tầng: tỷ lệ chợ có mái che đạt 61%.\nII. MỤC TIÊU\na) 80% chợ có nước\n",
    );
    let labels: Vec<&str> = reading.progress.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["cán bộ chợ được tập huấn", "tỷ lệ chợ có mái che"]);
    assert_eq!(reading.targets[0].label, "chợ có nước");
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
fn a_total_that_its_own_parts_give_is_not_blamed_for_tasks_that_stand_elsewhere() {
    let reading = plan_of(
        "I. MỤC TIÊU\nMở chợ.\nII. NHIỆM VỤ\n1. Xây chợ phiên\n- Nội dung: Xây chợ mới.\n- Kinh phí: 1.500 triệu đồng.\nIII. KINH PHÍ\nTổng kinh phí thực hiện là 1.800 triệu đồng, trong đó:\n- Ngân sách tỉnh: 1.500 triệu đồng;\n- Ngân sách huyện: 300 triệu đồng.\n",
    );
    let total = &reading.totals[0];
    assert_eq!((total.computed_vnd, total.matches), (Some(1_800_000_000), Some(true)));
}

/// Results of one sentence: value, upper number, target.
type Results = (&'static str, &'static [(f64, Option<f64>, Option<f64>)]);

const RESULTS: [Results; 6] = [
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
