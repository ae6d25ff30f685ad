use super::{Format, SIZE_LIMIT, decode};
use crate::reading::ReadError;

fn encoding(bytes: &[u8]) -> String {
    match decode(bytes, None) {
        Err(ReadError::Encoding { encoding, .. }) => encoding,
        other => panic!("expected another encoding, got {other:?}"),
    }
}

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
    assert_eq!(not_text(b"%PDF-1.7\n..."), "a PDF");
    assert!(not_text(b"PK\x03\x04word/document.xml").starts_with("a ZIP archive"));
    assert_eq!(not_text(b"  <!DOCTYPE html><html>"), "an HTML page");
    assert!(not_text(b"K\x00\x01\x02\x03 text").contains("control characters"));
}

#[test]
fn bytes_that_are_no_utf8_are_named_with_their_offset() {
    assert_eq!(not_text(b"ke hoach \xff\xfa"), "bytes that are no UTF-8 at offset 9");
}

#[test]
fn utf16_is_named_with_and_without_its_mark() {
    let little: Vec<u8> = "KẾ HOẠCH ứng dụng của tỉnh".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "KẾ HOẠCH ứng dụng của tỉnh".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(encoding(&little), "UTF-16LE");
    assert_eq!(encoding(&big), "UTF-16BE");
    assert_eq!(encoding(&[b"\xff\xfe".as_slice(), &little].concat()), "UTF-16LE");
}

#[test]
fn encodings_from_before_unicode_are_told_apart() {
    assert_eq!(
        encoding(b"k\xd5 ho\xb9ch c\xf1a c\xb8c c\xac quan nh\xb5 n\xad\xedc \xae\xad\xeec"),
        "TCVN3 (ABC)"
    );
    assert_eq!(encoding(b"ke\xe1 hoa\xefch cu\xfba ca\xf9c c\xf4 quan nha\xf8 n\xf6\xf4\xf9c"), "VNI");
    assert_eq!(
        encoding(b"k\xea\xec hoa\xf2ch cu\xd2a c\xe1c c\xf5 quan nh\xe0 n\xfd\xf5\xecc"),
        "windows-1258"
    );
    assert_eq!(encoding(b"ke^' hoa.ch cu?a ca'c co+ quan nha` nu+o+'c ddu+o+.c ban ha`nh"), "VIQR");
}

#[test]
fn legacy_bytes_stored_as_utf8_are_found_too() {
    let stored = encoding_rs::WINDOWS_1252.decode(b"c\xf1a c\xb8c nh\xb5 n\xad\xedc v\xb5 \xae\xad\xeec").0;
    assert_eq!(encoding(stored.as_bytes()), "TCVN3 (ABC)");
}

#[test]
fn markdown_is_told_by_extension_or_by_content() {
    let format = |text: &str, name: Option<&str>| decode(text.as_bytes(), name).expect("text").format;
    assert_eq!(format("I. MỤC TIÊU", Some("plan.md")), Format::Markdown);
    assert_eq!(format("I. MỤC TIÊU", Some("plan.txt")), Format::Plain);
    assert_eq!(format("# KẾ HOẠCH\n\n## I. MỤC TIÊU\n\n## II. NỘI DUNG\n", None), Format::Markdown);
}
