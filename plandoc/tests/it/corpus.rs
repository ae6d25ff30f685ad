//! The plans that ship with the project, and what is read out of them.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::LazyLock};

use plandoc::{Manifest, ReadOptions, Reading, read};
use serde_json::Value;

/// Ids of the plans, as their folders are called.
pub(crate) const PLANS: [&str; 5] =
    ["khanh-hoa-2020", "kien-giang-2020", "soc-trang-2009-2010", "soc-trang-2020", "soc-trang-2024"];

/// Records of a reading that carry a quote.
pub(crate) const RECORDS: [&str; 6] =
    ["objectives", "targets", "progress", "spending", "totals", "citations"];

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The published file of a plan: its name and its bytes.
pub(crate) fn published(plan: &str) -> (String, Vec<u8>) {
    let folder = root().join("corpus").join(plan);
    let name = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name != "plan.toml")
        .unwrap_or_else(|| panic!("{}: no plan in it", folder.display()));
    let bytes = fs::read(folder.join(&name)).expect("the file that was listed");
    (name, bytes)
}

/// The published text of a plan.
pub(crate) fn text(plan: &str) -> String {
    String::from_utf8(published(plan).1).expect("the corpus is UTF-8")
}

/// The editor's manifest of a plan.
pub(crate) fn manifest(plan: &str) -> Manifest {
    let path = root().join("corpus").join(plan).join("plan.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A reading of a text as if it were the plan's file, without its tell-tale name.
pub(crate) fn read_as(plan: &str, text: &str) -> Reading {
    let (name, _) = published(plan);
    let extension = name.rsplit('.').next().unwrap_or("txt");
    let name = format!("plan.{extension}");
    let options = ReadOptions { file_name: Some(&name), manifest: None };
    read(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{plan}: {error}"))
}

static READINGS: LazyLock<BTreeMap<&'static str, Reading>> =
    LazyLock::new(|| PLANS.iter().map(|&plan| (plan, fresh(plan))).collect());

/// A reading of a plan as the portal makes it.
pub(crate) fn reading(plan: &str) -> &'static Reading {
    &READINGS[plan]
}

fn fresh(plan: &str) -> Reading {
    let (name, bytes) = published(plan);
    let manifest = manifest(plan);
    let options = ReadOptions { file_name: Some(&name), manifest: Some(&manifest) };
    read(&bytes, &options).unwrap_or_else(|error| panic!("{plan}: {error}"))
}

/// A reading as its public JSON.
pub(crate) fn json(reading: &Reading) -> Value {
    serde_json::to_value(reading).expect("a reading is JSON")
}

#[test]
fn every_manifest_is_read_and_names_its_folder() {
    for plan in PLANS {
        assert_eq!(manifest(plan).id.as_deref(), Some(plan));
    }
}

#[test]
fn what_a_document_says_is_never_supplied_by_its_manifest() {
    for plan in PLANS {
        let reading = reading(plan);
        assert!(reading.plan.supplied.is_empty(), "{plan}: {:?}", reading.plan.supplied);
    }
}

#[test]
fn a_manifest_supplies_what_the_document_leaves_blank() {
    let (name, bytes) = published("soc-trang-2020");
    let manifest = Manifest { number: Some("40/KH-UBND".to_owned()), ..Manifest::default() };
    let options = ReadOptions { file_name: Some(&name), manifest: Some(&manifest) };
    let plan = read(&bytes, &options).expect("a plan").plan;
    assert_eq!((plan.number.as_deref(), plan.supplied), (Some("40/KH-UBND"), vec!["number".to_owned()]));
}

#[test]
fn identity_is_what_each_document_prints() {
    let identity = |plan| {
        let plan = reading(plan).plan.clone();
        (plan.number, plan.issued_on, plan.province_slug, plan.period_start, plan.period_end, plan.signatory)
    };
    let some = |text: &str| Some(text.to_owned());
    let expected = [
        (some("33/KH-UBND"), some("2020-11-14"), some("khanh-hoa-1989"), 2020, 2020, some("Nguyễn Đắc Tài")),
        (some("176/KH-UBND"), some("2019-12-27"), some("kien-giang"), 2020, 2020, some("Phạm Vũ Hồng")),
        (some("1578/QĐ-BTTTT"), some("2008-10-24"), some("soc-trang"), 2009, 2010, some("Lê Doãn Hợp")),
        (None, None, some("soc-trang"), 2020, 2020, None),
        (None, None, some("soc-trang"), 2024, 2024, None),
    ];
    for (plan, (number, issued, province, start, end, signatory)) in PLANS.into_iter().zip(expected) {
        assert_eq!(identity(plan), (number, issued, province, Some(start), Some(end), signatory), "{plan}");
    }
}

#[test]
fn a_blank_number_is_a_warning_with_its_place() {
    let reading = reading("soc-trang-2020");
    let warning = reading.warnings.iter().find(|w| w.kind == "number_missing").expect("a warning");
    let range = warning.range.expect("a place");
    let words: String = reading.text.chars().skip(range.start).take(range.len()).collect();
    assert!(words.contains("/KH"), "{words}");
}
