//! What a reading is told about its own numbers.

use std::collections::BTreeMap;

use super::*;
use crate::{
    ReadOptions, read,
    records::{
        Confidence, Source,
        spending::{AmountBasis, Phase, Spending},
        total::Total,
    },
};

/// A reading without records of money, to which a test adds its own.
fn reading() -> Reading {
    let text = "KẾ HOẠCH\nChuyển đổi số tỉnh Hà Nam năm 2020\n\nI. MỤC TIÊU\nMục tiêu của UBND tỉnh.\nII. NHIỆM VỤ\nNhiệm vụ chung.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 5/KH-UBND ngày 14/11/2020 của UBND tỉnh Hà Nam)\n";
    let mut reading = read(text.as_bytes(), &ReadOptions::default()).expect("a plan");
    reading.spending.clear();
    reading.totals.clear();
    reading.targets.clear();
    reading
}

fn provenance(quote: &str, at: usize) -> Provenance {
    Provenance {
        quote: quote.to_owned(),
        source: Source {
            section: Some("VI".to_owned()),
            address: "VI ¶1".to_owned(),
            start: at,
            end: at + quote.chars().count(),
        },
        evidence: BTreeMap::new(),
        inherited: Vec::new(),
        confidence: Confidence::High,
        confidence_reason: None,
    }
}

fn total(scope: &str, amount: i64) -> Total {
    Total {
        provenance: provenance("Tổng", 0),
        label: "Tổng cộng".to_owned(),
        scope: scope.to_owned(),
        funding_source: None,
        amount_vnd: Some(amount),
        disbursed_vnd: None,
        printed_rate: None,
        computed_vnd: None,
        matches: None,
        difference_vnd: None,
        computed_disbursed_vnd: None,
        matches_disbursed: None,
        difference_disbursed_vnd: None,
    }
}

fn row(table: &str, title: &str, amount: i64, period: Option<&str>) -> Spending {
    Spending {
        provenance: provenance(title, 10),
        table: table.to_owned(),
        row: None,
        group: None,
        title: title.to_owned(),
        amount_vnd: Some(amount),
        disbursed_vnd: None,
        year: None,
        phase: Phase::Planned,
        amount_basis: Some(AmountBasis::Allocation),
        in_sum: true,
        repeats: None,
        funding_source: None,
        funding_note: None,
        lead_agency: None,
        partner_agencies: Vec::new(),
        product: None,
        period: period.map(str::to_owned),
    }
}

fn verdicts(checks: &[Check]) -> Vec<(CheckKind, Severity)> {
    checks.iter().map(|c| (c.kind, c.severity)).collect()
}

#[test]
fn a_total_that_its_rows_do_not_give_differs_and_says_by_how_much() {
    let mut reading = reading();
    let mut wrong = total("PL 1", 22_180_000_000);
    wrong.computed_vnd = Some(22_164_000_000);
    wrong.disbursed_vnd = Some(15_661_000_000);
    wrong.computed_disbursed_vnd = Some(15_661_000_000);
    reading.totals.push(wrong);
    let checks = verify(&reading);
    assert_eq!(
        verdicts(&checks),
        [(CheckKind::Total, Severity::Differs), (CheckKind::Total, Severity::Agrees)]
    );
    assert_eq!(checks[0].difference, Some(16_000_000.0));
    assert!(checks[0].message.contains("chênh 16.000.000 đồng"), "{}", checks[0].message);
}

#[test]
fn sources_are_parts_of_the_plan() {
    let mut reading = reading();
    reading.totals =
        vec![total("plan", 20_396), total("source", 12_071), total("source", 2_000), total("source", 6_325)];
    let checks = verify(&reading);
    assert_eq!(verdicts(&checks), [(CheckKind::Parts, Severity::Agrees)]);
    assert_eq!(checks[0].records.len(), 4);
}

#[test]
fn tables_of_planned_rows_are_parts_of_the_plan_and_reviews_are_not() {
    let mut reading = reading();
    reading.totals = vec![total("plan", 58), total("PL I", 16), total("PL II", 42), total("I.8", 128)];
    reading.spending =
        vec![row("PL I", "a", 16, None), row("PL II", "b", 42, None), row("I.8", "c", 128, None)];
    reading.spending[2].phase = Phase::Reported;
    assert_eq!(verdicts(&verify(&reading)), [(CheckKind::Parts, Severity::Agrees)]);
    reading.totals[1].amount_vnd = Some(17);
    assert_eq!(verdicts(&verify(&reading)), [(CheckKind::Parts, Severity::Differs)]);
}

