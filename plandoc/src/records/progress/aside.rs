//! What does a bracket say of the result before it?
//!
//! ```text
//! goal    55% (mục tiêu năm 2031 là 70%)          the target it is measured against
//! share   120 (52%)                               the rate of a count
//! parts   80% (240 hộ/300 hộ)                     the numbers behind a rate
//! whole   100% thủ tục (1.500 thủ tục)            the count behind a rate
//! detail  900 trạm (trạm 2G là 300 trạm, …)     results of its own
//! ```

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{
    draft::{Draft, Part, Place},
    read::drafts_of,
};
use crate::{
    records::Level,
    text::{
        clause::{self, Bracket, Sentence, Statement},
        level::level_of,
        number::{Figure, FigureKind},
    },
};

static GOAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:(?:đạt|vượt|theo|so\s+với)\s+)*(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch(?:\s+(?:năm|giao|đề\s+ra|là)|\s*:|\s+\d))")
        .expect("the pattern of targets in brackets compiles")
});

/// How a result has changed since: "(tăng 4,5 điểm và 12 bậc so với năm 2019)".
static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:tăng|giảm|cao\s+hơn|thấp\s+hơn)\b.*\bso\s+với\b")
        .expect("the pattern of changes in brackets compiles")
});

static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:(?:đạt|chiếm|bằng|tương\s+đương|(?:tỷ|tỉ)\s+lệ|là|khoảng|trên|hơn|gần|dưới)\s+)*:?\s*$",
    )
    .expect("the pattern of shares in brackets compiles")
});

/// Most words between a rate and the bracket with its numbers.
const NEAR: usize = 14;

/// Deepest brackets in brackets that are taken apart.
const DEEPEST: u8 = 3;

/// Works one bracket into the drafts of its sentence.
pub(super) fn work_in(place: &Place<'_>, bracket: &Bracket, depth: u8, drafts: &mut Vec<Draft>) {
    let inner = clause::sentence(place.words, bracket.inner.clone());
    if GOAL.is_match(&place.words[bracket.inner.clone()]) {
        set_goals(place, bracket, &inner, drafts);
        return;
    }
    if CHANGE.is_match(&place.words[bracket.inner.clone()]) {
        return;
    }
    if let [only] = inner.statements.as_slice() {
        let figure = &only.figure;
        let alone = is_alone(place.words, bracket.inner.clone(), only);
        let done = match figure.kind {
            FigureKind::Percent => alone && set_share(bracket, figure, drafts),
            FigureKind::Count if figure.denominator.is_some() => set_parts(bracket, figure, drafts),
            FigureKind::Count => alone && set_whole(place, bracket, figure, drafts),
            _ => false,
        };
        if done {
            return;
        }
    }
    if depth < DEEPEST {
        let mut details = drafts_of(place, &inner, depth + 1);
        let whole = owner(bracket, drafts).map(|draft| draft.statement.figure.clone());
        if let Some(whole) = whole.filter(|whole| whole.kind == FigureKind::Count) {
            for detail in &mut details {
                count_alike(&whole, detail);
            }
        }
        drafts.extend(details);
    }
}

/// "1.900 thư (bưu điện: 1.100, hãng khác: 800)": parts without a unit have the whole's.
fn count_alike(whole: &Figure, detail: &mut Draft) {
    let figure = &mut detail.statement.figure;
    if figure.kind == FigureKind::Count && figure.unit.is_none() {
        figure.unit.clone_from(&whole.unit);
    }
}

/// Whether a bracket holds nothing but one number, its unit and words of share.
fn is_alone(words: &str, inner: Range<usize>, only: &Statement) -> bool {
    let before = &words[inner.start..only.number_start()];
    let unit_end =
        only.figure.unit.as_ref().map_or(only.figure.end(), |unit| unit.end.max(only.figure.end()));
    let after = words[unit_end..inner.end].split_whitespace().count();
    SHARE.is_match(before) && after <= 2
}

