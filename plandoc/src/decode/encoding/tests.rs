use super::{Unicode, unicode};
use crate::reading::ReadError;

/// What bytes are converted from, and to.
fn converted(bytes: &[u8]) -> (&'static str, String) {
    match unicode(bytes) {
        Ok(Unicode { text, converted_from: Some(encoding) }) => (encoding, text),
        other => panic!("expected a conversion, got {other:?}"),
    }
}

#[test]
fn wide_text_is_told_with_and_without_its_mark() {
    let text = "KẾ HOẠCH ứng dụng của tỉnh";
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let utf32 = |unit: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| unit(u32::from(c))).collect::<Vec<u8>>();
    for (name, bytes, mark) in [
        ("UTF-16LE", utf16(u16::to_le_bytes), b"\xff\xfe".as_slice()),
        ("UTF-16BE", utf16(u16::to_be_bytes), b"\xfe\xff"),
        ("UTF-32LE", utf32(u32::to_le_bytes), b"\xff\xfe\0\0"),
        ("UTF-32BE", utf32(u32::to_be_bytes), b"\0\0\xfe\xff"),
    ] {
        assert_eq!(converted(&bytes), (name, text.to_owned()));
        assert_eq!(converted(&[mark, &bytes].concat()), (name, text.to_owned()));
    }
}

#[test]
fn broken_wide_text_is_refused() {
    match unicode(b"\xff\xfeK\0\x00\xd8H\0") {
        Err(ReadError::NotText { found }) => assert!(found.starts_with("UTF-16LE"), "{found}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn encodings_from_before_unicode_are_told_apart_and_converted() {
    let text = "kế hoạch của các cơ quan nhà nước";
    for (name, bytes) in [
        ("TCVN3 (ABC)", b"k\xd5 ho\xb9ch c\xf1a c\xb8c c\xac quan nh\xb5 n\xad\xedc".as_slice()),
        ("VNI", b"ke\xe1 hoa\xefch cu\xfba ca\xf9c c\xf4 quan nha\xf8 n\xf6\xf4\xf9c"),
        ("windows-1258", b"k\xea\xec hoa\xf2ch cu\xd2a c\xe1c c\xf5 quan nh\xe0 n\xfd\xf5\xecc"),
        ("VIQR", b"ke^' hoa.ch cu?a ca'c co+ quan nha` nu+o+'c"),
    ] {
        assert_eq!(converted(bytes), (name, text.to_owned()));
    }
}

#[test]
fn legacy_bytes_stored_as_utf8_are_converted_too() {
    let stored = encoding_rs::WINDOWS_1252.decode(b"c\xf1a c\xb8c nh\xb5 n\xad\xedc v\xb5 \xae\xad\xeec").0;
    let stored = format!("→ {stored}");
    assert_eq!(converted(stored.as_bytes()), ("TCVN3 (ABC)", "→ của các nhà nước và được".to_owned()));
}

#[test]
fn small_letters_of_a_capital_font_are_capitals_where_their_neighbours_are() {
    // "vµ c¸c" makes the encoding certain.
    let line = |bytes: &[u8]| {
        let text = converted(&[b"v\xb5 c\xb8c\n", bytes].concat()).1;
        text.split_once('\n').map(|(_, line)| line.to_owned())
    };
    assert_eq!(line(b"K\xd5 HO\xb9CH").as_deref(), Some("KẾ HOẠCH"));
    assert_eq!(line(b"K\xd5 ho\xb9ch").as_deref(), Some("Kế hoạch"));
    assert_eq!(line(b"I. M\xf4C TI\xaaU").as_deref(), Some("I. MỤC TIÊU"));
    assert_eq!(line(b"V\xd7 UBND t\xd8nh").as_deref(), Some("Vì UBND tỉnh"));
    assert_eq!(line(b"(k\xd8m K\xd5 HO\xb9CH \xeb T\xd8NH)").as_deref(), Some("(kỉm KẾ HOẠCH Ở TỈNH)"));
}

#[test]
fn stops_in_viqr_are_told_from_tones() {
    let text = |viqr: &str| converted(format!("cu?a va` {viqr}").as_bytes()).1.split_off("của và ".len());
    assert_eq!(text("nu+o+'c. DDe^? la`m gi`? Ho.c."), "nước. Để làm gì? Học.");
    assert_eq!(text("a. Mu.c tie^u"), "a. Mục tiêu");
    assert_eq!(text("chinhphu.vn, so^' 1.5"), "chinhphu.vn, số 1.5");
    assert_eq!(text(r"da cho\. Ho\+ a\\"), r"da cho. Ho+ a\");
}

#[test]
fn what_is_not_certain_is_refused_with_advice() {
    let mut bytes = b"v\xb5 c\xb8c ".to_vec();
    bytes.extend("lorem ipsum dolor sit amet ".repeat(200).bytes());
    match unicode(&bytes) {
        Err(error @ ReadError::Encoding { .. }) => {
            let message = error.to_string();
            assert!(message.contains("TCVN3") && message.contains("convert it"), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn unicode_stays_as_it_is() {
    let decomposed = "ke\u{302}\u{301} hoa\u{323}ch cu\u{309}a ca\u{301}c";
    let expected = Unicode { text: decomposed.to_owned(), converted_from: None };
    assert_eq!(unicode(decomposed.as_bytes()), Ok(expected));
    let short = "Các sở và các huyện nộp báo cáo. ".repeat(3);
    assert_eq!(unicode(short.as_bytes()).map(|read| read.converted_from), Ok(None));
}
