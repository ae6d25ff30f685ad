//! Small plans and what is passed over in them.

use super::*;
use crate::{ReadOptions, read};

fn plan(sections: &str) -> Reading {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 9/KH-UBND\nSơn La, ngày 3 tháng 2 năm 2031\nKẾ HOẠCH\nMở chợ quê tỉnh Sơn La năm 2031\n{sections}"
    );
    let options = ReadOptions { file_name: Some("plan.txt"), manifest: None };
    read(text.as_bytes(), &options).expect("a plan")
}

const REST: &str = "III. TỔ CHỨC THỰC HIỆN\nCác sở, ngành triển khai kế hoạch này.\n";

/// Each number passed over as printed, with its sort and the reason.
fn passed(reading: &Reading) -> Vec<(String, Quantity, Option<Reason>)> {
    let text = Text::new(reading.text.clone());
    let numbers = list(reading).into_iter().flat_map(|item| item.numbers);
    numbers.map(|number| (text.slice(number.range).to_owned(), number.quantity, number.reason)).collect()
}

#[test]
fn a_plan_whose_numbers_are_all_read_has_nothing_passed_over() {
    let reading =
        plan(&format!("I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. NHIỆM VỤ\nMở chợ.\n{REST}"));
    assert_eq!(reading.targets.len(), 1);
    assert_eq!(list(&reading), []);
}

#[test]
fn numbers_of_documents_dates_and_numbering_need_no_record() {
    let reading = plan(&format!(
        "I. CĂN CỨ\n1. Theo Điều 5 và khoản 2 của quy chế, ngày 4/5/2030.\n2. Giai đoạn 2026-2030, dịch vụ mức độ 4.\nII. NHIỆM VỤ\nMở chợ.\n{REST}"
    ));
    assert_eq!(list(&reading), []);
    let aparts = |apart| numbers(&reading).iter().filter(|number| number.fate == Fate::Apart(apart)).count();
    assert_eq!((aparts(Apart::Numbering), aparts(Apart::Citation), aparts(Apart::Name)), (2, 2, 1));
}

#[test]
fn a_sentence_is_listed_once_with_all_its_numbers_and_its_place() {
    let reading = plan(&format!(
        "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. NHIỆM VỤ\n1. Mở chợ\nBố trí 12 gian hàng và 3 quầy thuốc. Mời người dân.\n{REST}"
    ));
    let items = list(&reading);
    let [item] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!(item.quote, "Bố trí 12 gian hàng và 3 quầy thuốc.");
    assert_eq!((item.source.address.as_str(), item.numbers.len(), item.row), ("II.1 ¶1", 2, false));
    assert_eq!(item.reason(), Some(Reason::Tasks));
    assert!(!item.is_unexplained());
}

#[test]
fn a_deadline_of_a_task_is_passed_over_as_a_whole() {
    let reading = plan(&format!(
        "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. NHIỆM VỤ\nHoàn thành việc kẻ vạch trước ngày 30/6/2031.\n{REST}"
    ));
    let found = passed(&reading);
    let [(words, quantity, reason)] = found.as_slice() else { panic!("{found:?}") };
    assert!(words.ends_with("30/6/2031"), "{words}");
    assert_eq!((*quantity, *reason), (Quantity::Deadline, None));
}

#[test]
fn money_of_a_report_is_told_from_the_money_of_the_plan() {
    let reading = plan(&format!(
        "I. KẾT QUẢ NĂM 2030\nNgười dân gửi qua mạng với tổng số tiền là 12 tỷ đồng.\nII. NHIỆM VỤ\nMở chợ.\n{REST}"
    ));
    assert_eq!(passed(&reading), [("12 tỷ đồng".to_owned(), Quantity::Money, Some(Reason::ReportedMoney))]);
}

#[test]
fn a_row_of_a_table_that_makes_no_record_is_one_item() {
    let reading = plan(&format!(
        "I. MỤC TIÊU\n- 75% hồ sơ được nộp qua mạng.\nII. NHIỆM VỤ\nSTT\tChợ\tSố gian\tSố quầy\n1\tChợ Đông\t14\t3\n2\tChợ Tây\t15\t4\n{REST}"
    ));
    let items = list(&reading);
    assert_eq!(items.iter().map(|item| item.numbers.len()).collect::<Vec<_>>(), [2, 2], "{items:?}");
    assert!(items.iter().all(|item| item.row && item.reason() == Some(Reason::Table)), "{items:?}");
    assert!(items[0].source.address.starts_with("II · "), "{items:?}");
}

#[test]
fn marks_of_the_export_are_layout() {
    let reading = plan(&format!(
        "I. MỤC TIÊU\n[bookmark: _Hlk123]- 75% hồ sơ được nộp qua mạng.\nII. NHIỆM VỤ\nMở chợ.\n{REST}"
    ));
    let layout = Fate::Apart(Apart::Layout);
    assert_eq!(numbers(&reading).iter().filter(|number| number.fate == layout).count(), 1);
}
