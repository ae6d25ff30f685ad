//! Pages as the server sends them, over a portal with sample records.

mod sample;

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    http::Request,
};
use leptos::prelude::*;

use crate::{app::shell, document, paths::PublicUrl, portal::Portal};
use sample::SamplePortal;

/// Status and HTML of an address.
async fn visited(address: &str, broken: bool) -> (u16, String) {
    // Refused by every test but the first: one is enough for all.
    let _ = any_spawner::Executor::init_tokio();
    let portal: Arc<dyn Portal> = Arc::new(SamplePortal { broken });
    let options = LeptosOptions::builder().output_name("minhbach").build();
    let provide = move || {
        provide_context(Arc::clone(&portal));
        provide_context(PublicUrl("https://minhbach.example".to_owned()));
    };
    let answer = leptos_axum::render_app_async_with_context(provide, move || shell(options.clone()));
    let request = Request::builder().uri(address).body(Body::empty()).unwrap();
    let response = answer(request).await;
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(document::sent(&bytes)).unwrap())
}

async fn page(address: &str) -> String {
    let (status, html) = visited(address, false).await;
    assert_eq!(status, 200, "{address}");
    html
}

const LISTS: [&str; 9] = [
    "/plans",
    "/targets",
    "/spending",
    "/progress",
    "/provinces",
    "/checks",
    "/indicators",
    "/agencies",
    "/laws",
];
const OTHERS: [&str; 15] = [
    "/",
    "/search",
    "/data",
    "/about",
    "/plans/kien-giang-2020",
    "/provinces/kien-giang",
    "/compare",
    "/compare?indicator=procedure-files-online",
    "/indicators/procedure-files-online",
    "/agencies/so-a",
    "/laws/43-2011-nd-cp",
    "/glossary",
    "/report",
    "/patterns",
    "/report?record=t1&fault=empty",
];

#[track_caller]
fn assert_holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in\n{html}");
    }
}

#[tokio::test]
async fn every_page_answers_in_both_languages_without_inline_script_or_style() {
    for path in LISTS.into_iter().chain(OTHERS) {
        for (lang, prefix) in [("vi", ""), ("en", "/en")] {
            let html = page(&format!("{prefix}{path}")).await;
            assert_holds(&html, &[&format!("<html lang=\"{lang}\""), "<h1", "id=\"content\"", "</title>"]);
            assert!(!html.contains(" style="), "inline style on {path}");
            assert!(!html.contains("<style"), "inline style on {path}");
            assert!(!html.contains("Unknown localization"), "missing message on {path}");
            for script in html.split("<script").skip(1) {
                let tag = script.split('>').next().unwrap_or_default();
                // A block of data is not run.
                let is_data = tag.contains("type=\"application/ld+json\"");
                assert!(is_data || tag.contains("src="), "inline script on {path}: {tag}");
            }
        }
    }
}

#[tokio::test]
async fn ids_stand_once_on_a_page() {
    for path in LISTS.into_iter().chain(OTHERS) {
        let html = page(path).await;
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "twice on {path}");
    }
}

#[tokio::test]
async fn a_page_names_its_canonical_address_and_its_other_language() {
    let html = page("/en/targets?province=kien-giang&sort=value").await;
    assert_holds(
        &html,
        &[
            "href=\"https://minhbach.example/en/targets?province=kien-giang\" rel=\"canonical\"",
            "href=\"https://minhbach.example/targets?province=kien-giang\" hreflang=\"vi\"",
            "href=\"/targets?province=kien-giang&amp;sort=value\"",
        ],
    );
}

#[tokio::test]
async fn numbers_lead_to_their_sentences() {
    assert_holds(
        &page("/targets").await,
        &["href=\"/plans/kien-giang-2020#r-t1\"", "≥\u{a0}20%", "III.2 ¶6"],
    );
    assert_holds(
        &page("/en/progress").await,
        &["href=\"/en/plans/kien-giang-2020#r-p1\"", "52.33%", "453,908/867,427"],
    );
    assert_holds(&page("/spending").await, &["#r-m1", "title=\"8.100.000.000 đồng\"", ">8.100<"]);
    assert_holds(&page("/plans").await, &["#r-s1", ">58.000<", "không nêu"]);
}

