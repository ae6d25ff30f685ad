//! What holds of every reading, whatever the file?

use std::{
    cell::Cell,
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use plandoc::{
    ReadOptions, Reading, read,
    records::Provenance,
    span::{CharRange, Text},
};
use proptest::{prelude::*, test_runner::TestCaseError};

/// Longest that reading a file of some kilobytes may take.
const SLOW: Duration = Duration::from_secs(1);

/// Most đồng that one place of a plan can mean.
const VND_MAX: i64 = 1_000_000_000_000_000;

/// A file that is read.
#[derive(Clone)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} bytes", self.name, self.bytes.len())
    }
}

/// What was seen over many runs.
#[derive(Default)]
pub(super) struct Seen {
    /// How long the slowest run took.
    pub(super) slowest: Cell<Duration>,
    /// How many files were taken for plans.
    pub(super) plans: Cell<u64>,
}

/// How long this thread has had a processor, which does not depend on what else the machine does;
/// where the system does not say so, how long it has been running.
fn worked() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let stated = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stated.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

/// Reads a file and looks at what was read.
pub(super) fn hold(file: &File, seen: Option<&Seen>) -> Result<(), TestCaseError> {
    let options = ReadOptions { file_name: Some(&file.name), manifest: None };
    let timed = || {
        let begun = worked();
        let reading = read(&file.bytes, &options);
        (reading, worked().saturating_sub(begun))
    };
    let (reading, mut took) = timed();
    if took >= SLOW {
        // The first reading makes the patterns ready.
        took = timed().1.min(timed().1);
    }
    if let Some(seen) = seen {
        seen.slowest.set(seen.slowest.get().max(took));
        seen.plans.set(seen.plans.get() + u64::from(reading.is_ok()));
    }
    prop_assert!(took < SLOW, "it took {took:?}");
    let Ok(reading) = reading else { return Ok(()) };
    let text = Text::new(reading.text.clone());
    provenances(&reading).try_for_each(|provenance| is_quoted(&text, provenance))?;
    other_ranges(&reading).try_for_each(|range| is_inside(&text, range))?;
    for amount in amounts(&reading) {
        prop_assert!((0..=VND_MAX).contains(&amount), "an amount of {amount} đồng");
    }
    comes_back(reading)
}

fn provenances(reading: &Reading) -> impl Iterator<Item = &Provenance> {
    let objectives = reading.objectives.iter().map(|record| &record.provenance);
    let targets = reading.targets.iter().map(|record| &record.provenance);
    let progress = reading.progress.iter().map(|record| &record.provenance);
    let spending = reading.spending.iter().map(|record| &record.provenance);
    let totals = reading.totals.iter().map(|record| &record.provenance);
    let citations = reading.citations.iter().map(|record| &record.provenance);
    objectives.chain(targets).chain(progress).chain(spending).chain(totals).chain(citations)
}

fn is_quoted(text: &Text, provenance: &Provenance) -> Result<(), TestCaseError> {
    let source = &provenance.source;
    is_inside(text, CharRange { start: source.start, end: source.end })?;
    prop_assert_eq!(text.slice(CharRange::new(source.start, source.end)), &provenance.quote);
    prop_assert!(!provenance.quote.trim().is_empty(), "an empty quote at {}", source.start);
    provenance.evidence.values().flatten().try_for_each(|range| is_inside(text, *range))
}

fn is_inside(text: &Text, range: CharRange) -> Result<(), TestCaseError> {
    prop_assert!(range.start <= range.end && range.end <= text.len(), "{range:?} of {}", text.len());
    Ok(())
}

fn other_ranges(reading: &Reading) -> impl Iterator<Item = CharRange> {
    let plan = reading.plan.evidence.values().flatten().copied();
    let glossary = reading.plan.glossary.iter().map(|a| CharRange { start: a.start, end: a.end });
    let warnings = reading.warnings.iter().filter_map(|warning| warning.range);
    let checks = reading.checks.iter().filter_map(|c| Some(CharRange { start: c.start?, end: c.end? }));
    let blocks = reading.document.blocks.iter().map(|block| block.range);
    let sections = reading.document.sections.iter().map(|section| section.range);
    plan.chain(glossary).chain(warnings).chain(checks).chain(blocks).chain(sections)
}

fn amounts(reading: &Reading) -> impl Iterator<Item = i64> {
    let spending = reading.spending.iter().flat_map(|record| [record.amount_vnd, record.disbursed_vnd]);
    let totals = reading.totals.iter().flat_map(|record| [record.amount_vnd, record.disbursed_vnd]);
    spending.chain(totals).flatten()
}

/// What is written as JSON is the same when it is read again.
fn comes_back(reading: Reading) -> Result<(), TestCaseError> {
    let json = serde_json::to_string(&reading).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let again: Reading =
        serde_json::from_str(&json).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let reading = Reading { document: plandoc::blocks::Document::default(), ..reading };
    if again == reading {
        return Ok(());
    }
    let again = serde_json::to_string(&again).unwrap_or_default();
    let at = again.bytes().zip(json.bytes()).position(|(a, b)| a != b).unwrap_or_default();
    let near = |json: &str| json.chars().skip(at.saturating_sub(40)).take(80).collect::<String>();
    prop_assert!(false, "the reading is another after JSON: {} became {}", near(&json), near(&again));
    Ok(())
}
