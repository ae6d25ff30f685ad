//! Does the portal itself show how its API is asked, and tell browsers how it is searched?

use quick_xml::{Reader, events::Event};

use crate::{api::portal, support::portal::PUBLIC_URL};

#[tokio::test]
async fn every_operation_has_a_page_with_a_form_and_loads_nothing_from_elsewhere() {
    let portal = portal().await;
    let document = portal.json("/api/v1/openapi.json").await;
    for prefix in ["", "/en"] {
        let index = portal.get(&format!("{prefix}/api/docs")).await.text();
        for item in document["paths"].as_object().unwrap().values() {
            let id = item["get"]["operationId"].as_str().unwrap();
            assert!(index.contains(&format!("href=\"{prefix}/api/docs/{id}\"")), "{id}");
        }
    }
    for id in ["list_spending", "get_plans", "search", "list_changes"] {
        let page = portal.get(&format!("/api/docs/{id}")).await;
        assert_eq!(page.status.as_u16(), 200, "{id}");
        let html = page.text();
        let loaded = html.match_indices("src=\"").chain(html.match_indices("href=\"http"));
        for (at, _) in loaded {
            let address = html[at..].split('"').nth(1).unwrap();
            let own = address.starts_with('/') || address.starts_with(PUBLIC_URL);
            assert!(own || address.starts_with("https://creativecommons.org"), "{address}");
        }
        assert!(html.contains("action=\"/api/docs/try\""), "{id}");
    }
    assert_eq!(portal.get("/api/docs/list_prices").await.status.as_u16(), 404);
}

#[tokio::test]
async fn the_form_leads_to_the_address_of_the_answer() {
    let portal = portal().await;
    for (asked, address) in [
        ("operation=list_spending&year=2020&q=&phase=planned", "/api/v1/spending?year=2020&phase=planned"),
        ("operation=get_plans&id=soc-trang-2020&lang=", "/api/v1/plans/soc%2Dtrang%2D2020"),
        ("operation=get_plans&id=..%2F..%2Fmcp", "/api/v1/plans/%2E%2E%2F%2E%2E%2Fmcp"),
    ] {
        let reply = portal.get(&format!("/api/docs/try?{asked}")).await;
        assert_eq!((reply.status.as_u16(), reply.header("location")), (303, address), "{asked}");
    }
    assert_eq!(portal.get("/api/v1/plans/soc%2Dtrang%2D2020").await.status.as_u16(), 200);
    assert_eq!(portal.get("/api/docs/try?operation=none").await.status.as_u16(), 404);
}

#[tokio::test]
async fn a_browser_learns_from_any_page_how_to_search() {
    let portal = portal().await;
    for (page, path) in [("/", "/opensearch.xml"), ("/en/plans", "/en/opensearch.xml")] {
        let html = portal.get(page).await.text();
        assert!(html.contains("application/opensearchdescription+xml") && html.contains(path), "{page}");
        let reply = portal.get(path).await;
        assert_eq!(reply.header("content-type"), "application/opensearchdescription+xml");
        let xml = reply.text();
        let mut reader = Reader::from_str(&xml);
        let mut templates = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Empty(tag) if tag.name().as_ref() == "Url" => {
                    let template = tag.try_get_attribute("template").unwrap().unwrap();
                    templates.push(template.value.replace("&amp;", "&"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(templates.len(), 3);
        for template in templates {
            let asked = template.replace("{searchTerms}", "s%E1%BB%91%20h%C3%B3a");
            let reply = portal.get(asked.strip_prefix(PUBLIC_URL).unwrap()).await;
            assert_eq!(reply.status.as_u16(), 200, "{template}");
        }
    }
}

#[tokio::test]
async fn the_data_page_leads_to_the_whole_and_says_what_it_is() {
    let portal = portal().await;
    portal.release().await;
    for page in ["/data", "/en/data"] {
        let html = portal.get(page).await.text();
        assert!(html.contains("\"@type\":\"Dataset\""), "{page}");
        let mut links: Vec<&str> =
            html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        links.retain(|link| link.starts_with("/data/"));
        assert!(links.len() >= 10, "{links:?}");
        for link in links {
            assert_eq!(portal.get(link).await.status.as_u16(), 200, "{link}");
        }
    }
}

#[tokio::test]
async fn lists_worked_out_from_all_plans_refuse_conditions_and_name_what_they_take() {
    let portal = portal().await;
    for noun in ["provinces", "indicators", "agencies", "laws"] {
        let refused = portal.get(&format!("/api/v1/{noun}?plans__gte=1")).await;
        let fault = refused.json()["errors"][0].clone();
        assert_eq!((refused.status.as_u16(), &fault["parameter"]), (400, &"plans__gte".into()), "{noun}");
        assert!(fault["allowed"].as_array().unwrap().contains(&"sort".into()), "{noun}: {fault}");
        let some = portal.json(&format!("/api/v1/{noun}?sort=-plans&fields=plans&limit=3")).await;
        let rows = some["data"].as_array().unwrap();
        let plans: Vec<i64> = rows.iter().map(|row| row["plans"].as_i64().unwrap()).collect();
        assert!(plans.is_sorted_by(|one, other| one >= other), "{noun}: {plans:?}");
        assert!(rows.iter().all(|row| row.as_object().unwrap().len() == 1), "{noun}: {rows:?}");
    }
}
