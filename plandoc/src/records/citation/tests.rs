//! What is read out of the mentions of legal documents.

use super::mention::{Mention, mentions};

struct Said<'a> {
    number: String,
    doc_type: Option<&'a str>,
    issued_on: Option<String>,
    issuer: Option<&'a str>,
    title: Option<&'a str>,
    words: &'a str,
}

fn said(text: &str) -> Vec<Said<'_>> {
    mentions(text)
        .into_iter()
        .map(|Mention { number, doc_type, issued_on, issuer, title, words }| Said {
            number: number.number,
            doc_type: doc_type.map(|r| &text[r]),
            issued_on: issued_on.map(|d| d.value.iso()),
            issuer: issuer.map(|r| &text[r]),
            title: title.map(|r| &text[r]),
            words: &text[words],
        })
        .collect()
}

#[test]
fn a_basis_states_kind_number_date_issuer_and_title() {
    let text =
        "- Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ quy định về cung cấp thông tin;";
    let one = &said(text)[0];
    assert_eq!(one.number, "43/2011/NĐ-CP");
    assert_eq!(one.doc_type, Some("Nghị định"));
    assert_eq!(one.issued_on.as_deref(), Some("2011-06-13"));
    assert_eq!(one.issuer, Some("Chính phủ"));
    assert_eq!(one.title, Some("quy định về cung cấp thông tin"));
    assert_eq!(one.words, "Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ");
}

#[test]
fn dates_in_words_are_read() {
    let text =
        "Căn cứ Nghị định số 187/2007/NĐ-CP ngày 25 tháng 12 năm 2007 của Chính phủ quy định chức năng";
    assert_eq!(said(text)[0].issued_on.as_deref(), Some("2007-12-25"));
}

#[test]
fn the_word_so_may_be_missing() {
    let one = &said("đảm bảo theo Nghị định 61/2018/NĐ-CP về thực hiện cơ chế một cửa, cũng như")[0];
    assert_eq!((one.number.as_str(), one.doc_type, one.issuer), ("61/2018/NĐ-CP", Some("Nghị định"), None));
    assert_eq!(one.title, None, "in running prose nobody can tell where a title ends");
}

#[test]
fn the_longest_kind_is_taken() {
    let one = &said("Chương trình hành động số 64-CTr/TU ngày 09/9/2015 của Tỉnh ủy")[0];
    assert_eq!((one.doc_type, one.issuer), (Some("Chương trình hành động"), Some("Tỉnh ủy")));
}

#[test]
fn look_alike_numbers_are_three_documents() {
    let text = "Chương trình số 64-CTr/TU; Kế hoạch số 64/KH-UBND; Nghị định số 64/2007/NĐ-CP";
    let numbers: Vec<_> = said(text).into_iter().map(|s| s.number).collect();
    assert_eq!(numbers, ["64-CTr/TU", "64/KH-UBND", "64/2007/NĐ-CP"]);
}

#[test]
fn one_issuer_may_be_stated_for_two_numbers() {
    let text = "theo Quyết định số 846/QĐ-TTg ngày 09/6/2017 và Quyết định số 877/QĐ-TTg ngày 18/7/2018 của Thủ tướng Chính phủ.";
    let said = said(text);
    assert!(said.iter().all(|s| s.issuer == Some("Thủ tướng Chính phủ")));
    assert_eq!(said[0].words, "Quyết định số 846/QĐ-TTg ngày 09/6/2017");
}

#[test]
fn one_kind_may_be_stated_for_two_numbers() {
    let said = said("các Quyết định số 1/QĐ-TTg, 2/QĐ-TTg và 3/QĐ-BTTTT ngày 01/02/2003");
    assert!(said.iter().all(|s| s.doc_type == Some("Quyết định")));
    assert_eq!(said[0].issued_on, None);
    assert_eq!(said[2].issued_on.as_deref(), Some("2003-02-01"));
}

#[test]
fn laws_are_named_before_their_number() {
    let one = &said("Căn cứ Luật Công nghệ thông tin số 67/2006/QH11 ngày 29/6/2006;")[0];
    assert_eq!((one.number.as_str(), one.doc_type), ("67/2006/QH11", Some("Luật")));
}

#[test]
fn a_document_cited_inside_a_title_has_its_own_fields() {
    let text = "Kế hoạch số 89/KH-UBND ngày 17/6/2019 của UBND tỉnh thực hiện Nghị quyết số 17/NQ-CP ngày 07/3/2019 của Chính phủ về một số nhiệm vụ;";
    let said = said(text);
    assert_eq!(said[0].issuer, Some("UBND tỉnh"));
    assert_eq!(
        said[0].title,
        Some("thực hiện Nghị quyết số 17/NQ-CP ngày 07/3/2019 của Chính phủ về một số nhiệm vụ")
    );
    assert_eq!((said[1].issuer, said[1].title), (Some("Chính phủ"), Some("về một số nhiệm vụ")));
}

#[test]
fn a_bracket_at_the_end_is_no_part_of_a_title() {
    let text = "- Quyết định số 7/QĐ-UBND ngày 19/4/2019 của UBND tỉnh về Quy chế (Thay thế Quyết định số 31/2010/QĐ-UBND ngày 10/12/2010);";
    let said = said(text);
    assert_eq!(said[0].title, Some("về Quy chế"));
    assert_eq!(said[1].issued_on.as_deref(), Some("2010-12-10"));
}

#[test]
fn a_date_further_on_belongs_to_something_else() {
    assert_eq!(said("Công văn số 12/VP-VX về cuộc họp ngày 05/6/2020")[0].issued_on, None);
}

#[test]
fn a_mention_that_a_clause_too_long_is_cut_in_has_no_title() {
    let mention = "Quyết định số 12/QĐ-TTg ngày 5/3/2020 của Thủ tướng Chính phủ về chợ";
    for length in 5900..6100 {
        let found = mentions(&format!("{} {mention}", "a".repeat(length)));
        assert_eq!(found.len(), 1);
    }
}

#[test]
fn a_mention_may_reach_into_the_next() {
    assert_eq!(mentions("Quyết định số 1/QĐ-UBND của Hội Tin học 12/QĐ-TTg về chợ").len(), 2);
}
