//! Does the reader agree with the plans that were annotated by hand?
//!
//! `tests/gold/score.py` compares; it fails on a wrong amount of money, a quote that
//! is not where it says, or a score below the threshold.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use crate::corpus::{json, reading};

/// Least score of a plan, in per cent.
const LEAST: &str = "85.0";

fn score(plan: &str) -> Output {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let read = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{plan}.json"));
    fs::write(&read, json(reading(plan)).to_string())
        .unwrap_or_else(|error| panic!("{}: {error}", read.display()));
    Command::new("python3")
        .arg(gold.join("score.py"))
        .arg(gold.join(plan))
        .arg(&read)
        .args(["--fail-under", LEAST])
        .output()
        .unwrap_or_else(|error| {
            panic!("python3 scores the reading and could not be started ({error}); install it: apt-get install python3")
        })
}

fn assert_good(plan: &str) {
    let output = score(plan);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{plan}: {err}\n{out}");
    let quotes = out.lines().find(|line| line.starts_with("quotes")).unwrap_or_default();
    let (exact, all) =
        quotes.split_whitespace().nth(1).and_then(|share| share.split_once('/')).unwrap_or_default();
    assert!(!all.is_empty() && exact == all, "{plan}: {quotes}");
}

#[test]
fn a_plan_with_one_cell_a_line_is_read_as_it_was_annotated() {
    assert_good("soc-trang-2020");
}

#[test]
fn a_plan_with_tab_separated_rows_is_read_as_it_was_annotated() {
    assert_good("kien-giang-2020");
}
