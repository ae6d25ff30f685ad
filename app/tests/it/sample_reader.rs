//! How is the sample plan's text laid out?

use app::types::{
    reader::{BlockShape, ContentsEntry, Inline, ReaderBlock, ReaderDocument, ReaderMark, ReaderRow},
    search::HitKind,
};

fn words(text: &str) -> Inline {
    Inline { text: text.into(), ..Inline::default() }
}

fn marked(text: &str, record: &str) -> Inline {
    Inline {
        text: text.into(),
        records: vec![record.into()],
        begins: vec![record.into()],
        ..Inline::default()
    }
}

fn block(id: &str, address: Option<&str>, shape: BlockShape) -> ReaderBlock {
    ReaderBlock { id: id.into(), shape, address: address.map(Into::into) }
}

fn mark(number: u64, record: &str, kind: HitKind, block: &str, value: Option<&str>) -> ReaderMark {
    ReaderMark {
        number,
        record: record.into(),
        kind,
        block: block.into(),
        label: format!("bản ghi {record}"),
        value: value.map(Into::into),
        status: None,
        address: String::new(),
    }
}

fn row(id: &str, cells: &[&str], record: &str) -> ReaderRow {
    ReaderRow {
        id: id.into(),
        kind: "item".into(),
        address: "PL I · 1".into(),
        cells: cells.iter().map(|cell| vec![words(cell)]).collect(),
        records: vec![record.into()],
    }
}

/// The text, with two hits where something is searched for.
pub(crate) fn document(searched: bool) -> ReaderDocument {
    let hit = |text: &str, number: u64| Inline {
        text: text.into(),
        hit: searched.then_some(number),
        ..Inline::default()
    };
    let blocks = vec![
        block("b-0", None, BlockShape::Furniture { inlines: vec![words("ỦY BAN NHÂN DÂN")] }),
        block(
            "b-10",
            Some("¶1"),
            BlockShape::Paragraph {
                inlines: vec![words("Căn cứ "), marked("Nghị định số 43/2011/NĐ-CP", "ca")],
            },
        ),
        block("b-40", None, BlockShape::Heading { level: 1, inlines: vec![words("I. KẾT QUẢ")] }),
        block(
            "b-50",
            Some("I ¶1"),
            BlockShape::ListItem {
                depth: 0,
                inlines: vec![
                    words("- "),
                    marked("90% văn bản điện tử: Đạt", "pa"),
                    words("; "),
                    marked("40% hồ sơ nộp qua mạng: Chưa đạt", "pb"),
                ],
            },
        ),
        block("b-90", None, BlockShape::Heading { level: 1, inlines: vec![words("III. MỤC TIÊU")] }),
        block("b-95", None, BlockShape::Heading { level: 2, inlines: vec![words("2. Mục tiêu cụ thể")] }),
        block(
            "b-100",
            Some("III.2 ¶6"),
            BlockShape::Paragraph {
                inlines: vec![
                    marked("20% hồ sơ giải quyết ", "ta"),
                    Inline {
                        abbreviation: Some("thủ tục hành chính".into()),
                        records: vec!["ta".into()],
                        ..words("TTHC")
                    },
                    words("; "),
                    marked("tích hợp 30%", "tb"),
                    words(" với "),
                    hit("Cổng dịch vụ công", 1),
                ],
            },
        ),
        block("b-300", None, BlockShape::Heading { level: 1, inlines: vec![words("PHỤ LỤC I")] }),
        block(
            "b-301",
            None,
            BlockShape::Table {
                columns: vec!["TT".into(), "Nhiệm vụ".into(), "Kinh phí".into()],
                unit: Some("triệu đồng".into()),
                rows: vec![
                    row("b-302", &["1", "Nâng cấp mạng", "922,183"], "sa"),
                    row("b-310", &["2", "Mua máy chủ", "1.000"], "sb"),
                    row("b-320", &["3", "Diễn tập", "Chưa phân bổ kinh phí"], "sc"),
                    row("b-330", &["4", "Nâng cấp mạng, nêu lại", "922,183"], "sd"),
                    ReaderRow { kind: "total".into(), ..row("b-340", &["", "Tổng cộng", "2.000"], "tt") },
                ],
            },
        ),
        block(
            "b-400",
            None,
            BlockShape::Footnote {
                mark: "1".into(),
                inlines: vec![words("Theo "), hit("Cổng dịch vụ công", 2)],
            },
        ),
    ];
    let entry = |label: &str, title: &str, level, block: &str| ContentsEntry {
        label: label.into(),
        title: title.into(),
        level,
        block: block.into(),
    };
    ReaderDocument {
        plan_id: "kien-giang-2020".into(),
        contents: vec![
            entry("I", "Kết quả", 1, "b-40"),
            entry("III", "Mục tiêu", 1, "b-90"),
            entry("III.2", "Mục tiêu cụ thể", 2, "b-95"),
            entry("PL I", "Phụ lục I", 1, "b-300"),
        ],
        blocks,
        marks: marks(),
        hits: if searched { 2 } else { 0 },
    }
}

fn marks() -> Vec<ReaderMark> {
    vec![
        mark(1, "ca", HitKind::Citation, "b-10", None),
        mark(2, "pa", HitKind::Progress, "b-50", Some("90%")),
        mark(3, "pb", HitKind::Progress, "b-50", None),
        mark(4, "ta", HitKind::Target, "b-100", Some("≥ 20%")),
        mark(5, "tb", HitKind::Target, "b-100", Some("30%")),
        mark(6, "sa", HitKind::Spending, "b-301", Some("922,183 triệu đồng")),
        mark(7, "sb", HitKind::Spending, "b-301", Some("1.000 triệu đồng")),
        mark(8, "sc", HitKind::Spending, "b-301", None),
        mark(9, "sd", HitKind::Spending, "b-301", None),
    ]
}
