//! What does one number of the results state, once its brackets are worked in?

use std::{ops::Range, sync::LazyLock};

use crate::text::pattern::Regex;

use super::{Progress, status::computed};
use crate::{
    blocks::Block,
    records::{
        Comparator, Confidence, ReadContext, RecordBuilder, Status, StatusBasis,
        measure::{Said, comparator_ranges},
    },
    span::CharRange,
    text::{
        clause::{Sentence, Statement},
        number::{Figure, FigureKind},
        when::Year,
    },
};

/// A year in a label; the first group is what makes it the year of something else.
static NAMED_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)((?:so\s+với|cùng\s+kỳ|kế\s+hoạch|từ|đến|sau)\s+)?\bnăm\s+((?:19|20)\d\d)\b")
        .expect("the pattern of years in labels compiles")
});

static BRACKET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\([^()]*\)").expect("the pattern of brackets compiles"));

/// One block of the results.
pub(super) struct Place<'a> {
    pub(super) context: &'a ReadContext,
    pub(super) at: usize,
    pub(super) block: &'a Block,
    /// The block's evened-out words.
    pub(super) words: &'a str,
}

/// A number with its place in the words.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) value: f64,
    pub(super) range: Range<usize>,
}

/// A result in the making.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) statement: Statement,
    sentence: Sentence,
    /// The rate in a bracket after a count: "4.000 (80%)".
    pub(super) rate: Option<Figure>,
    pub(super) numerator: Option<Part>,
    pub(super) denominator: Option<Part>,
    /// Whether the denominator was found by its value, not by its words.
    pub(super) reckoned: bool,
    /// The target that it is measured against.
    goal: Option<Figure>,
    /// Last byte of the quote, where a bracket states part of the result.
    quote_end: usize,
}

impl Draft {
    pub(super) fn new(statement: Statement, sentence: &Sentence) -> Self {
        let fraction =
            statement.count.as_ref().or(Some(&statement.figure)).filter(|f| f.kind == FigureKind::Count);
        let upper = fraction.filter(|f| statement.count.is_some() || f.denominator.is_some());
        let numerator = upper.map(|f| Part { value: f.value, range: f.digits.clone() });
        let denominator = upper.and_then(|f| Some(Part { value: f.denominator?, range: f.digits.clone() }));
        let quote_end = statement.words.end;
        Self {
            statement,
            sentence: sentence.clone(),
            rate: None,
            numerator,
            denominator,
            reckoned: false,
            goal: None,
            quote_end,
        }
    }

    /// The number that is the result's value.
    pub(super) fn value(&self) -> &Figure {
        self.rate.as_ref().unwrap_or(&self.statement.figure)
    }

    pub(super) fn is_rate(&self) -> bool {
        self.value().kind == FigureKind::Percent
    }

    /// Notes the target that the words measure it against.
    pub(super) fn measure_against(&mut self, goal: &Figure) {
        self.goal = Some(goal.clone());
    }

    /// The target, if it is of the same kind as the value.
    pub(super) fn goal(&self) -> Option<&Figure> {
        self.goal.as_ref().filter(|goal| goal.kind == self.value().kind)
    }

    /// Whether the label says no more than the unit: "98 đơn vị".
    pub(super) fn counts_only_its_unit(&self) -> bool {
        let statement = &self.statement;
        statement.head.is_empty()
            && statement.figure.unit.as_ref().is_some_and(|unit| {
                statement.label.iter().all(|range| unit.start <= range.start && range.end <= unit.end)
            })
    }

    /// Leaves out of the label what stands after `end`.
    pub(super) fn label_until(&mut self, end: usize) {
        self.statement.label.retain(|range| range.start < end);
        for range in &mut self.statement.label {
            range.end = range.end.min(end);
        }
    }

    /// Takes a bracket that ends the label out of it.
    pub(super) fn leave_out(&mut self, bracket: &Range<usize>) {
        for range in &mut self.statement.label {
            if range.end == bracket.end && range.start < bracket.start {
                range.end = bracket.start;
            }
        }
    }

    /// Makes the quote reach to the end of a bracket.
    pub(super) fn quote_to(&mut self, end: usize) {
        self.quote_end = self.quote_end.max(end);
    }

