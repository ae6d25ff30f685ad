use super::*;
use crate::word::form;

fn term(word: &str) -> Clause {
    Clause::Term(Term::new(form(word)))
}

fn phrase(words: &[&str]) -> Clause {
    Clause::Phrase(words.iter().map(|word| Term::new(form(word))).collect())
}

#[test]
fn words_are_all_wanted() {
    let query = Query::parse("  so hóa ");
    assert_eq!(query.alternatives, [[term("so"), term("hóa")]]);
    assert!(query.ignored.is_empty() && query.counts_marks());
}

#[test]
fn quoted_words_are_a_phrase_in_any_quotation_marks() {
    for typed in ["\"một cửa\" xã", "“một cửa” xã"] {
        assert_eq!(Query::parse(typed).alternatives, [[phrase(&["một", "cửa"]), term("xã")]]);
    }
}

#[test]
fn a_minus_shuts_out_but_a_dash_between_words_does_not() {
    let query = Query::parse("kinh - xã -huyện -\"cấp xã\"");
    assert_eq!(query.alternatives, [[term("kinh"), term("xã")]]);
    assert_eq!(query.without, [term("huyện"), phrase(&["cấp", "xã"])]);
    assert!(query.ignored.is_empty());
}

#[test]
fn or_parts_the_whole_query() {
    let query = Query::parse("số hóa OR dữ liệu");
    assert_eq!(query.alternatives, [[term("số"), term("hóa")], [term("dữ"), term("liệu")]]);
    let dangling = Query::parse("OR số OR");
    assert_eq!(dangling.alternatives, [[term("số")]]);
    assert_eq!(dangling.ignored, ["OR", "OR"]);
}

#[test]
fn a_document_number_is_one_term_and_a_hyphenated_word_a_phrase() {
    let query = Query::parse("43/2011/NĐ-CP NĐ-CP");
    let Clause::Term(number) = &query.alternatives[0][0] else { panic!("not one term") };
    assert_eq!((number.form.exact.as_str(), number.words), ("43/2011/nđ-cp", 4));
    assert_eq!(query.alternatives[0][1], phrase(&["nđ", "cp"]));
}

#[test]
fn what_cannot_be_used_is_named() {
    assert_eq!(Query::parse("*** số \"").ignored, ["***", "\""]);
    assert_eq!(Query::parse("\"hai từ").ignored, ["\""]);
    let long = "từ ".repeat(WORDS_MAX + 2);
    assert_eq!(Query::parse(&long).ignored, ["từ", "từ"]);
    assert_eq!(Query::parse(&"a".repeat(QUERY_MAX + 3)).ignored, ["aaa"]);
}

#[test]
fn marks_can_be_dropped() {
    let relaxed = Query::parse("sồ \"hòa bình\"").without_marks();
    assert!(!relaxed.counts_marks());
}

#[test]
fn nothing_typed_asks_for_nothing() {
    assert!(Query::parse(" \t").is_empty() && Query::parse("").ignored.is_empty());
}

#[test]
fn a_star_stands_for_the_rest_of_a_word() {
    assert_eq!(
        Query::parse("chuy* số").alternatives,
        [[Clause::Prefix(Term::new(form("chuy"))), term("số")]]
    );
    assert_eq!(Query::parse("c*").alternatives, [[term("c")]]);
}

#[test]
fn a_wave_behind_quotation_marks_allows_distance() {
    let Clause::Near(terms, distance) = &Query::parse("\"số hóa hồ sơ\"~5").alternatives[0][0] else {
        panic!("not near")
    };
    assert_eq!((terms.len(), *distance), (4, 5));
    assert_eq!(Query::parse("\"số hóa\"~x").alternatives[0].len(), 2);
}

#[test]
fn fields_ask_for_facts_and_those_not_understood_are_named() {
    let query = Query::parse("số tinh:\"Sóc Trăng\" -nam:2019 tỉnh:atlantis so-tien:");
    assert_eq!(query.alternatives[0].len(), 2);
    assert!(matches!(&query.alternatives[0][1], Clause::Facts(any) if any.len() == 2));
    assert!(matches!(&query.without[..], [Clause::Facts(_)]));
    assert_eq!(query.ignored, ["tỉnh:atlantis", "so-tien:"]);
    assert!(matches!(&Query::parse("lúc 13:30").alternatives[0][1], Clause::Phrase(_)));
}

#[test]
fn looser_searches_leave_one_thing_out_or_take_quotation_marks_off() {
    let found = looser("số \"một cửa\" tinh:x");
    assert_eq!(found[0], ("số".to_owned(), "\"một cửa\" tinh:x".to_owned()));
    assert_eq!(found[1], ("\"một cửa\"".to_owned(), "số một cửa tinh:x".to_owned()));
    assert_eq!(found[2].1, "số \"một cửa\"");
    assert!(looser("một").is_empty());
}
