//! Do the parts give the whole: sources of money, or the tables of the annexes?

use std::{cell::LazyCell, collections::BTreeSet};

use super::{
    Check, CheckKind, Severity, Statement,
    figures::{dong, vnd},
    totals::number,
};
use crate::{
    Reading,
    blocks::is_total,
    records::{
        RecordRef,
        spending::Phase,
        total::{ALL_PARTS, Total},
    },
    span::{CharRange, Text},
};

/// Scope of the total that covers the whole plan.
const PLAN: &str = "plan";
/// Scope of a total of one source of money.
const SOURCE: &str = "source";

type Numbered<'a> = (usize, &'a Total);

/// The text, made ready for slicing when it is first asked for.
type LazyText<'a> = LazyCell<Text, Box<dyn FnOnce() -> Text + 'a>>;

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let text = LazyText::new(Box::new(|| Text::new(reading.text.clone())));
    let tables = of_planned_tables(reading);
    let wholes = reading.totals.iter().enumerate().filter(|(_, total)| total.scope == PLAN);
    wholes.flat_map(|whole| [by_source(reading, &text, whole), check(whole, &tables)]).flatten().collect()
}

/// The sources listed below a whole, in its section and before the next whole.
fn by_source(reading: &Reading, text: &LazyText<'_>, whole: Numbered<'_>) -> Option<Check> {
    let section = &whole.1.provenance.source.section;
    let parts: Vec<Numbered<'_>> = reading
        .totals
        .iter()
        .enumerate()
        .skip(whole.0 + 1)
        .take_while(|(_, total)| total.scope == SOURCE && total.provenance.source.section == *section)
        .collect();
    let sum: i64 = parts.iter().filter_map(|(_, part)| part.amount_vnd).fold(0, i64::saturating_add);
    let some_only =
        whole.1.amount_vnd.is_some_and(|stated| sum < stated) && !names_all(text, whole.1, &parts);
    check(whole, &parts).filter(|_| !some_only)
}

/// Whether the words between a whole and its parts say that these are all: "gồm".
fn names_all(text: &LazyText<'_>, whole: &Total, parts: &[Numbered<'_>]) -> bool {
    let from = whole.provenance.source.end;
    let to = parts.first().map_or(from, |(_, part)| part.provenance.source.start);
    ALL_PARTS.is_match(text.slice(CharRange::new(from, to.max(from))))
}

/// The totals of the tables whose planned rows make up the plan's sum.
fn of_planned_tables(reading: &Reading) -> Vec<Numbered<'_>> {
    let planned: BTreeSet<&str> = reading
        .spending
        .iter()
        .filter(|row| row.in_sum && row.phase == Phase::Planned)
        .map(|row| row.table.as_str())
        .collect();
    planned.iter().flat_map(|scope| outermost(reading, scope)).collect()
}

/// The totals of one table that no other of them adds up: "Tổng (I+II)" alone, not what it
/// holds as well.
fn outermost<'r>(reading: &'r Reading, scope: &str) -> Vec<Numbered<'r>> {
    let own = || reading.totals.iter().enumerate().filter(|(_, total)| total.scope == scope);
    let grand: Vec<Numbered<'_>> = own().filter(|(_, total)| is_total(&total.label)).collect();
    if grand.is_empty() { own().collect() } else { grand }
}

/// Needs two parts at least: one part is the whole under another name.
fn check(whole: Numbered<'_>, parts: &[Numbered<'_>]) -> Option<Check> {
    let stated = whole.1.amount_vnd?;
    let amounts: Vec<i64> = parts.iter().map(|(_, part)| part.amount_vnd).collect::<Option<_>>()?;
    if amounts.len() < 2 {
        return None;
    }
    let computed = amounts.iter().try_fold(0_i64, |sum, amount| sum.checked_add(*amount))?;
    let sum = |shown: fn(i64) -> String| amounts.iter().map(|&a| shown(a)).collect::<Vec<_>>().join(" + ");
    let (severity, message, message_en) = if stated == computed {
        (
            Severity::Agrees,
            format!("Tổng {} bằng tổng các phần: {}.", dong(stated), sum(dong)),
            format!("The total {} equals its parts: {}.", vnd(stated), sum(vnd)),
        )
    } else {
        (
            Severity::Differs,
            format!(
                "Văn bản ghi tổng {}, các phần cộng lại được {}: {}.",
                dong(stated),
                dong(computed),
                sum(dong)
            ),
            format!("The document states {}, its parts give {}: {}.", vnd(stated), vnd(computed), sum(vnd)),
        )
    };
    let (index, total) = whole;
    let statement = Statement {
        list: "totals",
        index,
        provenance: &total.provenance,
        unit: "VND",
        stated: number(stated),
        computed: number(computed),
    };
    let mut check = statement.check(CheckKind::Parts, severity, message, message_en);
    check.records.extend(parts.iter().map(|(index, _)| RecordRef::new("totals", *index)));
    Some(check)
}
