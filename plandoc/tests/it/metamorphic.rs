//! If a document changes in one way, do its records change exactly so?
//!
//! A reader that knew its documents by heart would go on giving the old records.

use plandoc::{ReadOptions, Reading, read, records::Level};
use regex::Regex;
use serde_json::{Map, Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::corpus::{self, PLANS, RECORDS, published, read_as, text};

/// What a reading says, places aside: every list, and the plan.
pub(crate) fn said(reading: &Reading) -> Value {
    let whole = corpus::json(reading);
    let mut said = Map::new();
    for list in RECORDS.iter().chain(&["plan", "checks", "warnings"]) {
        said.insert((*list).to_owned(), without_places(&whole[*list]));
    }
    Value::Object(said)
}

/// A value without positions, its words composed and on one line.
fn without_places(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "start" | "end" | "evidence" | "range"))
            .map(|(name, value)| (name.clone(), without_places(value)))
            .collect(),
        Value::Array(values) => values.iter().map(without_places).collect(),
        Value::String(words) => json!(one_line(words)),
        other => other.clone(),
    }
}

/// A quote is cut at a length in characters, of which decomposed words have more.
const QUOTE_COMPARED: usize = 400;

/// Quotes cut to a length that both have.
fn with_short_quotes(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match value.as_str().filter(|_| name == "quote") {
                Some(quote) => (name.clone(), json!(quote.chars().take(QUOTE_COMPARED).collect::<String>())),
                None => (name.clone(), with_short_quotes(value)),
            })
            .collect(),
        Value::Array(values) => values.iter().map(with_short_quotes).collect(),
        other => other.clone(),
    }
}

fn one_line(words: &str) -> String {
    words.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every string and every year changed.
pub(crate) fn changed(value: &Value, words: &impl Fn(&str) -> String, year: &impl Fn(i64) -> i64) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let value = match value.as_i64() {
                    Some(number)
                        if matches!(name.as_str(), "year" | "due_year" | "period_start" | "period_end") =>
                    {
                        json!(year(number))
                    }
                    _ => changed(value, words, year),
                };
                (name.clone(), value)
            })
            .collect(),
        Value::Array(values) => values.iter().map(|value| changed(value, words, year)).collect(),
        Value::String(said) => json!(words(said)),
        other => other.clone(),
    }
}

/// Fails with the first difference, not with two whole readings.
pub(crate) fn assert_same(name: &str, expected: &Value, found: &Value) {
    if let Some(difference) = difference("", &with_short_quotes(expected), &with_short_quotes(found)) {
        panic!("{name}: {difference}");
    }
}

fn difference(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            a.iter().find_map(|(key, value)| difference(&format!("{path}.{key}"), value, &b[key]))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(at, (a, b))| difference(&format!("{path}[{at}]"), a, b))
        }
        (Value::Array(a), Value::Array(b)) => {
            let odd = a
                .iter()
                .find(|value| !b.contains(value))
                .or_else(|| b.iter().find(|value| !a.contains(value)));
            Some(format!("{path}: {} became {}; for example {odd:?}", a.len(), b.len()))
        }
        _ if expected == found => None,
        _ => Some(format!("{path}: expected {expected}, found {found}")),
    }
}

fn composed(plan: &str) -> String {
    text(plan).nfc().collect()
}

#[test]
fn another_province_changes_nothing_but_the_province() {
    for plan in PLANS {
        let before = read_as(plan, &composed(plan));
        // Word by word: a page break may part the two words of a name.
        let old = before.plan.province.clone().expect("a province");
        let pairs: Vec<(Regex, String)> = old
            .split(' ')
            .zip(["Lai", "Châu"])
            .flat_map(|(old, new)| {
                [(old.to_owned(), new.to_owned()), (old.to_uppercase(), new.to_uppercase())]
            })
            .map(|(old, new)| (Regex::new(&format!(r"\b{old}\b")).expect("a pattern"), new))
            .collect();
        let rename = |words: &str| {
            pairs.iter().fold(words.to_owned(), |words, (old, new)| {
                old.replace_all(&words, new.as_str()).into_owned()
            })
        };
        let after = read_as(plan, &rename(&composed(plan)));
        assert_eq!(after.plan.province_slug.as_deref(), Some("lai-chau"), "{plan}");
        let mut expected = changed(&said(&before), &rename, &|year| year);
        for (field, value) in
            [("province_slug", "lai-chau"), ("province_code", "12"), ("province_now", "lai-chau")]
        {
            expected["plan"][field] = json!(value);
        }
        assert_same(plan, &expected, &said(&after));
    }
}

