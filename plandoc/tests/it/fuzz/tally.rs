//! How many documents were read, how long did it take, and what was found?

use std::time::{Duration, Instant};

use super::properties::Seen;

/// How long the test takes unless it is told how many runs it makes.
const MINUTE: Duration = Duration::from_mins(1);

/// How often it says what was done so far: a run that is broken off is not lost.
const PAUSE: Duration = Duration::from_secs(10);

/// So many faults are looked for in one process: more may well have the same cause.
const MOST_FAULTS: usize = 3;

/// What was done so far.
pub(super) struct Tally {
    seed: u64,
    begun: Instant,
    said: Instant,
    faults: usize,
    pub(super) done: u64,
    pub(super) seen: Seen,
}

impl Tally {
    pub(super) fn new(seed: u64) -> Self {
        let begun = Instant::now();
        Self { seed, begun, said: begun, faults: 0, done: 0, seen: Seen::default() }
    }

    /// Whether there are runs left, or time where their number is not set.
    pub(super) fn goes_on(&self, runs: Option<u64>) -> bool {
        self.faults < MOST_FAULTS
            && runs.map_or_else(|| self.begun.elapsed() < MINUTE, |runs| self.done < runs)
    }

    /// Counts a run; a fault is said at once, and does not end the others.
    pub(super) fn note(&mut self, ended: Result<bool, String>) {
        self.done += 1;
        if let Err(fault) = ended {
            self.faults += 1;
            println!("{fault}");
        }
        if self.said.elapsed() >= PAUSE {
            self.say();
        }
    }

    /// Says what was done, in the form that `scripts/fuzz.sh` adds up.
    fn say(&mut self) {
        self.said = Instant::now();
        let Self { seed, done, faults, .. } = self;
        let (seconds, slowest) = (self.begun.elapsed().as_secs(), self.seen.slowest.get().as_millis());
        let plans = self.seen.plans.get();
        println!(
            "\nfuzzed: {done} runs in {seconds} s, slowest {slowest} ms, {faults} faults, {plans} plans, seed {seed}"
        );
    }

    pub(super) fn end(mut self) {
        self.say();
        assert_eq!(self.faults, 0, "faults were found, see above");
    }
}
