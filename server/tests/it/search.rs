//! Does the search find what the five plans say, and nothing else?

use std::collections::BTreeSet;

use app::{
    error::PortalError,
    types::{
        record::Record,
        search::{Fragment, Hit, HitGroup, HitKind, SearchQuery, SearchResults},
        spending::{Phase, Spending},
    },
};
use server::search::{Form, words};

use crate::support::corpus::{Corpus, PLANS, corpus};

fn query(words: &str) -> SearchQuery {
    SearchQuery { q: Some(words.to_owned()), ..SearchQuery::default() }
}

fn of_kind(words: &str, kind: HitKind) -> SearchQuery {
    SearchQuery { kind: Some(kind), limit: Some(1000), ..query(words) }
}

fn group(results: &SearchResults, kind: HitKind) -> Option<&HitGroup> {
    results.groups.iter().find(|group| group.kind == kind)
}

fn text_of(fragments: &[Fragment]) -> String {
    fragments.iter().map(|fragment| fragment.text.as_str()).collect()
}

/// Every passage that words find, as shown.
fn passages(corpus: &Corpus, words: &str) -> Vec<Hit> {
    let results = corpus.ask(&of_kind(words, HitKind::Passage));
    results.groups.into_iter().flat_map(|group| group.hits).collect()
}

fn marked_words(hit: &Hit) -> Vec<Form> {
    let fragments = hit.title.iter().flatten().chain(&hit.snippet).filter(|fragment| fragment.hit);
    fragments.flat_map(|fragment| words(&fragment.text)).map(|word| word.form).collect()
}

#[test]
fn words_without_marks_find_every_marked_form() {
    let corpus = corpus();
    let results = corpus.find("so hoa");
    assert!(results.total > 0);
    let marked: BTreeSet<String> =
        passages(corpus, "so hoa").iter().flat_map(marked_words).map(|form| form.exact).collect();
    assert!(marked.contains("số") && marked.contains("hóa"), "{marked:?}");
}

#[test]
fn either_tone_placement_finds_the_same() {
    let corpus = corpus();
    assert_eq!(corpus.find("số hoá").total, corpus.find("số hóa").total);
    assert_eq!(corpus.find("Uỷ ban").total, corpus.find("ủy ban").total);
}

#[test]
fn typed_marks_count() {
    let corpus = corpus();
    let marked = |words| {
        let hits = passages(corpus, words);
        hits.iter().flat_map(marked_words).map(|form| form.exact).collect::<BTreeSet<String>>()
    };
    assert_eq!(marked("đồng"), BTreeSet::from(["đồng".to_owned()]));
    let folded = marked("dong");
    assert!(folded.len() > 1 && folded.contains("đồng") && folded.contains("động"), "{folded:?}");
}

#[test]
fn wrong_marks_find_the_right_ones_only_where_nothing_else_is_found() {
    let corpus = corpus();
    let results = corpus.find("sộ hóa hồ sơ");
    assert!(results.total > 0);
    assert_eq!(results.did_you_mean.as_deref(), Some("số hóa hồ sơ"));
}

#[test]
fn abbreviations_find_their_meaning_and_back() {
    let corpus = corpus();
    let short = corpus.find("CNTT");
    assert!(
        short
            .expansions
            .iter()
            .any(|(typed, added)| typed == "CNTT" && added.to_lowercase() == "công nghệ thông tin")
    );
    let long = corpus.find("công nghệ thông tin");
    assert!(long.expansions.iter().any(|(_, added)| added == "CNTT"), "{:?}", long.expansions);
    let shown = |words: &str| {
        passages(corpus, words).into_iter().map(|hit| hit.plan_id + &hit.id).collect::<BTreeSet<_>>()
    };
    let (of_short, of_long) = (shown("CNTT"), shown("\"công nghệ thông tin\""));
    assert!(of_long.is_subset(&of_short) && of_short.len() > of_long.len());
}

