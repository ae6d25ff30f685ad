use proptest::prelude::*;

use super::{Block, BlockKind, Document, MoneyUnit, RowKind, SectionRole, Table};
use crate::{
    decode::{Decoded, Format},
    records::{ReadContext, spending, total},
    span::{CharRange, Text},
};

fn read(served: &str, format: Format) -> (Text, Document) {
    let text = Text::new(served.to_owned());
    let document = Document::read(&text, format);
    (text, document)
}

fn tables(document: &Document) -> Vec<&Table> {
    document
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn passages(served: &str, format: Format) -> Vec<(String, String)> {
    let (text, document) = read(served, format);
    let passage = |block: &Block| {
        let address = block.address.clone()?;
        Some((address, text.slice(block.range).to_owned()))
    };
    document.blocks.iter().filter_map(passage).collect()
}

fn rows(table: &Table) -> Vec<(RowKind, &str, Vec<&str>)> {
    table
        .rows
        .iter()
        .map(|row| {
            (row.kind, row.address.as_str(), row.cells.iter().map(|cell| cell.text.as_str()).collect())
        })
        .collect()
}

#[test]
fn a_sentence_that_a_page_break_cut_is_one_paragraph() {
    let served =
        "I. MỤC TIÊU\n\nTỉnh đã\n\n\n\n12\n\n\ntriển khai đồng bộ.\n\nNăm sau (Hà A,\n\nHà B) tiếp tục.\n";
    let found = passages(served, Format::Plain);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].0, "I ¶1");
    assert!(found[0].1.starts_with("Tỉnh đã") && found[0].1.ends_with("triển khai đồng bộ."));
    assert!(found[1].1.ends_with("Hà B) tiếp tục."));
}

#[test]
fn lines_of_plain_text_are_paragraphs_and_those_of_markdown_are_joined() {
    let served = "I. MỤC TIÊU\nMột việc\nHai việc.\n";
    assert_eq!(passages(served, Format::Plain).len(), 2);
    let joined = "# I. MỤC TIÊU\n\nMột việc của\nHội đồng.\n";
    assert_eq!(passages(joined, Format::Markdown).len(), 1);
}

#[test]
fn cells_on_lines_of_their_own_make_rows() {
    let served = "PHỤ LỤC 1\nDANH MỤC DỰ ÁN\n(Kèm theo Kế hoạch số 1/KH-UBND)\nĐVT: Triệu đồng\n\tSTT\n\tNội dung\n\tĐơn vị chủ trì\n\tKinh phí\n\n\t1\n\tNâng cấp mạng.\nMở rộng băng thông.\n\tSở A\n\t1.200\n\n\t2\n\tĐào tạo\n\t\n\t300\n\n\tTổng cộng\n\t1.500\n";
    let (_, document) = read(served, Format::Plain);
    let [table] = tables(&document)[..] else { panic!("one table: {document:?}") };
    assert_eq!(table.columns, ["STT", "Nội dung", "Đơn vị chủ trì", "Kinh phí"]);
    assert_eq!(table.unit, Some(MoneyUnit::Million));
    assert_eq!(
        rows(table),
        [
            (RowKind::Item, "PL 1 · 1", vec!["1", "Nâng cấp mạng. Mở rộng băng thông.", "Sở A", "1.200"]),
            (RowKind::Item, "PL 1 · 2", vec!["2", "Đào tạo", "", "300"]),
            (RowKind::Total, "PL 1 · Tổng cộng", vec!["Tổng cộng", "1.500"]),
        ]
    );
    assert_eq!(table.cell(&table.rows[2], 3).map(|cell| cell.text.as_str()), Some("1.500"));
}