/// Four years, so that a leap day stays one; back, so that provinces stay in force.
const YEARS_BACK: i64 = 4;

#[test]
fn other_years_change_every_year_and_nothing_else() {
    let year = Regex::new(r"\b(?:19|20)\d{2}\b").expect("a pattern");
    let shift = |words: &str| {
        year.replace_all(words, |found: &regex::Captures<'_>| {
            (found[0].parse::<i64>().expect("digits") - YEARS_BACK).to_string()
        })
        .into_owned()
    };
    for plan in PLANS {
        let before = read_as(plan, &composed(plan));
        let after = read_as(plan, &shift(&composed(plan)));
        let mut expected = changed(&said(&before), &shift, &|year| year - YEARS_BACK);
        expected["plan"]["province_slug"] = json!(before.plan.province_slug);
        assert_same(plan, &expected, &said(&after));
    }
}

#[test]
fn another_number_of_a_document_changes_its_citation_alone() {
    for plan in PLANS {
        let before = read_as(plan, &composed(plan));
        let numbers: Vec<&String> = before.citations.iter().map(|c| &c.number).collect();
        let number = numbers.iter().find(|n| !n.starts_with(['0', '9'])).expect("a citation");
        let renumber = |words: &str| words.replace(number.as_str(), &format!("9{}", &number[1..]));
        let after = read_as(plan, &renumber(&composed(plan)));
        assert_same(plan, &changed(&said(&before), &renumber, &|year| year), &said(&after));
    }
}

#[test]
fn other_amounts_change_the_records_that_state_them() {
    for plan in PLANS {
        let served = composed(plan);
        let before = read_as(plan, &served);
        let stated: Vec<usize> =
            (0..before.spending.len()).filter(|&i| stated_amount(&before, i).is_some()).step_by(5).collect();
        for index in stated {
            let (place, old, new) = stated_amount(&before, index).expect("an amount");
            let characters: Vec<char> = served.chars().collect();
            let edited: String =
                characters[..place].iter().chain(&new).chain(&characters[place + new.len()..]).collect();
            let after = read_as(plan, &edited);
            let (was, is) = (before.spending[index].amount_vnd, after.spending[index].amount_vnd);
            let grown = is.zip(was).map(|(is, was)| is - was);
            let by = digits(&new) - digits(&old);
            let unit = was.expect("an amount") / digits(&old);
            assert_eq!(grown, Some(by * unit), "{plan} spending[{index}]");
            for (other, (was, is)) in before.spending.iter().zip(&after.spending).enumerate() {
                if other != index {
                    assert_eq!(
                        was.amount_vnd, is.amount_vnd,
                        "{plan} spending[{other}] after changing [{index}]"
                    );
                }
            }
        }
    }
}

