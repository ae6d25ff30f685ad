//! Does every number of a plan stand in a record, need none, or stand in the list of what was
//! passed over?

use plandoc::{
    passed_over::{Apart, Fate, Number, list, numbers},
    span::{CharRange, Text},
};
use regex::Regex;
use serde_json::Value;

use crate::corpus::{PLANS, RECORDS, json, reading};

/// Calls `check` with every number of every plan and the text.
fn each(check: impl Fn(&str, Number, &Text)) {
    for plan in PLANS {
        let text = Text::new(reading(plan).text.clone());
        for number in numbers(reading(plan)) {
            check(plan, number, &text);
        }
    }
}

/// The words around a number, with the number marked.
fn shown(text: &Text, range: CharRange) -> String {
    let before = CharRange::new(range.start.saturating_sub(60), range.start);
    let after = CharRange::new(range.end, (range.end + 60).min(text.len()));
    format!("{}⟦{}⟧{}", text.slice(before), text.slice(range), text.slice(after))
}

#[test]
fn every_digit_of_the_text_belongs_to_exactly_one_number() {
    for plan in PLANS {
        let text = Text::new(reading(plan).text.clone());
        let found = numbers(reading(plan));
        let mut past = 0;
        for number in &found {
            assert!(number.range.start >= past, "{plan}: twice {}", shown(&text, number.range));
            past = number.range.end;
        }
        for (at, _) in text.as_str().chars().enumerate().filter(|(_, letter)| letter.is_ascii_digit()) {
            let before = found.partition_point(|number| number.range.start <= at);
            let held = before.checked_sub(1).is_some_and(|index| at < found[index].range.end);
            assert!(held, "{plan}: left out {}", shown(&text, CharRange::new(at, at + 1)));
        }
    }
}

#[test]
fn what_is_said_to_stand_in_a_record_does() {
    for plan in PLANS {
        let text = Text::new(reading(plan).text.clone());
        let held = ranges_of_records(&json(reading(plan)));
        for number in numbers(reading(plan)).iter().filter(|number| number.fate == Fate::Record) {
            let start = number.range.start;
            let is_held =
                (start..number.range.end).any(|at| held.iter().any(|(from, to)| *from <= at && at < *to));
            assert!(is_held, "{plan}: {}", shown(&text, number.range));
        }
    }
}

/// Quotes and evidence of all records and of the plan, from the public JSON.
fn ranges_of_records(reading: &Value) -> Vec<(usize, usize)> {
    let at =
        |place: &Value, key: &str| usize::try_from(place[key].as_u64().expect("a position")).expect("small");
    let records = RECORDS.iter().flat_map(|list| reading[*list].as_array().expect("a list"));
    let evidence = records.clone().chain([&reading["plan"]]).flat_map(|record| {
        record["evidence"]
            .as_object()
            .expect("evidence")
            .values()
            .flat_map(|places| places.as_array().expect("places"))
    });
    let quotes = records.map(|record| &record["source"]);
    evidence.chain(quotes).map(|place| (at(place, "start"), at(place, "end"))).collect()
}

#[test]
fn shares_and_money_never_go_without_a_word() {
    let after = Regex::new(r"^(?:[\d.,]*\s?%|\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+đồng)").expect("a pattern");
    each(|plan, number, text| {
        let Fate::Apart(apart) = number.fate else { return };
        let rest = CharRange::new(number.range.end, (number.range.end + 20).min(text.len()));
        let words = shown(text, number.range);
        assert!(apart == Apart::Letterhead || !after.is_match(text.slice(rest)), "{plan}: {apart:?} {words}");
    });
}

#[test]
fn what_needs_no_record_looks_like_what_it_is_said_to_be() {
    let looks = |apart| match apart {
        Apart::Citation => {
            r"(?i)(?:số|điều|khoản|án|lục|luật|định|quyết|thị|tư|lệnh|trình|mục|phần|bảng|biểu|mẫu|hoạch|cáo|bản|chương|dẫn)\s*:?\s*⟦|⟧\s*[/-]|[/-]\s*⟦"
        }
        Apart::Date => {
            r"(?i)(?:ngày|tháng|năm|quý|giai đoạn|đến|\d\s*[-–/.])\s*[\d\s/–-]*⟦|⟦[^⟧]*⟧\s*[-–/.]\s*\d|⟦(?:19|20)\d\d⟧"
        }
        Apart::Numbering => r"(?:^|[\n\t|(*#>-])\s*(?:[*#|>-]|\\|<b>|\s)*(?:\p{Lu}+\s+)?⟦|⟦[^⟧]*⟧\\?[.)]",
        Apart::Layout => r"[\[<][^\]>\n]*⟦|⟦[^⟧]*⟧[^\[<\n]*[\]>]",
        Apart::Letterhead | Apart::Name => "⟦",
    };
    each(|plan, number, text| {
        let Fate::Apart(apart) = number.fate else { return };
        let words = shown(text, number.range);
        assert!(Regex::new(looks(apart)).expect("a pattern").is_match(&words), "{plan}: {apart:?} {words}");
    });
}

#[test]
fn each_number_passed_over_stands_in_the_list_once_with_its_exact_words() {
    for plan in PLANS {
        let text = Text::new(reading(plan).text.clone());
        let passed: Vec<CharRange> = numbers(reading(plan))
            .into_iter()
            .filter(|number| matches!(number.fate, Fate::PassedOver(_)))
            .map(|number| number.range)
            .collect();
        let items = list(reading(plan));
        for item in &items {
            let range = CharRange::new(item.source.start, item.source.end);
            assert_eq!(text.slice(range), item.quote, "{plan}");
            assert!(item.numbers.iter().all(|number| range.contains(number.range)), "{plan}: {item:?}");
            assert!(!item.source.address.is_empty(), "{plan}: {item:?}");
        }
        let listed: Vec<CharRange> = items.iter().flat_map(|item| &item.numbers).map(|n| n.range).collect();
        assert_eq!(listed, passed, "{plan}");
    }
}
