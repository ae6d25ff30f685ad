//! Does the evidence of each field hold the field's value: the amount in the amount's
//! range, the year in the heading's?
//!
//! All records of all plans of the corpus are looked at, every field by how it is stated.

use plandoc::{
    span::{CharRange, Text},
    text::{date, fold::words, number},
};
use regex::Regex;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::{PLANS, RECORDS, json, reading};

/// Amounts may be printed in thousands, millions or thousands of millions of đồng.
const SCALES: [f64; 4] = [1.0, 1e3, 1e6, 1e9];

/// Fields that are links or verdicts of the reader, not words of the document.
const DERIVED: [&str; 13] = [
    "interim",
    "in_sum",
    "status_basis",
    "repeats",
    "outcomes",
    "answers",
    "answers_basis",
    "computed_vnd",
    "computed_disbursed_vnd",
    "matches",
    "matches_disbursed",
    "difference_vnd",
    "difference_disbursed_vnd",
];

/// What every record carries.
const CARRIED: [&str; 6] = ["quote", "source", "evidence", "inherited", "confidence", "confidence_reason"];

/// Units that say in one word what is printed in several: people by their posts, offices.
const SORTS: [&str; 2] = ["người", "cơ quan"];

/// Words for what is stated by a choice of words.
const CHOICES: [(&str, &str, &str); 18] = [
    ("comparator", "gte", "tối thiểu|ít nhất|trở lên|không dưới|≥"),
    ("comparator", "gt", "trên|hơn|vượt|>"),
    ("comparator", "lte", "tối đa|không quá|trở xuống|≤"),
    ("comparator", "lt", "dưới|<"),
    ("comparator", "approx", "khoảng|gần|ước|xấp xỉ"),
    ("comparator", "range", r"\d\s*%?\s*(?:-|–|đến)\s*\d"),
    ("comparator", "eq", r"\d|mức|\p{L}"),
    ("level", "province", "tỉnh|sở|ngành|trung tâm"),
    ("level", "district", "huyện|thị xã|quận"),
    ("level", "commune", "xã|phường|thị trấn"),
    ("status", "met", r"đạt|hoàn|\d"),
    ("status", "partly", r"hoàn|một phần|\p{L}"),
    ("status", "missed", r"chưa|không|\d"),
    ("amount_basis", "allocation", r"\p{L}|\d"),
    ("amount_basis", "total_investment", "tổng mức|tổng"),
    ("amount_basis", "estimate", "dự kiến|dự toán|khái toán"),
    ("scope", "", r"\p{L}"),
    ("phase", "", r"\p{L}"),
];

struct Field<'a> {
    name: &'a str,
    value: &'a Value,
    /// The words of its evidence, composed, tags and marks left in.
    said: String,
}

