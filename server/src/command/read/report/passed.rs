//! Which numbers became no record?

use plandoc::{
    Reading,
    passed_over::{Apart, Fate, PassedOver, Quantity, Reason, numbers},
    span::{CharRange, Text},
};

use super::words::quoted;

/// What was passed over.
#[derive(Debug, Default)]
pub(in crate::command::read) struct Passed {
    /// Sentences and rows, those without a known reason first.
    pub(in crate::command::read) items: Vec<PassedItem>,
    /// Numbers of the whole text.
    pub(in crate::command::read) numbers: usize,
    /// Of these, in records.
    pub(in crate::command::read) in_records: usize,
    /// Of these, passed over.
    pub(in crate::command::read) left: usize,
    /// Numbers that need no record, by what they are.
    pub(in crate::command::read) apart: Vec<(&'static str, usize)>,
}

/// A sentence or row that was passed over.
#[derive(Debug)]
pub(in crate::command::read) struct PassedItem {
    /// "passed-3".
    pub(in crate::command::read) id: String,
    /// "B3".
    pub(in crate::command::read) mark: String,
    /// Its words.
    pub(in crate::command::read) quote: String,
    /// Its words from shortly before the first number on.
    pub(in crate::command::read) excerpt: String,
    /// How a person cites the place.
    pub(in crate::command::read) address: String,
    /// The headings above it, the outermost first.
    pub(in crate::command::read) path: Vec<String>,
    /// Its numbers as printed, each with what it gives.
    pub(in crate::command::read) numbers: Vec<String>,
    /// Why, if that is known.
    pub(in crate::command::read) reason: Option<String>,
}

impl Passed {
    pub(super) fn of(reading: &Reading, list: &[PassedOver]) -> Self {
        let text = Text::new(reading.text.clone());
        let numbers = numbers(reading);
        let count = |wanted: &dyn Fn(&Fate) -> bool| numbers.iter().filter(|n| wanted(&n.fate)).count();
        let mut items: Vec<PassedItem> =
            list.iter().zip(1..).map(|(passed, number)| item(reading, &text, passed, number)).collect();
        items.sort_by_key(|item| item.reason.is_some());
        let apart = APART.map(|(apart, words)| (words, count(&|fate| *fate == Fate::Apart(apart))));
        Self {
            items,
            in_records: count(&|fate| *fate == Fate::Record),
            left: count(&|fate| matches!(fate, Fate::PassedOver(_))),
            apart: apart.into_iter().filter(|(_, count)| *count > 0).collect(),
            numbers: numbers.len(),
        }
    }

    /// Sentences and rows that no known reason explains.
    pub(in crate::command::read) fn unexplained(&self) -> usize {
        self.items.iter().filter(|item| item.reason.is_none()).count()
    }
}

const APART: [(Apart, &str); 6] = [
    (Apart::Citation, "số hiệu văn bản, điều khoản"),
    (Apart::Date, "ngày, tháng, năm"),
    (Apart::Numbering, "số của đề mục, dòng"),
    (Apart::Letterhead, "phần đầu, phần ký, tiêu đề bảng"),
    (Apart::Name, "tên gọi (mức độ 4, IPv6…)"),
    (Apart::Layout, "dấu vết định dạng"),
];

fn item(reading: &Reading, text: &Text, passed: &PassedOver, number: usize) -> PassedItem {
    let as_printed = |range| quoted(text.slice(range));
    let numbers = passed.numbers.iter().map(|n| match quantity(n.quantity) {
        Some(words) => format!("{} ({words})", as_printed(n.range)),
        None => as_printed(n.range),
    });
    let mut reasons: Vec<&str> = passed.numbers.iter().filter_map(|n| n.reason.map(Reason::vi)).collect();
    reasons.dedup();
    PassedItem {
        id: format!("passed-{number}"),
        mark: format!("B{number}"),
        quote: quoted(&passed.quote),
        excerpt: excerpt(text, passed),
        address: passed.source.address.clone(),
        path: path(reading, passed.source.section.as_deref()),
        numbers: numbers.collect(),
        reason: (!passed.is_unexplained()).then(|| reasons.join("; ")),
    }
}

/// Characters before the first number that an excerpt begins with, at most.
const BEFORE: usize = 45;

fn excerpt(text: &Text, passed: &PassedOver) -> String {
    let (start, end) = (passed.source.start, passed.source.end);
    let first = passed.numbers.first().map_or(start, |number| number.range.start);
    let from = first.saturating_sub(BEFORE).max(start);
    let words = quoted(text.slice(CharRange::new(from, end)));
    if from == start {
        return words;
    }
    // The first word may have been cut.
    format!("…{}", words.split_once(' ').map_or(words.as_str(), |(_, rest)| rest))
}

fn quantity(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::Deadline => Some("hạn"),
        Quantity::Duration => Some("thời gian"),
        Quantity::Unclear => Some("không rõ đếm gì"),
        Quantity::Percent | Quantity::Count | Quantity::Money | Quantity::Grade => None,
    }
}

/// The headings above a section and its own, the outermost first.
fn path(reading: &Reading, label: Option<&str>) -> Vec<String> {
    let sections = &reading.document.sections;
    let own = label.and_then(|label| sections.iter().position(|section| section.label == label));
    let mut path: Vec<String> = reading.document.path(own).map(|section| quoted(&section.title)).collect();
    path.reverse();
    path
}
