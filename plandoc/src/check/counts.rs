//! Do the parts of a count give the count: "60 lớp, gồm 20 lớp …, 25 lớp … và 15 lớp …"?
//!
//! "Gồm" names all parts, "trong đó" maybe some, which may overlap: after it only a sum that
//! fits is told. A list of anything but plain counts is not verified.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::LazyLock,
};

use crate::text::pattern::{Regex, regex};

use super::{Check, CheckKind, Severity, Statement, figures::count};
use crate::{
    Reading,
    records::{Comparator, RecordRef, progress::Progress},
    span::{CharRange, Text},
    text::{
        number::{Figure, FigureKind, figures},
        sentence::sentences,
        shadow::Shadow,
    },
};

/// What opens a list of parts right after a count and its words.
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:[^\d.;:()]|mức(?:\s+độ)?\s+\d){0,100}?[\s,(](?:(?P<all>bao\s+gồm|gồm)|(?P<some>trong\s+đó))(?:\s+có)?\s*:?\s",
    )
});
/// A word that every such list has; looked for fast.
static PARTED: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)gồm|trong\s+đó"));
/// Words of parts without a number of their own.
static REST: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)còn\s+lại|khác|v\.v|\.\.\.|…|mỗi"));

/// Most characters after a count that its parts are looked for in.
const REACH: usize = 6000;

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let text = Text::new(reading.text.clone());
    let by_place = by_place(&reading.progress);
    let wholes = reading.progress.iter().enumerate().filter(|(_, record)| is_count(record));
    wholes.filter_map(|(index, whole)| check(reading, &text, &by_place, (index, whole))).collect()
}

/// The results by the places of their values.
fn by_place(progress: &[Progress]) -> HashMap<CharRange, Vec<usize>> {
    let mut found: HashMap<CharRange, Vec<usize>> = HashMap::new();
    for (at, record) in progress.iter().enumerate() {
        for place in record.provenance.evidence.get("value").into_iter().flatten() {
            found.entry(*place).or_default().push(at);
        }
    }
    found
}

/// A plain count of something named.
fn is_count(record: &Progress) -> bool {
    record.unit.as_deref().is_some_and(|unit| unit != "%")
        && record.comparator == Some(Comparator::Eq)
        && record.denominator.is_none()
        && record.value.is_some_and(|value| value.fract() == 0.0)
}

fn check(
    reading: &Reading,
    text: &Text,
    by_place: &HashMap<CharRange, Vec<usize>>,
    (index, whole): (usize, &Progress),
) -> Option<Check> {
    let (stated, unit) = (whole.value?, whole.unit.as_deref()?);
    let digits = *whole.provenance.evidence.get("value")?.first()?;
    let blocks = &reading.document.blocks;
    let at = blocks.partition_point(|block| block.range.end < digits.end);
    let block = blocks.get(at).filter(|block| block.range.contains(digits))?;
    let end = block.range.end.min(digits.end + REACH);
    let shadow = Shadow::of(text, CharRange::new(digits.end, end));
    let after = sentences(shadow.as_str()).into_iter().next().map(|first| &shadow.as_str()[..first.end])?;
    let opening =
        Some(after).filter(|after| PARTED.is_match(after)).and_then(|after| OPENS.captures(after))?;
    let list = list(after, opening.get(0)?.end());
    let parts = figures(&after[list.clone()]);
    if parts.iter().any(|part| !is_plain(part)) {
        return None;
    }
    let names_all = opening.name("all").is_some();
    let parts = told(stated, parts, names_all && alike(&after[list.clone()], unit))?;
    let computed: f64 = parts.iter().map(|part| part.value).sum();
    let places: Vec<CharRange> = parts
        .iter()
        .map(|part| shadow.range(list.start + part.digits.start..list.start + part.digits.end))
        .collect();
    let mut check = statement(index, whole, unit, (stated, computed), &parts);
    let records: BTreeSet<usize> =
        places.iter().filter_map(|place| by_place.get(place)).flatten().copied().collect();
    check.records.extend(records.into_iter().map(|at| RecordRef::new("progress", at)));
    Some(check)
}

/// The bytes of a list: to the end of the bracket it stands in, or of the sentence.
fn list(after: &str, from: usize) -> Range<usize> {
    let in_bracket = after[..from].contains('(');
    let end = after[from..].find(')').filter(|_| in_bracket).map_or(after.len(), |end| from + end);
    from..end
}

fn is_plain(part: &Figure) -> bool {
    part.kind == FigureKind::Count
        && part.comparator == Comparator::Eq
        && part.value_max.is_none()
        && part.denominator.is_none()
}

/// Whether every part counts what the whole counts and none is left without a number.
fn alike(list: &str, unit: &str) -> bool {
    let same = |part: &Figure| {
        part.unit.clone().is_none_or(|named| list[named].to_lowercase() == unit.to_lowercase())
    };
    !REST.is_match(list) && !list.contains(['(', ';']) && figures(list).iter().all(same)
}

/// The parts that give the whole; else all of them, where they must give it.
fn told(stated: f64, parts: Vec<Figure>, must: bool) -> Option<Vec<Figure>> {
    let mut sum = 0.0;
    for (at, part) in parts.iter().enumerate() {
        sum += part.value;
        if at > 0 && (sum - stated).abs() < 0.5 {
            return Some(parts[..=at].to_vec());
        }
    }
    (must && parts.len() >= 2).then_some(parts)
}

fn statement(
    index: usize,
    whole: &Progress,
    unit: &str,
    (stated, computed): (f64, f64),
    parts: &[Figure],
) -> Check {
    let sum = |mark: char| parts.iter().map(|part| count(part.value, mark)).collect::<Vec<_>>().join(" + ");
    let (severity, message, message_en) = if (stated - computed).abs() < 0.5 {
        (
            Severity::Agrees,
            format!("{} {unit} bằng tổng các phần: {}.", count(stated, '.'), sum('.')),
            format!("{} ({unit}) equals its parts: {}.", count(stated, ','), sum(',')),
        )
    } else {
        (
            Severity::Differs,
            format!(
                "Văn bản ghi {} {unit}, các phần cộng lại được {}: {}.",
                count(stated, '.'),
                count(computed, '.'),
                sum('.')
            ),
            format!(
                "The document states {} ({unit}), its parts give {}: {}.",
                count(stated, ','),
                count(computed, ','),
                sum(',')
            ),
        )
    };
    let statement =
        Statement { list: "progress", index, provenance: &whole.provenance, unit, stated, computed };
    statement.check(CheckKind::Parts, severity, message, message_en)
}
