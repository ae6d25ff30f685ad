//! Is a plan served with its text and its file?

use axum::http::Method;

use super::{portal, small};

#[tokio::test]
async fn a_plan_comes_with_its_figures() {
    let plan = portal().await.json("/api/v1/plans/soc-trang-2020").await;
    assert_eq!(plan["data"]["id"], "soc-trang-2020");
    assert_eq!(plan["data"]["figures"]["spending"], 5);
    assert_eq!(plan["data"]["figures"]["planned"]["amount_vnd"], 58_000_000_000_i64);
    assert_eq!(plan["meta"]["revision"], 2);
}

#[tokio::test]
async fn the_text_is_plain_unless_json_is_preferred() {
    let portal = portal().await;
    let path = "/api/v1/plans/soc-trang-2020/text";
    let plain = portal.get(path).await;
    assert_eq!(plain.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(plain.text(), small(2020).text);
    let json = portal.ask(Method::GET, path, &[("accept", "application/json")]).await;
    assert_eq!(json.header("content-type"), "application/json");
    assert_eq!(json.json()["text"], small(2020).text);
}

#[tokio::test]
async fn positions_of_a_record_give_its_quote_in_the_served_text() {
    let portal = portal().await;
    let text: Vec<char> = portal.get("/api/v1/plans/soc-trang-2020/text").await.text().chars().collect();
    for noun in ["objectives", "targets", "progress", "spending", "totals"] {
        let list = portal.json(&format!("/api/v1/{noun}?plan=soc-trang-2020")).await;
        for record in list["data"].as_array().unwrap() {
            let place = |end: &str| usize::try_from(record["source"][end].as_u64().unwrap()).unwrap();
            let words: String = text[place("start")..place("end")].iter().collect();
            assert_eq!(record["quote"], words, "{noun}");
        }
    }
}

#[tokio::test]
async fn the_file_comes_as_published_and_runs_nothing() {
    let reply = portal().await.get("/api/v1/plans/soc-trang-2020/document").await;
    assert_eq!(reply.text(), small(2020).text);
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"plan.txt\"; filename*=UTF-8''plan.txt"
    );
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(reply.header("content-security-policy").starts_with("sandbox"));
    assert_eq!(reply.header("content-type"), "text/plain");
}

#[tokio::test]
async fn an_unknown_parameter_is_refused_here_too() {
    let portal = portal().await;
    for path in ["text", "document"] {
        let reply = portal.get(&format!("/api/v1/plans/soc-trang-2020/{path}?x=1")).await;
        assert_eq!(reply.status.as_u16(), 400, "{path}");
    }
    assert_eq!(portal.get("/api/v1/plans/soc-trang-2020?limit=1").await.status.as_u16(), 400);
}
