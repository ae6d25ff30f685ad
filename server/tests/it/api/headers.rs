//! Is every answer protected, compressed and open to every origin?

use axum::http::Method;

use super::portal;

#[tokio::test]
async fn every_answer_is_protected() {
    let portal = portal().await;
    for path in [
        "/api/v1/plans",
        "/api/v1/nonsense",
        "/api/v1/plans?limit=0",
        "/api/v1/spending.csv",
        "/spending.csv",
    ] {
        let reply = portal.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("nonce"), "{path}: {policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "strict-origin-when-cross-origin", "{path}");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(reply.header("permissions-policy").contains("camera=()"), "{path}");
    }
}

#[tokio::test]
async fn any_origin_may_read_the_api_and_nothing_else() {
    let portal = portal().await;
    let origin = [("origin", "https://elsewhere.example")];
    let reply = portal.ask(Method::GET, "/api/v1/plans", &origin).await;
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    let error = portal.ask(Method::GET, "/api/v1/nonsense", &origin).await;
    assert_eq!(error.header("access-control-allow-origin"), "*");
    let preflight = [
        ("origin", "https://elsewhere.example"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "if-none-match"),
    ];
    let reply = portal.ask(Method::OPTIONS, "/api/v1/plans", &preflight).await;
    assert_eq!(reply.status.as_u16(), 200);
    assert_eq!(reply.header("access-control-allow-methods"), "GET,HEAD");
}

#[tokio::test]
async fn answers_are_compressed_for_who_takes_it() {
    let portal = portal().await;
    for (accepted, encoding) in
        [("gzip", "gzip"), ("br", "br"), ("gzip, br", "br"), ("identity", ""), ("", "")]
    {
        let reply = portal.ask(Method::GET, "/api/v1/spending", &[("accept-encoding", accepted)]).await;
        assert_eq!(reply.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(reply.header("vary"), "Accept, Accept-Encoding", "{accepted}");
    }
}
