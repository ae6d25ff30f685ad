//! Does the reader stand anything that is thrown at it?
//!
//! Documents are made up from the pieces that plans are made of, from stretches of the
//! corpus that were cut, glued and garbled, and from bytes. A minute of it runs with the
//! other tests; `make fuzz` runs it for longer. What it found once stands in
//! `tests/fuzzed/` and is read again each time.
#![allow(clippy::disallowed_types, reason = "a test may look at the clock; the library may not")]

mod bytes;
mod garbled;
mod made_up;
mod printed;
mod properties;
mod tally;
mod words;

use std::{env, fs, path::PathBuf};

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner},
};

use properties::File;
use tally::Tally;

/// Seed of the minute that everyone runs, so that it fails for a change and not for a day.
const SEED: u64 = 20_261_122;

/// Anything that may be published as a plan.
fn file() -> impl Strategy<Value = File> {
    prop_oneof![
        10 => made_up::document(),
        6 => garbled::document(),
        1 => garbled::page(),
        1 => bytes::word_document(),
        2 => bytes::raw(),
    ]
}

#[test]
fn whatever_is_read_keeps_its_promises() {
    let runs: Option<u64> = number("FUZZ_RUNS");
    let seed = number("FUZZ_SEED").unwrap_or(SEED);
    println!("FUZZ_SEED={seed}");
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { max_shrink_iters: 20_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &key));
    let strategy = file();
    let mut tally = Tally::new(seed);
    while tally.goes_on(runs) {
        let tree = strategy.new_tree(&mut runner).expect("a document is made up");
        let ended = runner.run_one(tree, |file| properties::hold(&file, Some(&tally.seen)));
        tally.note(ended.map_err(|error| kept(seed, tally.done, error)));
    }
    tally.end();
}

#[test]
fn what_was_found_once_stays_mended() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzed");
    for entry in fs::read_dir(&folder).expect("the folder of what was found") {
        let path = entry.expect("a file of the folder").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let file = File { name: name.clone(), bytes: fs::read(&path).expect("the file") };
        if let Err(error) = properties::hold(&file, None) {
            panic!("{name}: {error}");
        }
    }
}

/// Keeps the smallest file that shows a fault, and says how to find it again.
fn kept(seed: u64, done: u64, error: TestError<File>) -> String {
    match error {
        TestError::Fail(why, file) => {
            let path = env::temp_dir().join(format!("fuzzed-{seed}-{done}-{}", file.name));
            fs::write(&path, &file.bytes).expect("the faulty file is kept");
            let text = String::from_utf8_lossy(&file.bytes);
            format!("FUZZ_SEED={seed}, run {done}: {why}\nkept as {}\n{text}", path.display())
        }
        TestError::Abort(why) => format!("FUZZ_SEED={seed}, run {done}: aborted: {why}"),
    }
}

fn number(variable: &str) -> Option<u64> {
    let value = env::var(variable).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{variable} is {value:?}; expected a whole number")))
}