#[test]
fn document_numbers_are_found_whole_and_by_part() {
    let corpus = corpus();
    for words in ["43/2011/NĐ-CP", "43/2011/nd-cp", "43/2011"] {
        let results = corpus.find(words);
        let citations = group(&results, HitKind::Citation).expect(words);
        for hit in &citations.hits {
            assert!(text_of(hit.title.as_deref().unwrap_or_default()).contains("43/2011/NĐ-CP"), "{words}");
        }
    }
}

#[test]
fn numbers_are_found_as_printed_and_without_dots() {
    let corpus = corpus();
    let printed = corpus.find("20.396");
    assert!(printed.total > 0);
    assert_eq!(corpus.find("20396").total, printed.total);
}

#[test]
fn quoted_words_stand_side_by_side() {
    let corpus = corpus();
    for hit in passages(corpus, "\"một cửa điện tử\"") {
        let source = corpus.source(&hit.plan_id);
        let start: usize = hit.id.trim_start_matches("b-").parse().unwrap();
        let text: String = source.text.chars().skip(start).take(20_000).collect();
        let forms: Vec<String> = words(&text).into_iter().map(|word| word.form.exact).collect();
        assert!(forms.windows(4).any(|run| run == ["một", "cửa", "điện", "tử"]), "{}", hit.id);
    }
    assert!(corpus.find("\"điện tử một\"").total < corpus.find("điện tử một").total);
}

#[test]
fn what_is_shut_out_is_not_shown() {
    let corpus = corpus();
    let all = passages(corpus, "chữ ký số");
    let without = passages(corpus, "chữ ký số -chuyên");
    assert!(!without.is_empty() && without.len() < all.len());
    let with = passages(corpus, "chữ ký số chuyên");
    assert_eq!(without.len() + with.len(), all.len());
}

#[test]
fn words_close_together_come_first() {
    let corpus = corpus();
    let first = passages(corpus, "so hoa ho so").into_iter().next().expect("a hit");
    assert!(text_of(&first.snippet).to_lowercase().contains("số hóa hồ sơ"), "{}", text_of(&first.snippet));
}

/// Every passage of the corpus, as the index has it, against the same question asked in memory.
#[test]
fn the_index_and_the_reader_agree_on_what_is_found() {
    let corpus = corpus();
    for asked in [
        "so hoa",
        "CNTT",
        "chữ ký số -chuyên",
        "\"một cửa\" OR trực tuyến",
        "43/2011",
        "số hóa Sóc Trăng 2020",
        "20%",
    ] {
        let found = corpus.ask(&of_kind(asked, HitKind::Passage));
        let mut expected = 0;
        for plan in PLANS {
            let only =
                corpus.ask(&SearchQuery { plan: Some(plan.to_owned()), ..of_kind(asked, HitKind::Passage) });
            let reader = corpus.read(plan, Some(asked));
            let here = group(&only, HitKind::Passage).map_or(0, |group| group.total);
            expected += here;
            if here > 0 {
                assert!(reader.hits > 0, "{asked} in {plan}");
            }
        }
        assert_eq!(found.total, expected, "{asked}");
        for hit in found.groups.iter().flat_map(|group| &group.hits) {
            let marked = hit.snippet.iter().any(|fragment| fragment.hit);
            let long = text_of(&hit.snippet).chars().count() > 200;
            assert!(marked || long, "{asked}: {}", text_of(&hit.snippet));
        }
    }
}

#[test]
fn only_the_words_asked_for_are_marked() {
    let corpus = corpus();
    for hit in passages(corpus, "hồ sơ trực tuyến") {
        for form in marked_words(&hit) {
            assert!(["hồ", "sơ", "trực", "tuyến"].contains(&form.exact.as_str()), "{}", form.exact);
        }
    }
}

