//! Are only like things set side by side, and is it said of the others why they are not?

use plandoc::{
    Reading,
    records::{Level, target::Target},
};
use serde_json::Value;

use crate::support::{portal::Portal, reading};

const ASKED: &str = "e-documents-exchanged";
const LABEL: &str = "văn bản trao đổi dưới dạng điện tử";

/// A plan with targets of the indicator, each changed at will.
fn plan(year: i32, targets: &[fn(&mut Target)]) -> Reading {
    let mut plan = reading::plan(year);
    for (at, change) in targets.iter().enumerate() {
        reading::target(&mut plan, &format!("I ¶{}", at + 1), LABEL, 80.0);
        let target = plan.targets.last_mut().expect("the target");
        target.indicator = Some(ASKED.to_owned());
        target.level = Some(Level::Province);
        change(target);
    }
    plan
}

async fn compared(plans: &[Reading], query: &str) -> Value {
    let portal = Portal::empty().await;
    for plan in plans {
        portal.publish(plan).await;
    }
    portal.json(&format!("/api/v1/compare?indicator={ASKED}{query}")).await["data"].clone()
}

fn rows(comparison: &Value) -> &[Value] {
    comparison["rows"].as_array().expect("rows")
}

/// The reasons of the rows that are not compared, each told in both languages.
fn refused(comparison: &Value) -> Vec<&str> {
    let refused = rows(comparison).iter().filter(|row| row["comparable"] == false);
    let reason = |row: &'_ Value| {
        assert!(row["reason_vi"].as_str().is_some_and(|words| words.ends_with('.')), "{row}");
        assert!(row["reason_en"].as_str().is_some_and(|words| words.ends_with('.')), "{row}");
    };
    refused.inspect(|row| reason(row)).map(|row| row["reason"].as_str().expect("a reason")).collect()
}

#[tokio::test]
async fn like_things_are_set_side_by_side_with_their_words() {
    let keep: fn(&mut Target) = |_| {};
    let comparison = compared(&[plan(2020, &[keep]), plan(2021, &[keep])], "").await;
    assert_eq!((comparison["unit"].as_str(), comparison["level"].as_str()), (Some("%"), Some("province")));
    assert_eq!(refused(&comparison), [""; 0]);
    assert_eq!(rows(&comparison).len(), 2);
    let row = &rows(&comparison)[0];
    assert_eq!((row["year"].as_i64(), row["targets"][0]["value"].as_f64()), (Some(2020), Some(80.0)));
    assert_eq!(row["targets"][0]["quote"], format!("tối thiểu 80% {LABEL}"));
    assert_eq!((row["actuals"].clone(), row["reason"].clone()), (serde_json::json!([]), Value::Null));
}

#[tokio::test]
async fn a_target_and_its_result_of_one_year_stand_in_one_row() {
    let mut plan = plan(2020, &[|_| {}]);
    reading::progress(&mut plan, "II ¶1", 0, 91.5);
    plan.progress[0].indicator = Some(ASKED.to_owned());
    plan.progress[0].level = Some(Level::Province);
    let comparison = compared(&[plan], "").await;
    let [row] = rows(&comparison) else { panic!("{comparison}") };
    assert_eq!(
        (row["targets"][0]["value"].as_f64(), row["actuals"][0]["value"].as_f64()),
        (Some(80.0), Some(91.5))
    );
}

#[tokio::test]
async fn other_levels_units_and_years_are_refused_with_the_reason() {
    let keep: fn(&mut Target) = |_| {};
    let plans = [
        plan(2020, &[keep, |target| target.level = Some(Level::District)]),
        plan(2021, &[keep, |target| target.level = None]),
        plan(2022, &[keep, |target| target.unit = Some("văn bản".to_owned())]),
        plan(2023, &[keep, |target| target.unit = None]),
        plan(2024, &[keep, |target| target.due_year = None]),
    ];
    let comparison = compared(&plans, "").await;
    let mut found = refused(&comparison);
    found.sort_unstable();
    assert_eq!(found, ["other_level", "other_level", "other_unit", "unit_not_stated", "year_not_stated"]);
    assert_eq!(rows(&comparison).len(), 10);
    let first: Vec<bool> = rows(&comparison)[..5].iter().map(|row| row["comparable"] == true).collect();
    assert_eq!(first, [true; 5], "comparable rows come first");
}

#[tokio::test]
async fn a_look_alike_is_shown_and_refused_in_the_words_of_the_catalogue() {
    let plans = [
        plan(2020, &[|_| {}]),
        plan(2021, &[|target| target.indicator = Some("e-documents-only".to_owned())]),
    ];
    let comparison = compared(&plans, "").await;
    assert_eq!(refused(&comparison), ["other_indicator"]);
    let row = &rows(&comparison)[1];
    assert_eq!(row["indicator"], "e-documents-only");
    assert!(row["reason_vi"].as_str().expect("a reason").contains("song song bản giấy"), "{row}");
    assert!(row["reason_en"].as_str().expect("a reason").contains("on paper as well"), "{row}");
}

