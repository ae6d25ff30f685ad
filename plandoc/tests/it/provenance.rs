//! Is every record tied to its words?

use plandoc::{
    blocks::BlockKind,
    span::{CharRange, Text},
};
use serde_json::Value;

use crate::corpus::{PLANS, RECORDS, json, reading};

const QUOTE_LIMIT: usize = 600;

/// Calls `check` with every record of every plan: "plan list[index]", the record, the text.
fn each(check: impl Fn(&str, &Value, &Text)) {
    for plan in PLANS {
        let reading = json(reading(plan));
        let text = Text::new(reading["text"].as_str().expect("the text").to_owned());
        for list in RECORDS {
            for (index, record) in reading[list].as_array().expect("a list").iter().enumerate() {
                check(&format!("{plan} {list}[{index}]"), record, &text);
            }
        }
    }
}

fn range(value: &Value) -> CharRange {
    let at = |key: &str| usize::try_from(value[key].as_u64().expect("a position")).expect("a position");
    CharRange::new(at("start"), at("end"))
}

#[test]
fn every_quote_stands_where_it_says() {
    each(|name, record, text| {
        let quote = record["quote"].as_str().expect("a quote");
        assert_eq!(text.slice(range(&record["source"])), quote, "{name}");
        assert!(!quote.trim().is_empty(), "{name}: an empty quote");
    });
}

#[test]
fn no_quote_is_longer_than_a_person_reads() {
    each(|name, record, _| {
        let quote = record["quote"].as_str().expect("a quote");
        assert!(quote.chars().count() <= QUOTE_LIMIT, "{name}: {quote}");
    });
}

#[test]
fn every_quote_stands_in_one_block() {
    for plan in PLANS {
        let reading = reading(plan);
        let blocks: Vec<CharRange> = reading.document.blocks.iter().map(|block| block.range).collect();
        let records = json(reading);
        for list in RECORDS {
            for record in records[list].as_array().expect("a list") {
                let quote = range(&record["source"]);
                let within = blocks.iter().filter(|block| block.contains(quote)).count();
                assert_eq!(within, 1, "{plan} {list}: {}", record["quote"]);
            }
        }
    }
}

#[test]
fn all_evidence_lies_inside_the_text_and_has_words() {
    each(|name, record, text| {
        for (field, ranges) in record["evidence"].as_object().expect("evidence") {
            for place in ranges.as_array().expect("ranges") {
                let place = range(place);
                assert!(place.end <= text.len() && !place.is_empty(), "{name}.{field}: {place:?}");
                assert!(record.get(field).is_some(), "{name}: evidence for an unknown field {field}");
            }
        }
    });
}

#[test]
fn what_is_null_has_no_evidence() {
    each(|name, record, _| {
        for field in record["evidence"].as_object().expect("evidence").keys() {
            assert!(!record[field].is_null(), "{name}: evidence for {field}, which is null");
        }
    });
}

#[test]
fn a_place_can_be_cited_by_a_person() {
    each(|name, record, _| {
        assert!(!record["source"]["address"].as_str().unwrap_or_default().is_empty(), "{name}");
    });
}

#[test]
fn doubt_is_given_a_reason() {
    each(|name, record, _| {
        let high = record["confidence"] == "high";
        assert_eq!(high, record["confidence_reason"].is_null(), "{name}");
    });
}

#[test]
fn records_that_name_others_name_ones_that_exist() {
    for plan in PLANS {
        let records = json(reading(plan));
        let exists = |name: &Value| {
            let (list, index) = name.as_str().expect("a name").split_once('/').expect("list and index");
            records[list].get(index.parse::<usize>().expect("an index")).is_some()
        };
        for list in RECORDS {
            for record in records[list].as_array().expect("a list") {
                let single = ["objective", "answers", "repeats"].iter().filter_map(|key| record.get(key));
                let several = record.get("outcomes").and_then(Value::as_array).into_iter().flatten();
                for name in single.filter(|name| !name.is_null()).chain(several) {
                    assert!(exists(name), "{plan} {list}: {name}");
                }
            }
        }
        for check in records["checks"].as_array().expect("checks") {
            assert!(check["records"].as_array().expect("records").iter().all(exists), "{plan}: {check}");
        }
    }
}

#[test]
fn blocks_stand_in_order_and_do_not_overlap() {
    for plan in PLANS {
        let reading = reading(plan);
        let mut end = 0;
        for block in &reading.document.blocks {
            assert!(block.range.start >= end, "{plan}: {:?} begins before {end}", block.range);
            assert!(
                matches!(block.kind, BlockKind::Furniture | BlockKind::Table(_)) || !block.range.is_empty()
            );
            end = block.range.end;
        }
        assert!(end <= reading.text.chars().count(), "{plan}");
    }
}
