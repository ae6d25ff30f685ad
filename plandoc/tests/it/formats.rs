//! Does a plan say the same whichever format its file has?
//!
//! `tests/formats` holds the corpus as a word processor lays it out (see its README): its
//! records must be those of the published text, value by value, and its quotes exact.
#![allow(clippy::disallowed_types, reason = "hostile files are refused in time, which is measured")]

use std::{
    fs,
    time::{Duration, Instant},
};

use plandoc::{ReadOptions, Reading, decode::decode, read};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    corpus::{self, PLANS, RECORDS, manifest},
    metamorphic::assert_same,
};

/// Longest that any file may take.
const PATIENCE: Duration = Duration::from_secs(2);

fn bytes_of(plan: &str, extension: &str) -> Vec<u8> {
    let path = format!("{}/tests/formats/{plan}.{extension}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_format(plan: &str, extension: &str) -> Reading {
    let name = format!("{plan}.{extension}");
    let manifest = manifest(plan);
    let options = ReadOptions { file_name: Some(&name), manifest: Some(&manifest) };
    read(&bytes_of(plan, extension), &options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Values without places and quotes, and without marks of layout in words.
fn values(value: &Value) -> Value {
    const PLACES: [&str; 6] = ["start", "end", "evidence", "range", "quote", "text_sha256"];
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !PLACES.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), values(value)))
            .collect(),
        Value::Array(list) => list.iter().map(values).collect(),
        Value::String(words) => {
            let words = words.replace(['*', '#', '\\'], " ");
            Value::String(words.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        other => other.clone(),
    }
}

fn said(reading: &Reading) -> Value {
    let whole = corpus::json(reading);
    let lists = RECORDS.iter().chain(&["plan", "checks", "warnings"]);
    lists.map(|list| ((*list).to_owned(), values(&whole[*list]))).collect()
}

fn assert_quotes_are_exact(name: &str, reading: &Reading) {
    let text: Vec<char> = reading.text.chars().collect();
    let whole = corpus::json(reading);
    for record in RECORDS.iter().flat_map(|list| whole[*list].as_array().expect("a list")) {
        let place =
            |key: &str| usize::try_from(record["source"][key].as_u64().expect("a place")).expect("small");
        let words: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(Some(words.as_str()), record["quote"].as_str(), "{name}");
    }
}

fn assert_same_records(extension: &str) {
    for plan in PLANS {
        let reading = read_format(plan, extension);
        let name = format!("{plan}.{extension}");
        assert_quotes_are_exact(&name, &reading);
        assert_same(&name, &said(corpus::reading(plan)), &said(&reading));
    }
}

#[test]
fn a_word_document_gives_the_same_records() {
    assert_same_records("docx");
}

#[test]
fn a_page_of_a_portal_gives_the_same_records() {
    assert_same_records("html");
}

#[test]
fn a_pdf_with_text_gives_the_same_records() {
    assert_same_records("pdf");
}

#[test]
fn a_pdf_that_a_browser_printed_gives_the_same_records() {
    let reading = read_format("soc-trang-2020", "browser.pdf");
    assert_same("soc-trang-2020.browser.pdf", &said(corpus::reading("soc-trang-2020")), &said(&reading));
}

/// Decodes whatever it is, in time.
fn decode_in_time(name: &str, bytes: &[u8]) {
    let start = Instant::now();
    let _ = decode(bytes, Some(name));
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "{name}: {taken:?}");
}

/// A file with some bytes changed, cut out or said twice.
fn mutated(bytes: &[u8], changes: &[(u32, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for &(place, kind, value) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = usize::try_from(place).unwrap_or(0) % bytes.len();
        let end = (at + usize::from(value)).min(bytes.len());
        match kind % 4 {
            0 => bytes[at] = value,
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn damaged_files_are_refused_or_read_in_time(changes in prop::collection::vec(any::<(u32, u8, u8)>(), 1..6)) {
        for (plan, extension) in [("soc-trang-2020", "docx"), ("soc-trang-2020", "html"), ("soc-trang-2009-2010", "pdf")] {
            decode_in_time(&format!("plan.{extension}"), &mutated(&bytes_of(plan, extension), &changes));
        }
    }
}
