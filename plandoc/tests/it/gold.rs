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

/// Least score of a plan over all kinds, in per cent.
const LEAST: &str = "97.0";

/// Least share of right values in every field, in per cent.
const LEAST_OF_A_FIELD: &str = "93";

/// Least score of each kind of record that a plan is full of, in per cent.
const LEAST_OF_A_KIND: f64 = 96.0;

/// Most errors in totals, and most wrong fields of the plan itself.
const MOST_ERRORS: usize = 1;

fn score(plan: &str) -> Output {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let read = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{plan}.json"));
    fs::write(&read, json(reading(plan)).to_string())
        .unwrap_or_else(|error| panic!("{}: {error}", read.display()));
    Command::new("python3")
        .arg(gold.join("score.py"))
        .arg(gold.join(plan))
        .arg(&read)
        .args(["--fail-under", LEAST, "--fail-field", LEAST_OF_A_FIELD, "--show"])
        .output()
        .unwrap_or_else(|error| {
            panic!("python3 scores the reading and could not be started ({error}); install it: apt-get install python3")
        })
}

/// The line that a score begins with a word: "micro      98.2".
fn line<'o>(out: &'o str, name: &str) -> &'o str {
    out.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no line {name}: {out}"))
}

/// The last number of a line, its sign of per cent left out.
fn last_number(line: &str) -> f64 {
    let word = line.split_whitespace().next_back().unwrap_or_default();
    word.trim_end_matches('%').parse().unwrap_or_else(|error| panic!("{line}: {error}"))
}

/// "9/10" at a place of a line: what is lacking.
fn lacking(line: &str, marks: &[char]) -> usize {
    let share = line.split_whitespace().find(|word| word.contains('/')).unwrap_or_default();
    let (right, all) = share.trim_matches(marks).split_once('/').unwrap_or_else(|| panic!("{line}"));
    let number = |word: &str| word.parse::<usize>().unwrap_or_else(|error| panic!("{line}: {error}"));
    number(all) - number(right)
}

/// "(2 extra," of a line.
fn extra(line: &str) -> usize {
    let before = line.split(" extra").next().unwrap_or_default();
    before.rsplit('(').next().and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{line}"))
}

fn assert_good(plan: &str) {
    let output = score(plan);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{plan}: {err}\n{out}");
    assert_eq!(lacking(line(&out, "quotes"), &[]), 0, "{plan}: {out}");
    assert!(lacking(line(&out, "plan"), &[]) <= MOST_ERRORS, "{plan}: {out}");
    for kind in ["targets", "progress", "spending", "citations"] {
        assert!(last_number(line(&out, kind)) >= LEAST_OF_A_KIND, "{plan}: {out}");
    }
    let totals = line(&out, "totals");
    assert!(lacking(totals, &['(', ')']) + extra(totals) <= MOST_ERRORS, "{plan}: {out}");
    let least: f64 = LEAST.parse().expect("a number");
    assert!(last_number(line(&out, "micro")) >= least, "{plan}: {out}");
}

#[test]
fn a_plan_with_one_cell_a_line_is_read_as_it_was_annotated() {
    assert_good("soc-trang-2020");
}

#[test]
fn a_plan_with_tab_separated_rows_is_read_as_it_was_annotated() {
    assert_good("kien-giang-2020");
}

#[test]
fn a_decision_with_blocks_of_tasks_is_read_as_it_was_annotated() {
    assert_good("soc-trang-2009-2010");
}

#[test]
fn a_plan_with_a_table_of_tasks_and_agencies_is_read_as_it_was_annotated() {
    assert_good("khanh-hoa-2020");
}

#[test]
fn a_plan_that_begins_with_the_results_of_the_year_before_is_read_as_it_was_annotated() {
    assert_good("soc-trang-2024");
}