#[tokio::test]
async fn words_of_documents_are_marked_vietnamese_in_english_pages() {
    assert_holds(&page("/en/targets").await, &["<span lang=\"vi\">Tỷ lệ hồ sơ giải quyết trực tuyến</span>"]);
    assert!(!page("/targets").await.contains("<span lang=\"vi\">Tỷ lệ"));
}

#[tokio::test]
async fn sums_of_different_money_stand_apart() {
    let html = page("/spending").await;
    assert_holds(
        &html,
        &[
            "title=\"58.000.000.000 đồng\"",
            "title=\"2.000.000.000 đồng\"",
            "title=\"8.100.000.000 đồng\"",
            "dự kiến chi · kinh phí bố trí cho kỳ kế hoạch",
            "dự kiến chi · kinh phí dự kiến",
            "cộng 31 dòng có tiền",
            "dự kiến chi: 4 dòng không nêu số tiền",
        ],
    );
    assert!(!html.contains("60.000.000.000"), "sums of two kinds of money were added up");
}

#[tokio::test]
async fn charts_have_their_numbers_as_a_table() {
    let html = page("/spending").await;
    let chart = html.split("id=\"by-fund\"").nth(1).and_then(|rest| rest.split("</figure>").next()).unwrap();
    assert_holds(
        chart,
        &[
            "aria-labelledby=\"by-fund-title\"",
            "width=\"38.10%\"",
            "<table>",
            "42 tỷ đồng",
            "funding_source=",
        ],
    );
}

#[tokio::test]
async fn a_filter_is_a_plain_form_with_chips_and_the_data_of_the_view() {
    let html = page("/targets?province=kien-giang&year=2020&sort=value").await;
    assert_holds(
        &html,
        &[
            "data-filter",
            "method=\"get\"",
            "<option value=\"kien-giang\" selected>Kiên Giang (31)</option>",
            "<input type=\"hidden\" name=\"sort\" value=\"value\"",
            "href=\"/targets?year=2020&amp;sort=value\" class=\"chip on\"",
            "href=\"/api/v1/targets?province=kien-giang&amp;year=2020&amp;sort=value&amp;lang=vi\"",
            "/api/v1/targets.csv?province=kien-giang",
            "rel=\"next\"",
            "cursor=next-cursor",
            "aria-sort=\"ascending\"",
            "sort=-value",
        ],
    );
}

#[tokio::test]
async fn an_empty_list_says_what_to_give_up() {
    let (status, html) = visited("/targets?year=1999&province=kien-giang", false).await;
    assert_eq!(status, 200);
    assert_holds(
        &html,
        &[
            "Không có mục tiêu nào khớp",
            "href=\"/targets?province=kien-giang\"",
            "Bỏ điều kiện “Năm: 1999”",
            ": 1 dòng",
        ],
    );
}

#[tokio::test]
async fn a_wrong_parameter_is_named_under_status_400() {
    let (status, html) = visited("/targets?year=soon", false).await;
    assert_eq!(status, 400);
    assert_holds(&html, &["<code>year</code>"]);
    let (status, html) = visited("/en/plans?sort=colour", false).await;
    assert_eq!(status, 400);
    assert_holds(&html, &["<code>sort</code>", "A condition in the address cannot be read"]);
}

#[tokio::test]
async fn an_unknown_address_suggests_what_looks_alike_under_status_404() {
    let (status, html) = visited("/tagets", false).await;
    assert_eq!(status, 404);
    assert_holds(&html, &["href=\"/targets\""]);
    let (status, html) = visited("/en/kien-giang", false).await;
    assert_eq!(status, 404);
    assert_holds(
        &html,
        &["<html lang=\"en\"", "href=\"/en/provinces/kien-giang\"", "href=\"/en/plans/kien-giang-2020\""],
    );
    let (status, html) = visited("/provinces/kien-gang", false).await;
    assert_eq!(status, 404);
    assert_holds(&html, &["href=\"/provinces/kien-giang\""]);
    assert_eq!(visited("/plans/kien-giang-2021", false).await.0, 404);
}

