//! Which stretches of the text do the records hold?

use crate::{
    Reading,
    records::{Provenance, spending::Spending},
    span::CharRange,
};

/// The ranges that records hold, merged and in order.
pub(super) struct Known(Vec<CharRange>);

impl Known {
    /// What the records of a reading hold. A goal in words holds no number of its own: the
    /// numbers in it are targets or passed over.
    pub(super) fn of(reading: &Reading) -> Self {
        let mut ranges: Vec<CharRange> = reading.plan.evidence.values().flatten().copied().collect();
        let stated = reading.targets.iter().map(|record| &record.provenance);
        let stated = stated.chain(reading.progress.iter().map(|record| &record.provenance));
        let stated = stated.chain(reading.totals.iter().map(|record| &record.provenance));
        let stated = stated.chain(reading.citations.iter().map(|record| &record.provenance));
        for provenance in stated {
            ranges.push(CharRange::new(provenance.source.start, provenance.source.end));
            ranges.extend(evidence(provenance));
        }
        ranges.extend(reading.spending.iter().flat_map(|task: &Spending| evidence(&task.provenance)));
        Self(merged(ranges))
    }

    /// Whether some record holds all of a range.
    pub(super) fn hold(&self, range: CharRange) -> bool {
        let after = self.0.partition_point(|known| known.start <= range.start);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|known| known.contains(range))
    }
}

/// Where the values of a record stand; the goal that it belongs to is a text of its own.
fn evidence(provenance: &Provenance) -> impl Iterator<Item = CharRange> {
    provenance
        .evidence
        .iter()
        .filter(|(field, _)| *field != "objective")
        .flat_map(|(_, ranges)| ranges)
        .copied()
}

fn merged(mut ranges: Vec<CharRange>) -> Vec<CharRange> {
    ranges.sort_unstable();
    let mut found: Vec<CharRange> = Vec::new();
    for range in ranges {
        match found.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => found.push(range),
        }
    }
    found
}
