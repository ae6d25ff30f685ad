//! Is the corpus that the search is measured on the same everywhere, and like the plans it is made of?

use std::collections::BTreeSet;

use plandoc::{Manifest, ReadOptions, Reading};
use server::store::sha256;

#[path = "../../benches/search/generator/mod.rs"]
mod generator;

use generator::{Generator, Made};

fn made(plans: usize) -> Vec<Made> {
    let generator = Generator::new();
    (0..plans).map(|number| generator.plan(number)).collect()
}

fn read(plan: &Made) -> Reading {
    let manifest: Manifest = toml::from_str(&plan.manifest).expect("a plan.toml");
    let options = ReadOptions { file_name: Some(&plan.file_name), manifest: Some(&manifest) };
    plandoc::read(plan.text.as_bytes(), &options).expect("it reads like a plan")
}

#[test]
fn the_same_plans_are_made_up_on_every_machine() {
    let files: String =
        made(5).into_iter().flat_map(|plan| [plan.file_name, plan.manifest, plan.text]).collect();
    assert_eq!(
        sha256(files.as_bytes()),
        "e2068a75fa5353006cc012cdb4a88475adb1ce13910532d333e571d16a8aca7c",
        "the corpus of the benchmark has changed: measure anew (make bench-search) and set this hash"
    );
}

#[test]
fn plans_are_made_up_for_one_province_after_the_other() {
    // As they are written: one after the other, a folder each.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = Generator::new().write_plans(3, folder.path()).expect("they are written");
    let slugs = plandoc::catalog::provinces::all().iter().map(|province| province.slug.as_str());
    for (number, slug) in slugs.take(3).enumerate() {
        let written = std::fs::read_dir(folder.path()).expect("the corpus").flatten();
        let names: Vec<String> =
            written.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let is_its = |name: &String| name.starts_with(slug) && name.ends_with(&format!("-{number}"));
        assert!(names.iter().any(is_its), "no plan of {slug} in {names:?}");
    }
    assert!(bytes > 900_000, "{bytes}");
}

#[test]
fn a_plan_made_up_is_read_like_one_that_was_published() {
    for plan in made(2) {
        let reading = read(&plan);
        let slug = reading.plan.province_slug.expect("a province");
        assert!(plan.id.starts_with(&slug), "{} is read as of {slug}", plan.id);
        let records = [reading.spending.len(), reading.targets.len(), reading.citations.len()];
        assert!(records.iter().all(|records| *records > 40), "{}: {records:?}", plan.id);
        assert!(reading.document.blocks.len() > 1000, "{}: {}", plan.id, reading.document.blocks.len());
    }
}

#[test]
fn passages_are_not_repeated_from_plan_to_plan() {
    // What is shorter may be a heading or a label, which plans share.
    let long = |plan: &Made| -> BTreeSet<String> {
        plan.text.lines().filter(|line| line.split_whitespace().count() > 25).map(str::to_owned).collect()
    };
    let plans = made(2);
    let (one, other) = (long(&plans[0]), long(&plans[1]));
    let same = one.intersection(&other).count();
    assert!(same * 100 < one.len(), "{same} of {} passages stand in both", one.len());
}