impl Field<'_> {
    fn numbers(&self) -> Vec<f64> {
        let digits = Regex::new(r"\d+(?:[.,]\d+)*").expect("a pattern");
        let printed = digits.find_iter(&self.said).filter_map(|found| number::numeral(found.as_str()));
        let spelled = self.said.split_whitespace().filter_map(number::worded);
        printed.map(|read| read.value).chain(spelled).collect()
    }

    fn has_number(&self, scales: &[f64]) -> bool {
        let wanted = self.value.as_f64().expect("a number");
        let near = |found: f64| (found - wanted).abs() <= 1e-6 * wanted.abs().max(1.0);
        self.numbers().iter().any(|found| scales.iter().any(|scale| near(found * scale)))
    }

    fn has_words(&self, wanted: &str) -> bool {
        let said = words(&self.said);
        words(wanted).iter().all(|word| said.contains(word) || said.concat().contains(word.as_str()))
    }

    fn has_choice(&self, choice: &str) -> Option<bool> {
        let name = self.name.strip_prefix("target_").unwrap_or(self.name);
        let known =
            CHOICES.iter().find(|(field, value, _)| *field == name && (value.is_empty() || *value == choice));
        known.map(|(_, _, pattern)| {
            Regex::new(&format!("(?i){pattern}")).expect("a pattern").is_match(&self.said)
        })
    }

    fn has_text(&self, wanted: &str) -> bool {
        match self.name {
            // Links; the words stand in the label or the goal.
            "indicator" | "objective" => !self.said.is_empty(),
            "issued_on" | "due_date" => {
                date::dates(&self.said).iter().any(|found| found.date.iso() == wanted)
            }
            // A task of the text stands in no table.
            "table" if wanted == "body" => !self.said.is_empty(),
            "unit" => SORTS.contains(&wanted) || self.has_words(wanted) || self.said.contains(wanted),
            _ => self.has_choice(wanted).unwrap_or_else(|| self.has_words(wanted)),
        }
    }

    fn holds(&self) -> bool {
        match self.value {
            Value::Number(year) if self.name.ends_with("year") => self.said.contains(&year.to_string()),
            Value::Number(_) if self.name.ends_with("_vnd") => self.has_number(&SCALES),
            Value::Number(_) => self.has_number(&[1.0]),
            Value::String(text) => self.has_text(text),
            Value::Array(several) => {
                several.iter().all(|one| self.has_words(one.as_str().unwrap_or_default()))
            }
            _ => true,
        }
    }
}

/// The words of all ranges of a field.
fn said(text: &Text, ranges: &Value) -> String {
    let at = |place: &Value, key: &str| {
        usize::try_from(place[key].as_u64().expect("a position")).expect("a position")
    };
    let ranges = ranges.as_array().expect("ranges").iter();
    let words: Vec<&str> =
        ranges.map(|place| text.slice(CharRange::new(at(place, "start"), at(place, "end")))).collect();
    words.join(" ").nfc().collect::<String>().replace('\u{a0}', " ")
}

fn is_stated(name: &str, value: &Value) -> bool {
    let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    !empty && !CARRIED.contains(&name) && !DERIVED.contains(&name) && !value.is_boolean()
}

/// What is wrong with the fields of one record.
fn faults(place: &str, record: &Value, text: &Text) -> Vec<String> {
    let fields = record.as_object().expect("a record").iter();
    fields
        .filter(|(name, value)| is_stated(name, value))
        .filter_map(|(name, value)| {
            let Some(ranges) = record["evidence"].get(name) else {
                return Some(format!("{place}.{name} = {value}: no evidence"));
            };
            let field = Field { name, value, said: said(text, ranges) };
            (!field.holds()).then(|| format!("{place}.{name} = {value}: not in {:?}", field.said))
        })
        .collect()
}

#[test]
fn the_evidence_of_every_field_holds_its_value() {
    let mut wrong = Vec::new();
    for plan in PLANS {
        let reading = json(reading(plan));
        let text = Text::new(reading["text"].as_str().expect("the text").to_owned());
        for list in RECORDS {
            for (at, record) in reading[list].as_array().expect("a list").iter().enumerate() {
                wrong.extend(faults(&format!("{plan} {list}[{at}]"), record, &text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} fields:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_evidence_of_a_plans_own_fields_holds_their_values() {
    let mut wrong = Vec::new();
    for plan in PLANS {
        let reading = json(reading(plan));
        let text = Text::new(reading["text"].as_str().expect("the text").to_owned());
        for (name, ranges) in reading["plan"]["evidence"].as_object().expect("evidence") {
            let name = if name.starts_with("period_") { "period_year" } else { name };
            let key = if name == "period_year" { "period_end" } else { name };
            let field = Field { name, value: &reading["plan"][key], said: said(&text, ranges) };
            // "UBND" is written out in the issuer's full name.
            if name != "issuer" && !field.holds() {
                wrong.push(format!("{plan} plan.{name} = {}: not in {:?}", field.value, field.said));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
