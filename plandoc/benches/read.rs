//! How many bytes of plan text does one core read in a second, whole and stage by stage?
//!
//! `make bench`; docs/BENCHMARKS.md keeps what was measured.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files; the library does not")]

use std::{fs, hint::black_box, path::PathBuf};

use divan::{Bencher, counter::BytesCount};
use plandoc::{
    ReadOptions, Reading, check,
    decode::{Decoded, decode},
    read,
    records::{ReadContext, citation, objective, progress, spending, target, total},
};

fn main() {
    divan::main();
}

/// A published plan of the corpus.
struct Published {
    name: String,
    bytes: Vec<u8>,
}

impl Published {
    fn options(&self) -> ReadOptions<'_> {
        ReadOptions { file_name: Some(&self.name), manifest: None }
    }

    fn read(&self) -> Reading {
        read(&self.bytes, &self.options()).expect("a plan of the corpus")
    }

    fn decoded(&self) -> Decoded {
        decode(&self.bytes, Some(&self.name)).expect("a plan of the corpus")
    }
}

/// The five plans.
fn corpus() -> Vec<Published> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let files = |folder: PathBuf| {
        fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("a file").path())
    };
    let is_plan =
        |path: &PathBuf| path.extension().is_some_and(|extension| extension == "md" || extension == "txt");
    let mut paths: Vec<PathBuf> =
        files(folder).filter(|path| path.is_dir()).flat_map(files).filter(is_plan).collect();
    paths.sort();
    let published = |path: PathBuf| Published {
        name: path.file_name().expect("a name").to_string_lossy().into_owned(),
        bytes: fs::read(&path).expect("a plan"),
    };
    paths.into_iter().map(published).collect()
}

fn size(plans: &[Published]) -> BytesCount {
    BytesCount::new(plans.iter().map(|plan| plan.bytes.len()).sum::<usize>())
}

/// From bytes to records and checks: all five plans.
#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let plans = corpus();
    bencher.counter(size(&plans)).bench_local(|| {
        for plan in &plans {
            black_box(plan.read());
        }
    });
}

/// One plan, itself so many times in one file: the time per byte must not grow.
#[divan::bench(args = [1, 10, 40, 160], sample_count = 10)]
fn one_long(bencher: Bencher<'_, '_>, times: usize) {
    let mut plan = corpus().swap_remove(3);
    plan.bytes = plan.bytes.repeat(times);
    bencher.counter(BytesCount::new(plan.bytes.len())).bench_local(|| plan.read());
}

#[divan::bench]
fn stage_1_decode(bencher: Bencher<'_, '_>) {
    let plans = corpus();
    bencher.counter(size(&plans)).bench_local(|| {
        for plan in &plans {
            black_box(plan.decoded());
        }
    });
}

#[divan::bench]
fn stage_2_blocks(bencher: Bencher<'_, '_>) {
    let plans = corpus();
    let decoded = || plans.iter().map(Published::decoded).collect::<Vec<_>>();
    bencher
        .counter(size(&plans))
        .with_inputs(decoded)
        .bench_local_values(|decoded| decoded.into_iter().map(ReadContext::new).collect::<Vec<_>>());
}

/// The plan itself, then each kind of record.
#[divan::bench]
fn stage_3_records(bencher: Bencher<'_, '_>) {
    let plans = corpus();
    let contexts: Vec<ReadContext> = plans.iter().map(|plan| ReadContext::new(plan.decoded())).collect();
    bencher.counter(size(&plans)).bench_local(|| {
        for (context, published) in contexts.iter().zip(&plans) {
            black_box(records(context, published));
        }
    });
}

fn records(context: &ReadContext, published: &Published) -> impl Sized {
    let plan = plandoc::records::plan::read(context, &published.options());
    let objectives = objective::read(context);
    let mut targets = target::read(context, &objectives);
    let progress = progress::read(context, &mut targets);
    let spending = spending::read(context);
    let totals = total::read(context, &spending);
    (plan, objectives, targets, progress, spending, totals, citation::read(context))
}

#[divan::bench]
fn stage_4_checks(bencher: Bencher<'_, '_>) {
    let plans = corpus();
    let readings: Vec<Reading> = plans.iter().map(Published::read).collect();
    bencher.counter(size(&plans)).bench_local(|| {
        for reading in &readings {
            black_box(check::verify(reading));
        }
    });
}
