use super::*;
use Language::{En, Vi};

#[test]
fn a_page_keeps_path_and_query_in_the_other_language() {
    let place = Place::parse("/en/targets?year=2024&province=soc-trang#r-1");
    assert_eq!(place.lang, En);
    assert_eq!(place.path, "/targets");
    assert_eq!(place.in_language(Vi), "/targets?year=2024&province=soc-trang");
    assert_eq!(Place::parse("/").in_language(En), "/en");
    assert_eq!(Place::parse("/en").in_language(Vi), "/");
    assert_eq!(Place::parse("/english").path, "/english");
    assert_eq!(Place::parse("http://leptos.dev/en/plans?q=a://b/c"), Place::parse("/en/plans?q=a://b/c"));
    assert_eq!(Place::parse("http://leptos.dev").path, "/");
}

#[test]
fn empty_fields_of_a_form_are_not_conditions() {
    let filter = Place::parse("/targets?q=&year=&province=soc-trang").filter().unwrap();
    assert_eq!(filter.province.as_deref(), Some("soc-trang"));
    assert_eq!((filter.year, filter.q), (None, None));
}

#[test]
fn a_parameter_that_does_not_read_is_named() {
    let error = Place::parse("/targets?year=soon&q=a").filter().unwrap_err();
    let PortalError::BadParameter { faults } = error else { panic!("{error:?}") };
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].parameter, "year");
}

#[test]
fn a_parameter_given_twice_is_named() {
    let error = Place::parse("/targets?year=2020&year=2024").filter().unwrap_err();
    let PortalError::BadParameter { faults } = error else { panic!("{error:?}") };
    assert_eq!(faults[0].parameter, "year");
}

#[test]
fn a_page_and_its_data_share_the_query() {
    let filter = Place::parse("/en/targets?year=2024&cursor=abc").filter().unwrap();
    assert_eq!(list(En, "targets", &filter), "/en/targets?year=2024&cursor=abc");
    assert_eq!(data("targets", "", &filter), "/api/v1/targets?year=2024&cursor=abc&lang=en");
    assert_eq!(data("targets", ".csv", &filter), "/api/v1/targets.csv?year=2024&lang=en");
}

#[test]
fn a_record_is_reached_at_its_sentence() {
    assert_eq!(record(Vi, "kien-giang-2020", "k7m2"), "/plans/kien-giang-2020#r-k7m2");
}

#[test]
fn several_provinces_are_taken_out_of_a_query_each_once() {
    let (provinces, others) =
        provinces_of("province=kien-giang&year=2020&province=soc-trang&province=&province=kien-giang");
    assert_eq!(provinces, ["kien-giang", "soc-trang"]);
    assert_eq!(others, "year=2020");
}
