//! Does the program serve, follow its store, and stop in good order?

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use crate::support::program::Desk;

struct Server {
    child: Child,
    host: String,
}

impl Server {
    /// Starts the program over a data folder of the desk, at a port that is free.
    fn start(desk: &Desk) -> Self {
        let mut child = desk
            .command(&["serve", "--data", "data", "--addr", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("it says where");
        let host = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
        Self { child, host }
    }

    /// The whole answer, head included.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it takes the question");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    /// Tells it to stop as a service manager does; gives how it ended.
    fn stop(mut self) -> Option<i32> {
        let begun = Instant::now();
        let told = std::process::Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(told.expect("kill runs").success());
        let code = self.child.wait().expect("it ends").code();
        assert!(begun.elapsed() < Duration::from_secs(9), "it stops at once when nothing is going on");
        code
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already ended where the test stopped it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
