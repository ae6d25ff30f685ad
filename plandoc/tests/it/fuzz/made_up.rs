//! What do plans look like that nobody wrote?

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    properties::File,
    words::{day, document_number, number, quantity, sentence, some},
};

/// A document with a head, so that it is taken for a plan, and any pieces below it.
pub(super) fn document() -> impl Strategy<Value = File> {
    let name = select(vec!["plan.txt", "plan.md", "ke-hoach-ha-nam-2031.txt"]);
    (head(), some(piece()), name).prop_map(|(head, pieces, name)| File {
        name: name.to_owned(),
        bytes: format!("{head}{}", pieces.concat()).into_bytes(),
    })
}

/// Letterhead and title in several layouts, mostly followed by two sections.
fn head() -> impl Strategy<Value = String> {
    let letterhead = select(vec![
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n",
        "UBND TỈNH HÀ NAM\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI\n|\nTỈNH CÀ MAU | CHỦ NGHĨA VIỆT NAM\n",
        "Uỷ ban nhân dân thành phố Hà Nội\n",
        "",
    ]);
    let title = select(vec![
        "KẾ HOẠCH\nỨng dụng công nghệ thông tin tỉnh Hà Nam năm 2031\n",
        "**KẾ HOẠCH**\n\n**Chuyển đổi số tỉnh Hà Nam giai đoạn 2031 - 2035**\n\n",
        "QUYẾT ĐỊNH\nPhê duyệt Kế hoạch chuyển đổi số tỉnh Hà Nam\n",
        "# KẾ HOẠCH tỉnh Hà Nam\n",
    ]);
    let sections = select(vec![
        "I. CĂN CỨ\nA.\nII. MỤC TIÊU\n",
        "Điều 1. Phê duyệt.\nĐiều 2. Mục tiêu:\n",
        "## I. KẾT QUẢ\n\n## II. MỤC TIÊU\n\n",
        "",
    ]);
    (letterhead, document_number(), day(), title, sections).prop_map(|(above, number, day, title, below)| {
        format!("{above}Số: {number}\nHà Nam, {day}\n{title}{below}")
    })
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => heading(),
        8 => item(),
        6 => sentence().prop_map(|words| words + "\n"),
        2 => tab_table(),
        2 => pipe_table(),
        1 => cell_lines(),
        2 => task(),
        1 => footnote(),
        1 => caption(),
        1 => closing(),
        1 => select(vec!["\n", "\n\n\n12\n\n", "\t\n", "ĐVT: Triệu đồng\n", "|\n", "---\n", "Nơi nhận:\n"])
            .prop_map(str::to_owned),
    ]
}

/// A heading with a number of any kind.
fn heading() -> impl Strategy<Value = String> {
    let mark = select(vec![
        "I. ",
        "II. ",
        "IV/ ",
        "A. ",
        "1. ",
        "2) ",
        "1.1. ",
        "3.2.1 ",
        "a) ",
        "đ. ",
        "- b) ",
        "Phần I\n",
        "Chương II: ",
        "Mục 3. ",
        "Điều 4. ",
        "PHỤ LỤC I\n",
        "Phụ lục 02 ",
        "# ",
        "### 2. ",
        "**",
        "XL. ",
    ]);
    let name = select(vec![
        "KẾT QUẢ NĂM 2030",
        "MỤC TIÊU",
        "Mục tiêu cụ thể đến năm 2032:",
        "NHIỆM VỤ, DỰ ÁN",
        "Kinh phí thực hiện",
        "GIẢI PHÁP",
        "Đánh giá các mục tiêu năm 2030",
        "TỔ CHỨC THỰC HIỆN",
        "DANH MỤC NHIỆM VỤ",
        "",
        "Căn cứ pháp lý",
        "Đánh giá đầu tư",
    ]);
    (mark, name, any::<bool>()).prop_map(|(mark, name, gap)| {
        let close = if mark == "**" { "**" } else { "" };
        format!("{mark}{name}{close}\n{}", if gap { "\n" } else { "" })
    })
}