#[tokio::test]
async fn our_own_failure_is_status_500_and_offers_to_try_again() {
    let (status, html) = visited("/spending?year=2020", true).await;
    assert_eq!(status, 500);
    assert_holds(&html, &["href=\"/spending?year=2020\"", "Thử lại"]);
}

#[tokio::test]
async fn the_start_page_shows_figures_that_lead_to_their_lists() {
    let html = page("/").await;
    assert_holds(
        &html,
        &[
            "276,6",
            "title=\"276.619.000.000 đồng\"",
            "aria-label=\"21 đạt, 1 đạt một phần, 8 chưa đạt\"",
            "từ 20% trở lên",
            "QĐ. Hoàng Sa",
            "QĐ. Trường Sa",
            "href=\"/provinces/an-giang\"",
            "22,18 tỷ đồng",
            "16 triệu đồng",
        ],
    );
}

#[tokio::test]
async fn a_row_of_a_table_is_quoted_as_its_cells() {
    let html = page("/").await;
    assert_holds(&html, &["<span>Xây dựng nền tảng LGSP</span><span>Sở TTTT</span><span>8.100</span>"]);
}

#[tokio::test]
async fn a_province_tells_what_it_belongs_to_now() {
    assert_holds(&page("/provinces/kien-giang").await, &["nay thuộc An Giang", "province=kien-giang"]);
    assert_holds(&page("/en/provinces/an-giang").await, &["made of Kiên Giang", "province_now=an-giang"]);
}

#[tokio::test]
async fn a_comparison_leads_every_number_to_its_sentence_and_says_what_is_not_stated() {
    let html = page("/compare?indicator=procedure-files-online").await;
    assert_holds(
        &html,
        &[
            "#r-t9",
            "#r-p9",
            "0 trong 1 dòng có đủ lời hứa và kết quả đã đạt lời hứa",
            "Mục tiêu nêu ở 2 / 2 dòng, kết quả ở 1 / 2.",
            "class=\"reported-not\"",
            "không nêu",
        ],
    );
}

#[tokio::test]
async fn what_is_not_compared_is_named_with_the_reason() {
    let html = page("/en/compare?indicator=procedure-files-online").await;
    assert_holds(&html, &["1 row is not set beside the others", "Another level.", "#r-t2"]);
    let drawn = html.split("class=\"twin refused\"").next().unwrap_or_default();
    assert!(!drawn.contains("#r-t2"), "a row that may not be compared is drawn");
}

#[tokio::test]
async fn unknown_indicators_agencies_and_laws_are_not_found_and_offer_those_alike() {
    for (address, near) in [
        ("/indicators/procedure-file-online", "/indicators/procedure-files-online"),
        ("/agencies/so-b", "/agencies/so-a"),
        ("/laws/43-2012-nd-cp", "/laws/43-2011-nd-cp"),
    ] {
        let (status, html) = visited(address, false).await;
        assert_eq!(status, 404, "{address}");
        assert_holds(&html, &[near]);
    }
}

#[tokio::test]
async fn conflicting_meanings_of_an_abbreviation_stand_side_by_side() {
    assert_holds(&page("/glossary").await, &["CNTT", "công nghệ thông tin", "cán bộ nhân viên"]);
}

#[tokio::test]
async fn a_report_is_about_the_quote_of_its_record_and_says_what_to_mend() {
    let html = page("/report?record=t1&fault=empty").await;
    assert_holds(
        &html,
        &[
            "method=\"post\"",
            "name=\"record\"",
            "value=\"t1\"",
            "đạt từ 20% trở lên",
            "role=\"alert\"",
            "aria-invalid=\"true\"",
        ],
    );
    assert_holds(&page("/report?number=7").await, &["Báo cáo số 7 đã được lưu"]);
}

#[tokio::test]
async fn what_a_page_tells_machines_is_json_that_cannot_end_its_element() {
    for path in ["/", "/plans/kien-giang-2020", "/provinces/kien-giang"] {
        let html = page(path).await;
        let blocks: Vec<&str> = html.split("<script type=\"application/ld+json\">").skip(1).collect();
        assert!(!blocks.is_empty(), "{path}");
        for block in blocks {
            let text = block.split("</script>").next().unwrap_or_default();
            assert!(!text.contains('<'), "{text}");
            let thing: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(thing["@context"], "https://schema.org");
        }
    }
}