#[test]
fn snippets_are_the_documents_words_within_their_limit() {
    let corpus = corpus();
    for hit in passages(corpus, "dịch vụ công") {
        let shown = text_of(&hit.snippet);
        assert!(shown.chars().count() <= 240, "{} characters", shown.chars().count());
        let printed: Vec<String> =
            words(&corpus.source(&hit.plan_id).text).into_iter().map(|w| w.form.exact).collect();
        let shown: Vec<String> = words(&shown).into_iter().map(|w| w.form.exact).collect();
        assert!(printed.windows(shown.len()).any(|run| run == shown), "{shown:?}");
    }
}

#[test]
fn sums_cover_all_hits_of_spending_not_only_those_shown() {
    let corpus = corpus();
    let counts = |spending: &&Spending| spending.in_sum && spending.phase == Phase::Planned;
    for plan in PLANS {
        let results = corpus.ask(&SearchQuery {
            plan: Some(plan.to_owned()),
            kind: Some(HitKind::Spending),
            limit: Some(1),
            ..SearchQuery::default()
        });
        let records = &corpus.source(plan).records.spending;
        let expected: i64 = records.iter().filter(counts).filter_map(|spending| spending.amount_vnd).sum();
        let Some(found) = group(&results, HitKind::Spending) else {
            assert!(records.is_empty(), "{plan}");
            continue;
        };
        assert_eq!((found.amount_vnd, found.total), (Some(expected), records.len() as u64), "{plan}");
    }
}

#[test]
fn facets_count_what_each_choice_would_give() {
    let corpus = corpus();
    let chosen = SearchQuery { province: Some("soc-trang".into()), ..query("phần mềm") };
    let results = corpus.ask(&chosen);
    for facet in &results.facets {
        for value in facet.values.iter().take(6) {
            let mut narrower = chosen.clone();
            match facet.parameter.as_str() {
                "kind" => narrower.kind = serde_json::from_value(value.value.clone().into()).ok(),
                "province" => narrower.province = Some(value.value.clone()),
                "year" => narrower.year = value.value.parse().ok(),
                "agency" => narrower.agency = Some(value.value.clone()),
                other => panic!("an unknown facet {other}"),
            }
            assert_eq!(corpus.ask(&narrower).total, value.count, "{} {}", facet.parameter, value.value);
        }
    }
    let named: Vec<&str> = results.facets.iter().map(|facet| facet.parameter.as_str()).collect();
    assert_eq!(named, ["kind", "province", "year", "agency"]);
}

#[test]
fn cursors_reach_the_last_hit_once_each() {
    let corpus = corpus();
    let all = corpus.ask(&of_kind("hệ thống", HitKind::Passage));
    let mut seen = Vec::new();
    let mut page = SearchQuery { limit: Some(7), ..of_kind("hệ thống", HitKind::Passage) };
    loop {
        let results = corpus.ask(&page);
        seen.extend(
            results
                .groups
                .iter()
                .flat_map(|group| &group.hits)
                .map(|hit| (hit.plan_id.clone(), hit.id.clone())),
        );
        match results.next {
            Some(next) => page.cursor = Some(next),
            None => break,
        }
    }
    assert_eq!(seen.len() as u64, all.total);
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len());
}

#[test]
fn hits_are_sorted_by_money_and_year() {
    let corpus = corpus();
    let sorted = |sort: &str| {
        let asked = SearchQuery {
            sort: Some(sort.to_owned()),
            limit: Some(1000),
            kind: Some(HitKind::Spending),
            ..SearchQuery::default()
        };
        corpus.ask(&asked).groups.remove(0).hits
    };
    let falling: Vec<Option<i64>> = sorted("-amount").iter().map(|hit| hit.amount_vnd).collect();
    let with: Vec<i64> = falling.iter().flatten().copied().collect();
    assert!(with.is_sorted_by(|a, b| a >= b) && falling[..with.len()].iter().all(Option::is_some));
    let rising: Vec<i64> = sorted("amount").iter().filter_map(|hit| hit.amount_vnd).collect();
    assert!(rising.is_sorted());
    let years: Vec<i32> = sorted("year").iter().filter_map(|hit| hit.year).collect();
    assert!(years.is_sorted());
}

