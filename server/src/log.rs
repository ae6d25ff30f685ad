//! What does the program say while it runs, and where?

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Variable that says how much is logged: `info`, `server=debug`.
pub const VARIABLE: &str = "MINHBACH_LOG";

/// Variable that says how a line is written: `text`, or `json` for programs.
pub const FORMAT_VARIABLE: &str = "MINHBACH_LOG_FORMAT";

/// What is logged unless [`VARIABLE`] says otherwise.
const DEFAULT: &str = "info,sqlx=warn,sea_orm_migration=warn,tantivy=warn";

/// Logs to standard error; standard output belongs to what was asked for.
pub fn start() {
    let asked = EnvFilter::try_from_env(VARIABLE);
    let misspelt =
        asked.as_ref().err().filter(|_| std::env::var_os(VARIABLE).is_some()).map(ToString::to_string);
    let filter = asked.unwrap_or_else(|_| EnvFilter::new(DEFAULT));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    let format = std::env::var(FORMAT_VARIABLE).unwrap_or_default();
    // A second start, as in tests, changes nothing.
    let _ = if format == "json" { log.json().flatten_event(true).try_init() } else { log.try_init() };
    if !["", "text", "json"].contains(&format.as_str()) {
        tracing::warn!(format, "{FORMAT_VARIABLE} means nothing and is passed over; expected text or json");
    }
    if let Some(fault) = misspelt {
        tracing::warn!(
            fault,
            "{VARIABLE} cannot be read and is passed over; expected words such as info,server=debug"
        );
    }
}
