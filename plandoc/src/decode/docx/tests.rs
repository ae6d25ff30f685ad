use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::decode::decode;
use crate::reading::ReadError;

/// A Word document of these parts, the first its text.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(part.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

const HEAD: &str = r#"<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>"#;

fn text_of(body: &str, parts: &[(&str, &str)]) -> String {
    let document = format!("{HEAD}{body}</w:body></w:document>");
    let mut all = vec![("word/document.xml", document.as_str())];
    all.extend(parts);
    decode(&docx(&all), None).unwrap_or_else(|error| panic!("{error}")).text
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
}

const BORDERS: &str = "<w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>";

#[test]
fn paragraphs_are_lines_with_tabs_and_breaks() {
    let body = format!(
        "{}<w:p/><w:p/>{}",
        p("KẾ HOẠCH"),
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:tab/><w:t>Trên</w:t><w:br/><w:t>dưới</w:t>\
         <w:tab/><w:t>bên</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0D8\"/></w:r></w:p>"
    );
    assert_eq!(text_of(&body, &[]), "KẾ HOẠCH\n\nTrên\ndưới\tbên-➢\n");
}

#[test]
fn changes_are_accepted_and_said() {
    let body = "<w:p><w:r><w:t>Đạt </w:t></w:r><w:del><w:r><w:delText>70%</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>80%</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>xa</w:t></w:r></w:moveFrom></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Một </w:t></w:r></w:p><w:p><w:r><w:t>dòng</w:t></w:r></w:p>";
    let document = format!("{HEAD}{body}</w:body></w:document>");
    let decoded = decode(&docx(&[("word/document.xml", &document)]), None).expect("a text");
    assert_eq!(decoded.text, "Đạt 80%\nMột dòng\n");
    assert_eq!(decoded.warnings[0].kind, "tracked_changes_accepted");
}

#[test]
fn of_fields_the_result_is_read_and_of_controls_the_content() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:hyperlink><w:r><w:t> trang</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> này</w:t></w:r></w:sdtContent></w:sdt>\
        <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Bấm vào đây</w:t></w:r></w:sdtContent></w:sdt>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t> hoa</w:t></w:r></w:p>";
    assert_eq!(text_of(body, &[]), "12 trang này HOA\n");
}

#[test]
fn rows_are_lines_and_merged_cells_leave_their_places_empty() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = format!(
        "<w:tbl>{BORDERS}{}{}{}</w:tbl>",
        row(&[cell("", "TT"), cell("", "Nội dung"), cell("<w:gridSpan w:val=\"2\"/>", "Kinh phí")]),
        row(&[cell("<w:vMerge w:val=\"restart\"/>", "1"), cell("", "Mạng"), cell("", "5"), cell("", "6")]),
        row(&[cell("<w:vMerge/>", ""), cell("", "Máy"), cell("", "7"), cell("", "8")]),
    );
    let expected = "Bảng\n\nTT\tNội dung\tKinh phí\t\n1\tMạng\t5\t6\n\tMáy\t7\t8\n\nHết\n";
    assert_eq!(text_of(&format!("{}{table}{}", p("Bảng"), p("Hết")), &[]), expected);
}

#[test]
fn a_table_without_borders_side_by_side_is_read_cell_by_cell() {
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("ỦY BAN NHÂN DÂN"),
        p("Số: 12/KH-UBND"),
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    );
    let expected = "ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";
    assert_eq!(text_of(&table, &[]), expected);
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
    <w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
      <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
    </w:abstractNum>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  </w:numbering>"#;

fn item(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

#[test]
fn numbers_are_computed_as_word_does() {
    let body = [
        item(3, 0, "Mục tiêu"),
        item(3, 1, "Chung"),
        item(3, 1, "Riêng"),
        item(3, 2, "Một"),
        item(3, 3, "Nhỏ"),
        item(3, 0, "Nhiệm vụ"),
        item(3, 1, "Trước"),
        item(4, 0, "Khác"),
        item(0, 0, "Không"),
    ];
    let expected =
        "I. Mục tiêu\n1.1. Chung\n1.2. Riêng\na) Một\n• Nhỏ\nII. Nhiệm vụ\n2.1. Trước\nV. Khác\nKhông\n";
    assert_eq!(text_of(&body.concat(), &[("word/numbering.xml", NUMBERING)]), expected);
}

#[test]
fn a_style_may_number_its_paragraphs() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let with_style = |style: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = format!("{}{}", with_style("Muc", "Mục tiêu"), with_style("Con", "Một"));
    let parts = [("word/numbering.xml", NUMBERING), ("word/styles.xml", styles)];
    assert_eq!(text_of(&body, &parts), "I. Mục tiêu\na) Một\n");
}

#[test]
fn footnotes_stand_after_their_paragraph_and_boxes_below() {
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"0\" w:type=\"separator\">{}</w:footnote>\
         <w:footnote w:id=\"2\">{}{}</w:footnote></w:footnotes>",
        p("---"),
        p("Sở Y tế;"),
        p("Sở Nội vụ.")
    );
    let body = "<w:p><w:r><w:t>Có 9 hệ thống</w:t><w:footnoteReference w:id=\"2\"/><w:t>.</w:t>\
        <mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>\
        <mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>Hộp</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let expected = "Có 9 hệ thống[footnoteRef:1]. [1:  Sở Y tế; Sở Nội vụ.]\nHộp\n";
    assert_eq!(text_of(body, &[("word/footnotes.xml", &notes)]), expected);
}

#[test]
fn fonts_from_before_unicode_are_converted() {
    let run = |font: &str, words: &str| {
        format!("<w:r><w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr><w:t>{words}</w:t></w:r>")
    };
    let body = format!("<w:p>{}{}</w:p>", run(".VnTimeH", "kÕ ho¹ch "), run("VNI-Times", "ñöôïc"));
    assert_eq!(text_of(&body, &[]), "KẾ HOẠCH được\n");
}

fn refused(bytes: &[u8]) -> String {
    match decode(bytes, Some("plan.docx")) {
        Err(error @ ReadError::Damaged { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn bombs_and_damage_are_refused() {
    let bomb = format!("{HEAD}{}</w:body></w:document>", " ".repeat(49 * 1024 * 1024));
    assert!(refused(&docx(&[("word/document.xml", &bomb)])).contains("once unpacked"));
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
    assert!(refused(&docx(&[("word/document.xml", entities)])).contains("its XML"));
    assert!(refused(&docx(&[("word/other.xml", "<x/>")])).contains("no part word/document.xml"));
    let whole = docx(&[("word/document.xml", &format!("{HEAD}{}</w:body></w:document>", p("KẾ HOẠCH")))]);
    assert!(refused(&whole[..whole.len() / 2]).contains("its archive"));
    let deep = format!("{HEAD}{}", "<w:ins>".repeat(20_000));
    assert!(refused(&docx(&[("word/document.xml", &deep)])).contains("its XML"));
    let closed = format!("{deep}{}</w:body></w:document>", "</w:ins>".repeat(20_000));
    assert!(refused(&docx(&[("word/document.xml", &closed)])).contains("holds no words"));
}
