//! Which quantities does a sentence print, and how are they meant?
//!
//! Read on evened-out words (`text::shadow`): composed letters, plain spaces, one hyphen.
//!
//! ```text
//! figure   = [comparator] quantity ["trở lên" | "trở xuống"]
//! quantity = number "%" | number unit | number "/" number | number unit "/" number unit
//!          | number ["%"] ("-" | "đến") number ["%"]     a range: "20% - 35%"
//!          | "mức" roman                                 a grade: "mức II"
//! number   = digits, "." groups thousands, "," marks decimals: "1.234,5"
//!          | words (`words`): "ít nhất một", "năm mươi phần trăm", "một nửa"
//! ```
//!
//! Digits that name something (`naming`) are no figures.

mod comparator;
mod naming;
mod numeral;
mod quantity;
mod words;

#[cfg(test)]
mod tests;

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

pub(crate) use self::naming::names;
pub use self::numeral::{Numeral, numeral, worded};
use crate::{
    records::Comparator,
    text::{fold::lower, unit::unit_after},
};

/// What sort of quantity a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// Per cent.
    Percent,
    /// A number of things.
    Count,
    /// A stretch of time, or a number of times.
    Duration,
    /// A Roman grade: "mức II".
    Grade,
    /// An amount of money.
    Money,
}

/// One quantity of a sentence; ranges count bytes of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What sort of quantity.
    pub kind: FigureKind,
    /// The value; of a fraction, its upper number.
    pub value: f64,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Lower number of a printed fraction.
    pub denominator: Option<f64>,
    /// The quantity's own words: "80%", "412.306/806.115", "20% - 35%", "mức II".
    pub digits: Range<usize>,
    /// How the number is meant.
    pub comparator: Comparator,
    /// The words that say how it is meant; empty for a plain number.
    pub comparator_words: Vec<Range<usize>>,
    /// What is counted, where the words follow; the sign of a percentage.
    pub unit: Option<Range<usize>>,
}

impl Figure {
    /// First byte, comparator words before the number taken in.
    pub fn start(&self) -> usize {
        self.comparator_words.first().map_or(self.digits.start, |words| words.start.min(self.digits.start))
    }

    /// One past the last byte of the number and the comparator words after it.
    pub fn end(&self) -> usize {
        self.comparator_words.last().map_or(self.digits.end, |words| words.end.max(self.digits.end))
    }
}

static GRADE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b[Mm]ức\s+(?P<grade>III|II|IV|I|V)\b").expect("the pattern of grades compiles")
});

/// Whether a sentence may hold any quantity; most of those without digits surely do not.
pub(crate) fn may_hold_figures(sentence: &str) -> bool {
    has_digits(sentence) || words::may_be_in(sentence) || GRADE.is_match(sentence)
}

fn has_digits(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit())
}

/// All quantities of an evened-out sentence, in order.
pub fn figures(sentence: &str) -> Vec<Figure> {
    let mut found = if has_digits(sentence) {
        quantity::quantities(sentence, &naming::names(sentence))
    } else {
        Vec::new()
    };
    found.extend(GRADE.captures_iter(sentence).filter_map(|grade| {
        let value = worded(grade.name("grade")?.as_str())?;
        Some(plain(FigureKind::Grade, value, grade.get(0)?.range()))
    }));
    found.extend(words::quantities(sentence));
    found.sort_by_key(|figure| figure.digits.start);
    for figure in &mut found {
        complete(sentence, figure);
    }
    let mut past = 0;
    found.retain(|figure| {
        // "thuê bao/100 dân": the hundred belongs to the unit of the figure before.
        let apart = figure.digits.start >= past;
        let unit = figure.unit.as_ref().map_or(0, |unit| unit.end);
        past = past.max(figure.digits.end).max(unit);
        apart
    });
    found
}

/// A figure without comparator and unit.
fn plain(kind: FigureKind, value: f64, digits: Range<usize>) -> Figure {
    Figure {
        kind,
        value,
        decimals: 0,
        value_max: None,
        denominator: None,
        digits,
        comparator: Comparator::Eq,
        comparator_words: Vec::new(),
        unit: None,
    }
}

/// Adds what the neighbouring words say: comparator, unit, and whether it is time.
fn complete(sentence: &str, figure: &mut Figure) {
    if let Some(stated) = comparator::stated(sentence, &figure.digits) {
        figure.comparator = stated.comparator;
        figure.comparator_words = stated.words;
    }
    if figure.value_max.is_some() {
        figure.comparator = Comparator::Range;
    }
    match figure.kind {
        FigureKind::Percent => {
            let sign = sentence[figure.digits.clone()].rfind('%').map(|at| figure.digits.start + at);
            figure.unit = sign.map_or(Some(figure.digits.clone()), |at| Some(at..at + 1));
        }
        FigureKind::Grade => {
            let word = "mức".len();
            figure.unit = Some(figure.digits.start..figure.digits.start + word);
        }
        FigureKind::Money => {}
        FigureKind::Count | FigureKind::Duration => {
            figure.unit = unit_after(sentence, figure.digits.end);
            let unit = figure.unit.clone().map(|unit| lower(&sentence[unit]));
            if unit.is_some_and(|unit| TIME.contains(&unit.as_str())) {
                figure.kind = FigureKind::Duration;
            }
        }
    }
}

/// Units of time and of how often.
const TIME: [&str; 11] = ["tuổi", "năm", "tháng", "quý", "tuần", "ngày", "đêm", "giờ", "phút", "giây", "lần"];
