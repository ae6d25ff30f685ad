//! How fast is PostgreSQL's full text, over its own protocol?
//!
//! Debian's programs, a cluster in a folder of its own, settings for this machine
//! (peers/postgres.sh); an index over folded words, prepared statements, a connection
//! for each who asks.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Instant,
};

use sea_orm::sqlx::{self, Connection as _, Executor as _, Row as _, postgres::PgConnection};
use tokio::runtime::{Builder, Runtime};

use super::{
    engine::{Engine, Outcome, Session},
    machine::said,
    passages::Passage,
    queries::Asked,
};

const START: &str = include_str!("peers/postgres.sh");
const TABLE: &str = include_str!("peers/postgres.sql");

/// Snippets are made of the ten only, as its documentation advises.
const SEARCH: &str = "
    SELECT plan, anchor, ts_headline('vi', text, query, 'MaxWords=40, MinWords=20') AS snippet, total
    FROM (SELECT plan, anchor, text, query, ts_rank(words, query) AS rank, count(*) OVER () AS total
          FROM passages, websearch_to_tsquery('vi', $1) AS query
          WHERE words @@ query ORDER BY rank DESC LIMIT 10) AS best
    ORDER BY rank DESC";

/// A cluster that holds the passages, stopped when dropped.
pub(crate) struct Postgres {
    shell: Child,
    process: u32,
    url: String,
    version: String,
    /// Seconds that table and index took to fill.
    pub(crate) seconds: f64,
}

impl Postgres {
    /// Starts a cluster and fills it.
    pub(crate) fn with(passages: &[Passage]) -> Outcome<Self> {
        let programs =
            programs().ok_or("PostgreSQL is missing; install it: apt-get install -y postgresql")?;
        let mut shell = shell(&programs).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(shell.stdout.take().ok_or("its output is not piped")?).read_line(&mut line)?;
        let (socket, process) = line.trim().split_once(' ').ok_or("PostgreSQL did not start")?;
        let mut postgres = Self {
            process: process.parse()?,
            url: format!("postgres://postgres@localhost/postgres?host={socket}"),
            version: said(Command::new(programs.join("postgres")).arg("--version")),
            shell,
            seconds: 0.0,
        };
        let started = Instant::now();
        runtime()?.block_on(fill(&postgres.url, passages))?;
        postgres.seconds = started.elapsed().as_secs_f64();
        Ok(postgres)
    }

    /// Its version.
    pub(crate) fn version(&self) -> String {
        self.version.clone()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// Runs the script as a user that is not root: PostgreSQL refuses to.
fn shell(programs: &Path) -> Command {
    let root =
        std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let mut command = Command::new(if root { "runuser" } else { "sh" });
    if root {
        command.args(["-u", "postgres", "--", "sh"]);
    }
    command.args(["-c", START, "sh"]).arg(programs).current_dir("/");
    command
}

async fn fill(url: &str, passages: &[Passage]) -> Outcome<()> {
    let mut connection = PgConnection::connect(url).await?;
    connection.execute(TABLE).await?;
    let mut copy = connection.copy_in_raw("COPY passages (plan, anchor, text) FROM STDIN").await?;
    for some in passages.chunks(1000) {
        let lines: String = some.iter().map(line).collect();
        copy.send(lines.into_bytes()).await?;
    }
    copy.finish().await?;
    connection.execute("CREATE INDEX ON passages USING gin (words) WITH (fastupdate = off)").await?;
    connection.execute("VACUUM ANALYZE passages").await?;
    Ok(())
}

/// A line of COPY's text format.
fn line(passage: &Passage) -> String {
    let text =
        passage.text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    format!("{}\t{}\t{text}\n", passage.plan, passage.anchor)
}

/// Folder of Debian's programs, the newest version.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let found = versions.map(|version| version.path().join("bin"));
    found.filter(|bin| bin.join("initdb").exists()).max()
}

fn runtime() -> Outcome<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}

impl Engine for Postgres {
    fn name(&self) -> String {
        "PostgreSQL full text, own protocol".to_owned()
    }

    fn session(&self) -> Outcome<Box<dyn Session>> {
        let runtime = runtime()?;
        let connection = runtime.block_on(PgConnection::connect(&self.url))?;
        Ok(Box::new(PostgresSession { runtime, connection, found: 0 }))
    }

    fn processes(&self) -> Vec<u32> {
        vec![self.process]
    }
}

struct PostgresSession {
    runtime: Runtime,
    connection: PgConnection,
    found: i64,
}

impl Session for PostgresSession {
    fn ask(&mut self, query: &Asked) -> Outcome<()> {
        let asked = sqlx::query(SEARCH).bind(query.typed.clone());
        let rows = self.runtime.block_on(asked.fetch_all(&mut self.connection))?;
        self.found = rows.first().map(|row| row.try_get("total")).transpose()?.unwrap_or_default();
        Ok(())
    }

    fn found(&self) -> Outcome<u64> {
        Ok(u64::try_from(self.found)?)
    }
}
