use super::Total;
use crate::{
    decode::{Decoded, Format},
    records::{ReadContext, spending},
};

fn read(served: &str) -> Vec<Total> {
    let context =
        ReadContext::new(Decoded { text: served.to_owned(), format: Format::Plain, ..Decoded::default() });
    super::read(&context, &spending::read(&context))
}

fn brief(total: &Total) -> (&str, &str, Option<i64>, Option<i64>, Option<bool>) {
    (&total.label, &total.scope, total.amount_vnd, total.computed_vnd, total.matches)
}

const MILLION: i64 = 1_000_000;

#[test]
fn total_rows_are_held_against_their_rows() {
    let served = "PHỤ LỤC 1\nĐÁNH GIÁ ĐẦU TƯ\nĐVT: Triệu đồng\n\tSTT\n\tTên dự án\n\tTổng mức đầu tư\n\tKinh phí đã thực hiện\n\tNguồn vốn\n\n\t1\n\tA b c\n\t100\n\t90\n\tX\n\n\t2\n\tD e f\n\t50\n\t5\n\tX\n\n\tTổng cộng\n\t160\n\t95\n\t\n";
    let [total] = &read(served)[..] else { panic!("one total") };
    assert_eq!(
        brief(total),
        ("Tổng cộng", "PHỤ LỤC 1", Some(160 * MILLION), Some(150 * MILLION), Some(false))
    );
    assert_eq!(total.difference_vnd, Some(10 * MILLION));
    assert_eq!((total.disbursed_vnd, total.matches_disbursed), (Some(95 * MILLION), Some(true)));
}

#[test]
fn groups_with_money_and_subtotals_cover_their_own_rows() {
    let served = "V. KINH PHÍ\nTT\tNội dung\tKinh phí (triệu đồng)\nI\tHạ tầng\t30\n1\tMáy chủ mới\t10\n2\tMạng nội bộ\t20\nII\tĐào tạo\t7\n1\tLớp cơ bản\t7\nTổng cộng\t\t37\n";
    let found = read(served);
    let brief: Vec<_> = found.iter().map(brief).collect();
    assert_eq!(
        brief,
        [
            ("Hạ tầng", "V. KINH PHÍ", Some(30 * MILLION), Some(30 * MILLION), Some(true)),
            ("Đào tạo", "V. KINH PHÍ", Some(7 * MILLION), Some(7 * MILLION), Some(true)),
            ("Tổng cộng", "V. KINH PHÍ", Some(37 * MILLION), Some(37 * MILLION), Some(true)),
        ]
    );
}

#[test]
fn sentences_are_held_against_the_plans_records_by_source() {
    let served = "IV. NHIỆM VỤ\n1. Mua sắm máy chủ mới\n- Nội dung: a.\n- Kinh phí dự kiến: 12 triệu đồng (Vốn sự nghiệp địa phương).\n2. Xây kho dữ liệu chung\n- Nội dung: b.\n- Kinh phí dự kiến: 8 triệu đồng (Vốn đầu tư địa phương).\nVI. KINH PHÍ\nTổng kinh phí thực hiện trong năm 2020 là: 20 triệu đồng. Trong đó:\n- Tổng kinh phí sự nghiệp địa phương là: 12 triệu đồng\n- Tổng kinh phí đầu tư là: 9 triệu đồng.\n";
    let found = read(served);
    let brief: Vec<_> = found.iter().map(brief).collect();
    assert_eq!(
        brief,
        [
            (
                "Tổng kinh phí thực hiện trong năm 2020",
                "plan",
                Some(20 * MILLION),
                Some(20 * MILLION),
                Some(true)
            ),
            (
                "Tổng kinh phí sự nghiệp địa phương",
                "source",
                Some(12 * MILLION),
                Some(12 * MILLION),
                Some(true)
            ),
            ("Tổng kinh phí đầu tư", "source", Some(9 * MILLION), Some(8 * MILLION), Some(false)),
        ]
    );
}

#[test]
fn a_total_without_rows_is_held_against_its_parts() {
    let served = "V. KINH PHÍ THỰC HIỆN\n- Tổng kinh phí thực hiện: 58 tỷ đồng (Năm mươi tám tỷ đồng), trong đó: vốn sự nghiệp 16 tỷ đồng, vốn đầu tư 42 tỷ đồng.\n";
    let found = read(served);
    assert_eq!(found.len(), 3);
    assert_eq!((found[0].computed_vnd, found[0].matches), (Some(58_000 * MILLION), Some(true)));
    assert_eq!(found[1].funding_source.as_deref(), Some("vốn sự nghiệp"));
    assert_eq!(found[2].amount_vnd, Some(42_000 * MILLION));
}

#[test]
fn rows_of_sources_are_totals_with_their_rate() {
    let served = "I. KẾT QUẢ NĂM 2023\n3. Kinh phí thực hiện\nKinh phí bố trí năm 2023: 30 triệu đồng.\nNguồn vốn\tKinh phí được giao (triệu đồng)\tĐã giải ngân (triệu đồng)\tTỷ lệ (%)\nVốn sự nghiệp\t10\t5\t50\nVốn đầu tư\t20\t5\t25\nTổng\t30\t10\t33,3\n";
    let found = read(served);
    assert_eq!(found.len(), 4);
    assert_eq!(
        (found[0].computed_vnd, found[0].scope.as_str()),
        (Some(30 * MILLION), "3. Kinh phí thực hiện")
    );
    assert_eq!((found[1].scope.as_str(), found[1].printed_rate), ("source", Some(50.0)));
    assert_eq!((found[3].matches, found[3].matches_disbursed), (Some(true), Some(true)));
    assert_eq!(found[3].printed_rate, Some(33.3));
}

#[test]
fn money_that_is_no_budget_is_no_total() {
    let served = "I. KẾT QUẢ\n- Đã có 556.032 lượt thanh toán với tổng số tiền là 140,3 tỷ đồng. Công ty đã chi 11 triệu đồng.\nII. MỤC TIÊU\n- Doanh thu đạt 5 tỷ đồng.\n";
    assert!(read(served).is_empty());
}
