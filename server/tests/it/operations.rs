//! What do those who run the portal see, and what is refused?

use crate::support::{program::Desk, served::Server};

/// The line of a header in an answer.
fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[test]
fn metrics_count_what_was_asked_and_stay_off_the_portal() {
    let desk = Desk::new();
    let server = Server::start_with(&desk, &["--operations-addr", "127.0.0.1:0"]);
    for path in ["/api/v1/plans", "/api/v1/plans", "/api/v1/plans?sort=nonsense", "/icon.svg", "/nowhere"] {
        server.get(path);
    }
    let metrics = server.watch("/metrics");
    for line in [
        "minhbach_http_requests_total{route=\"/api/v1/plans\",method=\"GET\",status=\"200\"} 2\n",
        "minhbach_http_requests_total{route=\"/api/v1/plans\",method=\"GET\",status=\"400\"} 1\n",
        "minhbach_http_requests_total{route=\"other\",method=\"GET\",status=\"200\"} 1\n",
        "minhbach_http_requests_total{route=\"other\",method=\"GET\",status=\"404\"} 1\n",
        "minhbach_http_request_duration_seconds_count{route=\"/api/v1/plans\"} 3\n",
        "minhbach_store_up 1\n",
        "minhbach_store_revision 5\n",
        "minhbach_index_revision 5\n",
        "minhbach_http_in_flight 0\n",
    ] {
        assert!(metrics.contains(line), "{line}{metrics}");
    }
    assert!(metrics.ends_with("# EOF\n"), "{metrics}");
    assert!(server.get("/metrics").starts_with("HTTP/1.1 404"), "metrics are not for readers");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_server_says_that_it_lives_and_may_be_asked() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    for (path, status) in [("/health", "alive"), ("/ready", "ready")] {
        let answer = server.get(path);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with(&format!("{{\"status\":\"{status}\",\"revision\":5}}")), "{answer}");
        assert_eq!(header(&answer, "cache-control"), Some("no-store"), "{answer}");
    }
}

#[test]
fn a_client_that_asks_too_often_is_told_to_wait_and_others_are_not() {
    let desk = Desk::new();
    let server = Server::start_with(&desk, &["--requests-per-second", "1"]);
    let ask = |client: &str| server.get_with("/api/v1", &format!("X-Forwarded-For: {client}\r\n"));
    let first = ask("192.0.2.7");
    assert_eq!(header(&first, "ratelimit-policy"), Some("\"client\";q=10;w=10"), "{first}");
    assert_eq!(header(&first, "ratelimit"), Some("\"client\";r=9;t=2"), "{first}");
    let refused = (0..40).map(|_| ask("192.0.2.7")).find(|answer| answer.starts_with("HTTP/1.1 429"));
    let refused = refused.expect("40 requests are more than 10 and one a second");
    assert!(
        header(&refused, "retry-after").is_some_and(|seconds| seconds.parse::<u64>().is_ok()),
        "{refused}"
    );
    assert_eq!(header(&refused, "content-type"), Some("application/problem+json"), "{refused}");
    assert!(refused.contains("more than 10 requests in 10 seconds"), "{refused}");
    assert!(ask("192.0.2.8").starts_with("HTTP/1.1 200"), "another client");
    assert!(server.get("/api/v1").starts_with("HTTP/1.1 200"), "the machine itself");
}

#[test]
fn heads_that_are_too_long_are_refused() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    let many = "X-A: b\r\n".repeat(101);
    let long = format!("X-A: {}\r\n", "b".repeat(33 * 1024));
    for head in [many, long] {
        let answer = server.get_with("/api/v1", &head);
        assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
    assert!(server.get("/api/v1").starts_with("HTTP/1.1 200"));
}

#[test]
fn answers_carry_the_id_that_a_proxy_gave_or_one_of_their_own() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    let given = server.get_with("/health", "X-Request-Id: abc-123\r\n");
    assert_eq!(header(&given, "x-request-id"), Some("abc-123"));
    let odd = server.get_with("/health", "X-Request-Id: a b;c\r\n");
    let (first, second) = (server.get("/health"), server.get("/health"));
    let own = |answer: &str| header(answer, "x-request-id").unwrap_or_default().to_owned();
    assert!(!own(&odd).is_empty() && own(&odd) != "a b;c");
    assert_ne!(own(&first), own(&second));
}
