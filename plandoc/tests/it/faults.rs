//! Is each kind of bad file refused for what is wrong with it?

use std::fs;

use plandoc::{ReadError, ReadOptions, read};

/// What reading `tests/faults/{fault}/{file}` gives.
fn refused(fault: &str, file: &str) -> ReadError {
    let path = format!("{}/tests/faults/{fault}/{file}", env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let options = ReadOptions { file_name: Some(file), manifest: None };
    match read(&bytes, &options) {
        Err(error) => error,
        Ok(reading) => panic!("{path} was read as {:?}", reading.plan.title),
    }
}

#[test]
fn empty_files_are_refused_as_empty() {
    assert_eq!(refused("empty", "plan.txt"), ReadError::Empty);
    assert_eq!(refused("blank", "plan.txt"), ReadError::Empty);
}

#[test]
fn other_encodings_are_named() {
    for (fault, expected) in [("utf-16", "UTF-16LE"), ("tcvn3", "TCVN3 (ABC)"), ("vni", "VNI")] {
        match refused(fault, "plan.txt") {
            ReadError::Encoding { encoding, advice } => {
                assert_eq!(encoding, expected);
                assert!(!advice.is_empty(), "{fault}");
            }
            other => panic!("{fault}: {other}"),
        }
    }
}

#[test]
fn what_is_no_text_is_named() {
    for (fault, file, expected) in [
        ("pdf", "plan.txt", "a PDF"),
        ("docx", "plan.docx", "a ZIP archive"),
        ("binary", "plan.txt", "binary"),
        ("broken-utf-8", "plan.txt", "bytes that are no UTF-8"),
    ] {
        match refused(fault, file) {
            ReadError::NotText { found } => assert!(found.starts_with(expected), "{fault}: {found}"),
            other => panic!("{fault}: {other}"),
        }
    }
}

#[test]
fn documents_of_another_kind_are_told_why() {
    for (fault, file, expected) in
        [("decree", "decree.txt", "no title"), ("lesson-plan", "plan.txt", "no province")]
    {
        match refused(fault, file) {
            ReadError::NotAPlan { why } => assert!(why.contains(expected), "{fault}: {why}"),
            other => panic!("{fault}: {other}"),
        }
    }
}

#[test]
fn a_file_above_the_limit_is_refused_without_being_read() {
    let bytes = "Kế hoạch của tỉnh.\n".repeat(33 * 1024 * 1024 / 22 + 1);
    assert!(bytes.len() > 33 * 1024 * 1024);
    match read(bytes.as_bytes(), &ReadOptions::default()) {
        Err(ReadError::TooLarge { bytes: size, limit }) => assert!(size == bytes.len() && limit < size),
        other => panic!("{:?}", other.map(|reading| reading.plan.title)),
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    for (fault, file) in
        [("empty", "plan.txt"), ("utf-16", "plan.txt"), ("pdf", "plan.txt"), ("decree", "decree.txt")]
    {
        let message = refused(fault, file).to_string();
        let advice = ["fetch it", "convert it", "export it", "expected a title"];
        assert!(advice.iter().any(|words| message.contains(words)), "{message}");
    }
}
