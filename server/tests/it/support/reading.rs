//! What does a small reading look like that a test can change at will?

use std::collections::BTreeMap;

use plandoc::{
    Manifest, Reading,
    blocks::Document,
    records::{
        Comparator, Confidence, Provenance, RecordRef, Source, Status, StatusBasis,
        objective::{Objective, Scope},
        plan::{Plan, PlanKind},
        progress::{AnswersBasis, Progress},
        spending::{AmountBasis, Phase, Spending},
        target::Target,
        total::Total,
    },
};
use server::store::{PlanId, Publication};

/// A plan of Sóc Trăng with a text and no records.
pub(crate) fn plan(year: i32) -> Reading {
    Reading {
        text: format!("KẾ HOẠCH Ứng dụng công nghệ thông tin năm {year}\n"),
        plan: Plan {
            title: Some(format!("Kế hoạch Ứng dụng công nghệ thông tin năm {year}")),
            number: Some("176/KH-UBND".into()),
            issued_on: None,
            issuer: Some("Ủy ban nhân dân tỉnh Sóc Trăng".into()),
            province: Some("Sóc Trăng".into()),
            province_slug: Some("soc-trang".into()),
            province_code: Some("94".into()),
            province_now: Some("can-tho".into()),
            kind: Some(PlanKind::Annual),
            period_start: Some(year),
            period_end: Some(year),
            signatory: None,
            sections: vec![],
            glossary: vec![],
            evidence: BTreeMap::new(),
            supplied: vec![],
        },
        objectives: vec![],
        targets: vec![],
        progress: vec![],
        spending: vec![],
        totals: vec![],
        citations: vec![],
        checks: vec![],
        warnings: vec![],
        document: Document::default(),
    }
}

/// Appends a sentence to the text and gives its provenance.
pub(crate) fn quoted(reading: &mut Reading, address: &str, words: &str) -> Provenance {
    let start = reading.text.chars().count();
    reading.text.push_str(words);
    reading.text.push('\n');
    Provenance {
        quote: words.into(),
        source: Source {
            section: address.split(' ').next().map(str::to_owned),
            address: address.into(),
            start,
            end: start + words.chars().count(),
        },
        evidence: BTreeMap::new(),
        inherited: vec![],
        confidence: Confidence::High,
        confidence_reason: None,
    }
}

/// Adds a goal in words.
pub(crate) fn objective(reading: &mut Reading, address: &str, words: &str) {
    let provenance = quoted(reading, address, words);
    let text = words.to_owned();
    reading.objectives.push(Objective { provenance, text, scope: Scope::General, area: None });
}

/// Adds a number promised.
pub(crate) fn target(reading: &mut Reading, address: &str, label: &str, value: f64) {
    let provenance = quoted(reading, address, &format!("tối thiểu {value}% {label}"));
    reading.targets.push(Target {
        provenance,
        label: label.into(),
        objective: None,
        indicator: None,
        comparator: Comparator::Gte,
        value,
        value_max: None,
        unit: Some("%".into()),
        due_year: reading.plan.period_start,
        due_date: None,
        level: None,
        interim: false,
        area: None,
        outcomes: vec![],
        status: None,
    });
}

/// Adds a result that answers a target of the same reading.
pub(crate) fn progress(reading: &mut Reading, address: &str, answers: usize, value: f64) {
    let target = &reading.targets[answers];
    let (label, target_value) = (target.label.clone(), target.value);
    let provenance = quoted(reading, address, &format!("{label} đạt {value}%"));
    let status = if value >= target_value { Status::Met } else { Status::Missed };
    let index = reading.progress.len();
    reading.targets[answers].outcomes.push(RecordRef::new("progress", index));
    reading.targets[answers].status = Some(status);
    reading.progress.push(Progress {
        provenance,
        label,
        indicator: None,
        comparator: Some(Comparator::Eq),
        value: Some(value),
        value_max: None,
        unit: Some("%".into()),
        numerator: None,
        denominator: None,
        year: reading.plan.period_start,
        level: None,
        target_value: Some(target_value),
        target_comparator: Some(Comparator::Gte),
        status: Some(status),
        status_basis: Some(StatusBasis::Computed),
        answers: Some(RecordRef::new("targets", answers)),
        answers_basis: Some(AnswersBasis::Matched),
    });
}

/// Adds a planned row of the task table.
pub(crate) fn spending(reading: &mut Reading, address: &str, title: &str, amount_vnd: Option<i64>) {
    let provenance = quoted(reading, address, &format!("{title}: {amount_vnd:?} đồng"));
    reading.spending.push(Spending {
        provenance,
        table: "PL I".into(),
        row: None,
        group: None,
        title: title.into(),
        amount_vnd,
        disbursed_vnd: None,
        year: reading.plan.period_start,
        phase: Phase::Planned,
        amount_basis: amount_vnd.map(|_| AmountBasis::Allocation),
        in_sum: true,
        repeats: None,
        funding_source: None,
        funding_note: None,
        lead_agency: Some("Sở Thông tin và Truyền thông".into()),
        partner_agencies: vec![],
        product: None,
        period: None,
    });
}

/// Adds a total over the whole plan.
pub(crate) fn total(reading: &mut Reading, address: &str, amount_vnd: i64) {
    let provenance = quoted(reading, address, &format!("Tổng cộng: {amount_vnd} đồng"));
    reading.totals.push(Total {
        provenance,
        label: "Tổng cộng".into(),
        scope: "plan".into(),
        funding_source: None,
        amount_vnd: Some(amount_vnd),
        disbursed_vnd: None,
        printed_rate: None,
        computed_vnd: None,
        matches: None,
        difference_vnd: None,
        computed_disbursed_vnd: None,
        matches_disbursed: None,
        difference_disbursed_vnd: None,
    });
}

/// A publication of a reading under the id that its province and period give, its text as the file.
pub(crate) fn publication(reading: &Reading) -> Publication<'_> {
    let year = reading.plan.period_start.expect("the test's plan has a year");
    Publication {
        id: PlanId::Derived(format!("soc-trang-{year}")),
        bytes: reading.text.as_bytes(),
        source_file: "plan.txt",
        media_type: "text/plain",
        manifest: None,
        reading,
        actor: "test",
    }
}

/// The same under a manifest.
pub(crate) fn described<'a>(reading: &'a Reading, manifest: &'a Manifest) -> Publication<'a> {
    Publication { manifest: Some(manifest), ..publication(reading) }
}