    /// The record.
    pub(super) fn progress(&self, place: &Place<'_>) -> Progress {
        let mut statement = self.statement.clone();
        statement.figure = self.value().clone();
        let said = Said {
            context: place.context,
            at: place.at,
            block: place.block,
            words: place.words,
            statement: &statement,
        };
        let measure = said.measure(None);
        let figure = &statement.figure;
        let mut record = said.record(statement.words.start..self.quote_end);
        record.evidence("value", said.range(figure.digits.clone()));
        if figure.value_max.is_some() {
            record.evidence("value_max", said.range(figure.digits.clone()));
        }
        record.evidence_all("comparator", &comparator_ranges(&said, figure));
        measure.note(&mut record, figure.unit.clone().map(|unit| said.range(unit)));
        for (field, part) in [("numerator", &self.numerator), ("denominator", &self.denominator)] {
            if let Some(part) = part {
                record.evidence(field, said.range(part.range.clone()));
            }
        }
        let year = self.year(&said, &mut record);
        let verdict = self.verdict(&said, &mut record);
        self.doubts(&mut record);
        Progress {
            provenance: record.finish(),
            label: measure.label,
            indicator: measure.indicator,
            comparator: Some(figure.comparator),
            value: Some(figure.value),
            value_max: figure.value_max,
            unit: measure.unit,
            numerator: self.numerator.as_ref().map(|part| part.value),
            denominator: self.denominator.as_ref().map(|part| part.value),
            year,
            level: measure.level,
            target_value: self.goal().map(|goal| goal.value),
            target_comparator: self.goal().map(|goal| goal.comparator),
            status: verdict,
            status_basis: verdict.map(|_| StatusBasis::Computed),
            answers: None,
            answers_basis: None,
        }
    }

    /// The sentence's year, else the nearest heading's. A year after the heading's is not
    /// the year of a result.
    fn year(&self, said: &Said<'_>, record: &mut RecordBuilder) -> Option<i32> {
        let heading = heading_year(said.context, said.block);
        let before_heading = |year: &Year| heading.is_none_or(|(last, _)| year.year <= last);
        if let Some(stated) = said.year(&self.sentence, 0).filter(before_heading) {
            record.evidence("year", said.range(stated.range));
            return Some(stated.year);
        }
        let (year, range) = heading?;
        if self.names_another_year(said.words, year) {
            return None;
        }
        record.inherited("year", Some(range));
        Some(year)
    }

    /// "Chỉ số năm 2019 đạt 80" in a section about 2020: the heading's year is not its own.
    fn names_another_year(&self, words: &str, heading: i32) -> bool {
        self.statement.label.iter().any(|range| {
            let label = BRACKET.replace_all(&words[range.clone()], "");
            NAMED_YEAR.captures_iter(&label).any(|found| {
                found.get(1).is_none() && found[2].parse().is_ok_and(|year: i32| year != heading)
            })
        })
    }

    fn verdict(&self, said: &Said<'_>, record: &mut RecordBuilder) -> Option<Status> {
        let goal = self.goal()?;
        let value = said.range(self.value().digits.clone());
        let target = said.range(goal.digits.clone());
        record.evidence("target_value", target);
        record.evidence_all("target_comparator", &comparator_ranges(said, goal));
        let verdict = computed(self.value(), goal)?;
        record.evidence_all("status", &[value, target]);
        Some(verdict)
    }

    fn doubts(&self, record: &mut RecordBuilder) {
        if self.reckoned {
            record.doubt(Confidence::Medium, "Mẫu số lấy từ tổng số trong cùng đoạn vì phép chia khớp");
        }
        if !self.statement.head.is_empty() {
            record.doubt(Confidence::Medium, "Nội dung đo được hiểu tiếp từ vế trước");
        }
        if self.value().comparator == Comparator::Approx && self.goal().is_some() {
            record.doubt(Confidence::Medium, "Kết quả là số ước chừng");
        }
        if self.counts_only_its_unit() {
            record.doubt(Confidence::Medium, "Câu chỉ nêu đơn vị đếm, không nêu rõ nội dung");
        }
        if self.value().unit.is_none() {
            record.doubt(Confidence::Medium, "Câu không nêu đơn vị của con số");
        }
    }
}

/// The year of the nearest heading that has one, and the heading's place.
pub(super) fn heading_year(context: &ReadContext, block: &Block) -> Option<(i32, CharRange)> {
    context.document.path(block.section).find_map(|section| Some((section.year?, section.range)))
}
