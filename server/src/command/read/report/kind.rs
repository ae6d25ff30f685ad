//! Which records of each kind were read, in words?

use app::{
    format,
    i18n::Language,
    types::{
        citation::Citation,
        progress::Progress,
        record::{Comparator, Confidence, Record, StatusBasis},
        spending::Spending,
        target::Target,
        total::Total,
    },
};

use super::words::{printed, quoted};
use crate::portal::reader::Records;

/// A kind of what is marked in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::command::read) enum Sort {
    Objective,
    Target,
    Progress,
    Spending,
    Total,
    Citation,
    Passed,
}

impl Sort {
    /// The letter that it is marked with, so that colour says nothing alone.
    pub(in crate::command::read) fn letter(self) -> char {
        match self {
            Self::Objective => 'M',
            Self::Target => 'C',
            Self::Progress => 'K',
            Self::Spending => 'N',
            Self::Total => 'T',
            Self::Citation => 'V',
            Self::Passed => 'B',
        }
    }

    /// What it is called.
    pub(in crate::command::read) fn name(self) -> &'static str {
        match self {
            Self::Objective => "Mục tiêu bằng lời",
            Self::Target => "Chỉ tiêu (con số cam kết)",
            Self::Progress => "Kết quả đã báo cáo",
            Self::Spending => "Nhiệm vụ, kinh phí",
            Self::Total => "Tổng kinh phí",
            Self::Citation => "Văn bản được viện dẫn",
            Self::Passed => "Bỏ qua",
        }
    }
}

/// The records of one kind.
#[derive(Debug)]
pub(in crate::command::read) struct Kind {
    pub(in crate::command::read) sort: Sort,
    pub(in crate::command::read) items: Vec<Item>,
}

/// One record in words.
#[derive(Debug)]
pub(in crate::command::read) struct Item {
    /// Its id in the reading: "targets-3".
    pub(in crate::command::read) id: String,
    /// "C3".
    pub(in crate::command::read) mark: String,
    /// What was read.
    pub(in crate::command::read) words: String,
    /// How a person cites the place.
    pub(in crate::command::read) address: String,
    /// How sure the reader is.
    pub(in crate::command::read) confidence: Confidence,
    /// Why it is not sure.
    pub(in crate::command::read) doubt: Option<String>,
}

pub(super) fn kinds(records: &Records) -> Vec<Kind> {
    vec![
        kind(Sort::Objective, &records.objectives, |goal| (&goal.record, goal.text.clone())),
        kind(Sort::Target, &records.targets, |target| (&target.record, of_target(target))),
        kind(Sort::Progress, &records.progress, |result| (&result.record, of_progress(result))),
        kind(Sort::Spending, &records.spending, |task| (&task.record, of_spending(task))),
        kind(Sort::Total, &records.totals, |total| (&total.record, of_total(total))),
        kind(Sort::Citation, &records.citations, |cited| (&cited.record, of_citation(cited))),
    ]
}

fn kind<R>(sort: Sort, records: &[R], words: impl Fn(&R) -> (&Record, String)) -> Kind {
    let item = |(record, number): (&R, usize)| {
        let (carried, words) = words(record);
        Item {
            id: carried.id.clone(),
            mark: format!("{}{number}", sort.letter()),
            words: quoted(&words),
            address: carried.source.address.clone(),
            confidence: carried.confidence,
            doubt: carried.confidence_reason.as_deref().map(printed),
        }
    };
    Kind { sort, items: records.iter().zip(1..).map(item).collect() }
}

const VI: Language = Language::Vi;

fn of_target(target: &Target) -> String {
    let unit = target.unit.as_deref();
    let value = format::compared_in_words(VI, target.comparator, target.value, target.value_max, unit);
    let day = target.due_date.as_deref().map(|day| format!("hạn {}", format::date(VI, day)));
    let due = day.or(target.due_year.map(|year| format!("năm {year}")));
    let level = target.level.map(|level| format::level(VI, level).to_lowercase());
    let due = due.unwrap_or_else(|| "không nêu hạn".to_owned());
    stated([Some(value), Some(due), level], &target.label)
}

fn of_progress(result: &Progress) -> String {
    let unit = result.unit.as_deref();
    let comparator = result.comparator.unwrap_or(Comparator::Eq);
    let value =
        result.value.map(|value| format::compared_in_words(VI, comparator, value, result.value_max, unit));
    let year = result.year.map(|year| format!("năm {year}"));
    let aim = result.target_value.map(|aim| format!("mục tiêu {}", format::quantity(VI, aim, unit)));
    let verdict = result.status.map(|status| {
        let words = format::status(VI, Some(status)).to_lowercase();
        match result.status_basis {
            Some(StatusBasis::Computed) => format!("{words} (tính ra)"),
            _ => format!("{words} (văn bản ghi)"),
        }
    });
    stated([value, year, aim, verdict], &result.label)
}

fn of_spending(task: &Spending) -> String {
    let money = task.amount_vnd.map(|vnd| format::money(VI, vnd));
    let spent = task.disbursed_vnd.map(|vnd| format!("đã chi {}", format::money(VI, vnd)));
    let note = task.funding_note.clone();
    let silent = money.is_none() && spent.is_none() && note.is_none();
    let nothing = silent.then(|| "không nêu kinh phí".to_owned());
    let lead = task.lead_agency.as_ref().map(|agency| format!("chủ trì {agency}"));
    stated([money, spent, note, nothing, lead], &task.title)
}

fn of_total(total: &Total) -> String {
    let money = total.amount_vnd.map(|vnd| format::money(VI, vnd));
    let spent = total.disbursed_vnd.map(|vnd| format!("đã chi {}", format::money(VI, vnd)));
    let verdict = match total.matches {
        Some(true) => "khớp với các dòng",
        Some(false) => "không khớp với các dòng",
        None => "không rõ gồm những dòng nào",
    };
    stated([money, spent, Some(verdict.to_owned())], &total.label)
}

fn of_citation(cited: &Citation) -> String {
    let day = cited.issued_on.as_deref().map(|day| format!("ngày {}", format::date(VI, day)));
    let issuer = cited.issuer.as_ref().map(|issuer| format!("của {issuer}"));
    let title = cited.title.clone();
    let parts = [cited.doc_type.clone(), Some(cited.number.clone()), day, issuer, title];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is stated, the number first, and of what.
fn stated<const N: usize>(facts: [Option<String>; N], label: &str) -> String {
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if facts.is_empty() { label.to_owned() } else { format!("{}: {label}", facts.join(", ")) }
}
