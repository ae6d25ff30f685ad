//! What became of each number of the text?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{
    Apart, Fate, Number, PassedNumber, Quantity,
    apart::{self, Marked},
    known::Known,
    place::{Place, Stretch, stretches},
    reason,
};
use crate::{
    Reading,
    blocks::SectionRole,
    span::{CharRange, Text},
    text::{
        number::{Figure, FigureKind, figures},
        when,
    },
};

static DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9]+(?:[.,][0-9]+)*").unwrap_or_else(|error| unreachable!("a fixed pattern: {error}"))
});

/// Every number of the text in order, with the place that it is cited by.
pub(super) fn read(reading: &Reading, text: &Text) -> Vec<(Number, Place)> {
    let known = Known::of(reading);
    let mut found: Vec<(Number, Place)> = Vec::new();
    for stretch in stretches(reading, text) {
        let numbers = Sentence::of(&stretch).map(|sentence| sentence.numbers(&known)).unwrap_or_default();
        found.extend(numbers.into_iter().map(|number| (number, stretch.place.clone())));
    }
    found.sort_by_key(|(number, _)| number.range);
    found.extend(outside_of_words(text, &found, &known));
    found.sort_by_key(|(number, _)| number.range);
    found
}

/// A sentence with digits, and what is known of them.
struct Sentence<'a> {
    stretch: &'a Stretch,
    figures: Vec<Figure>,
    marked: Marked,
    /// The day by which something is promised.
    due: Option<Range<usize>>,
}

impl<'a> Sentence<'a> {
    fn of(stretch: &'a Stretch) -> Option<Self> {
        let words = stretch.words();
        let promises = matches!(stretch.role, SectionRole::Goals | SectionRole::Tasks | SectionRole::Means);
        words.bytes().any(|byte| byte.is_ascii_digit()).then(|| Self {
            stretch,
            figures: figures(words),
            marked: Marked::of(stretch),
            due: when::due_day(words, 0..words.len()).filter(|_| promises).map(|due| due.range),
        })
    }

    fn numbers(&self, known: &Known) -> Vec<Number> {
        let mut found = Vec::new();
        let mut past = 0;
        for digits in DIGITS.find_iter(self.stretch.words()) {
            if digits.start() < past {
                continue;
            }
            let figure = self.figures.iter().find(|figure| touches(&figure.digits, &digits.range()));
            let due = self.due.as_ref().filter(|due| touches(due, &digits.range()));
            let bytes = due.cloned().or(figure.map(|figure| figure.digits.clone()));
            let bytes = bytes.unwrap_or_else(|| digits.range());
            past = bytes.end;
            let fate = if known.hold(self.stretch.range(digits.range())) {
                Fate::Record
            } else {
                self.fate(&bytes, figure, due.is_some())
            };
            found.push(Number { range: self.stretch.range(bytes), fate });
        }
        found
    }

    /// What became of a number that no record has.
    fn fate(&self, bytes: &Range<usize>, figure: Option<&Figure>, due: bool) -> Fate {
        let named =
            self.marked.at(bytes).filter(|apart| *apart == Apart::Numbering || figure.is_none() && !due);
        if let Some(apart) = named.or_else(|| apart::by_place(self.stretch, figure)) {
            return Fate::Apart(apart);
        }
        Fate::PassedOver(PassedNumber {
            range: self.stretch.range(bytes.clone()),
            quantity: quantity(figure, due),
            reason: reason::of(self.stretch, bytes, figure).filter(|_| !due),
        })
    }
}

fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn quantity(figure: Option<&Figure>, due: bool) -> Quantity {
    match figure.map(|figure| figure.kind) {
        _ if due => Quantity::Deadline,
        Some(FigureKind::Percent) => Quantity::Percent,
        Some(FigureKind::Money) => Quantity::Money,
        Some(FigureKind::Duration) => Quantity::Duration,
        Some(FigureKind::Grade) => Quantity::Grade,
        Some(FigureKind::Count) if figure.is_some_and(|figure| figure.unit.is_some()) => Quantity::Count,
        _ => Quantity::Unclear,
    }
}

/// Digits that stand in no words: marks that an export left behind.
fn outside_of_words(text: &Text, found: &[(Number, Place)], known: &Known) -> Vec<(Number, Place)> {
    let mut words = found.iter().map(|(number, _)| number.range).peekable();
    let mut rest: Vec<CharRange> = Vec::new();
    for (at, letter) in text.as_str().chars().enumerate() {
        while words.next_if(|range| range.end <= at).is_some() {}
        if !letter.is_ascii_digit() || words.peek().is_some_and(|range| range.start <= at) {
            continue;
        }
        match rest.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => rest.push(CharRange::new(at, at + 1)),
        }
    }
    let number = |range: CharRange| {
        let fate = if known.hold(range) { Fate::Record } else { Fate::Apart(Apart::Layout) };
        (Number { range, fate }, Place { section: None, address: String::new(), range, row: false })
    };
    rest.into_iter().map(number).collect()
}
