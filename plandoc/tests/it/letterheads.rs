//! Are number, date, issuer, title, period, province and signatory read from the ways in
//! which provinces head, caption and close their plans?
//!
//! Made-up plans; what is tried is how they are printed: columns that an export flattened,
//! letters that a scan misread, places that are not the province, decisions before a plan.

use plandoc::{ReadOptions, Reading, read, records::plan::PlanKind};

/// A plan as printed, and what it says of itself.
struct Letterhead {
    file: &'static str,
    printed: &'static str,
    number: Option<&'static str>,
    issued_on: Option<&'static str>,
    issuer: Option<&'static str>,
    province: Option<&'static str>,
    title: &'static str,
    kind: Option<PlanKind>,
    period: (Option<i32>, Option<i32>),
    signatory: Option<&'static str>,
}

/// Sections of any plan.
const BODY: &str = "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. TỔ CHỨC THỰC HIỆN\nCác sở, ngành triển khai kế hoạch này; UBND tỉnh theo dõi.\n";

const LETTERHEADS: [Letterhead; 20] = [
    // A portal's table: number and day parted by a bar, the day broken at the line's end.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n--------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\nSố: 391/KH-UBND | Lào cai, Ngày 30\ntháng 12 năm 2016\n\nKẾ HOẠCH\n\nỨNGDỤNG BẢN ĐỒ SỐ TRONG HOẠT ĐỘNG CƠ QUAN NHÀ NƯỚC TỈNH LÀO CAI NĂM 2017\n\n@\nNơi nhận:\n- Như trên;\n| TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nLý Văn Mẫu\n",
        number: Some("391/KH-UBND"),
        issued_on: Some("2016-12-30"),
        issuer: Some("Ủy ban nhân dân tỉnh Lào Cai"),
        province: Some("Lào Cai"),
        title: "Kế hoạch ỨNGDỤNG BẢN ĐỒ SỐ TRONG HOẠT ĐỘNG CƠ QUAN NHÀ NƯỚC TỈNH LÀO CAI NĂM 2017",
        kind: Some(PlanKind::Annual),
        period: (Some(2017), Some(2017)),
        signatory: Some("Lý Văn Mẫu"),
    },
    // Dated in the province's town; committee and motto on one line.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH VĨNH PHÚC Độc lập - Tự do - Hạnh phúc\nSố: 9012/KH-UBND Vĩnh Yên, ngày 02 tháng 11 năm 2018\n\nKẾ HOẠCH\nXây dựng làng nghề số tỉnh Vĩnh Phúc năm 2019\n@\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nNguyễn Thị Thử\n",
        number: Some("9012/KH-UBND"),
        issued_on: Some("2018-11-02"),
        issuer: Some("Ủy ban nhân dân tỉnh Vĩnh Phúc"),
        province: Some("Vĩnh Phúc"),
        title: "Kế hoạch Xây dựng làng nghề số tỉnh Vĩnh Phúc năm 2019",
        kind: Some(PlanKind::Annual),
        period: (Some(2019), Some(2019)),
        signatory: Some("Nguyễn Thị Thử"),
    },
    // The province's own name misprinted at the head, right at the place.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "UỶ BAN NHÂN DÂN\nTỈNH KON TUN\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 2841/KH-UBND\nKon Tum, ngày 25 tháng 9 năm 2017\nKẾ HOẠCH\nPhát triển cà phê trực tuyến tỉnh Kon Tun năm 2018\n@",
        number: Some("2841/KH-UBND"),
        issued_on: Some("2017-09-25"),
        issuer: Some("Ủy ban nhân dân tỉnh Kon Tum"),
        province: Some("Kon Tum"),
        title: "Kế hoạch Phát triển cà phê trực tuyến tỉnh Kon Tun năm 2018",
        kind: Some(PlanKind::Annual),
        period: (Some(2018), Some(2018)),
        signatory: None,
    },
    // Markdown table of two columns, bold and italics.
    Letterhead {
        file: "ke-hoach.md",
        printed: "| **ỦY BAN NHÂN DÂN**<br>**TỈNH PHÚ THỌ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|---|---|\n| Số: 512 /KH-UBND | *Phú Thọ, ngày 04 tháng 02 năm 2021* |\n\n**KẾ HOẠCH**\n\n**Xây dựng xưởng chè thông minh tỉnh Phú Thọ giai đoạn 2021 - 2025, định hướng đến năm 2030**\n\n@**TM. ỦY BAN NHÂN DÂN**\n**KT. CHỦ TỊCH**\n**PHÓ CHỦ TỊCH**\n\n**Hồ Đại Thử**\n",
        number: Some("512/KH-UBND"),
        issued_on: Some("2021-02-04"),
        issuer: Some("Ủy ban nhân dân tỉnh Phú Thọ"),
        province: Some("Phú Thọ"),
        title: "Kế hoạch Xây dựng xưởng chè thông minh tỉnh Phú Thọ giai đoạn 2021 - 2025, định hướng đến năm 2030",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2021), Some(2025)),
        signatory: Some("Hồ Đại Thử"),
    },
    // A city of the rank of a province.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\nSố: 3001/KH-UBND\n\nThành phố Hồ Chí Minh, ngày 20 tháng 9 năm 2022\n\nKẾ HOẠCH\n\nCHỢ TRUYỀN THỐNG KHÔNG TIỀN MẶT TRÊN ĐỊA BÀN THÀNH PHỐ HỒ CHÍ MINH NĂM 2022\n@",
        number: Some("3001/KH-UBND"),
        issued_on: Some("2022-09-20"),
        issuer: Some("Ủy ban nhân dân thành phố Hồ Chí Minh"),
        province: Some("Hồ Chí Minh"),
        title: "Kế hoạch CHỢ TRUYỀN THỐNG KHÔNG TIỀN MẶT TRÊN ĐỊA BÀN THÀNH PHỐ HỒ CHÍ MINH NĂM 2022",
        kind: Some(PlanKind::Annual),
        period: (Some(2022), Some(2022)),
        signatory: None,
    },
    // A decision that promulgates a plan, and the plan itself behind it.
    Letterhead {
        file: "quyet-dinh.txt",
        printed: "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 317/QĐ-UBND\nBến Tre, ngày 12 tháng 02 năm 2018\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch đưa dừa lên sàn tỉnh Bến Tre năm 2018\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẾN TRE\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\nTheo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 88/TTr-SCT ngày 30 tháng 01 năm 2018,\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch đưa dừa lên sàn.\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrương Văn Thử\nKẾ HOẠCH\nĐưa dừa lên sàn tỉnh Bến Tre năm 2018\n(Ban hành kèm theo Quyết định số 317/QĐ-UBND ngày 12 tháng 02 năm 2018 của Chủ tịch Ủy ban nhân dân tỉnh Bến Tre)\n@",
        number: Some("317/QĐ-UBND"),
        issued_on: Some("2018-02-12"),
        issuer: Some("Ủy ban nhân dân tỉnh Bến Tre"),
        province: Some("Bến Tre"),
        title: "Quyết định Về việc ban hành Kế hoạch đưa dừa lên sàn tỉnh Bến Tre năm 2018",
        kind: Some(PlanKind::ApprovalDecision),
        period: (Some(2018), Some(2018)),
        signatory: Some("Trương Văn Thử"),
    },
    // A scan lost marks and doubled spaces.
    Letterhead {
        file: "scan.txt",
        printed: "UBND TỈNH HÀ GIANG        CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n                          Độc lập – Tự do – Hạnh phúc\nSô:   45 /KH - UBND       Hà Giang, ngày 5  tháng 3  năm 2020\n\n               KẾ HOẠCH\n   Số hóa nương ngô trên địa bàn tỉnh Hà Giang năm 2020\n@",
        number: Some("45/KH-UBND"),
        issued_on: Some("2020-03-05"),
        issuer: Some("Ủy ban nhân dân tỉnh Hà Giang"),
        province: Some("Hà Giang"),
        title: "Kế hoạch Số hóa nương ngô trên địa bàn tỉnh Hà Giang năm 2020",
        kind: Some(PlanKind::Annual),
        period: (Some(2020), Some(2020)),
        signatory: None,
    },
    // No letterhead: the caption of the annex says it.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "KẾ HOẠCH\nMở thư viện lưu động tỉnh Quảng Trị năm 2020\n@PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 176 /KH-UBND ngày 27 / 12 /2019 của UBND tỉnh Quảng Trị)\n",
        number: Some("176/KH-UBND"),
        issued_on: Some("2019-12-27"),
        issuer: Some("Ủy ban nhân dân tỉnh Quảng Trị"),
        province: Some("Quảng Trị"),
        title: "Kế hoạch Mở thư viện lưu động tỉnh Quảng Trị năm 2020",
        kind: Some(PlanKind::Annual),
        period: (Some(2020), Some(2020)),
        signatory: None,
    },
    // Neither letterhead nor title: the closing sentence says it.
    Letterhead {
        file: "noi-dung.txt",
        printed: "@Trên đây là Kế hoạch nuôi tôm sạch trên địa bàn tỉnh Bạc Liêu năm 2023 của Ủy ban nhân dân tỉnh Bạc Liêu. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo./.\n",
        number: None,
        issued_on: None,
        issuer: Some("Ủy ban nhân dân tỉnh Bạc Liêu"),
        province: Some("Bạc Liêu"),
        title: "Kế hoạch nuôi tôm sạch trên địa bàn tỉnh Bạc Liêu năm 2023",
        kind: Some(PlanKind::Annual),
        period: (Some(2023), Some(2023)),
        signatory: None,
    },
    // Neither province nor year are said: the file's name says them, and that is marked.
    Letterhead {
        file: "dong-thap-2022.txt",
        printed: "KẾ HOẠCH\nTrồng sen trong hoạt động của cơ quan nhà nước\n@",
        number: None,
        issued_on: None,
        issuer: None,
        province: Some("Đồng Tháp"),
        title: "Kế hoạch Trồng sen trong hoạt động của cơ quan nhà nước",
        kind: Some(PlanKind::Annual),
        period: (Some(2022), Some(2022)),
        signatory: None,
    },
    // A draft, its number and day left open.
    Letterhead {
        file: "du-thao.txt",
        printed: "UBND TỈNH THỪA THIÊN HUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: ……/KH-UBND\nThừa Thiên Huế, ngày …… tháng 12 năm 2021\nKẾ HOẠCH\nNhã nhạc trực tuyến tỉnh Thừa Thiên Huế năm 2022\n@",
        number: None,
        issued_on: None,
        issuer: Some("Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        province: Some("Thừa Thiên Huế"),
        title: "Kế hoạch Nhã nhạc trực tuyến tỉnh Thừa Thiên Huế năm 2022",
        kind: Some(PlanKind::Annual),
        period: (Some(2022), Some(2022)),
        signatory: None,
    },
    // "V/v", a province of three syllables with a dash, a signature beside its receivers.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN\nTỈNH BÀ RỊA – VŨNG TÀU\nSố 88/KH-UBND\nBà Rịa – Vũng Tàu, ngày 31 tháng 7 năm 2019\nKẾ HOẠCH\nV/v triển khai cảng cá số tỉnh Bà Rịa – Vũng Tàu năm 2020\n@Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n- TTr Tỉnh ủy; | KT. CHỦ TỊCH |\n- Lưu: VT. | PHÓ CHỦ TỊCH |\n| Đặng Minh Thử |\n",
        number: Some("88/KH-UBND"),
        issued_on: Some("2019-07-31"),
        issuer: Some("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        province: Some("Bà Rịa - Vũng Tàu"),
        title: "Kế hoạch V/v triển khai cảng cá số tỉnh Bà Rịa - Vũng Tàu năm 2020",
        kind: Some(PlanKind::Annual),
        period: (Some(2020), Some(2020)),
        signatory: Some("Đặng Minh Thử"),
    },
    // Dated in a town that bears another province's name once more; no province in the title.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN\nTỈNH ĐĂK LĂK\nSố: 10/KH-UBND\nBuôn Ma Thuột, ngày 03/01/2014\nKẾ HOẠCH\nỨng dụng rẫy cà phê số giai đoạn 2014-2015\n@",
        number: Some("10/KH-UBND"),
        issued_on: Some("2014-01-03"),
        issuer: Some("Ủy ban nhân dân tỉnh Đắk Lắk"),
        province: Some("Đắk Lắk"),
        title: "Kế hoạch Ứng dụng rẫy cà phê số giai đoạn 2014-2015",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2014), Some(2015)),
        signatory: None,
    },
    // Since the reform: a city, and its title in two lines.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 21/KH-UBND\nCần Thơ, ngày 15 tháng 8 năm 2025\nKẾ HOẠCH\nĐưa chợ nổi lên mạng\ntrên địa bàn thành phố Cần Thơ năm 2026\n@",
        number: Some("21/KH-UBND"),
        issued_on: Some("2025-08-15"),
        issuer: Some("Ủy ban nhân dân thành phố Cần Thơ"),
        province: Some("Cần Thơ"),
        title: "Kế hoạch Đưa chợ nổi lên mạng trên địa bàn thành phố Cần Thơ năm 2026",
        kind: Some(PlanKind::Annual),
        period: (Some(2026), Some(2026)),
        signatory: None,
    },
    // A ministry approves a province's plan.
    Letterhead {
        file: "quyet-dinh.txt",
        printed: "BỘ THÔNG TIN VÀ TRUYỀN THÔNG\n--------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 77/QĐ-BTTTT\nHà Nội, ngày 4 tháng 5 năm 2009\nQUYẾT ĐỊNH\nPhê duyệt Kế hoạch mở bưu cục số giai đoạn 2009 - 2010 của tỉnh Yên Bái\nBỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG\nCăn cứ Luật Công nghệ thông tin;\n@KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Đức Thử\n",
        number: Some("77/QĐ-BTTTT"),
        issued_on: Some("2009-05-04"),
        issuer: Some("Bộ Thông tin và Truyền thông"),
        province: Some("Yên Bái"),
        title: "Quyết định Phê duyệt Kế hoạch mở bưu cục số giai đoạn 2009 - 2010 của tỉnh Yên Bái",
        kind: Some(PlanKind::ApprovalDecision),
        period: (Some(2009), Some(2010)),
        signatory: Some("Trần Đức Thử"),
    },
    // A portal's facts above; it cut off the signature. A plan until a year runs from its issue.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "Kế hoạch 77/KH-UBND năm 2021 mở vườn thuốc\nSố hiệu: | 77/KH-UBND | Loại văn bản: | Kế hoạch |\nNơi ban hành: | Tỉnh Hòa Bình | Người ký: | Bùi Văn Thử |\nNgày ban hành: | 11/01/2021 | Ngày hiệu lực: | Đã biết |\nỦY\nBAN NHÂN DÂN |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nKẾ HOẠCH\nMỞ VƯỜN THUỐC TRÊN ĐỊA BÀN TỈNH HÒA BÌNH ĐẾN NĂM 2025\n@Nơi nhận: | CHỦ TỊCH |\n",
        number: Some("77/KH-UBND"),
        issued_on: Some("2021-01-11"),
        issuer: Some("Ủy ban nhân dân tỉnh Hòa Bình"),
        province: Some("Hòa Bình"),
        title: "Kế hoạch MỞ VƯỜN THUỐC TRÊN ĐỊA BÀN TỈNH HÒA BÌNH ĐẾN NĂM 2025",
        kind: Some(PlanKind::MultiYear),
        period: (None, Some(2025)),
        signatory: Some("Bùi Văn Thử"),
    },
    // Both columns on one line, at the head and at the close; what is carried out follows.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TỈNH CÀ MAU Độc lập - Tự do - Hạnh phúc\nSố: 11/KH-UBND Cà Mau, ngày 31 tháng 01 năm 2020\nKẾ HOẠCH\nNuôi cua số của\ntỉnh Cà Mau năm 2020\nThực hiện Văn bản số 20/BTTTT-THH ngày 27/6/2019 của Bộ Thông tin và Truyền thông về nuôi cua năm 2021;\n@TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lâm Văn Thử\n",
        number: Some("11/KH-UBND"),
        issued_on: Some("2020-01-31"),
        issuer: Some("Ủy ban nhân dân tỉnh Cà Mau"),
        province: Some("Cà Mau"),
        title: "Kế hoạch Nuôi cua số của tỉnh Cà Mau năm 2020",
        kind: Some(PlanKind::Annual),
        period: (Some(2020), Some(2020)),
        signatory: Some("Lâm Văn Thử"),
    },
    // Facts with their names in the same line.
    Letterhead {
        file: "van-ban.txt",
        printed: "Thuộc tính văn bản\nSố/Ký hiệu: 07/KH-UBND\nNgày ban hành: 10/01/2019\nNgười ký: Trần Văn Thử\nUBND TỈNH NAM ĐỊNH\nKẾ HOẠCH\nĐưa muối lên sàn tỉnh Nam Định năm 2019\n@",
        number: Some("07/KH-UBND"),
        issued_on: Some("2019-01-10"),
        issuer: Some("Ủy ban nhân dân tỉnh Nam Định"),
        province: Some("Nam Định"),
        title: "Kế hoạch Đưa muối lên sàn tỉnh Nam Định năm 2019",
        kind: Some(PlanKind::Annual),
        period: (Some(2019), Some(2019)),
        signatory: Some("Trần Văn Thử"),
    },
    // A plan that a decision promulgated, without the decision itself; signed by machine.
    Letterhead {
        file: "ke-hoach.md",
        printed: "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\nKẾ HOẠCH\nTrồng khóm số giai đoạn 2016 - 2020\n(Ban hành kèm theo Quyết định số 192/QĐ-UBND ngày 31 tháng 12 năm 2015\ncủa Ủy ban nhân dân tỉnh Hậu Giang)\n@**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n[Signature]\n**Lữ Văn Thử**\n",
        number: Some("192/QĐ-UBND"),
        issued_on: Some("2015-12-31"),
        issuer: Some("Ủy ban nhân dân tỉnh Hậu Giang"),
        province: Some("Hậu Giang"),
        title: "Kế hoạch Trồng khóm số giai đoạn 2016 - 2020",
        kind: Some(PlanKind::MultiYear),
        period: (Some(2016), Some(2020)),
        signatory: Some("Lữ Văn Thử"),
    },
    // The title in one line with its kind; signed on behalf of the chairman, name in capitals.
    Letterhead {
        file: "ke-hoach.txt",
        printed: "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH\nSố: 64/KH-UBND\nNinh Bình, ngày 9-6-2017\nKẾ HOẠCH PHÁT TRIỂN DU LỊCH SỐ TỈNH NINH BÌNH NĂM 2017\n@T/M ỦY BAN NHÂN DÂN TỈNH\nK/T CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTỐNG QUANG THỬ\n",
        number: Some("64/KH-UBND"),
        issued_on: Some("2017-06-09"),
        issuer: Some("Ủy ban nhân dân tỉnh Ninh Bình"),
        province: Some("Ninh Bình"),
        title: "Kế hoạch PHÁT TRIỂN DU LỊCH SỐ TỈNH NINH BÌNH NĂM 2017",
        kind: Some(PlanKind::Annual),
        period: (Some(2017), Some(2017)),
        signatory: Some("TỐNG QUANG THỬ"),
    },
];

