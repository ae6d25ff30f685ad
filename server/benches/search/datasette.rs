//! How fast is Datasette over SQLite's FTS5, over HTTP?
//!
//! Installed from the Python package index into a virtual environment of the benchmark's own.

use std::{
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use super::{
    engine::{Engine, Outcome, Session},
    http::{Connection, encoded},
    machine::said,
    passages::Passage,
    queries::Asked,
};

/// Advice of its documentation for a file that does not change, and threads for two processors.
const TUNED: [&str; 8] =
    ["--setting", "num_sql_threads", "2", "--setting", "suggest_facets", "off", "--setting", "allow_facet"];

/// Where it is installed, and the database that it serves.
pub(crate) struct Installed {
    programs: PathBuf,
    folder: PathBuf,
    /// Seconds that the database took to make.
    pub(crate) seconds: f64,
}

impl Installed {
    /// Installs it where it is not yet, and makes the database.
    pub(crate) fn with(passages: &[Passage], environment: &Path, folder: &Path) -> Outcome<Self> {
        let programs = environment.join("bin");
        if !programs.join("datasette").exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(environment))?;
            run(Command::new(programs.join("pip")).args(["install", "--quiet", "datasette"]))?;
        }
        let started = Instant::now();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/search/peers/datasette.py");
        let mut making = Command::new(programs.join("python"))
            .arg(script)
            .args([folder.join("passages.db"), folder.join("metadata.json")])
            .stdin(Stdio::piped())
            .spawn()?;
        let mut lines = BufWriter::new(making.stdin.take().ok_or("its input is not piped")?);
        for Passage { plan, anchor, text } in passages {
            serde_json::to_writer(&mut lines, &(plan, anchor, text))?;
            lines.write_all(b"\n")?;
        }
        lines.into_inner().map_err(std::io::IntoInnerError::into_error)?.flush()?;
        ended(making.wait()?, "datasette.py")?;
        Ok(Self { programs, folder: folder.to_owned(), seconds: started.elapsed().as_secs_f64() })
    }

    /// Its version, and SQLite's.
    pub(crate) fn version(&self) -> String {
        let sqlite = ["-c", "import sqlite3; print('SQLite', sqlite3.sqlite_version)"];
        let datasette = said(Command::new(self.programs.join("datasette")).arg("--version"));
        format!("{datasette}, {}", said(Command::new(self.programs.join("python")).args(sqlite)))
    }

    /// Serves the database in so many processes, with its settings as they come or tuned.
    pub(crate) fn serve(&self, tuned: bool, processes: usize) -> Outcome<Datasette> {
        let servers = (0..processes).map(|_| self.start(tuned)).collect::<Outcome<_>>()?;
        Ok(Datasette { servers, tuned, next: AtomicUsize::new(0) })
    }

    fn start(&self, tuned: bool) -> Outcome<Server> {
        let mut command = Command::new(self.programs.join("datasette"));
        command.arg("serve").args(["--port", "0", "--setting", "sql_time_limit_ms", "20000"]);
        if tuned {
            command.args(TUNED).arg("off").arg("--immutable");
        }
        command.arg(self.folder.join("passages.db")).arg("--metadata").arg(self.folder.join("metadata.json"));
        let mut process = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let said = BufReader::new(process.stderr.take().ok_or("its messages are not piped")?);
        let mut lines = said.lines();
        let host = loop {
            let line = lines.next().ok_or("Datasette ended before it served")??;
            if let Some((_, address)) = line.split_once("running on http://") {
                break address.split_whitespace().next().unwrap_or_default().to_owned();
            }
        };
        // Whoever writes to a pipe that nobody reads comes to a halt.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Server { process, host })
    }
}

struct Server {
    process: Child,
    host: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Datasette, serving.
pub(crate) struct Datasette {
    servers: Vec<Server>,
    tuned: bool,
    next: AtomicUsize,
}

impl Engine for Datasette {
    fn name(&self) -> String {
        match (self.tuned, self.servers.len()) {
            (false, _) => "Datasette as it comes, page of the table".to_owned(),
            (true, 1) => "Datasette tuned, one query of its own".to_owned(),
            (true, processes) => format!("the same in {processes} processes"),
        }
    }

    fn session(&self) -> Outcome<Box<dyn Session>> {
        let server = &self.servers[self.next.fetch_add(1, Ordering::Relaxed) % self.servers.len()];
        Ok(Box::new(DatasetteSession { connection: Connection::open(&server.host)?, tuned: self.tuned }))
    }

    fn processes(&self) -> Vec<u32> {
        self.servers.iter().map(|server| server.process.id()).collect()
    }
}

struct DatasetteSession {
    connection: Connection,
    tuned: bool,
}

impl Session for DatasetteSession {
    fn ask(&mut self, query: &Asked) -> Outcome<()> {
        let words = encoded(&query.fts5());
        let address = if self.tuned {
            format!("/passages/search.json?_shape=objects&q={words}")
        } else {
            format!("/passages/passages.json?_shape=objects&_size=10&_searchmode=raw&_search={words}")
        };
        match self.connection.get(&address)? {
            200 => Ok(()),
            status => {
                Err(format!("status {status}: {}", String::from_utf8_lossy(&self.connection.body)).into())
            }
        }
    }

    fn found(&self) -> Outcome<u64> {
        let reply: serde_json::Value = serde_json::from_slice(&self.connection.body)?;
        let total = if self.tuned { &reply["rows"][0]["total"] } else { &reply["filtered_table_rows_count"] };
        Ok(total.as_u64().unwrap_or_default())
    }
}

fn run(command: &mut Command) -> Outcome<()> {
    ended(command.status()?, &format!("{command:?}"))
}

fn ended(status: std::process::ExitStatus, what: &str) -> Outcome<()> {
    if status.success() { Ok(()) } else { Err(format!("{what} failed: {status}").into()) }
}
