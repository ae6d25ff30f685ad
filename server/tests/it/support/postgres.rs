//! How do the tests get a PostgreSQL of their own?
//!
//! Debian's programs, a cluster in a temporary folder, reached by a Unix socket.
//! It is started once for the test binary and stopped when the test process ends,
//! in whatever way: a shell holds it and reads from a pipe that then closes.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use sea_orm::{ConnectionTrait, Database};

/// Runs as a user that is not root, in `$1` the programs; says where its socket is.
const SCRIPT: &str = r#"
set -eu
dir=$(mktemp -d /tmp/minhbach-postgres-XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$1/initdb" --pgdata "$dir/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync > "$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
"$1/pg_ctl" --pgdata "$dir/data" --wait --silent --log "$dir/log" --options "-F -k $dir -c listen_addresses= -c max_connections=300" start || { cat "$dir/log" >&2; exit 1; }
echo "$dir"
read -r _ || true
"$1/pg_ctl" --pgdata "$dir/data" --wait --silent --mode immediate stop
"#;

struct Cluster {
    socket: String,
    /// Its standard input ends with this process, and the cluster with it.
    _shell: Child,
}

/// Address of a new, empty database.
pub(crate) async fn database() -> String {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let cluster = CLUSTER.get_or_init(start);
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let server = Database::connect(url(&cluster.socket, "postgres")).await.expect("the test cluster answers");
    server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database is made");
    server.close().await.expect("the connection closes");
    url(&cluster.socket, &name)
}

fn url(socket: &str, database: &str) -> String {
    format!("postgres://postgres@localhost/{database}?host={socket}")
}

fn start() -> Cluster {
    let programs = programs();
    let root =
        std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let mut command = if root { Command::new("runuser") } else { Command::new("sh") };
    if root {
        // PostgreSQL refuses to run as root.
        command.args(["-u", "postgres", "--", "sh"]);
    }
    let mut shell = command
        .args(["-c", SCRIPT, "sh"])
        .arg(&programs)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell starts");
    let mut socket = String::new();
    let stdout = shell.stdout.take().expect("its output is piped");
    BufReader::new(stdout).read_line(&mut socket).expect("the shell says where the socket is");
    let socket = socket.trim().to_owned();
    assert!(!socket.is_empty(), "PostgreSQL of {} did not start; its messages are above", programs.display());
    Cluster { socket, _shell: shell }
}

/// Folder of Debian's programs, the newest version.
fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().expect("the store is tested on PostgreSQL too; install it: apt-get install -y postgresql")
}
