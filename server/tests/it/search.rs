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
use server::search::{Form, kind_word, words};

use crate::support::corpus::{Corpus, PLANS, corpus};

fn query(words: &str) -> SearchQuery {
    SearchQuery::words(words)
}

fn of_kind(words: &str, kind: HitKind) -> SearchQuery {
    query(words).with("kind", Some(kind_word(kind))).with("limit", Some("1000")).with("fold", Some("false"))
}

fn group(results: &SearchResults, kind: HitKind) -> Option<&HitGroup> {
    results.groups.iter().find(|group| group.kind == Some(kind))
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
            let only = corpus.ask(&of_kind(asked, HitKind::Passage).with("plan", Some(plan)));
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
        let results = corpus.ask(&SearchQuery::parse(&format!("plan={plan}&kind=spending&limit=1")));
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
    let chosen = query("hồ sơ OR phần mềm").with("province", Some("soc-trang"));
    let results = corpus.ask(&chosen);
    for facet in &results.facets {
        for value in facet.values.iter().take(6) {
            let narrower = chosen.with(&facet.parameter, Some(&value.value));
            assert_eq!(corpus.ask(&narrower).total, value.count, "{} {}", facet.parameter, value.value);
        }
    }
    let named: Vec<&str> = results.facets.iter().map(|facet| facet.parameter.as_str()).collect();
    let expected = [
        "kind",
        "province",
        "province_now",
        "year",
        "agency",
        "fund",
        "area",
        "indicator",
        "status",
        "amount_vnd",
    ];
    assert_eq!(named, expected);
}