#[tokio::test]
async fn none_of_several_numbers_is_chosen() {
    let keep: fn(&mut Target) = |_| {};
    let comparison = compared(&[plan(2020, &[keep, |target| target.value = 90.0])], "").await;
    assert_eq!(refused(&comparison), ["several_numbers"]);
    assert_eq!(rows(&comparison)[0]["targets"].as_array().expect("targets").len(), 2);
    let again = compared(&[plan(2020, &[keep, keep])], "").await;
    assert_eq!(refused(&again), [""; 0], "the same number twice is one number");
}

#[tokio::test]
async fn a_verdict_without_a_number_is_not_compared() {
    let mut plan = plan(2020, &[|_| {}]);
    reading::progress(&mut plan, "II ¶1", 0, 91.5);
    plan.targets.clear();
    let result = &mut plan.progress[0];
    (result.indicator, result.level) = (Some(ASKED.to_owned()), Some(Level::Province));
    (result.value, result.comparator, result.answers, result.answers_basis) = (None, None, None, None);
    (result.target_value, result.target_comparator) = (None, None);
    assert_eq!(refused(&compared(&[plan], "").await), ["no_number"]);
}

#[tokio::test]
async fn a_comparison_is_narrowed_by_province_and_year() {
    let keep: fn(&mut Target) = |_| {};
    let plans = [plan(2020, &[keep]), plan(2021, &[keep])];
    assert_eq!(rows(&compared(&plans, "&year=2021").await).len(), 1);
    assert_eq!(rows(&compared(&plans, "&province=soc-trang").await).len(), 2);
    assert_eq!(rows(&compared(&plans, "&province=kien-giang").await).len(), 0);
}

#[tokio::test]
async fn without_an_indicator_nothing_is_compared_and_an_unknown_one_is_a_fault() {
    let portal = Portal::empty().await;
    assert_eq!(portal.json("/api/v1/compare").await["data"], Value::Null);
    let reply = portal.get("/api/v1/compare?indicator=e-documents").await;
    assert_eq!(reply.status.as_u16(), 400);
    assert!(reply.text().contains("\"parameter\":\"indicator\""), "{}", reply.text());
}

#[tokio::test]
async fn the_plans_that_ship_are_never_compared_across_units_levels_or_indicators() {
    let portal = Portal::with_corpus().await;
    let targets = portal.json("/api/v1/targets?limit=1").await;
    let facets = targets["meta"]["facets"].as_array().expect("facets");
    let known = facets.iter().find(|facet| facet["parameter"] == "indicator").expect("indicators");
    let mut shown = 0;
    for value in known["values"].as_array().expect("values") {
        let indicator = value["value"].as_str().expect("an id");
        let comparison = portal.json(&format!("/api/v1/compare?indicator={indicator}")).await["data"].clone();
        for row in rows(&comparison) {
            shown += 1;
            let like = row["indicator"] == indicator && row["level"] == comparison["level"];
            assert!(like || row["comparable"] == false, "{indicator}: {row}");
            assert_eq!(row["comparable"] == true, row["reason"].is_null(), "{indicator}: {row}");
        }
    }
    assert!(shown > 20, "{shown} rows");
}

#[tokio::test]
async fn a_promise_that_a_result_sets_beside_itself_is_shown_beside_it() {
    let mut plan = reading::plan(2020);
    reading::target(&mut plan, "I ¶1", LABEL, 80.0);
    reading::progress(&mut plan, "II ¶1", 0, 58.68);
    plan.targets.clear();
    let result = plan.progress.last_mut().expect("the result");
    result.indicator = Some(ASKED.to_owned());
    result.answers = None;
    (result.target_value, result.target_comparator) = (Some(50.0), Some(plandoc::records::Comparator::Gte));
    let comparison = compared(&[plan], "").await;
    let row = &rows(&comparison)[0];
    assert_eq!(
        (row["targets"][0]["value"].as_f64(), row["actuals"][0]["value"].as_f64()),
        (Some(50.0), Some(58.68))
    );
    assert_eq!(row["targets"][0]["record"], row["actuals"][0]["record"]);
}

#[tokio::test]
async fn provinces_can_be_chosen_up_to_eight_and_unknown_ones_are_named() {
    let portal = Portal::with_corpus().await;
    let of = async |query: &str| {
        portal.get(&format!("/api/v1/compare?indicator=procedure-files-online{query}")).await
    };
    let slugs = |reply: &crate::support::portal::Reply| -> Vec<String> {
        let mut slugs: Vec<String> = rows(&reply.json()["data"])
            .iter()
            .map(|row| row["province_slug"].as_str().expect("a slug").to_owned())
            .collect();
        slugs.sort();
        slugs.dedup();
        slugs
    };
    assert_eq!(slugs(&of("&province=kien-giang&province=soc-trang").await), ["kien-giang", "soc-trang"]);
    assert_eq!(slugs(&of("&province=kien-giang").await), ["kien-giang"]);
    let unknown = of("&province=kien-giang&province=kien-gian").await;
    assert_eq!(unknown.status, 400);
    assert!(unknown.text().contains("kien-giang"), "{}", unknown.text());
    let nine = plandoc::catalog::provinces::all().iter().take(9).map(|unit| ("province", unit.slug.as_str()));
    let many = format!("&{}", app::paths::query_of(&nine.collect::<Vec<_>>()));
    assert_eq!(of(&many).await.status, 400);
}