#[test]
fn a_misspelling_is_answered_with_the_index_own_words() {
    let corpus = corpus();
    let results = corpus.find("trực tuyếnn");
    assert_eq!((results.total, results.did_you_mean.as_deref()), (0, Some("trực tuyến")));
    let nothing = corpus.find("xyzzyq");
    assert_eq!((nothing.total, nothing.did_you_mean), (0, None));
}

#[test]
fn what_is_not_understood_is_named() {
    let corpus = corpus();
    let results = corpus.find("*** phần mềm OR");
    assert_eq!(results.ignored, ["***", "OR"]);
    assert_eq!(results.total, corpus.find("phần mềm").total);
}

#[test]
fn a_province_or_year_beside_other_words_narrows_the_search() {
    let corpus = corpus();
    for hit in passages(corpus, "chữ ký số Khánh Hòa") {
        let text = text_of(&hit.snippet);
        assert!(hit.plan_id == "khanh-hoa-2020" || text.contains("Khánh H"), "{}: {text}", hit.plan_id);
    }
}

#[test]
fn records_and_passages_lead_to_their_sentence() {
    let corpus = corpus();
    let results = corpus.find("chữ ký số");
    for group in &results.groups {
        for hit in &group.hits {
            let (path, anchor) = hit.href.split_once('#').unwrap_or((&hit.href, ""));
            assert_eq!(path, format!("/plans/{}?q=ch%E1%BB%AF+k%C3%BD+s%E1%BB%91", hit.plan_id));
            match hit.kind {
                HitKind::Plan => assert_eq!(anchor, ""),
                HitKind::Passage => assert_eq!(anchor, hit.id),
                _ => assert_eq!(anchor, format!("r-{}", hit.id)),
            }
        }
    }
}

#[test]
fn bad_parameters_are_refused() {
    let corpus = corpus();
    let asked = SearchQuery { limit: Some(0), sort: Some("x".into()), ..query("a") };
    let Err(PortalError::BadParameter { faults }) = corpus.try_ask(&asked) else { panic!("accepted") };
    assert_eq!(faults.len(), 2);
}

#[test]
fn every_record_can_be_found_by_its_own_label() {
    let corpus = corpus();
    for source in &corpus.sources {
        for target in &source.records.targets {
            assert_found(corpus, HitKind::Target, &target.record, &target.label);
        }
        for spending in source.records.spending.iter().take(12) {
            assert_found(corpus, HitKind::Spending, &spending.record, &spending.title);
        }
    }
}

fn assert_found(corpus: &Corpus, kind: HitKind, record: &Record, label: &str) {
    let label = label.replace(['"', '“', '”', '-', '–'], " ");
    let results = corpus.ask(&of_kind(&label, kind));
    let found = results.groups.iter().flat_map(|group| &group.hits).any(|hit| hit.id == record.id);
    assert!(found, "{} by {label:?}", record.id);
}

#[test]
fn suggestions_come_from_the_plans_themselves() {
    let corpus = corpus();
    let suggested = |typed: &str| {
        let found = server::portal::suggest::suggest(&corpus.search, typed, 8).unwrap();
        found.into_iter().map(|suggestion| (suggestion.kind, suggestion.text)).collect::<Vec<_>>()
    };
    assert!(
        suggested("soc tr").contains(&("province".to_owned(), "Sóc Trăng".to_owned())),
        "{:?}",
        suggested("soc tr")
    );
    assert!(suggested("kien giang").iter().any(|(kind, text)| kind == "plan" && text == "Kiên Giang 2020"));
    assert!(suggested("43/2011").iter().any(|(kind, _)| kind == "law"));
    assert!(
        suggested("dich vu cong tr")
            .iter()
            .any(|(_, text)| text.to_lowercase().starts_with("dịch vụ công trực tuyến"))
    );
    assert!(suggested("").is_empty());
}
