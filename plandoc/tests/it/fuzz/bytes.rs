//! What do files hold that are no text, or only look like a known format?

use std::io::Write;

use proptest::{collection::vec, prelude::*, sample::select};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    properties::File,
    words::{characters, sentence, some},
};

/// Bytes with the beginning of a known format, under any name.
pub(super) fn raw() -> impl Strategy<Value = File> {
    let beginning = select(vec![
        &b""[..],
        b"PK\x03\x04",
        b"<html>",
        b"<!doctype html><body><table>",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xff\xfe\0\0",
        b"%PDF-",
        b"{\\rtf",
        b"\xd0\xcf\x11\xe0",
        b"K\xc3\x8a HO\xc3\xa0CH\n",
        b"U\0B\0N\0D\0",
    ]);
    let name = select(vec!["plan.txt", "plan.md", "plan.docx", "plan.html", "plan.aspx", "plan", ""]);
    let body = prop_oneof![
        vec(any::<u8>(), 0..400),
        vec(0x20_u8..0xff, 0..400),
        characters("\\PC{0,200}").prop_map(String::into_bytes)
    ];
    (beginning, body, name).prop_map(|(beginning, body, name)| File {
        name: name.to_owned(),
        bytes: [beginning, &body].concat(),
    })
}

/// A Word document whose text is made of any parts, in order or not.
pub(super) fn word_document() -> impl Strategy<Value = File> {
    let part = prop_oneof![
        6 => sentence().prop_map(|words| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(&words))),
        1 => select(vec![
            "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "</w:tc><w:tc>", "</w:tr><w:tr>", "<w:p>", "</w:p>",
            "<w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr>", "<w:br/>", "<w:tab/>", "<w:r><w:sym w:char=\"F0B7\"/></w:r>",
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>", "<w:p/>",
            "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>", "<w:p><w:r><w:t>UBND TỈNH HÀ NAM</w:t></w:r></w:p>",
            "<w:footnoteReference w:id=\"1\"/>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>",
        ]).prop_map(str::to_owned),
    ];
    prop_oneof![1 => Just(Vec::new()), 30 => some(part)]
        .prop_map(|parts| File { name: "plan.docx".to_owned(), bytes: package(&parts.concat()) })
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

fn package(body: &str) -> Vec<u8> {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(r#"<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>"#);
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", TYPES), ("word/document.xml", document.as_str())] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        archive.write_all(content.as_bytes()).expect("a part is written");
    }
    archive.finish().expect("the archive is finished").into_inner()
}
