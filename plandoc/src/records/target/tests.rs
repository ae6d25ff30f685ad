use super::*;
use crate::{
    decode::decode,
    records::{ReadContext, objective, plan::Plan},
};

/// The targets of a plan for 2031 with these lines in its goal section.
fn targets_of(lines: &str) -> Vec<Target> {
    targets_in(&format!("I. MỤC TIÊU\n1. Mục tiêu cụ thể\n{lines}\n"))
}

fn targets_in(text: &str) -> Vec<Target> {
    let decoded = decode(text.as_bytes(), Some("plan.txt")).expect("the text decodes");
    let mut context = ReadContext::new(decoded);
    context.plan = Plan { period_start: Some(2031), period_end: Some(2031), ..Plan::default() };
    let objectives = objective::read(&context);
    let found = read(&context, &objectives);
    for target in &found {
        let source = &target.provenance.source;
        let quoted: String = text.chars().skip(source.start).take(source.end - source.start).collect();
        assert_eq!(quoted, target.provenance.quote, "the quote is exact");
        for field in ["label", "value", "comparator"] {
            assert!(target.provenance.evidence.contains_key(field), "{field} has its place");
        }
    }
    found
}

#[test]
fn each_number_of_a_list_is_a_target_with_its_level() {
    let found = targets_of(
        "- Tối thiểu 70% hồ sơ tại cấp tỉnh, 50% hồ sơ tại cấp huyện và 40% hồ sơ tại cấp xã được số hóa.",
    );
    let read: Vec<_> = found.iter().map(|t| (t.comparator, t.value, t.level)).collect();
    assert_eq!(
        read,
        [
            (Comparator::Gte, 70.0, Some(Level::Province)),
            (Comparator::Gte, 50.0, Some(Level::District)),
            (Comparator::Gte, 40.0, Some(Level::Commune)),
        ]
    );
    assert_eq!(found[0].label, "hồ sơ tại cấp tỉnh được số hóa");
    assert_eq!(found[0].provenance.quote, "Tối thiểu 70% hồ sơ tại cấp tỉnh");
    assert_eq!(found[0].objective, Some(RecordRef::new("objectives", 0)));
}

#[test]
fn a_year_is_the_sentences_else_the_leading_lines_else_the_headings_else_the_plans() {
    let due = |text: &str| targets_in(text).first().map(|t| (t.due_year, t.provenance.inherited.clone()));
    let inherited = |fields: &[&str]| fields.iter().map(|&field| field.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        due("I. MỤC TIÊU NĂM 2032\n- Đến năm 2035 có 80% trường học nối mạng.\n"),
        Some((Some(2035), inherited(&[])))
    );
    assert_eq!(
        due("I. MỤC TIÊU\nĐến năm 2034 phấn đấu đạt các chỉ tiêu sau:\n- 80% trường học nối mạng.\n"),
        Some((Some(2034), inherited(&["due_year"])))
    );
    assert_eq!(
        due("I. MỤC TIÊU NĂM 2032\n- 80% trường học nối mạng.\n"),
        Some((Some(2032), inherited(&["due_year"])))
    );
    assert_eq!(
        due("I. MỤC TIÊU\n- 80% trường học nối mạng.\n"),
        Some((Some(2031), inherited(&["due_year"])))
    );
}

#[test]
fn steps_on_the_way_are_interim_and_measure_the_same() {
    let found = targets_of(
        "- Đến năm 2035, tỷ lệ trường học nối mạng ở cấp huyện là 80% (dự kiến cuối năm 2032 đạt 30%, cuối năm 2033 đạt 50%).",
    );
    let read: Vec<_> = found.iter().map(|t| (t.value, t.due_year, t.interim, t.level)).collect();
    assert_eq!(
        read,
        [
            (80.0, Some(2035), false, Some(Level::District)),
            (30.0, Some(2032), true, Some(Level::District)),
            (50.0, Some(2033), true, Some(Level::District)),
        ]
    );
    assert!(found.iter().all(|t| t.label == "tỷ lệ trường học nối mạng ở cấp huyện"));
}

#[test]
fn ranges_grades_and_relative_promises_are_targets() {
    let found = targets_of(
        "- Rút ngắn 20% - 40% thời gian họp.\n- Đạt tối thiểu mức III về an toàn.\n- Tỷ lệ hồ sơ trực tuyến tăng tối thiểu 15% so với năm 2030.",
    );
    let read: Vec<_> =
        found.iter().map(|t| (t.comparator, t.value, t.value_max, t.unit.as_deref())).collect();
    assert_eq!(
        read,
        [
            (Comparator::Range, 20.0, Some(40.0), Some("%")),
            (Comparator::Gte, 3.0, None, Some("mức")),
            (Comparator::Gte, 15.0, None, Some("%")),
        ]
    );
    assert_eq!(found[2].due_year, Some(2031), "the year compared with is not the year it is due");
    assert!(found[2].label.contains("so với năm 2030"), "{}", found[2].label);
}

#[test]
fn numbers_that_promise_nothing_are_no_targets() {
    let found = targets_of(
        "- Cung cấp dịch vụ mức độ 3, 4 theo Nghị định số 12/2030/NĐ-CP ngày 01/02/2030, phiên bản 2.0.\n- Báo cáo 6 tháng một lần.\n- Tất cả các xã có mạng 4G.",
    );
    assert_eq!(found, []);
}

#[test]
fn outside_the_goals_a_share_is_a_target_but_what_is_already_so_and_money_are_not() {
    let found = targets_in(
        "II. NHIỆM VỤ\n1. Hạ tầng\n- Bảo đảm 90% trường học có mạng trước ngày 30/6/2031.\n- Hiện nay đã có 60% trường học nối mạng.\n- Ngân sách tỉnh hỗ trợ 50% kinh phí.\n- Lắp đặt 12 máy chủ.\n- Mỗi xã có ít nhất hai cán bộ phụ trách.\n",
    );
    let read: Vec<_> = found.iter().map(|t| (t.value, t.due_date.as_deref())).collect();
    assert_eq!(read, [(90.0, Some("2031-06-30")), (2.0, None)]);
}
