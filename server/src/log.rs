//! What does the program say while it runs, and where?

use tracing_subscriber::EnvFilter;

/// Variable that says how much is logged: `info`, `server=debug`.
pub const VARIABLE: &str = "MINHBACH_LOG";

/// What is logged unless [`VARIABLE`] says otherwise.
const DEFAULT: &str = "info,sqlx=warn,sea_orm_migration=warn,tantivy=warn";

/// Logs to standard error; standard output belongs to what was asked for.
pub fn start() {
    let filter = EnvFilter::try_from_env(VARIABLE).unwrap_or_else(|_| EnvFilter::new(DEFAULT));
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // A second start, as in tests, changes nothing.
    let _ = log.try_init();
}
