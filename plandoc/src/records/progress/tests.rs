use proptest::prelude::*;

use super::*;
use crate::{
    decode::decode,
    records::{Confidence, ReadContext, objective, plan::Plan, target},
};

/// The results of a plan for 2031 whose section on 2030 holds these lines.
fn results(lines: &str) -> Vec<Progress> {
    read_all(&format!("I. KẾT QUẢ THỰC HIỆN NĂM 2030\n1. Kết quả\n{lines}\n")).1
}

fn read_all(text: &str) -> (Vec<Target>, Vec<Progress>) {
    let decoded = decode(text.as_bytes(), Some("plan.txt")).expect("the text decodes");
    let mut context = ReadContext::new(decoded);
    context.plan = Plan { period_start: Some(2031), period_end: Some(2031), ..Plan::default() };
    let objectives = objective::read(&context);
    let mut targets = target::read(&context, &objectives);
    let found = read(&context, &mut targets);
    for result in &found {
        holds(text, &result.provenance);
        let field = if result.value.is_some() { "value" } else { "status" };
        assert!(result.provenance.evidence.contains_key(field), "{field} has its place");
        assert!(result.provenance.evidence.contains_key("label"), "the label has its place");
    }
    for target in &targets {
        holds(text, &target.provenance);
    }
    (targets, found)
}

fn holds(text: &str, provenance: &Provenance) {
    let source = &provenance.source;
    let quoted: String = text.chars().skip(source.start).take(source.end - source.start).collect();
    assert_eq!(quoted, provenance.quote, "the quote is exact");
}

/// "value unit numerator/denominator label".
fn told(result: &Progress) -> String {
    let number = |number: Option<f64>| number.map_or("-".to_owned(), |number| number.to_string());
    format!(
        "{} {} {}/{} {}",
        number(result.value),
        result.unit.as_deref().unwrap_or("-"),
        number(result.numerator),
        number(result.denominator),
        result.label
    )
}

#[test]
fn a_rate_with_its_fraction_is_one_result() {
    let found = results(
        "- Số hồ sơ xử lý trực tuyến 2.100/4.000 hồ sơ, đạt tỷ lệ 52,5%; giải quyết đúng hạn (990/1.000 hồ sơ) đạt tỷ lệ 99%.",
    );
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        ["52.5 % 2100/4000 Số hồ sơ xử lý trực tuyến", "99 % 990/1000 giải quyết đúng hạn"]
    );
    assert_eq!(found[0].year, Some(2030));
    assert_eq!(found[0].provenance.inherited, ["year"]);
}

#[test]
fn a_rate_in_a_bracket_belongs_to_the_count_before_it() {
    let found = results(
        "- Toàn tỉnh trao đổi 5.000 văn bản (trong đó: văn bản điện tử 4.000 (80%); văn bản giấy 1.000 (20%)).",
    );
    let told: Vec<_> = found.iter().map(told).collect();
    assert_eq!(told[1..], ["80 % 4000/5000 văn bản điện tử", "20 % 1000/5000 văn bản giấy"], "{told:?}");
    assert_eq!(found[1].provenance.confidence, Confidence::Medium, "the whole was found by its value");
}

#[test]
fn a_whole_that_does_not_yield_the_rate_is_not_taken() {
    let found = results("- Toàn tỉnh trao đổi 9.000 văn bản (trong đó: văn bản điện tử 4.000 (80%)).");
    assert_eq!(found[1].denominator, None);
}

#[test]
fn the_count_behind_all_is_numerator_and_denominator() {
    let found = results(
        "- Hiện tại 100% thủ tục (1.500 thủ tục) đã lên Cổng, trong đó có 300 thủ tục ở mức toàn trình đạt tỷ lệ 20%.",
    );
    assert_eq!(
        (found[0].value, found[0].numerator, found[0].denominator),
        (Some(100.0), Some(1500.0), Some(1500.0))
    );
    assert_eq!(
        (found[1].value, found[1].numerator, found[1].denominator),
        (Some(20.0), Some(300.0), Some(1500.0))
    );
}

#[test]
fn a_target_in_a_bracket_gives_a_computed_verdict() {
    let found = results(
        "- Tỷ lệ hồ sơ trực tuyến đạt 45,5% (mục tiêu năm 2030 là tối thiểu 50%).\n- Tỷ lệ hài lòng đạt 96% (chỉ tiêu là 90%).\n- Tỷ lệ máy tính nối mạng đạt 60% so với mục tiêu 80%.",
    );
    let read: Vec<_> =
        found.iter().map(|p| (p.target_comparator, p.target_value, p.status, p.status_basis)).collect();
    assert_eq!(
        read,
        [
            (Some(Comparator::Gte), Some(50.0), Some(Status::Missed), Some(StatusBasis::Computed)),
            (Some(Comparator::Eq), Some(90.0), Some(Status::Met), Some(StatusBasis::Computed)),
            (Some(Comparator::Eq), Some(80.0), Some(Status::Missed), Some(StatusBasis::Computed)),
        ]
    );
}

#[test]
fn targets_of_several_levels_go_to_their_levels() {
    let found = results(
        "- Tỷ lệ xử lý hồ sơ trên mạng đạt 87%, trong đó: cấp tỉnh đạt 89%, cấp huyện đạt 88% và cấp xã đạt 83% (Mục tiêu năm 2030: cấp tỉnh 100%, cấp huyện 80% và 70% cấp xã).",
    );
    let read: Vec<_> = found.iter().map(|p| (p.level, p.value, p.target_value, p.status)).collect();
    assert_eq!(
        read,
        [
            (None, Some(87.0), None, None),
            (Some(Level::Province), Some(89.0), Some(100.0), Some(Status::Missed)),
            (Some(Level::District), Some(88.0), Some(80.0), Some(Status::Met)),
            (Some(Level::Commune), Some(83.0), Some(70.0), Some(Status::Met)),
        ]
    );
}

