use super::*;
use Language::{En, Vi};

#[test]
fn thousands_and_decimals_follow_the_language() {
    assert_eq!(integer(Vi, 20_396), "20.396");
    assert_eq!(integer(En, -1_234_567), "−1,234,567");
    assert_eq!(integer(Vi, 999), "999");
    assert_eq!(number(Vi, 52.33), "52,33");
    assert_eq!(number(En, 7000.0), "7,000");
    assert_eq!(number(Vi, -0.000_000_1), "0");
}

#[test]
fn money_keeps_every_dong_that_it_can_show() {
    assert_eq!(money(Vi, 20_396_000_000), "20,396 tỷ đồng");
    assert_eq!(money(Vi, 58_000_000_000), "58 tỷ đồng");
    assert_eq!(money(Vi, 922_183_000), "922,183 triệu đồng");
    assert_eq!(money(Vi, 1_634_200_500), "1.634,2005 triệu đồng");
    assert_eq!(money(Vi, 1_234_567), "1.234.567 đồng");
    assert_eq!(money(En, 12_500_000_000), "VND 12.5 billion");
    assert_eq!(money(Vi, 0), "0 đồng");
}

#[test]
fn headlines_round_and_titles_do_not() {
    assert_eq!(money_rounded(Vi, 276_619_000_000), "276,6 tỷ đồng");
    assert_eq!(money_exact(Vi, 276_619_000_000), "276.619.000.000 đồng");
    assert_eq!(money_headline(En, 276_619_000_000), ("276.6".to_owned(), "billion VND".to_owned()));
}

#[test]
fn a_column_of_millions_is_exact() {
    assert_eq!(millions(Vi, 20_396_000_000), "20.396");
    assert_eq!(millions(Vi, 922_183_000), "922,183");
    assert_eq!(millions(En, 922_183_000), "922.183");
    assert_eq!(millions(Vi, 500_000), "0,5");
    assert_eq!(millions(Vi, -500_000), "−0,5");
    assert_eq!(millions(Vi, 1), "0,000001");
}

#[test]
fn comparators_have_a_sign_and_words() {
    assert_eq!(compared(Vi, Comparator::Gte, 20.0, None, Some("%")), "≥\u{a0}20%");
    assert_eq!(compared(Vi, Comparator::Range, 30.0, Some(50.0), Some("%")), "30–50%");
    assert_eq!(compared(Vi, Comparator::Eq, 7000.0, None, Some("hồ sơ")), "7.000\u{a0}hồ sơ");
    assert_eq!(compared_in_words(Vi, Comparator::Gte, 20.0, None, Some("%")), "từ 20% trở lên");
    assert_eq!(compared_in_words(En, Comparator::Gt, 7000.0, None, None), "more than 7,000");
    assert_eq!(compared_in_words(Vi, Comparator::Range, 30.0, Some(50.0), Some("%")), "từ 30 đến 50%");
}

#[test]
fn dates_are_written_out_and_odd_ones_left_alone() {
    assert_eq!(date(Vi, "2019-12-27"), "27/12/2019");
    assert_eq!(date(En, "2019-12-27"), "27\u{a0}December\u{a0}2019");
    assert_eq!(date(En, "2019-13-27"), "2019-13-27");
    assert_eq!(date(Vi, "2019"), "2019");
}

#[test]
fn a_period_of_one_year_is_one_year() {
    assert_eq!(years(Some(2009), Some(2010)).as_deref(), Some("2009–2010"));
    assert_eq!(years(Some(2020), Some(2020)).as_deref(), Some("2020"));
    assert_eq!(years(None, None), None);
}

#[test]
fn places_can_be_said_aloud() {
    assert_eq!(spoken_address(Vi, "III.2 ¶6"), "mục III.2, đoạn 6");
    assert_eq!(spoken_address(Vi, "I.8 · 6"), "mục I.8, dòng 6");
    assert_eq!(spoken_address(En, "PL I · B.1"), "annex I, row B.1");
    assert_eq!(spoken_address(Vi, "V"), "mục V");
}

#[test]
fn what_is_missing_is_said() {
    assert_eq!(status(Vi, None), "không nêu");
    assert_eq!(status(En, Some(Status::Missed)), "missed");
}
