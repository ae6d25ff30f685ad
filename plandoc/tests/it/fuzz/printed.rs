//! Is what is printed in any of the usual ways read back as what it was?

use plandoc::text::{
    date::{Date, dates},
    money::amounts,
    number::{FigureKind, figures, numeral},
};
use proptest::prelude::*;

/// Digits in groups of three.
fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if first > 0 {
        groups.push(&digits[..first]);
    }
    groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    groups.join(separator)
}

/// Units of money, đồng in one, as they are printed.
const UNITS: [(i64, [&str; 3]); 4] = [
    (1, ["đồng", "VNĐ", "vnd"]),
    (1_000, ["nghìn đồng", "ngàn đồng", "nghìn VNĐ"]),
    (1_000_000, ["triệu đồng", "triệu VND", "triệu"]),
    (1_000_000_000, ["tỷ đồng", "tỉ đồng", "tỷ"]),
];

proptest! {
    /// Shares and differences are kept as JSON, and must not become others there.
    #[test]
    fn a_share_survives_json(part in 1_u32..1_000_000, whole in 1_u32..1_000_000) {
        let share = f64::from(part) / f64::from(whole) * 100.0;
        let json = serde_json::to_string(&share).expect("JSON of a number");
        prop_assert_eq!(serde_json::from_str::<f64>(&json).expect("a number").to_bits(), share.to_bits());
    }

    #[test]
    fn whole_numbers_come_back(number in 0_u64..10_000_000_000) {
        let value = |printed: &str| numeral(printed).map(|read| (read.value, read.decimals));
        #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
        let expected = Some((number as f64, 0));
        prop_assert_eq!(value(&number.to_string()), expected);
        prop_assert_eq!(value(&grouped(number, ".")), expected);
        if number >= 1_000_000 {
            prop_assert_eq!(value(&grouped(number, ",")), expected);
        }
    }

    #[test]
    fn decimals_come_back(whole in 0_u64..10_000_000, fraction in "[0-9]{1,2}") {
        let expected: f64 = format!("{whole}.{fraction}").parse().expect("a number");
        for printed in [format!("{whole},{fraction}"), format!("{},{fraction}", grouped(whole, "."))] {
            let read = numeral(&printed).expect("a number");
            prop_assert_eq!((read.value, usize::from(read.decimals)), (expected, fraction.len()), "{}", printed);
        }
    }

    #[test]
    fn a_percentage_in_a_sentence_comes_back(number in 0_u32..100, fraction in 0_u32..100) {
        let sentence = format!("Tỷ lệ hồ sơ được xử lý đạt {number},{fraction:02}% trên tổng số.");
        let found = figures(&sentence);
        prop_assert_eq!(found.len(), 1);
        let expected: f64 = format!("{number}.{fraction:02}").parse().expect("a number");
        prop_assert_eq!(found[0].value.to_bits(), expected.to_bits());
    }

    #[test]
    fn what_a_time_is_cut_to_comes_back(from in 2_u32..100, cut in 1_u32..99) {
        let to = from - cut.min(from - 1);
        for printed in [
            format!("Giảm thời gian cấp thẻ từ {from} ngày xuống còn {to} ngày."),
            format!("Rút ngắn thời gian cấp thẻ từ {from:02} ngày làm việc xuống {to:02} ngày làm việc."),
            format!("Giảm thời gian cấp thẻ từ {from} giờ đến {to} giờ."),
        ] {
            let read: Vec<_> = figures(&printed).iter().map(|figure| (figure.value, figure.kind)).collect();
            prop_assert_eq!(read, [(f64::from(to), FigureKind::Duration)], "{}", printed);
        }
    }

    #[test]
    fn both_ends_of_a_range_come_back(low in 1_u32..99, more in 1_u32..50) {
        let high = low + more;
        for printed in [
            format!("Tỷ lệ hộ có nước đạt từ {low}% đến {high}% số hộ."),
            format!("Tỷ lệ hộ có nước đạt {low}-{high}%."),
            format!("Tỷ lệ hộ có nước đạt {low}% - {high}%."),
            format!("Giảm từ {low} đến {high}% tiền thuê sạp."),
            format!("Tỷ lệ sạp bỏ trống từ {low} đến {high}‰."),
        ] {
            let read: Vec<_> = figures(&printed).iter().map(|figure| (figure.value, figure.value_max)).collect();
            prop_assert_eq!(read, [(f64::from(low), Some(f64::from(high)))], "{}", printed);
        }
    }

    #[test]
    fn an_exact_part_of_a_whole_comes_back_as_its_rate(upper in 1_u32..5, lower in prop::sample::select(vec![2_u32, 4, 5])) {
        prop_assume!(upper < lower);
        let printed = format!("Ít nhất {upper}/{lower} số hộ có nước.");
        let read: Vec<_> = figures(&printed).iter().map(|figure| (figure.value, figure.kind)).collect();
        prop_assert_eq!(read, [(100.0 * f64::from(upper) / f64::from(lower), FigureKind::Percent)]);
    }

    #[test]
    fn money_comes_back(number in 1_i64..900_000, unit in 0_usize..4, word in 0_usize..3, grouping: bool) {
        let (size, words) = UNITS[unit];
        let digits = if grouping { grouped(number.unsigned_abs(), ".") } else { number.to_string() };
        let printed = format!("Kinh phí là {digits} {}; còn lại", words[word]);
        let read: Vec<i64> = amounts(&printed).into_iter().map(|money| money.vnd).collect();
        prop_assert_eq!(read, [number * size], "{}", printed);
    }

    #[test]
    fn money_with_decimals_comes_back(whole in 0_i64..10_000, fraction in 0_i64..100, unit in 1_usize..4) {
        let (size, words) = UNITS[unit];
        let printed = format!("khoảng {whole},{fraction:02} {}.", words[0]);
        let read: Vec<i64> = amounts(&printed).into_iter().map(|money| money.vnd).collect();
        prop_assert_eq!(read, [whole * size + fraction * size / 100], "{}", printed);
    }

    #[test]
    fn money_in_two_units_comes_back(more in 1_i64..900, less in 1_i64..999) {
        let printed = format!("Tổng vốn: {more} tỷ {less} triệu đồng.");
        let read: Vec<i64> = amounts(&printed).into_iter().map(|money| money.vnd).collect();
        prop_assert_eq!(read, [more * 1_000_000_000 + less * 1_000_000], "{}", printed);
    }

    #[test]
    fn days_come_back(year in 1990_i32..2100, month in 1_u32..13, day in 1_u32..32) {
        let Some(date) = Date::new(year, month, day) else { return Ok(()) };
        for printed in [
            format!("{day}/{month}/{year}"),
            format!("{day:02}/{month:02}/{year}"),
            format!("{day}-{month}-{year}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{day} / {month} /{year}"),
            format!("ngày {day} tháng {month} năm {year}"),
            format!("ngày {day:02} tháng {month:02}, năm {year}"),
            format!("Ngày{day:02}tháng {month:02}năm{year}"),
            format!("Hà Nam, ngày {day:02} tháng {month:02} năm {year}"),
        ] {
            let read: Vec<Date> = dates(&printed).into_iter().map(|found| found.date).collect();
            prop_assert_eq!(read, [date], "{}", printed);
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_not_read(year in 1990_i32..2100, month in 1_u32..13, day in 29_u32..100) {
        prop_assume!(Date::new(year, month, day).is_none());
        for printed in [format!("{day}/{month}/{year}"), format!("ngày {day} tháng {month} năm {year}")] {
            prop_assert!(dates(&printed).is_empty(), "{}", printed);
        }
    }
}