fn item() -> impl Strategy<Value = String> {
    let mark = select(vec!["- ", "+ ", "  - ", "• ", "-", "(1) ", "c) ", "1. ", "- + ", "\t- "]);
    (mark, sentence()).prop_map(|(mark, words)| format!("{mark}{words}\n"))
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => number(),
        2 => select(vec!["", "-", "Sở Tài chính", "Nâng cấp hệ thống", "Chưa phân bổ", "I", "Tổng cộng", "A", "%", "2031 - 2032"])
            .prop_map(str::to_owned),
        1 => quantity(),
    ]
}

fn header() -> impl Strategy<Value = Vec<&'static str>> {
    select(vec![
        vec!["TT", "Nội dung", "Đơn vị chủ trì", "Kinh phí (triệu đồng)"],
        vec!["STT", "Tên dự án", "Kinh phí", "Nguồn vốn", "Ghi chú"],
        vec!["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu năm 2031", "Kết quả năm 2030"],
        vec!["TT", "Nhiệm vụ", "Tổng mức đầu tư", "Lũy kế", "Đã giải ngân", "Tỷ lệ"],
        vec!["Nội dung", "Thời gian"],
    ])
}

/// Rows that may be short, long, split or sums.
fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    vec(vec(cell(), 0..7), 0..7)
}

fn tab_table() -> impl Strategy<Value = String> {
    (header(), rows(), any::<bool>()).prop_map(|(header, rows, gap)| {
        let between = if gap { "\n\n\n" } else { "\n" };
        let rows: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        format!("{}\n{}\nTổng cộng\t\t\t1.500\n\n", header.join("\t"), rows.join(between))
    })
}

fn pipe_table() -> impl Strategy<Value = String> {
    (header(), rows(), any::<bool>()).prop_map(|(header, rows, ruled)| {
        let rows: Vec<String> = rows.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect();
        let rule = if ruled { format!("|{}\n", "---|".repeat(header.len())) } else { String::new() };
        format!("| {} |\n{rule}{}\n", header.join(" | "), rows.concat())
    })
}

/// A table with a cell on each line, begun with a tab or parted by bars.
fn cell_lines() -> impl Strategy<Value = String> {
    (header(), rows(), any::<bool>()).prop_map(|(header, rows, bars)| {
        let line = |cell: &str| if bars { format!("{cell}\n|\n") } else { format!("\t{cell}\n") };
        let header: String = header.iter().map(|cell| line(cell)).collect();
        let rows = rows.iter().map(|row| row.iter().map(|cell| line(cell)).collect::<String>() + "\n");
        format!("{header}\n{}\n", rows.collect::<String>())
    })
}

/// A task with its labels, some of them left out or said twice.
fn task() -> impl Strategy<Value = String> {
    let label = select(vec![
        "Nội dung thực hiện: ",
        "- Đơn vị chủ trì: Sở Tài chính; ",
        "- Kinh phí dự kiến: ",
        "Nguồn vốn: ",
        "- Thời gian thực hiện: ",
        "+ Phân công thực hiện: ",
        "- Sản phẩm: ",
        "Tổng mức đầu tư: ",
        "a) Kinh phí: ",
    ]);
    let line = (label, prop_oneof![quantity(), day(), sentence()])
        .prop_map(|(label, value)| format!("{label}{value}\n"));
    (1_u32..30, vec(line, 1..6))
        .prop_map(|(number, lines)| format!("{number}. Nâng cấp hệ thống mạng\n{}", lines.concat()))
}

fn footnote() -> impl Strategy<Value = String> {
    (1_u32..200, sentence(), any::<bool>()).prop_map(|(mark, words, closed)| {
        format!(
            "Có hệ thống[footnoteRef:{mark}]. [{mark}:  {words}{}\n[^{mark}]: {words}\n",
            if closed { "]" } else { "" }
        )
    })
}

fn caption() -> impl Strategy<Value = String> {
    (document_number(), day()).prop_map(|(number, day)| {
        format!("DANH MỤC NHIỆM VỤ\n(Ban hành kèm theo Kế hoạch số {number}\n{day} của UBND tỉnh Hà Nam)\n")
    })
}

fn closing() -> impl Strategy<Value = String> {
    (quantity(), sentence()).prop_map(|(sum, words)| {
        format!("Tổng kinh phí thực hiện là: {sum}, trong đó: vốn sự nghiệp {sum}, vốn đầu tư 5 tỷ đồng.\nTrên đây là Kế hoạch của UBND tỉnh Hà Nam. {words}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n")
    })
}
