//! Is a head read that a portal, a scan or a draft left incomplete?

use super::{BODY, reading};

/// A head, and number, day, issuer, province and last year of its plan.
struct Head {
    printed: &'static str,
    number: Option<&'static str>,
    issued_on: Option<&'static str>,
    issuer: &'static str,
    province: &'static str,
    until: Option<i32>,
}

const HEADS: [Head; 7] = [
    // A draft: neither its title nor its grounds lend it their number and day.
    Head {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố:\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n/KH-UBND\n\nLai Châu, ngày\n\ntháng 04 năm 2031\n\nDự thảo\n\nKẾ HOẠCH HÀNH ĐỘNG\nThực hiện Nghị quyết số 8/NQ-CP ngày 07/3/2030\ncủa Chính phủ về chợ quê giai đoạn 2031 - 2033\nCăn cứ Luật Chợ quê, ngày 19/6/2015;\nỦy ban nhân dân tỉnh ban hành kế hoạch thực hiện Nghị quyết\nsố 8/NQ-CP ngày 07/3/2030 của Chính phủ như sau:\n",
        number: None,
        issued_on: None,
        issuer: "Ủy ban nhân dân tỉnh Lai Châu",
        province: "Lai Châu",
        until: Some(2033),
    },
    // A site for documents put its page mark before the title and lost the letterhead.
    Head {
        printed: "Mở thêm 12 chợ đêm; nâng cấp đường vào\nTrang 1KẾ HOẠCH Mở chợ quê năm 2032\ntrên địa bàn tỉnh Lai Châu\nThực hiện Công văn số 70/BCT-TTTN ngày 6/9/2031 của Bộ Công Thương; UBND tỉnh ban hành Kế hoạch như sau:\n",
        number: None,
        issued_on: None,
        issuer: "Ủy ban nhân dân tỉnh Lai Châu",
        province: "Lai Châu",
        until: Some(2032),
    },
    // Title lost; the number says that it is a plan.
    Head {
        printed: "Vui lòng ĐĂNG NHẬP để xem.\nỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 78/KH-UBND | Lai Châu, ngày 27 tháng 4 năm 2031 |\n- Luật Chợ quê trong tỉnh;\n",
        number: Some("78/KH-UBND"),
        issued_on: Some("2031-04-27"),
        issuer: "Ủy ban nhân dân tỉnh Lai Châu",
        province: "Lai Châu",
        until: None,
    },
    // The province above its committee.
    Head {
        printed: "TỈNH LAI CHÂU\nỦY BAN NHÂN DÂN\nSố: 66/KH-UBND\nLai Châu, ngày 24 tháng 3 năm 2031\nKẾ HOẠCH\nMỞ CHỢ QUÊ NĂM 2031\n",
        number: Some("66/KH-UBND"),
        issued_on: Some("2031-03-24"),
        issuer: "Ủy ban nhân dân tỉnh Lai Châu",
        province: "Lai Châu",
        until: Some(2031),
    },
    // Glued words.
    Head {
        printed: "ỦYBAN NHÂN DÂN\nTỈNH NAMĐỊNH\nSố:12/KH-UBND\nNam Định,ngày 12 tháng 10 năm 2018\nKẾ HOẠCH\nMỞ CHỢQUÊ TỈNH NAM ĐỊNH NĂM2019\n",
        number: Some("12/KH-UBND"),
        issued_on: Some("2018-10-12"),
        issuer: "Ủy ban nhân dân tỉnh Nam Định",
        province: "Nam Định",
        until: Some(2019),
    },
    // A scan misread the marks over letters.
    Head {
        printed: "UỶ BAN NHÂN DÀN\nTÌNH SÓC TRĂNG\nSô: 12/KH-UBND\nSóc Trãng, ngày 05 thảng 3 năm 2013\nKÊ HOẠCH\nMở chợ quê tỉnh Sóc Trăng năm 2013\n",
        number: Some("12/KH-UBND"),
        issued_on: Some("2013-03-05"),
        issuer: "Ủy ban nhân dân tỉnh Sóc Trăng",
        province: "Sóc Trăng",
        until: Some(2013),
    },
    // Dated in a city that is not the province.
    Head {
        printed: "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\nSố: 5/KH-UBND\nNha Trang, ngày 2 tháng 2 năm 2021\nKẾ HOẠCH\nMỞ CHỢ QUÊ NĂM 2021\n",
        number: Some("5/KH-UBND"),
        issued_on: Some("2021-02-02"),
        issuer: "Ủy ban nhân dân tỉnh Khánh Hòa",
        province: "Khánh Hòa",
        until: Some(2021),
    },
];

#[test]
fn what_a_head_leaves_out_is_not_taken_from_elsewhere() {
    for expected in HEADS {
        let printed = expected.printed;
        let plan = reading(&format!("{printed}{BODY}")).plan;
        assert_eq!(plan.number.as_deref(), expected.number, "{printed}");
        assert_eq!(plan.issued_on.as_deref(), expected.issued_on, "{printed}");
        assert_eq!(plan.issuer.as_deref(), Some(expected.issuer), "{printed}");
        assert_eq!(plan.province.as_deref(), Some(expected.province), "{printed}");
        assert_eq!(plan.period_end, expected.until, "{printed}");
    }
}

#[test]
fn a_plan_that_lost_its_title_is_read_and_told_of() {
    let reading = reading(&format!("{}{BODY}", HEADS[2].printed));
    assert_eq!(reading.plan.title, None);
    assert!(reading.warnings.iter().any(|warning| warning.kind == "title_missing"));
}

#[test]
fn facts_of_a_portal_need_no_colon() {
    let text = format!(
        "Kế hoạch 18/KH-UBND năm 2031 mở chợ quê\nSố hiệu 18/KH-UBND\nNgày ban hành 19/01/2031\nNgười ký Lâm Thị Thử\nKẾ HOẠCH\nMỞ CHỢ QUÊ TỈNH LAI CHÂU NĂM 2031\n{BODY}"
    );
    let plan = reading(&text).plan;
    assert_eq!(plan.number.as_deref(), Some("18/KH-UBND"));
    assert_eq!(plan.issued_on.as_deref(), Some("2031-01-19"));
    assert_eq!(plan.signatory.as_deref(), Some("Lâm Thị Thử"));
}

#[test]
fn who_acts_behind_a_comma_did_not_issue_what_is_cited() {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 5/KH-UBND\nLai Châu, ngày 2 tháng 2 năm 2031\nKẾ HOẠCH\nMỞ CHỢ QUÊ NĂM 2031\nTheo đề nghị của Sở Công Thương tại Tờ trình số 20/TTr-SCT ngày 31/01/2031, Ủy ban nhân dân tỉnh ban hành kế hoạch với các nội dung sau:\n{BODY}"
    );
    let found = reading(&text);
    assert_eq!(found.citations[0].number, "20/TTr-SCT");
    assert_eq!(found.citations[0].issuer, None);
}
