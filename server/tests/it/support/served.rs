//! The program as it serves, asked over the wire.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use super::program::Desk;

/// A server that runs until it is dropped.
pub(crate) struct Server {
    child: Child,
    /// Host and port of the portal.
    pub(crate) host: String,
    /// Those of the metrics, where they are shown.
    pub(crate) operations: Option<String>,
}

impl Server {
    /// Starts the program over a data folder of the desk, at a port that is free.
    pub(crate) fn start(desk: &Desk) -> Self {
        Self::start_with(desk, &[])
    }

    /// The same with more options; metrics are shown where they name an address for them.
    pub(crate) fn start_with(desk: &Desk, options: &[&str]) -> Self {
        let mut arguments = vec!["serve", "--data", "data", "--addr", "127.0.0.1:0"];
        arguments.extend(options);
        let child = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut host = || {
            let line = said.next().expect("it says where").expect("in UTF-8");
            let address = line.split_once("http://").expect("an address").1.to_owned();
            address.trim_end_matches("/metrics").to_owned()
        };
        let portal = host();
        let operations = options.contains(&"--operations-addr").then(host);
        Self { child, host: portal, operations }
    }

    /// The whole answer of the portal, head included.
    pub(crate) fn get(&self, path: &str) -> String {
        ask(&self.host, path, "")
    }

    /// The same with more lines in the head of the question.
    pub(crate) fn get_with(&self, path: &str, head: &str) -> String {
        ask(&self.host, path, head)
    }

    /// The whole answer at the address of the metrics.
    pub(crate) fn watch(&self, path: &str) -> String {
        ask(self.operations.as_ref().expect("metrics are shown"), path, "")
    }

    /// Tells it to stop as a service manager does; gives how it ended.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let begun = Instant::now();
        let told = std::process::Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(told.expect("kill runs").success());
        let code = self.child.wait().expect("it ends").code();
        assert!(begun.elapsed() < Duration::from_secs(9), "it stops at once when nothing is going on");
        code
    }
}

fn ask(host: &str, path: &str, head: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("it listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\n{head}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it takes the question");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already ended where the test stopped it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
