//! Which words of a sentence belong to which number?
//!
//! A sentence lists numbers in two ways, and mixes them:
//! ```text
//! number first   tối thiểu 80% hồ sơ tại cấp tỉnh, 60% hồ sơ tại cấp huyện và 30% …
//! number last    Tỷ lệ … ở cấp tỉnh là 80% (…), tại cấp huyện là 50% (…)
//! ```
//! Brackets are closed while their sentence is taken apart; what they hold is taken
//! apart after it ([`Sentence::brackets`]).

mod bracket;
mod cut;
mod label;
mod measure;
mod pair;
mod share;
mod units;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use self::bracket::Bracket;
use super::{
    fold::lower,
    number::{Figure, FigureKind, figures, may_hold_figures},
};

/// One number and its words; ranges count bytes of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The number; of a count with its rate, the rate.
    pub figure: Figure,
    /// The count that the rate stands for: "312 thủ tục … đạt tỷ lệ 26%".
    pub count: Option<Figure>,
    /// The shortest words that state it.
    pub words: Range<usize>,
    /// What is measured, number and filling words left out; one or more ranges.
    pub label: Vec<Range<usize>>,
    /// Words of an earlier statement that name what is measured, where its own only
    /// point at a level: "Tỷ lệ … là 80%, tại cấp huyện là 50%".
    pub head: Vec<Range<usize>>,
    /// The comparator's words at the head of the list, where it is stated once for all.
    pub shared_comparator: Vec<Range<usize>>,
    /// Whether the words before the number name what is measured.
    pub number_last: bool,
    /// Whether it goes on the list that the statement before it began.
    pub listed: bool,
    /// The whole stretch of the sentence between this statement and its neighbours.
    pub reach: Range<usize>,
}

impl Statement {
    /// First byte of its numbers, comparator words taken in.
    pub fn number_start(&self) -> usize {
        self.count.as_ref().unwrap_or(&self.figure).start().max(self.reach.start)
    }

    /// Its words before its numbers.
    pub fn lead<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.reach.start..self.number_start()).unwrap_or_default()
    }
}

/// A sentence taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its statements in order, those in brackets left out.
    pub statements: Vec<Statement>,
    /// Its outermost brackets in order.
    pub brackets: Vec<Bracket>,
}

/// Takes the sentences of evened-out words apart.
pub fn passage(text: &str) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    for range in super::sentence::sentences(text) {
        let before = found.last().map_or(&[] as &[Statement], |before| &before.statements);
        let next = sentence_after(text, range, before);
        found.push(next);
    }
    found
}

/// Takes one sentence of evened-out words apart, or what stands in a bracket.
pub fn sentence(text: &str, range: Range<usize>) -> Sentence {
    sentence_after(text, range, &[])
}

fn sentence_after(text: &str, range: Range<usize>, before: &[Statement]) -> Sentence {
    let brackets = bracket::brackets(text, range.clone());
    if !may_hold_figures(&text[range.clone()]) {
        return Sentence { range, statements: Vec::new(), brackets };
    }
    let open = bracket::closed(text, range.clone(), &brackets);
    let outside = |figure: &Figure| {
        !brackets.iter().any(|b| b.inner.start <= figure.digits.start && figure.digits.end <= b.inner.end)
    };
    let found: Vec<Figure> = figures(&text[range.clone()])
        .into_iter()
        .map(|figure| shifted(figure, range.start))
        .filter(outside)
        .filter(|figure| !matches!(figure.kind, FigureKind::Money))
        .collect();
    let found = without_terms(text, found);
    let pairs = pair::pairs(&open, range.start, found);
    let mut statements = cut::statements(&open, range.clone(), pairs);
    share::share(text, range.start, &mut statements, before);
    Sentence { range, statements, brackets }
}

/// "100% hồ sơ được trả lời trong vòng 24 giờ" says one thing: how fast is part of it.
fn without_terms(text: &str, mut figures: Vec<Figure>) -> Vec<Figure> {
    if figures.iter().any(|figure| figure.kind != FigureKind::Duration) {
        figures.retain(|figure| {
            let words = figure.comparator_words.first().map_or("", |words| &text[words.clone()]);
            figure.kind != FigureKind::Duration || !lower(words).starts_with("trong")
        });
    }
    figures
}

/// The figure with ranges that count from the start of the text.
fn shifted(mut figure: Figure, by: usize) -> Figure {
    let shift = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    shift(&mut figure.digits);
    figure.comparator_words.iter_mut().for_each(shift);
    if let Some(unit) = &mut figure.unit {
        shift(unit);
    }
    figure
}