#[test]
fn a_row_that_a_page_break_split_is_one_and_the_repeated_header_goes() {
    let served = "II. KINH PHÍ\n\nTT\tNội dung\tĐơn vị\tKinh phí (triệu đồng)\nI\tHạ tầng\t\t\n1\tXây dựng hệ thống\tSở Giáo dục và\t500\n\n\n\nTT\tNội dung\tĐơn vị\tKinh phí (triệu đồng)\n\tthông tin\tĐào tạo\t\n2\tĐào tạo\tSở B\t20\nTổng cộng\t\t\t520\n\nSau bảng.\n";
    let (text, document) = read(served, Format::Markdown);
    let [table] = tables(&document)[..] else { panic!("one table") };
    assert_eq!(table.rows.len(), 4);
    assert_eq!(table.rows[0].kind, RowKind::Group);
    let split = &table.rows[1];
    assert_eq!(split.address, "II · I.1");
    assert_eq!(split.cells[1].text, "Xây dựng hệ thống thông tin");
    assert_eq!(split.cells[2].text, "Sở Giáo dục và Đào tạo");
    assert_eq!(split.ranges.len(), 2);
    assert_eq!(text.slice(split.ranges[1]), "thông tin\tĐào tạo");
    assert_eq!(passages(served, Format::Markdown).len(), 1);
}

#[test]
fn markdown_tables_and_headers_of_two_rows_are_read() {
    let served = "## III. KINH PHÍ\n\n| TT | Nội dung | Kinh phí (tỷ đồng) |\n|---|:---|---:|\n| 1 | **Mạng** | 1,5 |\n| 2 | Máy chủ | 2 |\n";
    let (_, document) = read(served, Format::Markdown);
    assert_eq!(tables(&document)[0].unit, Some(MoneyUnit::Billion));
    assert_eq!(tables(&document)[0].rows[0].cells[1].text, "Mạng");
    let two = "III. KINH PHÍ\n\tTT\n\tNội dung\n\tKinh phí\n\tGhi chú\n\n\t\n\t\n\tNăm 2021\n\tNăm 2022\n\t\n\n\t1\n\tMạng\n\t10\n\t20\n\t\n\n\t2\n\tMáy chủ\n\t1\n\t2\n\tThuê\n";
    let (_, document) = read(two, Format::Plain);
    assert_eq!(
        tables(&document)[0].columns,
        ["TT", "Nội dung", "Kinh phí Năm 2021", "Kinh phí Năm 2022", "Ghi chú"]
    );
    assert_eq!(tables(&document)[0].rows.len(), 2);
}

#[test]
fn two_tables_that_follow_each_other_stay_two() {
    let served = "II. KINH PHÍ\n\nTT\tNội dung\tKinh phí\n1\tA b c\t10\n2\tD e f\t20\n\nTT\tNguồn vốn\tKinh phí\n1\tVốn sự nghiệp\t30\n2\tVốn đầu tư\t40\n";
    let (_, document) = read(served, Format::Plain);
    let found = tables(&document);
    assert_eq!(found.len(), 2);
    assert_eq!(found[1].rows[0].address, "II (2) · 1");
}

#[test]
fn indented_lines_and_letterheads_are_no_tables() {
    let served = "UBND TỈNH\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKẾ HOẠCH\nỨng dụng\n\nI. MỤC TIÊU\n\tĐoạn thụt đầu dòng.\n\t- Mục một\n-\tMục hai\n\n\t\nNơi nhận:\n- Lưu: VT.\n";
    let (_, document) = read(served, Format::Plain);
    assert!(tables(&document).is_empty());
    assert_eq!(passages(served, Format::Plain).len(), 3);
}

#[test]
fn an_annex_without_a_number_begins_with_its_title() {
    let served = "I. MỤC TIÊU\nMột.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nDANH MỤC NHIỆM VỤ, DỰ ÁN\n(Kèm theo Kế hoạch số 2/KH-UBND)\nTT\tNội dung\tKinh phí\n1\tA b\t10\n2\tC d\t20\n";
    let (_, document) = read(served, Format::Plain);
    assert_eq!(document.sections[1].role, SectionRole::Annex);
    assert_eq!(tables(&document)[0].rows[0].address, "PL · 1");
}

