//! Which numbers of a document became no record, and why, as far as can be told?
//!
//! Every number of the served text has one [`Fate`]: it stands in a record, it needs none (the
//! number of a law, a date, the number of a heading), or it was passed over. What was passed
//! over is listed by sentence or row, so that a person sees what the records leave out.

mod apart;
mod known;
mod number;
mod place;
mod reason;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::{apart::Apart, reason::Reason};
use crate::{
    Reading,
    records::Source,
    span::{CharRange, Text},
};

/// What became of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands in a record.
    Record,
    /// It needs no record.
    Apart(Apart),
    /// It would count or promise something, and no record has it.
    PassedOver(PassedNumber),
}

/// A number of the served text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its digits; of a range or fraction, both numbers.
    pub range: CharRange,
    /// What became of it.
    pub fate: Fate,
}

/// What a number that was passed over gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Per cent.
    Percent,
    /// A number of things that the words name.
    Count,
    /// An amount of money.
    Money,
    /// A stretch of time, or how often.
    Duration,
    /// A day or year by which something is due.
    Deadline,
    /// A grade: "mức II".
    Grade,
    /// Digits whose sense cannot be told.
    Unclear,
}

/// A number that was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedNumber {
    /// Its digits with the sign or unit that belongs to them.
    pub range: CharRange,
    /// What it gives.
    pub quantity: Quantity,
    /// Why no record has it; `None` if that cannot be told.
    pub reason: Option<Reason>,
}

/// A sentence, or a row of a table, with numbers that no record has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// Its exact words.
    pub quote: String,
    /// Where they stand; `text[start..end] == quote`.
    pub source: Source,
    /// Whether it is a row of a table.
    pub row: bool,
    /// The numbers, in order.
    pub numbers: Vec<PassedNumber>,
}

impl PassedOver {
    /// Why no record was made, if one reason holds for all its numbers.
    pub fn reason(&self) -> Option<Reason> {
        let first = self.numbers.first()?.reason;
        first.filter(|_| self.numbers.iter().all(|number| number.reason == first))
    }

    /// Whether a person should look: some number has no reason to be left out.
    pub fn is_unexplained(&self) -> bool {
        self.numbers.iter().any(|number| number.reason.is_none())
    }
}

/// Every number of the text with what became of it, in order.
pub fn numbers(reading: &Reading) -> Vec<Number> {
    let text = Text::new(reading.text.clone());
    number::read(reading, &text).into_iter().map(|(number, _)| number).collect()
}

/// The sentences and rows with numbers that no record has, in order.
pub fn list(reading: &Reading) -> Vec<PassedOver> {
    let text = Text::new(reading.text.clone());
    let mut found: Vec<PassedOver> = Vec::new();
    for (number, place) in number::read(reading, &text) {
        let Fate::PassedOver(passed) = number.fate else { continue };
        let at = (place.range.start, place.range.end);
        let same = |last: &&mut PassedOver| (last.source.start, last.source.end) == at;
        match found.last_mut().filter(same) {
            Some(last) => last.numbers.push(passed),
            None => found.push(PassedOver {
                quote: text.slice(place.range).to_owned(),
                source: place.source(),
                row: place.row,
                numbers: vec![passed],
            }),
        }
    }
    found
}
