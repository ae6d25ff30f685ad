//! Does the program serve, follow its store, and stop in good order?

use std::time::{Duration, Instant};

use crate::support::{program::Desk, served::Server};

#[test]
fn an_empty_folder_takes_in_the_plans_that_ship_and_a_second_server_is_kept_off() {
    let desk = Desk::new();
    let server = Server::start(&desk);
    let plans = server.get("/api/v1/plans?limit=1");
    assert!(plans.starts_with("HTTP/1.1 200"), "{plans}");
    assert!(plans.contains("\"total\":5"), "{plans}");
    assert!(plans.contains(&format!("http://{}/api/v1/plans?", server.host)), "addresses never follow Host");
    let begun = Instant::now();
    // Nobody asks for it to be made.
    while !server.get("/data/latest/").starts_with("HTTP/1.1 200") {
        assert!(begun.elapsed() < Duration::from_secs(30), "the data set is written in the background");
        std::thread::sleep(Duration::from_millis(100));
    }
    let second = desk.run(&["serve", "--data", "data", "--addr", "127.0.0.1:0"]);
    assert_eq!(second.code, Some(1));
    assert!(second.err.contains("in use by another server"), "{}", second.err);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn an_address_that_cannot_be_listened_at_is_named() {
    let desk = Desk::new();
    let ended = desk.run(&["serve", "--data", "data", "--addr", "256.0.0.1:80"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("256.0.0.1:80") && ended.err.contains("--addr"), "{}", ended.err);
    let ended = desk.run(&["serve", "--data", "data", "--addr", "127.0.0.1:0", "--public-url", "nowhere"]);
    assert!(ended.code == Some(1) && ended.err.contains("nowhere"), "{}", ended.err);
}
