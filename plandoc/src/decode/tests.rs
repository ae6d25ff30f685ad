use super::{Format, SIZE_LIMIT, decode};
use crate::reading::ReadError;

fn not_text(bytes: &[u8]) -> String {
    match decode(bytes, None) {
        Err(ReadError::NotText { found }) => found,
        other => panic!("expected no text, got {other:?}"),
    }
}

#[test]
fn the_mark_and_carriage_returns_go_and_nothing_else() {
    let decoded = decode("\u{feff}A\r\n\tB\u{a0}C\re\u{301}\n".as_bytes(), None).expect("text");
    assert_eq!(decoded.text, "A\n\tB\u{a0}C\re\u{301}\n");
}

#[test]
fn empty_and_blank_files_are_refused() {
    assert_eq!(decode(b"", None), Err(ReadError::Empty));
    assert_eq!(decode(b"\xef\xbb\xbf \r\n\t", None), Err(ReadError::Empty));
}

#[test]
fn a_file_above_the_limit_is_refused_with_its_size() {
    let bytes = vec![b'a'; SIZE_LIMIT + 1];
    assert_eq!(decode(&bytes, None), Err(ReadError::TooLarge { bytes: SIZE_LIMIT + 1, limit: SIZE_LIMIT }));
}

#[test]
fn other_kinds_of_file_are_named() {
    assert!(not_text(b"PK\x03\x04xl/workbook.xml").starts_with("a ZIP archive"));
    assert!(not_text(b"K\x00\x01\x02\x03 text").contains("control characters"));
}

#[test]
fn bytes_that_are_no_utf8_are_named_with_their_offset() {
    assert_eq!(not_text(b"ke hoach \xff\xfa"), "bytes that are no UTF-8 at offset 9");
}

#[test]
fn markdown_is_told_by_extension_or_by_content() {
    let format = |text: &str, name: Option<&str>| decode(text.as_bytes(), name).expect("text").format;
    assert_eq!(format("I. MỤC TIÊU", Some("plan.md")), Format::Markdown);
    assert_eq!(format("I. MỤC TIÊU", Some("plan.txt")), Format::Plain);
    assert_eq!(format("# KẾ HOẠCH\n\n## I. MỤC TIÊU\n\n## II. NỘI DUNG\n", None), Format::Markdown);
}
