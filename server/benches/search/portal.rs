//! How fast is the portal itself, over HTTP?

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use super::{
    engine::{Engine, Outcome, Session},
    http::{Connection, encoded},
    queries::Asked,
};

/// Parameters that ask for no more than the peers give, as far as the API knows them.
const SPARING: [&str; 3] = ["facets=none", "fold=false", "partial=false"];

/// `minhbach serve`, stopped when dropped.
pub(crate) struct Server {
    process: Child,
    /// Host and port.
    pub(crate) host: String,
    /// Seconds until it answered.
    pub(crate) seconds: f64,
    /// Those of [`SPARING`] that it takes.
    pub(crate) sparing: Vec<&'static str>,
}

impl Server {
    /// Serves a data folder.
    pub(crate) fn start(data: &Path) -> Outcome<Self> {
        let started = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_minhbach"))
            .args(["serve", "--addr", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("MINHBACH_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let said = process.stdout.take().ok_or("the server's output is not piped")?;
        BufReader::new(said).read_line(&mut line)?;
        let seconds = started.elapsed().as_secs_f64();
        let host =
            line.trim().rsplit_once("http://").ok_or_else(|| format!("no address in {line:?}"))?.1.to_owned();
        let mut server = Self { process, host, seconds, sparing: Vec::new() };
        for parameter in SPARING {
            let mut connection = Connection::open(&server.host)?;
            if connection.get(&format!("/api/v1/search?q=a&{parameter}"))? == 200 {
                server.sparing.push(parameter);
            }
        }
        Ok(server)
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// What it holds, by kind.
    pub(crate) fn totals(&self) -> Outcome<Vec<(String, u64)>> {
        let mut connection = Connection::open(&self.host)?;
        connection.get("/api/v1/search?q=&limit=1")?;
        let reply: serde_json::Value = serde_json::from_slice(&connection.body)?;
        let groups = reply["data"].as_array().ok_or("no groups")?;
        let total =
            |group: &serde_json::Value| Some((group["kind"].as_str()?.to_owned(), group["total"].as_u64()?));
        Ok(groups.iter().filter_map(total).collect())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One way to ask the portal.
pub(crate) struct Portal<'a> {
    /// Who answers.
    pub(crate) server: &'a Server,
    /// Passages alone, ten of them, without what the peers have not; else as a visitor asks.
    pub(crate) as_peers: bool,
    /// No question is asked twice: none can be answered from memory.
    pub(crate) unlike: bool,
}

impl Engine for Portal<'_> {
    fn name(&self) -> String {
        let what = if self.as_peers { "Minh Bạch as the peers" } else { "Minh Bạch, everything on" };
        format!("{what}, {}", if self.unlike { "no question twice" } else { "questions repeated" })
    }

    fn session(&self) -> Outcome<Box<dyn Session>> {
        let mut address = "/api/v1/search?".to_owned();
        if self.as_peers {
            address.push_str("kind=passage&limit=10&");
            self.server.sparing.iter().for_each(|parameter| address.extend([parameter, "&"]));
        }
        let connection = Connection::open(&self.server.host)?;
        Ok(Box::new(PortalSession { connection, address: address + "q=", unlike: self.unlike }))
    }

    fn processes(&self) -> Vec<u32> {
        vec![self.server.id()]
    }
}

struct PortalSession {
    connection: Connection,
    address: String,
    unlike: bool,
}

impl Session for PortalSession {
    fn ask(&mut self, query: &Asked) -> Outcome<()> {
        static ASKED: AtomicU64 = AtomicU64::new(0);
        let words = if self.unlike {
            query.unlike_any(ASKED.fetch_add(1, Ordering::Relaxed))
        } else {
            query.typed.clone()
        };
        match self.connection.get(&format!("{}{}", self.address, encoded(&words)))? {
            200 => Ok(()),
            status => {
                Err(format!("status {status}: {}", String::from_utf8_lossy(&self.connection.body)).into())
            }
        }
    }

    fn found(&self) -> Outcome<u64> {
        let reply: serde_json::Value = serde_json::from_slice(&self.connection.body)?;
        Ok(reply["page"]["total"].as_u64().ok_or("no total")?)
    }
}