#[test]
fn a_hedged_count_keeps_its_hedge() {
    let found = results("- Hệ thống thư điện tử có hơn 6.500 hộp thư đang dùng.");
    assert_eq!((found[0].comparator, found[0].value), (Some(Comparator::Gt), Some(6500.0)));
    assert_eq!(found[0].unit.as_deref(), Some("hộp thư"));
}

#[test]
fn lists_that_judge_give_the_documents_own_verdict() {
    let found = results(
        "- 40% hồ sơ nộp qua mạng: Chưa đạt.\n- 30% dịch vụ mức độ 3 và trên 15% dịch vụ mức độ 4 có hồ sơ: **Đạt.**\n- Hoàn thiện Cổng dịch vụ công: Đạt\n- Xây dựng đô thị thông minh: Đã xong giai đoạn đầu (năm 2032 làm tiếp).",
    );
    let read: Vec<_> =
        found.iter().map(|p| (p.value, p.target_comparator, p.target_value, p.status)).collect();
    assert_eq!(
        read,
        [
            (None, Some(Comparator::Eq), Some(40.0), Some(Status::Missed)),
            (None, Some(Comparator::Eq), Some(30.0), Some(Status::Met)),
            (None, Some(Comparator::Gt), Some(15.0), Some(Status::Met)),
            (None, None, None, Some(Status::Met)),
            (None, None, None, Some(Status::Partly)),
        ]
    );
    let (judged, told) = found.split_at(4);
    assert!(judged.iter().all(|p| p.status_basis == Some(StatusBasis::Stated)));
    assert!(told.iter().all(|p| p.status_basis.is_none()), "how far it got is no verdict");
    assert_eq!(found[0].provenance.quote, "40% hồ sơ nộp qua mạng: Chưa đạt");
    assert_eq!(found[2].provenance.quote, "trên 15% dịch vụ mức độ 4 có hồ sơ: **Đạt.**");
    assert_eq!(found[3].label, "Hoàn thiện Cổng dịch vụ công");
}

#[test]
fn a_sentences_year_goes_before_the_headings_unless_it_lies_after_it() {
    let found = results("- Trong năm 2029, tổ chức 12 lớp tập huấn.\n- Đến năm 2035 có 50 máy chủ.");
    assert_eq!(found.iter().map(|p| p.year).collect::<Vec<_>>(), [Some(2029), Some(2030)]);
}

#[test]
fn what_is_planned_asked_or_a_rule_is_no_result() {
    let found = results(
        "- Dự kiến trang bị cho 80% cán bộ.\n- Tuyên truyền 100% cán bộ dùng chữ ký số.\n- Cập nhật ít nhất 1 tin mỗi tuần.\n- Thời lượng 10 phút/kỳ, theo Nghị định số 12/2029/NĐ-CP, mức độ 3, 4.",
    );
    assert_eq!(found, []);
}

#[test]
fn requests_and_hindrances_report_no_counts() {
    let found = read_all("I. KẾT QUẢ NĂM 2030\n1. Kiến nghị\n- Trung ương hỗ trợ 100% kinh phí cho 12 huyện.\n2. Tồn tại, hạn chế\n- Còn 12 đơn vị chậm.\n- Mới có 30% cán bộ được tập huấn.\n").1;
    assert_eq!(found.iter().map(|p| p.value).collect::<Vec<_>>(), [Some(30.0)]);
}

#[test]
fn a_result_of_the_plans_own_year_answers_its_target() {
    let text = "I. KẾT QUẢ ĐẾN THÁNG 9 NĂM 2031\n- Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 60%.\nII. MỤC TIÊU NĂM 2031\n- Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt trên 70%.\n";
    let (targets, found) = read_all(text);
    assert_eq!(found[0].answers, Some(RecordRef::new("targets", 0)));
    assert_eq!(found[0].answers_basis, Some(AnswersBasis::Matched));
    assert_eq!(targets[0].outcomes, [RecordRef::new("progress", 0)]);
    assert_eq!(targets[0].status, Some(Status::Missed));
}

#[test]
fn a_result_of_another_year_answers_no_target_of_this_plan() {
    let text = "I. KẾT QUẢ NĂM 2030\n- Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 60%.\nII. MỤC TIÊU NĂM 2031\n- Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt trên 70%.\n";
    let (targets, found) = read_all(text);
    assert_eq!((found[0].answers.clone(), targets[0].status), (None, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_stands_in_the_sections_is_read_without_a_panic(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "12", "80%", "4.215/76.310", "tối thiểu", "trở lên", "(", ")", ",", ";", ".", ":", "và", "với",
                "cho", "hồ sơ", "đạt tỷ lệ", "là", "trong đó", "tỷ lệ", "cấp xã", "cấp tỉnh", "mục tiêu năm 2030 là",
                "Đạt", "Chưa đạt", "năm 2029", "mức II", "“", "”", "\n- ", "\n1. ", "\nII. MỤC TIÊU\n", "so với mục tiêu",
                "a\u{306}\u{301}", "đồng", "triệu",
            ]),
            0..40,
        ),
    ) {
        let text = format!("I. KẾT QUẢ NĂM 2030\n- {}", words.join(" "));
        read_all(&text);
    }
}
