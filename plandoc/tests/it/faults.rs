//! Is each kind of bad file refused for what is wrong with it?

use std::fs;

use plandoc::{ReadError, ReadOptions, decode::decode, read};

/// The bytes of `tests/faults/{fault}/{file}`.
fn bytes_of(fault: &str, file: &str) -> Vec<u8> {
    let path = format!("{}/tests/faults/{fault}/{file}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What reading `tests/faults/{fault}/{file}` gives.
fn refused(fault: &str, file: &str) -> ReadError {
    let options = ReadOptions { file_name: Some(file), manifest: None };
    match read(&bytes_of(fault, file), &options) {
        Err(error) => error,
        Ok(reading) => panic!("{fault}/{file} was read as {:?}", reading.plan.title),
    }
}

#[test]
fn empty_files_are_refused_as_empty() {
    assert_eq!(refused("empty", "plan.txt"), ReadError::Empty);
    assert_eq!(refused("blank", "plan.txt"), ReadError::Empty);
}

#[test]
fn other_encodings_are_converted_and_named() {
    for (fault, expected) in [("utf-16", "UTF-16LE"), ("tcvn3", "TCVN3 (ABC)"), ("vni", "VNI")] {
        let bytes = bytes_of(fault, "plan.txt");
        let decoded = decode(&bytes, Some("plan.txt")).unwrap_or_else(|error| panic!("{fault}: {error}"));
        assert!(decoded.text.to_lowercase().contains("kế hoạch"), "{fault}: {}", decoded.text);
        let [warning] = decoded.warnings.as_slice() else { panic!("{fault}: {:?}", decoded.warnings) };
        assert!(warning.message.contains(expected), "{fault}: {}", warning.message);
    }
}

#[test]
fn what_is_no_text_is_named() {
    for (fault, file, expected) in
        [("binary", "plan.txt", "binary"), ("broken-utf-8", "plan.txt", "bytes that are no UTF-8")]
    {
        match refused(fault, file) {
            ReadError::NotText { found } => assert!(found.starts_with(expected), "{fault}: {found}"),
            other => panic!("{fault}: {other}"),
        }
    }
}

#[test]
fn a_pdf_that_was_cut_off_is_refused_whatever_its_name() {
    match refused("pdf", "plan.txt") {
        ReadError::Damaged { kind, detail } => {
            assert_eq!((kind, detail.as_str()), ("PDF", "it is no valid PDF"));
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_word_document_that_was_cut_off_is_refused() {
    match refused("docx", "plan.docx") {
        ReadError::Damaged { kind, detail } => {
            assert_eq!(kind, "Word document (.docx)");
            assert!(detail.starts_with("its archive"), "{detail}");
        }
        other => panic!("{other}"),
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
        [("empty", "plan.txt"), ("binary", "plan.txt"), ("pdf", "plan.txt"), ("decree", "decree.txt")]
    {
        let message = refused(fault, file).to_string();
        let advice = ["fetch it", "convert it", "export it", "expected a title"];
        assert!(advice.iter().any(|words| message.contains(words)), "{message}");
    }
}