/// Where the digits of an amount begin, what they are, and others of the same length.
fn stated_amount(reading: &Reading, index: usize) -> Option<(usize, Vec<char>, Vec<char>)> {
    let row = &reading.spending[index];
    let range = row.provenance.evidence.get("amount_vnd")?.first()?;
    let words: Vec<char> = reading.text.chars().skip(range.start).take(range.len()).collect();
    let start = words.iter().position(char::is_ascii_digit)?;
    let length = words[start..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    let old = words[start..start + length].to_vec();
    if words.get(start + length) == Some(&',') {
        return None;
    }
    let first = old[0].to_digit(10).filter(|digit| *digit > 0)?;
    let mut new = old.clone();
    new[0] = char::from_digit(first % 9 + 1, 10)?;
    (row.amount_vnd? > 0).then_some((range.start + start, old, new))
}

fn digits(characters: &[char]) -> i64 {
    characters.iter().filter(|c| c.is_ascii_digit()).collect::<String>().parse().expect("digits")
}

#[test]
fn sections_in_another_order_hold_the_same_records() {
    for (plan, one, other) in [("kien-giang-2020", "II", "V"), ("soc-trang-2020", "II", "V")] {
        let before = read_as(plan, &composed(plan));
        let after = read_as(plan, &swapped(&composed(plan), one, other));
        for list in ["targets", "progress", "spending", "totals"] {
            assert_eq!(bare(&before, list), bare(&after, list), "{plan} {list}");
        }
        let numbers = |reading: &Reading| {
            let mut numbers: Vec<_> = reading
                .citations
                .iter()
                .map(|c| (c.number.clone(), c.issued_on.clone(), c.doc_type.clone()))
                .collect();
            numbers.sort();
            numbers
        };
        assert_eq!(numbers(&before), numbers(&after), "{plan} citations");
    }
}

/// The text with two top sections in each other's place, numbered in order again.
fn swapped(text: &str, one: &str, other: &str) -> String {
    let heading = Regex::new(r"(?m)^\s*([IVX]+)\. \p{Lu}").expect("a pattern");
    let mut starts: Vec<(usize, &str)> = heading
        .captures_iter(text)
        .map(|c| (c.get(0).expect("all").start(), c.get(1).expect("numeral").as_str()))
        .collect();
    starts.dedup_by_key(|(_, numeral)| *numeral);
    let part = |numeral: &str| {
        let at = starts.iter().position(|(_, n)| *n == numeral).expect("the section");
        (starts[at].0, starts[at + 1].0)
    };
    let ((a, a_end), (b, b_end)) = (part(one), part(other));
    let renumbered =
        |part: &str, from: &str, to: &str| part.replacen(&format!("{from}. "), &format!("{to}. "), 1);
    [
        &text[..a],
        &renumbered(&text[b..b_end], other, one),
        &text[a_end..b],
        &renumbered(&text[a..a_end], one, other),
        &text[b_end..],
    ]
    .concat()
}

/// The records of a list without places and links, in an order of their own.
fn bare(reading: &Reading, list: &str) -> Vec<String> {
    let mut records: Vec<String> = said(reading)[list]
        .as_array()
        .expect("a list")
        .iter()
        .map(|record| {
            let mut record = record.as_object().expect("a record").clone();
            for link in ["source", "objective", "outcomes", "answers", "repeats"] {
                record.remove(link);
            }
            Value::Object(record).to_string()
        })
        .collect();
    records.sort();
    records
}

#[test]
fn decomposed_letters_make_no_difference() {
    for plan in PLANS {
        let published = said(&read_as(plan, &text(plan)));
        assert_same(plan, &published, &said(&read_as(plan, &composed(plan))));
        let decomposed: String = text(plan).nfd().collect();
        assert_same(plan, &published, &said(&read_as(plan, &decomposed)));
    }
}

#[test]
fn line_ends_of_another_system_make_no_difference_at_all() {
    for plan in PLANS {
        let (name, bytes) = published(plan);
        let options = ReadOptions { file_name: Some(&name), manifest: None };
        let windows = [b"\xef\xbb\xbf", text(plan).replace('\n', "\r\n").as_bytes()].concat();
        let here = corpus::json(&read(&bytes, &options).expect("a plan"));
        let there = corpus::json(&read(&windows, &options).expect("a plan"));
        assert_same(plan, &here, &there);
    }
}

#[test]
fn spaces_at_line_ends_make_no_difference() {
    for plan in PLANS {
        let spaced = text(plan).replace('\n', " \n");
        assert_same(plan, &said(&read_as(plan, &text(plan))), &said(&read_as(plan, &spaced)));
    }
}

#[test]
fn other_percentages_change_the_promises_and_results_that_state_them() {
    for plan in PLANS {
        let served = composed(plan);
        let before = read_as(plan, &served);
        for (list, index, place) in percentages(&before).into_iter().step_by(7) {
            let characters: Vec<char> = served.chars().collect();
            let old = characters[place].to_digit(10).expect("a digit");
            let new = char::from_digit(old % 9 + 1, 10).expect("a digit");
            let edited: String =
                characters[..place].iter().chain(&[new]).chain(&characters[place + 1..]).collect();
            let after = read_as(plan, &edited);
            let (was, is) = (values(&before, list), values(&after, list));
            assert_eq!(was.len(), is.len(), "{plan} {list} after changing [{index}]");
            for (other, (was, is)) in was.iter().zip(&is).enumerate() {
                assert_eq!(was == is, other != index, "{plan} {list}[{other}] after changing [{index}]");
            }
        }
    }
}

/// Values of a list, one per record.
fn values(reading: &Reading, list: &str) -> Vec<Option<f64>> {
    match list {
        "targets" => reading.targets.iter().map(|target| Some(target.value)).collect(),
        _ => reading.progress.iter().map(|result| result.value).collect(),
    }
}

/// Plain percentages of targets and results: list, index, and where the first digit stands.
fn percentages(reading: &Reading) -> Vec<(&'static str, usize, usize)> {
    let targets = reading.targets.iter().enumerate().map(|(index, target)| {
        let plain = target.unit.as_deref() == Some("%") && target.value_max.is_none();
        ("targets", index, &target.provenance, plain)
    });
    let results = reading.progress.iter().enumerate().map(|(index, result)| {
        let share = result.unit.as_deref() == Some("%") && result.value_max.is_none();
        let plain = share && result.value.is_some() && result.numerator.is_none();
        ("progress", index, &result.provenance, plain)
    });
    let all = targets.chain(results).filter(|(_, _, _, plain)| *plain);
    all.filter_map(|(list, index, provenance, _)| {
        let range = provenance.evidence.get("value")?.first()?;
        let first = reading.text.chars().nth(range.start)?;
        (first.is_ascii_digit() && first != '0').then_some((list, index, range.start))
    })
    .collect()
}

#[test]
fn levels_in_each_others_place_change_places_in_the_records() {
    for plan in PLANS {
        let served = composed(plan);
        let swap = |text: &str| {
            text.replace("cấp huyện", "cấp \u{1}")
                .replace("cấp xã", "cấp huyện")
                .replace("cấp \u{1}", "cấp xã")
        };
        let (before, after) = (read_as(plan, &served), read_as(plan, &swap(&served)));
        assert_eq!(before.targets.len(), after.targets.len(), "{plan}");
        for (was, is) in before.targets.iter().zip(&after.targets) {
            let named: Vec<&str> = ["cấp huyện", "cấp xã"]
                .into_iter()
                .filter(|level| was.provenance.quote.contains(level))
                .collect();
            let others = ["xã,", "phường", "huyện,"].iter().any(|word| was.label.contains(word));
            if let ([_], false, Some(level)) = (named.as_slice(), others, was.level) {
                let expected = match level {
                    Level::District => Level::Commune,
                    Level::Commune => Level::District,
                    Level::Province => Level::Province,
                };
                assert_eq!(is.level, Some(expected), "{plan}: {}", was.provenance.quote);
            }
        }
    }
}

#[test]
fn heads_as_scans_and_portals_print_them_say_the_same() {
    let head = "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 12/KH-UBND\nYên Bái, ngày 24 tháng 10 năm 2018\nKẾ HOẠCH\nTRỒNG QUẾ TỈNH YÊN BÁI NĂM 2019\nI. MỤC TIÊU\n- 75% hộ trồng quế.\nII. TỔ CHỨC THỰC HIỆN\nCác sở triển khai.\n";
    let as_printed: [(&str, &str); 14] = [
        ("Số: 12/KH-UBND\nYên Bái", "Số: 12/KH-UBND | Yên Bái"),
        ("ngày 24 tháng 10", "Ngày 24\ntháng 10"),
        ("ngày 24 tháng 10", "ngày\n24 tháng 10"),
        ("tháng 10 năm 2018", "tháng 10\nnăm 2018"),
        ("Số: 12/KH-UBND", "Sô:  12 /KH - UBND"),
        ("Số: 12/KH-UBND", "Số 12/KH-UBND"),
        (
            "NHÂN DÂN\nTỈNH YÊN BÁI\n",
            "NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH YÊN BÁI Độc lập - Tự do - Hạnh phúc\n",
        ),
        ("ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI", "UỶ BAN NHÂN DÂN\nTỈNH YÊN BAI"),
        ("ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI", "TỈNH YÊN BÁI\nỦY BAN NHÂN DÂN"),
        ("ỦY BAN", "ỦYBAN"),
        ("ngày 24 tháng", "ngảy 24 thảng"),
        ("KẾ HOẠCH\n", "KÊ HOACH\n"),
        ("KẾ HOẠCH\n", "Trang 1KẾ HOẠCH\n"),
        ("NĂM 2019", "NĂM2019"),
    ];
    let identity = |text: &str| {
        let options = ReadOptions { file_name: Some("plan.txt"), manifest: None };
        let plan = read(text.as_bytes(), &options).expect("a plan").plan;
        (plan.number, plan.issued_on, plan.issuer, plan.province, plan.kind, plan.period_end)
    };
    for (was, is) in as_printed {
        assert!(head.contains(was), "{was}");
        assert_eq!(identity(&head.replacen(was, is, 1)), identity(head), "{is}");
    }
}

#[test]
fn a_promise_that_a_scan_misread_is_the_same_promise() {
    let mut misread = 0;
    for plan in PLANS {
        let served = composed(plan);
        let promises = |text: &str| -> Vec<(String, f64)> {
            read_as(plan, text).targets.into_iter().map(|target| (target.label, target.value)).collect()
        };
        let expected = promises(&served);
        for slip in ["Phân đấu", "Phần đấu", "Phấn dấu"] {
            let edited = served.replace("Phấn đấu", slip);
            misread += usize::from(edited != served);
            assert_eq!(promises(&edited), expected, "{plan}: {slip}");
        }
    }
    assert!(misread > 0, "some plan promises with these words");
}
