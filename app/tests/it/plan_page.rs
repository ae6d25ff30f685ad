//! Does the plan page lead every number to its sentence, and every sentence to its record?

use crate::render::{assert_anchors_exist, assert_no_inline_code, between, opening_tags, page, values};

const PLAN: &str = "/plans/kien-giang-2020";

#[tokio::test]
async fn the_page_needs_no_inline_style_or_script() {
    assert_no_inline_code(&page(PLAN).await);
}

#[tokio::test]
async fn every_link_within_the_page_leads_somewhere_and_no_anchor_stands_twice() {
    assert_anchors_exist(&page(PLAN).await);
    assert_anchors_exist(&page(&format!("{PLAN}?q=dich+vu+cong")).await);
}

#[tokio::test]
async fn every_figure_on_dots_is_a_link_to_a_sentence() {
    let html = page(PLAN).await;
    let main = between(&html, "<main", "</main>");
    let figures = opening_tags(main, "a", "src");
    assert!(figures.len() >= 10, "only {} figures", figures.len());
    for figure in figures {
        let leads = figure.contains("href=\"#r-") || figure.contains("href=\"/plans/kien-giang-2020#r-");
        assert!(leads, "{figure}");
    }
    assert!(opening_tags(main, "span", "src").is_empty(), "a figure on dots without a link");
}

#[tokio::test]
async fn every_numbered_record_stands_in_the_text_and_in_the_margin() {
    let html = page(PLAN).await;
    let ids = values(&html, "id");
    for record in ["ca", "pa", "pb", "ta", "tb", "sa", "sb", "sc", "sd"] {
        assert!(ids.contains(&format!("r-{record}").as_str()), "{record} has no anchor in the text");
        assert!(ids.contains(&format!("m-{record}").as_str()), "{record} is not in the margin");
        assert!(html.contains(&format!("href=\"#m-{record}\"")), "{record} has no number");
    }
}

#[tokio::test]
async fn headings_are_the_table_of_contents_and_follow_the_page_s_own() {
    let html = page(PLAN).await;
    let contents = between(&html, " class=\"toc\"", "</details>");
    assert_eq!(values(contents, "href"), ["#b-40", "#b-90", "#b-95", "#b-300"]);
    assert!(html.contains("<h3 id=\"b-90\"") && html.contains("<h4 id=\"b-95\""));
    assert_eq!(html.matches("<h1").count(), 1);
}

#[tokio::test]
async fn a_table_of_the_document_is_a_table_with_caption_and_headers() {
    let html = page(PLAN).await;
    let table = between(between(&html, "id=\"b-301\"", "b-400"), "<table>", "</table>");
    assert!(table.contains("<caption"));
    assert_eq!(table.matches("scope=\"col\"").count(), 3);
    assert_eq!(table.matches("scope=\"row\"").count(), 5);
    assert!(table.contains("class=\"sum-row\""));
}

#[tokio::test]
async fn a_sum_is_only_of_rows_that_count() {
    let html = page(PLAN).await;
    let spending = between(&html, "id=\"spending\"", "</section>");
    assert!(spending.contains(">1.922,183<"), "the group's sum leaves out what is restated");
    assert!(spending.contains("Chưa phân bổ kinh phí"), "words stand where no amount is stated");
    assert!(spending.contains("href=\"#r-tt\""), "the printed total leads to its row");
    assert_eq!(spending.matches("class=\"calc\"").count(), 2, "one group's sum, one total that differs");
}

#[tokio::test]
async fn what_the_document_does_not_state_is_said_so() {
    let html = page(PLAN).await;
    let facts = between(&html, "class=\"meta-row\"", "</dl>");
    assert!(facts.contains("không nêu"), "the signatory is not stated");
    assert!(facts.contains("biên tập"), "the date was supplied by an editor");
}

#[tokio::test]
async fn hits_are_counted_marked_and_lead_to_one_another() {
    let html = page(&format!("{PLAN}?q=dich+vu+cong")).await;
    assert!(html.contains("href=\"#h-1\""));
    let first = between(&html, "id=\"h-1\"", "</b>");
    assert!(first.contains("href=\"#h-2\"") && !first.contains("href=\"#h-0\""));
    let second = between(&html, "id=\"h-2\"", "</b>");
    assert!(second.contains("href=\"#h-1\"") && !second.contains("href=\"#h-3\""));
    assert!(!page(PLAN).await.contains("id=\"h-1\""), "no hit without words");
}

#[tokio::test]
async fn abbreviations_carry_the_document_s_own_meaning() {
    let html = page(PLAN).await;
    assert!(html.contains("<abbr title=\"thủ tục hành chính\">TTHC</abbr>"));
}

#[tokio::test]
async fn in_english_the_document_s_words_are_marked_as_vietnamese() {
    let html = page(&format!("/en{PLAN}")).await;
    let text = opening_tags(&html, "div", "doc");
    assert!(text.iter().all(|tag| tag.contains("lang=\"vi\"")) && text.len() == 1);
    assert!(html.contains("VND 2 billion") || html.contains("VND billion"), "money in English");
    assert!(html.contains("27\u{a0}December\u{a0}2019"));
}

#[tokio::test]
async fn an_unknown_plan_is_said_to_be_unknown_with_one_that_looks_alike() {
    let html = page("/plans/kien-giang-2021").await;
    assert!(html.contains("href=\"/plans/kien-giang-2020\""));
}

#[tokio::test]
async fn versions_lead_to_one_another_and_a_replaced_one_says_so() {
    let current = page(PLAN).await;
    let switch = between(&current, "class=\"seg versions\"", "</nav>");
    assert_eq!(values(switch, "href"), [PLAN, "/plans/kien-giang-2020?version=1"]);
    assert!(between(switch, "aria-current=\"page\"", "</a>").contains("hiện hành"));

    let earlier = page("/plans/kien-giang-2020?version=1").await;
    assert!(earlier.contains("đã được thay"), "it says that it was replaced");
    assert!(earlier.contains("id=\"r-ta\""), "its sentences are marked");
    assert!(!earlier.contains("id=\"targets\""), "its numbers are listed nowhere");
    assert!(earlier.contains("href=\"/plans/kien-giang-2020?version=1&amp;beside=file#text\""));
    assert!(earlier.contains("name=\"version\" value=\"1\""), "a search stays in it");
    assert_anchors_exist(&earlier);
}

#[tokio::test]
async fn the_file_as_published_stands_beside_the_text_only_where_it_is_asked_for() {
    let html = page(PLAN).await;
    assert!(!html.contains("<iframe"), "nothing loads unasked");
    assert!(html.contains("href=\"/plans/kien-giang-2020?beside=file#text\""), "a plain link asks for it");

    let html = page(&format!("{PLAN}?q=dich+vu+cong&beside=file")).await;
    let frame = between(&html, "<iframe", ">");
    assert!(
        frame.contains("src=\"/plans/kien-giang-2020/file\"") && frame.contains("title=\"Tệp đã công bố"),
        "{frame}"
    );
    assert!(html.contains("name=\"beside\" value=\"file\""), "a search leaves it there");
    assert!(html.contains("href=\"/plans/kien-giang-2020?q=dich+vu+cong#text\""), "a plain link closes it");
    assert_anchors_exist(&html);
}
