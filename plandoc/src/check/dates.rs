//! Are the dates in order: is the plan issued before what it sets falls due, and after
//! what it cites?

use super::{Check, CheckKind, Severity};
use crate::{
    Reading, Warning,
    records::{RecordRef, spending::Phase},
    span::{CharRange, Text},
    text::date::{Date, period_end},
};

pub(super) fn verify(reading: &Reading) -> Vec<Check> {
    let Some(issued) = reading.plan.issued_on.as_deref().and_then(Date::from_iso) else {
        return Vec::new();
    };
    let late_start = after_deadlines(reading, issued);
    late_start.into_iter().chain(cited_before_issued(reading, issued)).collect()
}

/// The complaint that belongs to the plan itself when it is dated after its deadlines.
pub(crate) fn warnings(reading: &Reading, checks: &[Check]) -> Vec<Warning> {
    let late = checks.iter().filter(|c| c.kind == CheckKind::Dates && c.address.is_none());
    late.map(|check| Warning {
        kind: "date_after_deadline".to_owned(),
        message: check.message.clone(),
        range: place_of_date(reading),
    })
    .collect()
}

struct Deadline {
    last_day: Date,
    record: RecordRef,
}

/// Days by which tasks and targets of the plan are due.
fn deadlines(reading: &Reading) -> Vec<Deadline> {
    let tasks = reading.spending.iter().enumerate().filter(|(_, row)| row.phase == Phase::Planned);
    let of_tasks = tasks.filter_map(|(index, row)| {
        Some(Deadline {
            last_day: period_end(row.period.as_deref()?)?,
            record: RecordRef::new("spending", index),
        })
    });
    let of_targets = reading.targets.iter().enumerate().filter_map(|(index, target)| {
        let day = target.due_date.as_deref().and_then(Date::from_iso);
        let last_day = day.or_else(|| Date::new(target.due_year?, 12, 31))?;
        Some(Deadline { last_day, record: RecordRef::new("targets", index) })
    });
    of_tasks.chain(of_targets).collect()
}

fn after_deadlines(reading: &Reading, issued: Date) -> Option<Check> {
    let mut missed: Vec<Deadline> =
        deadlines(reading).into_iter().filter(|deadline| deadline.last_day < issued).collect();
    missed.sort_by_key(|deadline| deadline.last_day);
    let first = missed.first()?.last_day;
    let message = format!(
        "Ngày ban hành ghi là {}, sau {} thời hạn mà chính kế hoạch đặt ra; thời hạn sớm nhất là {}.",
        vietnamese(issued),
        missed.len(),
        vietnamese(first)
    );
    let message_en = format!(
        "The plan is dated {issued}, after {} deadlines that it sets itself; the earliest is {first}.",
        missed.len()
    );
    let place = place_of_date(reading);
    Some(Check {
        kind: CheckKind::Dates,
        severity: Severity::Differs,
        message,
        message_en,
        records: missed.into_iter().map(|deadline| deadline.record).collect(),
        address: None,
        quote: place.map(|range| Text::new(reading.text.clone()).slice(range).to_owned()),
        start: place.map(|range| range.start),
        end: place.map(|range| range.end),
        stated: None,
        computed: None,
        difference: None,
        unit: None,
    })
}

fn cited_before_issued(reading: &Reading, issued: Date) -> Vec<Check> {
    let citations = reading.citations.iter().enumerate();
    citations
        .filter_map(|(index, citation)| {
            let cited = citation.issued_on.as_deref().and_then(Date::from_iso).filter(|day| *day > issued)?;
            let source = &citation.provenance.source;
            Some(Check {
                kind: CheckKind::Dates,
                severity: Severity::Differs,
                message: format!(
                    "Kế hoạch ghi ngày {} viện dẫn văn bản {} ghi ngày {}, muộn hơn.",
                    vietnamese(issued),
                    citation.number,
                    vietnamese(cited)
                ),
                message_en: format!(
                    "The plan, dated {issued}, cites {}, which it dates {cited}, later.",
                    citation.number
                ),
                records: vec![RecordRef::new("citations", index)],
                address: Some(source.address.clone()),
                quote: Some(citation.provenance.quote.clone()),
                start: Some(source.start),
                end: Some(source.end),
                stated: None,
                computed: None,
                difference: None,
                unit: None,
            })
        })
        .collect()
}

fn place_of_date(reading: &Reading) -> Option<CharRange> {
    reading.plan.evidence.get("issued_on")?.first().copied()
}

/// "14/11/2020".
fn vietnamese(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}
