//! What can be said on the command line?
//!
//! Definitions only; what the commands do is elsewhere.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, Parser, Subcommand};

/// Reads published plans of Vietnamese provinces into records, each tied to its sentence, and serves them.
#[derive(Debug, Parser)]
#[command(name = "minhbach", version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take plans into the store; taking in the same files again changes nothing
    Ingest(Ingest),
    /// Let many plans wait in the store, and take them in with several workers, on one machine or more
    Queue(Queue),
    /// Serve portal and API; an empty store takes in the plans that ship with the program
    Serve(Serve),
    /// Copy the whole store, as it is at one moment, into one file, and prove it; servers go on
    Backup(Backup),
    /// Fill an empty store from a backup, and prove it
    Restore(Restore),
    /// Copy the whole store into an empty one, on either engine, and prove it
    Copy(Copy),
    /// Say what is wrong with settings, store or index, and how to mend it
    Check(Check),
    /// List the mistakes that readers reported, or settle one
    Reports(Reports),
    /// Read one file and say in Vietnamese what was read, how surely, and what was passed over;
    /// nothing is stored
    Read(Read),
    /// Read the document on standard input under limits, for the process that started this one
    #[command(hide = true)]
    ReadChild,
    /// Run a program under limits, for the process that started this one
    #[command(hide = true)]
    Limited(Limited),
}

/// Options of `ingest`.
#[derive(Debug, Args)]
pub struct Ingest {
    /// Files (.txt, .md, .docx, .pdf, .html), plan folders with a plan.toml, or folders of plan folders
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Id of the plan, if it has no plan.toml that states one; only with a single file
    #[arg(long)]
    pub id: Option<String>,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `queue`.
#[derive(Debug, Args)]
pub struct Queue {
    /// What to do.
    #[command(subcommand)]
    pub action: QueueAction,
}

/// What is done with the queue.
#[derive(Debug, Subcommand)]
pub enum QueueAction {
    /// Put plans at its end; what was said to wait is in the store
    Add {
        /// Files, plan folders with a plan.toml, or folders of plan folders
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Where the store is.
        #[command(flatten)]
        store: StoreOptions,
    },
    /// Take in what waits; start as many of these as there are machines
    Work {
        /// End when nothing waits any more, instead of waiting for more
        #[arg(long)]
        until_empty: bool,
        /// Plans read at a time; unless told, as many as there are processors
        #[arg(long, value_name = "NUMBER")]
        at_once: Option<usize>,
        /// Where the store is.
        #[command(flatten)]
        store: StoreOptions,
    },
    /// Say how many wait and are done, and which failed and why
    List {
        /// Where the store is.
        #[command(flatten)]
        store: StoreOptions,
    },
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Host and port to listen at
    #[arg(long, value_name = "HOST:PORT", env = "MINHBACH_ADDR", default_value = "127.0.0.1:8080")]
    pub addr: String,
    /// Folder of plan folders for an empty store, in place of the plans in the program
    #[arg(long, value_name = "DIR")]
    pub corpus: Option<PathBuf>,
    /// Address that the portal is reached at from outside, if it is not the one listened at
    #[arg(long, value_name = "URL", env = "MINHBACH_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Folder of the site's files, in place of those in the program
    #[arg(long, value_name = "DIR", env = "MINHBACH_SITE")]
    pub site: Option<PathBuf>,
    /// Host and port where /metrics shows what those who run the portal watch; unless set, nowhere
    #[arg(long, value_name = "HOST:PORT", env = "MINHBACH_OPERATIONS_ADDR")]
    pub operations_addr: Option<String>,
    /// Requests a second that one client may make, ten seconds' worth at once; 0 for any number
    #[arg(long, value_name = "NUMBER", env = "MINHBACH_REQUESTS_PER_SECOND", default_value_t = 100)]
    pub requests_per_second: u32,
    /// Addresses of proxies, with commas between, that say in X-Forwarded-For who asks; this machine is
    /// always one
    #[arg(long, value_name = "ADDRESSES", env = "MINHBACH_TRUSTED_PROXIES", default_value = "")]
    pub trusted_proxies: String,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not be there yet
    pub file: PathBuf,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// A file that `backup` wrote
    pub file: PathBuf,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `copy`.
#[derive(Debug, Args)]
pub struct Copy {
    /// Data folder of the store to fill
    #[arg(long, value_name = "DIR", required_unless_present = "to_database_url")]
    pub to_data: Option<PathBuf>,
    /// PostgreSQL database to fill
    #[arg(long, value_name = "URL", conflicts_with = "to_data")]
    pub to_database_url: Option<String>,
    /// Where the store is that is copied.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `reports`.
#[derive(Debug, Args)]
pub struct Reports {
    /// Number of the report that is settled
    #[arg(long, value_name = "NUMBER", requires = "answer")]
    pub settle: Option<i64>,
    /// What was found
    #[arg(long, value_name = "WORDS", requires = "settle")]
    pub answer: Option<String>,
    /// Where the store is.
    #[command(flatten)]
    pub store: StoreOptions,
}

/// Options of `read`.
#[derive(Debug, Args)]
pub struct Read {
    /// The file; a plan.toml beside it is heeded
    pub file: PathBuf,
    /// List everything, not only the first few of each kind
    #[arg(long, conflicts_with_all = ["json", "html"])]
    pub all: bool,
    /// Print the whole reading as one JSON object
    #[arg(long)]
    pub json: bool,
    /// Write one web page with the report and the marked text to OUT ("-" prints it); unless told,
    /// beside you under the file's name with ".bao-cao.html"
    #[arg(long, value_name = "OUT", num_args = 0..=1, conflicts_with = "json")]
    pub html: Option<Option<PathBuf>>,
}

/// Options of `limited`.
#[derive(Debug, Args)]
pub struct Limited {
    /// Processor time
    #[arg(long)]
    pub cpu_seconds: u64,
    /// Address space
    #[arg(long)]
    pub memory_megabytes: u64,
    /// The program and its arguments
    #[arg(last = true, required = true)]
    pub command: Vec<OsString>,
}

/// Where the store is.
#[derive(Debug, Args)]
pub struct StoreOptions {
    /// Data folder: store and index
    #[arg(long, value_name = "DIR", env = "MINHBACH_DATA", default_value = "data")]
    pub data: PathBuf,
    /// PostgreSQL database to use in place of the file in the data folder: `postgres://user@host/name`
    #[arg(long, value_name = "URL", env = "MINHBACH_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn ingest_needs_a_path() {
        assert!(Cli::try_parse_from(["minhbach", "ingest"]).is_err());
    }

    #[test]
    fn a_page_may_be_named_or_not() {
        let html = |arguments: &[&str]| match Cli::try_parse_from(arguments).unwrap().command {
            Command::Read(read) => read.html,
            _ => panic!("not read"),
        };
        assert_eq!(html(&["minhbach", "read", "a.txt"]), None);
        assert_eq!(html(&["minhbach", "read", "a.txt", "--html"]), Some(None));
        assert_eq!(html(&["minhbach", "read", "a.txt", "--html", "b.html"]), Some(Some("b.html".into())));
    }

    #[test]
    fn options_are_read() {
        let cli = Cli::try_parse_from(["minhbach", "ingest", "a.txt", "b", "--data", "/srv"]).unwrap();
        let Command::Ingest(ingest) = cli.command else { panic!("not ingest") };
        assert_eq!((ingest.store.data, ingest.paths.len()), (PathBuf::from("/srv"), 2));
    }
}