#[test]
fn printed_rates_are_held_against_their_numbers() {
    for (stated, severity) in [
        (56.0, Severity::Agrees),
        (56.18, Severity::Agrees),
        (56.17, Severity::Note),
        (58.0, Severity::Differs),
    ] {
        let mut reading = reading();
        let mut rated = total("table", 49_008);
        rated.disbursed_vnd = Some(27_531);
        rated.printed_rate = Some(stated);
        reading.totals.push(rated);
        assert_eq!(verdicts(&verify(&reading)), [(CheckKind::Rate, severity)], "{stated}");
    }
}

#[test]
fn a_plan_dated_after_its_deadlines_is_told_so() {
    let mut reading = reading();
    reading.spending = vec![
        row("PL", "a", 1, Some("Quý II-2020")),
        row("PL", "b", 1, Some("Năm 2020")),
        row("PL", "c", 1, Some("Theo lộ trình")),
    ];
    let checks = verify(&reading);
    assert_eq!(verdicts(&checks), [(CheckKind::Dates, Severity::Differs)]);
    assert_eq!(checks[0].records, [RecordRef::new("spending", 0)]);
    assert_eq!(checks[0].quote.as_deref(), Some("ngày 14/11/2020".trim_start_matches("ngày ")));
    assert_eq!(dates::warnings(&reading, &checks)[0].kind, "date_after_deadline");
}

#[test]
fn rows_alike_in_words_and_money_are_twins() {
    let (mut one, mut other) = (reading(), reading());
    let title = "Triển khai chữ ký số chuyên dùng trong cơ quan";
    one.spending = vec![row("A", title, 1_720, None), row("A", "Hội thi Tin học", 150, None)];
    other.spending =
        vec![row("B", &title.to_uppercase(), 1_720, None), row("B", "Hội thi Tin học", 150, None)];
    let twins = twins::twins(&twins::places(&one), &twins::places(&other));
    assert_eq!(twins.len(), 1);
    assert!(twins[0].check("Kế hoạch B").message.contains("1.720 đồng"));
    other.spending[0].amount_vnd = Some(1_721);
    assert!(twins::twins(&twins::places(&one), &twins::places(&other)).is_empty());
}

#[test]
fn a_rate_cut_off_is_told_from_one_rounded_and_from_one_that_is_wrong() {
    let message = |stated: f64, part: i64, whole: i64| {
        let mut reading = reading();
        let mut rated = total("table", whole);
        rated.disbursed_vnd = Some(part);
        rated.printed_rate = Some(stated);
        reading.totals.push(rated);
        verify(&reading).remove(0).message
    };
    assert!(message(5.86, 5_175, 88_325).contains("đúng với"));
    assert!(message(5.85, 5_175, 88_325).contains("bỏ phần lẻ, không làm tròn"));
    assert!(message(60.0, 2_250, 3_718).contains("bỏ phần lẻ, không làm tròn"));
    assert!(message(60.6, 2_250, 3_718).contains("làm tròn lên"));
    assert!(message(62.0, 2_250, 3_718).contains("khác với"));
}

#[test]
fn tasks_that_lack_what_others_state_are_told_with_the_first_of_them() {
    let mut reading = reading();
    reading.spending = vec![
        row("PL", "a", 1, Some("Năm 2021")),
        row("PL", "b", 1, None),
        row("PL", "c", 1, None),
        row("PL", "d", 1, None),
    ];
    reading.spending[0].lead_agency = Some("Sở Nội vụ".to_owned());
    reading.spending[1].lead_agency = Some("Sở Nội vụ".to_owned());
    reading.spending[3].phase = Phase::Reported;
    reading.spending[2].amount_vnd = None;
    let checks = verify(&reading);
    let told: Vec<_> = checks.iter().map(|check| (check.kind, check.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (CheckKind::Gap, "1 trong 3 nhiệm vụ không ghi cơ quan chủ trì; đầu tiên là mục này."),
            (
                CheckKind::Gap,
                "1 trong 3 nhiệm vụ không ghi kinh phí, cũng không nói vì sao; đầu tiên là mục này."
            ),
            (CheckKind::Gap, "2 trong 3 nhiệm vụ không ghi thời gian hoàn thành; đầu tiên là mục này."),
        ]
    );
    assert_eq!(checks[2].records, [RecordRef::new("spending", 1), RecordRef::new("spending", 2)]);
}

#[test]
fn what_a_plan_states_of_no_task_is_not_missing() {
    let mut reading = reading();
    reading.spending = vec![row("PL", "a", 1, None), row("PL", "b", 1, None)];
    assert!(verify(&reading).is_empty());
}