fn reading(letterhead: &Letterhead) -> Reading {
    let text = letterhead.printed.replace('@', BODY);
    let options = ReadOptions { file_name: Some(letterhead.file), manifest: None };
    read(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn a_plan_is_known_by_its_head_its_captions_and_its_close() {
    let mut wrong = Vec::new();
    for expected in &LETTERHEADS {
        let plan = reading(expected).plan;
        let first = expected.printed.lines().next().unwrap_or_default();
        let mut same = |field: &str, found: String, wanted: String| {
            if found != wanted {
                wrong.push(format!("{first} … {field}: expected {wanted}, found {found}"));
            }
        };
        let shown = |value: Option<&str>| format!("{value:?}");
        same("number", shown(plan.number.as_deref()), shown(expected.number));
        same("issued_on", shown(plan.issued_on.as_deref()), shown(expected.issued_on));
        same("issuer", shown(plan.issuer.as_deref()), shown(expected.issuer));
        same("province", shown(plan.province.as_deref()), shown(expected.province));
        same("title", shown(plan.title.as_deref()), shown(Some(expected.title)));
        same("signatory", shown(plan.signatory.as_deref()), shown(expected.signatory));
        same("kind", format!("{:?}", plan.kind), format!("{:?}", expected.kind));
        same(
            "period",
            format!("{:?}", (plan.period_start, plan.period_end)),
            format!("{:?}", expected.period),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