#[test]
fn cursors_reach_the_last_hit_once_each() {
    let corpus = corpus();
    let all = corpus.ask(&of_kind("hệ thống", HitKind::Passage));
    let mut seen = Vec::new();
    let mut page = of_kind("hệ thống", HitKind::Passage).with("limit", Some("7"));
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
            Some(next) => page = page.with("cursor", Some(&next)),
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
        corpus
            .ask(&SearchQuery::parse(&format!("kind=spending&limit=1000&sort={sort}")))
            .groups
            .remove(0)
            .hits
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
    let asked = query("a").with("limit", Some("0")).with("sort", Some("x"));
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

#[test]
fn an_amount_is_found_however_it_is_printed() {
    let corpus = corpus();
    let printed = corpus.ask(&of_kind("20.396 triệu đồng", HitKind::Spending));
    for typed in ["20,4 tỷ", "20396000000", "20.396.000.000 đồng"] {
        let found = corpus.ask(&of_kind(typed, HitKind::Passage));
        assert!(found.total > 0, "{typed}");
        for hit in &found.groups[0].hits {
            assert!(!marked_words(hit).is_empty(), "{typed}: {}", text_of(&hit.snippet));
        }
    }
    let rounded = corpus.ask(&of_kind("20,4 tỷ", HitKind::Spending));
    assert!(rounded.total >= printed.total);
}

#[test]
fn fields_and_parameters_narrow_a_search_alike() {
    let corpus = corpus();
    for (typed, parameters) in [
        ("phần mềm ke-hoach:soc-trang-2020", "q=phần mềm&plan=soc-trang-2020"),
        ("phần mềm nam:2020", "q=phần mềm&year=2020"),
        ("loai:khoan-chi so-tien:>1ty", "kind=spending&amount_vnd__gt=1000000000"),
        ("so-tien:1ty..5ty", "amount_vnd__gte=1000000000&amount_vnd__lte=5000000000"),
        ("loai:target nam:2019..2020", "kind=target&year__in=2019,2020"),
        ("loai:ket-qua trang-thai:chua-dat", "kind=progress&status=missed"),
    ] {
        let (typed, parameters) = (corpus.find(typed), corpus.ask(&SearchQuery::parse(parameters)));
        assert!(typed.total > 0 && typed.total == parameters.total, "{} {}", typed.q, parameters.total);
    }
    let both = corpus.ask(&SearchQuery::parse("kind=spending&amount_vnd__isnull=true"));
    let all = corpus.ask(&SearchQuery::parse("kind=spending"));
    let with = corpus.ask(&SearchQuery::parse("kind=spending&amount_vnd__isnull=false"));
    assert_eq!(both.total + with.total, all.total);
}

#[test]
fn a_province_field_means_it_then_and_now() {
    let corpus = corpus();
    let found = corpus.ask(&query("tinh:\"Sóc Trăng\" chữ ký số"));
    assert!(found.total > 0);
    let plans: BTreeSet<&str> =
        found.groups.iter().flat_map(|group| &group.hits).map(|hit| hit.plan_id.as_str()).collect();
    assert!(plans.iter().all(|plan| plan.starts_with("soc-trang")), "{plans:?}");
}

#[test]
fn words_that_begin_so_and_words_near_one_another_are_found() {
    let corpus = corpus();
    assert!(corpus.find("chuy*").total > corpus.find("chuyển").total);
    let (phrase, near, apart) =
        (corpus.find("\"hồ sơ số hóa\""), corpus.find("\"số hóa hồ sơ\"~3"), corpus.find("số hóa hồ sơ"));
    assert!(phrase.total < near.total && near.total <= apart.total, "{} {}", near.total, apart.total);
}

#[test]
fn one_list_holds_all_kinds_and_reaches_the_last_hit() {
    let corpus = corpus();
    let grouped = corpus.find("chữ ký số");
    let mut page =
        query("chữ ký số").with("view", Some("ranked")).with("fold", Some("false")).with("limit", Some("9"));
    let (mut seen, mut scores) = (BTreeSet::new(), Vec::new());
    loop {
        let results = corpus.ask(&page);
        assert_eq!(results.total, grouped.total);
        let [list] = &results.groups[..] else { panic!("{} lists", results.groups.len()) };
        assert_eq!(list.kind, None);
        for hit in &list.hits {
            assert!(seen.insert((hit.kind, hit.plan_id.clone(), hit.id.clone())), "{} twice", hit.id);
            scores.push(hit.score);
        }
        match results.next {
            Some(next) => page = page.with("cursor", Some(&next)),
            None => break,
        }
    }
    assert_eq!(seen.len() as u64, grouped.total);
    assert!(scores[..100.min(scores.len())].is_sorted_by(|a, b| a >= b));
}

#[test]
fn hits_of_the_same_words_stand_behind_one_and_can_be_shown() {
    let corpus = corpus();
    let asked = query("và OR của OR số").with("kind", Some("passage")).with("limit", Some("1000"));
    let found = corpus.ask(&asked);
    let hit =
        found.groups[0].hits.iter().find(|hit| hit.same_words.is_some()).expect("words that come twice");
    let same = hit.same_words.as_ref().expect("others");
    let family = corpus.ask(&asked.with("same", Some(&same.key)));
    assert_eq!(family.total, same.others + 1);
    let all = corpus.ask(&asked.with("fold", Some("false")));
    assert_eq!(all.total, found.total);
    assert!(all.groups[0].hits.len() > found.groups[0].hits.len());
}

#[test]
fn where_nothing_is_found_looser_searches_are_counted() {
    let corpus = corpus();
    for asked in
        ["q=\"công tuyến trực\"", "q=chữ ký số&province=an-giang&year__gte=2019", "q=chữ ký xyzzy số"]
    {
        let results = corpus.ask(&SearchQuery::parse(asked));
        assert_eq!(results.total, 0, "{asked}");
        assert!(!results.looser.is_empty(), "{asked}");
        for looser in &results.looser {
            assert_eq!(
                corpus.ask(&SearchQuery::parse(&looser.query)).total,
                looser.total,
                "{}",
                looser.query
            );
        }
    }
}

#[test]
fn counting_nothing_finds_the_same() {
    let corpus = corpus();
    for asked in ["q=phần mềm", "q=phần mềm&province=soc-trang&kind=spending", "q=CNTT&year=2020&view=ranked"]
    {
        let with = corpus.ask(&SearchQuery::parse(asked));
        let without = corpus.ask(&SearchQuery::parse(&format!("{asked}&facets=none")));
        assert_eq!(with.groups, without.groups, "{asked}");
        assert!(without.facets.is_empty() && !with.facets.is_empty());
    }
}

#[test]
fn every_hit_says_under_which_headings_and_in_which_passage_it_stands() {
    let corpus = corpus();
    let results = corpus.find("chữ ký số");
    for hit in results.groups.iter().flat_map(|group| &group.hits).filter(|hit| hit.kind != HitKind::Plan) {
        assert!(hit.passage.as_deref().is_some_and(|passage| passage.starts_with("b-")), "{}", hit.id);
    }
    assert!(results.groups.iter().flat_map(|group| &group.hits).any(|hit| !hit.path.is_empty()));
}

#[test]
fn goals_and_stated_totals_are_found() {
    let corpus = corpus();
    for (kind, words) in
        [(HitKind::Total, "kinh phí"), (HitKind::Objective, "mục tiêu OR phát triển OR ứng dụng")]
    {
        assert!(corpus.ask(&of_kind(words, kind)).total > 0, "{kind:?}");
    }
}

/// All hits of a search, page by page.
fn every(corpus: &Corpus, query: &SearchQuery) -> Vec<Hit> {
    let (mut found, mut page) = (Vec::new(), query.with("limit", Some("200")));
    loop {
        let results = corpus.ask(&page);
        found.extend(results.groups.into_iter().flat_map(|group| group.hits));
        match results.next {
            Some(next) => page = page.with("cursor", Some(&next)),
            None => return found,
        }
    }
}

#[test]
fn a_folded_list_leaves_nothing_out() {
    let corpus = corpus();
    let query = query("chữ ký số OR văn bản").with("view", Some("ranked"));
    let folded = every(corpus, &query);
    let mut reached: BTreeSet<(HitKind, String, String)> = BTreeSet::new();
    let mut places: BTreeSet<(String, Option<String>)> = BTreeSet::new();
    for hit in &folded {
        reached.insert((hit.kind, hit.plan_id.clone(), hit.id.clone()));
        places.insert((hit.plan_id.clone(), hit.passage.clone()));
        if let Some(same) = &hit.same_words {
            let family = every(corpus, &query.with("same", Some(&same.key)));
            reached.extend(family.into_iter().map(|hit| (hit.kind, hit.plan_id, hit.id)));
        }
    }
    let all = every(corpus, &query.with("fold", Some("false")));
    assert!(folded.len() < all.len());
    for hit in all {
        let there = places.contains(&(hit.plan_id.clone(), hit.passage.clone()))
            || reached.contains(&(hit.kind, hit.plan_id.clone(), hit.id.clone()));
        assert!(there, "{:?} {} {} cannot be reached", hit.kind, hit.plan_id, hit.id);
    }
}