/// The draft of the number right before a bracket.
fn owner<'d>(bracket: &Bracket, drafts: &'d mut [Draft]) -> Option<&'d mut Draft> {
    drafts
        .iter_mut()
        .filter(|draft| draft.statement.figure.end() <= bracket.outer.start)
        .max_by_key(|draft| draft.statement.figure.end())
}

fn set_share(bracket: &Bracket, share: &Figure, drafts: &mut [Draft]) -> bool {
    let Some(draft) = owner(bracket, drafts) else { return false };
    let count = draft.statement.figure.clone();
    if count.kind != FigureKind::Count || draft.rate.is_some() {
        return false;
    }
    draft.numerator = Some(Part { value: count.value, range: count.digits.clone() });
    draft.denominator = count.denominator.map(|value| Part { value, range: count.digits });
    draft.rate = Some(share.clone());
    draft.leave_out(&bracket.outer);
    draft.quote_to(bracket.outer.end);
    true
}

/// A fraction in a bracket belongs to the rate whose words hold the bracket.
fn set_parts(bracket: &Bracket, fraction: &Figure, drafts: &mut [Draft]) -> bool {
    let holds = |draft: &&mut Draft| {
        let reach = &draft.statement.reach;
        draft.is_rate()
            && draft.numerator.is_none()
            && reach.start <= bracket.outer.start
            && bracket.outer.end <= reach.end
    };
    let Some(draft) = drafts.iter_mut().find(holds) else { return false };
    let Some(lower) = fraction.denominator else { return false };
    draft.numerator = Some(Part { value: fraction.value, range: fraction.digits.clone() });
    draft.denominator = Some(Part { value: lower, range: fraction.digits.clone() });
    draft.leave_out(&bracket.outer);
    draft.quote_to(bracket.outer.end);
    true
}

/// A count in a bracket near after a rate is what the rate stands for; of all, the whole.
fn set_whole(place: &Place<'_>, bracket: &Bracket, count: &Figure, drafts: &mut [Draft]) -> bool {
    let Some(draft) = owner(bracket, drafts) else { return false };
    let between = &place.words[draft.statement.figure.end()..bracket.outer.start];
    let near = between.split_whitespace().count() <= NEAR && !between.contains(',');
    if !draft.is_rate() || draft.numerator.is_some() || !near || count.unit.is_none() {
        return false;
    }
    let part = Part { value: count.value, range: count.digits.clone() };
    if (draft.value().value - 100.0).abs() < f64::EPSILON {
        draft.denominator = Some(part.clone());
    }
    draft.numerator = Some(part);
    true
}

/// One target goes to the number before the bracket; several go by level.
fn set_goals(place: &Place<'_>, bracket: &Bracket, inner: &Sentence, drafts: &mut [Draft]) {
    if let [only] = inner.statements.as_slice() {
        if let Some(draft) = owner(bracket, drafts) {
            draft.measure_against(&only.figure);
            let between = &place.words[draft.statement.figure.end()..bracket.outer.start];
            if draft.goal().is_some() && between.trim().is_empty() {
                draft.quote_to(bracket.outer.end);
            }
        }
        return;
    }
    for goal in &inner.statements {
        let Some(level) = level_in(place.words, goal) else { continue };
        let of_level = |draft: &&mut Draft| {
            draft.statement.figure.end() <= bracket.outer.start
                && draft.goal().is_none()
                && level_in(place.words, &draft.statement) == Some(level)
        };
        if let Some(draft) = drafts.iter_mut().rev().find(of_level) {
            draft.measure_against(&goal.figure);
        }
    }
}

/// The level that a statement's own label names.
fn level_in(words: &str, statement: &Statement) -> Option<Level> {
    let label: Vec<&str> = statement.label.iter().map(|range| &words[range.clone()]).collect();
    level_of(&label.join(" "))
}
