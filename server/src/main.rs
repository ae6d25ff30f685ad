//! How does the program start?

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    server::command::run(server::cli::Cli::parse())
}
