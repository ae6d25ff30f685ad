//! Does what a reader reports reach the editors, and is nothing else taken?

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use tower::ServiceExt as _;

use crate::support::portal::Portal;

/// Status and `Location` of what a form answers.
async fn sent(portal: &Portal, form: &str) -> (StatusCode, String) {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/en/report")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()))
        .expect("a request");
    let response = portal.router.clone().oneshot(request).await.expect("an answer");
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    (response.status(), location.unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_report_is_kept_before_the_reader_is_thanked_and_settled_once() {
    let portal = Portal::empty().await;
    let form = "record=pz5pn5sy9x&words=S%E1%BB%91+l%C3%A0+85%25&email=an%40vn.example&website=";
    assert_eq!(sent(&portal, form).await, (StatusCode::SEE_OTHER, "/en/report?number=1".to_owned()));
    let open = portal.store.open_reports().await.expect("the reports");
    assert_eq!((open.len(), open[0].words.as_str()), (1, "Số là 85%"));
    assert_eq!(open[0].record_id.as_deref(), Some("pz5pn5sy9x"));
    assert_eq!(open[0].email.as_deref(), Some("an@vn.example"));
    assert!(portal.store.settle_report(1, "đã sửa").await.expect("settled"));
    assert!(!portal.store.settle_report(1, "lại").await.expect("an answer"), "settled twice");
    assert_eq!(portal.store.open_reports().await.expect("the reports"), []);
}

#[tokio::test]
async fn what_lacks_something_comes_back_to_the_form_and_is_not_kept() {
    let portal = Portal::empty().await;
    for (form, back) in [
        ("record=pz5pn5sy9x&words=", "/en/report?record=pz5pn5sy9x&fault=empty"),
        ("words=a&email=b", "/en/report?fault=email"),
        ("words=a%00b", "/en/report?fault=long"),
    ] {
        assert_eq!(sent(&portal, form).await, (StatusCode::SEE_OTHER, back.to_owned()), "{form}");
    }
    assert_eq!(portal.store.open_reports().await.expect("the reports"), []);
}

#[tokio::test]
async fn a_program_that_fills_in_everything_is_thanked_and_not_kept() {
    let portal = Portal::empty().await;
    assert_eq!(sent(&portal, "words=buy&website=http://x").await.1, "/en/report?number=0");
    assert_eq!(portal.store.open_reports().await.expect("the reports"), []);
}
