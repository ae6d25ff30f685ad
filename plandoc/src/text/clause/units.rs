//! Which unit does a count have whose own words name none, or too much?
//!
//! ```text
//! 1.250 dịch vụ mức độ 2, 420 mức độ 3     the unit is said once
//! tổng số giao dịch là 27                  the number's name says it
//! 129 điểm, trong đó 4 điểm cầu            parts are counted as the whole
//! ```

use std::ops::Range;

use super::{Statement, measure};
use crate::text::{number::FigureKind, unit::unit_in_name};

/// Gives the counts of one sentence their units.
pub(super) fn share(text: &str, statements: &mut [Statement]) {
    share_units(text, statements);
    name_units(text, statements);
}

/// "1.250 dịch vụ mức độ 2, 420 mức độ 3": the unit is said once.
fn share_units(text: &str, statements: &mut [Statement]) {
    for at in 1..statements.len() {
        let (before, rest) = statements.split_at_mut(at);
        let (Some(before), Some(statement)) = (before.last(), rest.first_mut()) else { continue };
        let counts = [&before.figure, &statement.figure].iter().all(|f| f.kind == FigureKind::Count);
        let own = text.get(statement.words.start..statement.number_start()).unwrap_or_default();
        let own_name = unlike(text, before, statement);
        let same = statement.listed && !own.trim_start().starts_with("cho") && !own_name;
        if counts && same && statement.figure.unit.is_none() && !statement.label.is_empty() {
            statement.figure.unit.clone_from(&before.figure.unit);
        }
    }
}

/// Whether a number behind its name measures something else than the one before it, which
/// stands before what it counts: "12 máy chủ, dung lượng trung bình 48".
fn unlike(text: &str, before: &Statement, statement: &Statement) -> bool {
    let named = statement.label.first().filter(|range| range.end <= statement.number_start());
    !before.number_last && named.is_some_and(|range| measure::names_size(text[range.clone()].trim()))
}

/// "Tổng số giao dịch là 27": what the number's name counts is its unit. Parts of what was
/// counted in short, "129 điểm, trong đó 4 điểm cầu", are counted alike.
fn name_units(text: &str, statements: &mut [Statement]) {
    let mut counted: Vec<Range<usize>> = Vec::new();
    for statement in statements.iter_mut().filter(|s| s.figure.kind == FigureKind::Count) {
        let own = statement.head.iter().chain(&statement.label).next().filter(|_| statement.number_last);
        if let (None, Some(name)) = (&statement.figure.unit, own) {
            let unit = unit_in_name(&text[name.clone()]);
            statement.figure.unit = unit.map(|unit| name.start + unit.start..name.start + unit.end);
        }
        let Some(unit) = &mut statement.figure.unit else { continue };
        let shared = counted.iter().find_map(|whole| first_words(&text[unit.clone()], &text[whole.clone()]));
        unit.end = shared.map_or(unit.end, |length| unit.start + length);
        counted.push(unit.clone());
    }
}

/// Length of `start` in `words`, if the words begin with just these and go on.
fn first_words(words: &str, start: &str) -> Option<usize> {
    let length = words.char_indices().nth(start.chars().count())?.0;
    let same = words[..length].to_lowercase() == start.to_lowercase();
    (same && words[length..].starts_with(' ')).then_some(length)
}
