//! Does the search page show totals, facets and ways on, each as a plain link?

use crate::render::{assert_anchors_exist, assert_no_inline_code, between, page, values};

#[tokio::test]
async fn the_page_needs_no_inline_style_or_script() {
    let html = page("/search?q=LGSP").await;
    assert_no_inline_code(&html);
    assert_anchors_exist(&html);
}

#[tokio::test]
async fn results_stand_by_kind_with_total_and_sum() {
    let html = page("/search?q=LGSP").await;
    let spending = between(&html, "aria-labelledby=\"h-spending\"", "</section>");
    assert!(spending.contains("class=\"label n\">3<"));
    assert!(spending.contains("21,425\u{a0}tỷ đồng") || spending.contains("21,425 tỷ đồng"));
    assert!(html.find("id=\"h-spending\"") < html.find("id=\"h-passage\""));
}

#[tokio::test]
async fn every_hit_opens_the_text_at_its_sentence_with_the_words_marked() {
    let html = page("/en/search?q=LGSP").await;
    let found = between(&html, "class=\"found\"", "class=\"dataline\"");
    let hrefs = values(found, "href");
    for record in ["sa", "sb", "ta"] {
        let target = format!("/en/plans/kien-giang-2020?q=LGSP#r-{record}");
        assert!(hrefs.contains(&target.as_str()), "no link to {target}");
    }
    assert!(found.contains("<mark class=\"hit\">LGSP</mark>"));
}

#[tokio::test]
async fn more_of_one_kind_is_offered_where_there_is_more() {
    let html = page("/search?q=LGSP").await;
    assert!(html.contains("href=\"/search?q=LGSP&amp;kind=spending\""));
    assert!(!html.contains("kind=passage"));
}

#[tokio::test]
async fn a_facet_s_link_chooses_its_value_and_a_chosen_one_s_gives_it_up() {
    let open = page("/search?q=LGSP").await;
    assert!(open.contains("href=\"/search?q=LGSP&amp;year=2020\""));
    let chosen = page("/search?q=LGSP&year=2020").await;
    let facet = between(&chosen, "id=\"facet-year-2020\"", ">");
    assert!(facet.contains("href=\"/search?q=LGSP\"") && facet.contains("aria-current=\"true\""));
}

#[tokio::test]
async fn a_new_search_keeps_the_filters() {
    let html = page("/search?q=LGSP&year=2020&cursor=x").await;
    let form = between(&html, "<form role=\"search\"", "</form>");
    assert!(form.contains("name=\"year\" value=\"2020\""));
    assert!(!form.contains("name=\"cursor\""));
}

#[tokio::test]
async fn nothing_found_says_which_filter_to_give_up_and_what_that_brings() {
    let html = page("/search?q=LGSP&year=1999").await;
    let state = between(&html, "class=\"state\"", "</ul>");
    assert!(state.contains("href=\"/search?q=LGSP\"") && state.contains("4 kết quả"));
}

#[tokio::test]
async fn a_better_spelling_is_offered() {
    let html = page("/search?q=LGPS").await;
    assert!(between(&html, "class=\"better\"", "</p>").contains("href=\"/search?q=LGSP\""));
}
