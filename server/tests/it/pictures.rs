//! Are the pictures of shared links and charts drawn from what the pages say, and may charts stand elsewhere?

use axum::http::{Method, StatusCode};

use crate::support::portal::{PUBLIC_URL, Portal};

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[tokio::test]
async fn every_kind_of_page_has_a_picture_that_its_head_names() {
    let portal = Portal::with_corpus().await;
    for page in
        ["/", "/plans/kien-giang-2020", "/en/provinces/soc-trang", "/indicators/procedure-files-online"]
    {
        let html = portal.get(page).await.text();
        let image = html.split("property=\"og:image\"").next().and_then(|head| head.rsplit("<meta").next());
        let tag = image.expect("a picture").to_owned()
            + html
                .split("property=\"og:image\"")
                .nth(1)
                .and_then(|rest| rest.split('>').next())
                .unwrap_or("");
        let address =
            tag.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its address");
        let path = address.strip_prefix(PUBLIC_URL).expect("at the public address");
        let picture = portal.get(path).await;
        assert_eq!(
            (picture.status.as_u16(), picture.header("content-type")),
            (200, "image/png"),
            "{page}: {path}"
        );
        assert_eq!(size(&picture.body), (1200, 630), "{path}");
        assert!(picture.body.len() < 300_000, "{path} has {} bytes", picture.body.len());
        assert_eq!(portal.get(path).await.body, picture.body, "kept");
    }
}

#[tokio::test]
async fn a_picture_of_what_is_not_there_is_not_found() {
    let portal = Portal::with_corpus().await;
    for path in [
        "/share/vi/plans/kien-giang-2021.png",
        "/share/xx/portal/home.png",
        "/share/vi/other/a.png",
        "/share/vi/portal/home",
    ] {
        assert_eq!(portal.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn charts_come_as_drawing_pixels_and_table_of_one_answer() {
    let portal = Portal::with_corpus().await;
    for chart in ["compare", "spending"] {
        let query = if chart == "compare" { "indicator=procedure-files-online" } else { "by=agency&lang=en" };
        let svg = portal.get(&format!("/charts/{chart}.svg?{query}")).await;
        assert_eq!(svg.header("content-type"), "image/svg+xml");
        assert!(svg.text().starts_with("<svg ") && svg.text().contains("<title>"), "{chart}");
        let png = portal.get(&format!("/charts/{chart}.png?{query}")).await;
        assert_eq!(size(&png.body).0, 1600, "{chart}");
        let csv = portal.get(&format!("/charts/{chart}.csv?{query}")).await.text();
        assert!(csv.lines().count() > 2 && csv.ends_with("\r\n"), "{csv}");
        assert_eq!(portal.get(&format!("/charts/{chart}.gif?{query}")).await.status, 404);
    }
    let table =
        portal.get("/charts/compare.csv?indicator=procedure-files-online&province=soc-trang").await.text();
    assert!(table.contains("Sóc Trăng,2023,50,35.32,%,soc-trang-2024"), "{table}");
    assert!(!table.contains("Kiên Giang"), "{table}");
}

#[tokio::test]
async fn a_chart_without_its_question_names_what_is_missing() {
    let portal = Portal::with_corpus().await;
    for (path, named) in [
        ("/charts/compare.svg", "indicator"),
        ("/charts/spending.svg?by=colour", "by"),
        ("/oembed", "url"),
        ("/oembed?url=https%3A%2F%2Felsewhere.example%2Fcompare%3Findicator%3Da", "url"),
        ("/oembed?url=https%3A%2F%2Fportal.example%2Fplans", "url"),
        ("/oembed?url=https%3A%2F%2Fportal.example%2Fspending&format=xml", "format"),
    ] {
        let reply = portal.get(path).await;
        assert_eq!(reply.status, 400, "{path}");
        assert_eq!(reply.json()["errors"][0]["parameter"], named, "{path}");
    }
}

#[tokio::test]
async fn a_chart_can_stand_in_a_page_elsewhere_and_no_other_page_can() {
    let portal = Portal::with_corpus().await;
    let page = "https://portal.example/en/compare?indicator=procedure-files-online";
    let asked = format!(
        "/oembed?url={}&maxwidth=480",
        page.replace(':', "%3A").replace('/', "%2F").replace('?', "%3F").replace('=', "%3D")
    );
    let answer = portal.json(&asked).await;
    assert_eq!((&answer["type"], &answer["width"]), (&"rich".into(), &480.into()));
    let html = answer["html"].as_str().expect("a frame");
    let source = html.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its address");
    let framed = portal.get(&source.replace("&amp;", "&")[PUBLIC_URL.len()..]).await;
    assert_eq!(framed.status, 200);
    assert!(framed.header("content-security-policy").contains("frame-ancestors *"));
    assert!(
        framed.text().contains("<html lang=\"en\">") && framed.text().contains("35.32"),
        "{}",
        framed.text()
    );
    let other = portal.get("/compare?indicator=procedure-files-online").await;
    assert!(other.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(other.text().contains("application/json+oembed"));
}

#[tokio::test]
async fn planned_money_is_drawn_by_area_and_by_year_as_on_the_page() {
    let portal = Portal::with_corpus().await;
    let page = portal.get("/spending?amount_basis=estimate").await.text();
    for (by, id) in [("area", "by-area"), ("year", "by-year")] {
        let chart =
            page.split(&format!("id=\"{id}\"")).nth(1).and_then(|rest| rest.split("</figure>").next());
        let chart = chart.unwrap_or_else(|| panic!("no chart {id}"));
        let title =
            chart.split("<b id=").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).expect("a title");
        let drawing = portal.get(&format!("/charts/spending.svg?by={by}&amount_basis=estimate")).await.text();
        assert!(drawing.contains(&format!("<title>{title}</title>")), "{by}: {title}");
    }
    // Of the years between nothing is stated: a mark of its own on the page, words in the table, and no zero.
    assert!(page.contains("class=\"missing\"") && page.contains("2011–2019"));
    let years = portal.get("/charts/spending.csv?by=year&amount_basis=estimate&lang=en").await.text();
    assert!(years.contains("2011–2019,0,not stated"), "{years}");
    assert!(
        !portal.get("/spending").await.text().contains("id=\"by-year\""),
        "one year is nothing to compare"
    );
}

#[tokio::test]
async fn a_chart_may_still_be_framed_when_a_browser_asks_for_it_again() {
    let portal = Portal::with_corpus().await;
    let path = "/embed/spending";
    let first = portal.get(path).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    assert!(first.header("content-security-policy").contains("frame-ancestors *"));
    let again = portal.ask(Method::GET, path, &[("if-none-match", first.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    // Whatever stood here would be put on the page that the browser has.
    for name in ["content-security-policy", "x-frame-options"] {
        assert_eq!(again.header(name), "", "{name}");
    }
}