#[test]
fn footnotes_are_apart_from_their_paragraph() {
    let found = passages(
        "I. KẾT QUẢ\n- Có 9 hệ thống[footnoteRef:1]. [1:  Cổng;\nThư.\n] \n\nTiếp.\n",
        Format::Plain,
    );
    let words: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words, ["- Có 9 hệ thống[footnoteRef:1].", "Cổng;\nThư.", "Tiếp."]);
}

#[test]
fn a_footnote_may_close_after_an_empty_line() {
    let found = passages("I. KẾT QUẢ\nXong. [1:  chú thích\n\n]\nTiếp.\n", Format::Plain);
    let words: Vec<&str> = found.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(words, ["Xong.", "chú thích", "Tiếp."]);
}

/// Pieces that documents are made of, for making up documents that no one wrote.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "I. MỤC TIÊU\n",
        "II. KINH PHÍ\n",
        "1.1. Nâng cấp hệ thống\n",
        "- Kinh phí dự kiến: 1,5 tỷ đồng (Vốn sự nghiệp)\n",
        "a) Kết quả:\n",
        "PHỤ LỤC I\n",
        "ĐVT: Triệu đồng\n",
        "TT\tNội dung\tĐơn vị\tKinh phí\n",
        "1\tA b\tSở C\t12.000\n",
        "\tphần còn lại\t\t\n",
        "Tổng cộng\t\t\t12.000\n",
        "\tSTT\n\tNội dung\n\tKinh phí\n\n",
        "\t1\n\tViệc\n\t500\n\n",
        "| TT | Nội dung | Kinh phí |\n|---|---|---|\n| 1 | A | 2 |\n",
        "Nơi nhận:\n",
        "Tổng kinh phí là: 20 triệu đồng, trong đó: vốn đầu tư 5 triệu đồng.\n",
        "Xong. [1:  chú thích",
        "]\n",
        "\n",
        "\n\n12\n\n",
        "**đậm** <b>x</b><br>",
        "(",
        "\t",
        "Điều 1. Phê duyệt.\n",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => "[\\PC\\n\\t]{0,30}"]
}

proptest! {
    #[test]
    fn blocks_stand_in_order_and_cells_in_their_rows(pieces in prop::collection::vec(piece(), 0..25), markdown: bool) {
        let format = if markdown { Format::Markdown } else { Format::Plain };
        let (text, document) = read(&pieces.concat(), format);
        let mut last = 0;
        for block in &document.blocks {
            prop_assert!(block.range.start >= last, "blocks overlap: {:?}", block);
            prop_assert!(block.range.end <= text.len());
            last = block.range.end;
            if let BlockKind::Table(table) = &block.kind {
                for row in &table.rows {
                    for range in row.ranges.iter().chain(row.cells.iter().flat_map(|cell| &cell.ranges)) {
                        prop_assert!(block.range.contains(*range));
                    }
                }
            }
        }
        for section in &document.sections {
            prop_assert!(CharRange::new(0, text.len()).contains(section.range));
        }
    }

    #[test]
    fn records_of_money_quote_exactly(pieces in prop::collection::vec(piece(), 0..25), markdown: bool) {
        let format = if markdown { Format::Markdown } else { Format::Plain };
        let context = ReadContext::new(Decoded { text: pieces.concat(), format, ..Decoded::default() });
        let spending = spending::read(&context);
        let totals = total::read(&context, &spending);
        let provenances = spending.iter().map(|record| &record.provenance);
        for provenance in provenances.chain(totals.iter().map(|record| &record.provenance)) {
            let quoted = CharRange::new(provenance.source.start, provenance.source.end);
            prop_assert_eq!(context.text.slice(quoted), provenance.quote.as_str());
            prop_assert!(!provenance.quote.is_empty() && quoted.len() <= 600);
            for range in provenance.evidence.values().flatten() {
                prop_assert!(range.start < range.end && range.end <= context.text.len());
            }
        }
    }
}
