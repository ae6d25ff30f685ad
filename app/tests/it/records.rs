//! Which records does the sample plan hold?

use app::types::{
    check::{Check, CheckKind, Severity},
    citation::Citation,
    progress::Progress,
    record::{Comparator, Confidence, Record, Source, Status, StatusBasis},
    spending::{AmountBasis, Phase, Spending},
    target::{Target, TargetStatus},
    total::Total,
};

fn record(id: &str, start: u64, address: &str, quote: &str) -> Record {
    Record {
        id: id.into(),
        plan_id: "kien-giang-2020".into(),
        province: Some("Kiên Giang".into()),
        province_slug: Some("kien-giang".into()),
        province_now: Some("An Giang".into()),
        text_sha256: "0".into(),
        quote: quote.into(),
        source: Source { section: None, address: address.into(), start, end: start + 10 },
        evidence: std::collections::BTreeMap::new(),
        inherited: Vec::new(),
        confidence: Confidence::High,
        confidence_reason: None,
        corrected: None,
    }
}

pub(crate) fn targets() -> Vec<Target> {
    let target = |id: &str, label: &str, comparator, value, status| Target {
        record: record(id, 100, "III.2 ¶6", label),
        label: label.into(),
        objective: None,
        indicator: None,
        comparator,
        value,
        value_max: None,
        unit: Some("%".into()),
        due_year: Some(2020),
        due_date: None,
        level: None,
        interim: false,
        area: None,
        outcomes: Vec::new(),
        status,
    };
    vec![
        target("ta", "hồ sơ giải quyết trực tuyến", Comparator::Gte, 20.0, TargetStatus::NotReported),
        target("tb", "dịch vụ công tích hợp", Comparator::Eq, 30.0, TargetStatus::Met),
    ]
}

pub(crate) fn progress() -> Vec<Progress> {
    let result = |id: &str, label: &str, value, status| Progress {
        record: record(id, 50, "I.7.1 ¶7", label),
        label: label.into(),
        indicator: None,
        comparator: None,
        value,
        value_max: None,
        unit: Some("%".into()),
        numerator: None,
        denominator: None,
        year: Some(2019),
        level: None,
        target_value: Some(40.0),
        target_comparator: Some(Comparator::Eq),
        status,
        status_basis: status.map(|_| StatusBasis::Stated),
        answers: None,
        answers_basis: None,
    };
    vec![
        result("pa", "văn bản điện tử", Some(90.0), Some(Status::Met)),
        result("pb", "hồ sơ nộp qua mạng", None, Some(Status::Missed)),
    ]
}

pub(crate) fn spending() -> Vec<Spending> {
    let row = |id: &str, start, group: &str, title: &str, amount_vnd, in_sum| Spending {
        record: record(id, start, "PL I · 1", title),
        table: "PL I".into(),
        row: Some("1".into()),
        group: Some(group.into()),
        title: title.into(),
        amount_vnd,
        disbursed_vnd: None,
        year: Some(2020),
        phase: Phase::Planned,
        amount_basis: Some(AmountBasis::Allocation),
        in_sum,
        repeats: (!in_sum).then(|| "sa".into()),
        funding_source: None,
        funding_note: amount_vnd.is_none().then(|| "Chưa phân bổ kinh phí".into()),
        lead_agency: Some("Sở TTTT".into()),
        lead_agency_id: None,
        partner_agencies: Vec::new(),
        product: None,
        period: None,
    };
    vec![
        row("sa", 300, "Hạ tầng", "Nâng cấp mạng", Some(922_183_000), true),
        row("sb", 310, "Hạ tầng", "Mua máy chủ", Some(1_000_000_000), true),
        row("sc", 320, "An toàn", "Diễn tập", None, true),
        row("sd", 330, "An toàn", "Nâng cấp mạng, nêu lại", Some(922_183_000), false),
    ]
}

pub(crate) fn totals() -> Vec<Total> {
    vec![Total {
        record: record("tt", 340, "PL I · tổng", "Tổng cộng: 2.000"),
        label: "Tổng cộng".into(),
        scope: "PL I".into(),
        funding_source: None,
        amount_vnd: Some(2_000_000_000),
        disbursed_vnd: None,
        printed_rate: None,
        computed_vnd: Some(1_922_183_000),
        matches: Some(false),
        difference_vnd: Some(77_817_000),
        computed_disbursed_vnd: None,
        matches_disbursed: None,
        difference_disbursed_vnd: None,
    }]
}

pub(crate) fn citations() -> Vec<Citation> {
    vec![Citation {
        record: record("ca", 10, "II ¶1", "Nghị định số 43/2011/NĐ-CP"),
        number: "43/2011/NĐ-CP".into(),
        doc_type: Some("Nghị định".into()),
        issued_on: Some("2011-06-13".into()),
        issuer: Some("Chính phủ".into()),
        title: None,
    }]
}

pub(crate) fn checks() -> Vec<Check> {
    vec![Check {
        plan_label: None,
        id: "ka".into(),
        plan_id: "kien-giang-2020".into(),
        province: Some("Kiên Giang".into()),
        province_slug: Some("kien-giang".into()),
        kind: CheckKind::Total,
        severity: Severity::Differs,
        message: "Phụ lục I in 2.000 triệu đồng; các dòng cộng lại là 1.922,183.".into(),
        records: vec!["tt".into()],
        address: Some("PL I · tổng".into()),
        quote: Some("Tổng cộng: 2.000".into()),
        start: Some(340),
        end: Some(350),
        stated: Some(2_000_000_000.0),
        computed: Some(1_922_183_000.0),
        difference: Some(77_817_000.0),
        unit: Some("VND".into()),
    }]
}
