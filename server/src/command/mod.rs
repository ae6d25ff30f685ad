//! What does each command do, and how does it end?

mod check;
mod copy;
mod ingest;
mod queue;
mod read;
mod reports;
mod serve;

use std::process::ExitCode;

use crate::{
    cli::{self, Cli, Command},
    config,
    ingest::{OwnLimits, become_limited},
    log,
};

/// Something did not work; a message on standard error says what.
const FAILED: u8 = 1;

/// The command cannot be meant as it was given.
const MISUSED: u8 = 2;

/// Runs the command and says how the process ends.
pub fn run(cli: Cli) -> ExitCode {
    match cli.command {
        Command::ReadChild => ended(crate::ingest::answer_parent()),
        Command::Limited(options) => limited(&options),
        Command::Ingest(options) => run_async(ingest::run(options)),
        Command::Queue(options) => run_async(queue::run(options)),
        Command::Serve(options) => run_async(serve::run(options)),
        Command::Backup(options) => run_async(copy::backup(options)),
        Command::Restore(options) => run_async(copy::restore(options)),
        Command::Copy(options) => run_async(copy::copy(options)),
        Command::Check(options) => run_async(check::run(options)),
        Command::Reports(options) => run_async(reports::run(options)),
        Command::Read(options) => run_async(read::run(&options)),
    }
}

fn limited(options: &cli::Limited) -> ExitCode {
    let limits = OwnLimits { cpu_seconds: options.cpu_seconds, memory_megabytes: options.memory_megabytes };
    let (program, arguments) = options.command.split_first().unzip();
    match program.zip(arguments) {
        Some((program, arguments)) => ended(Err(become_limited(limits, program, arguments))),
        None => ExitCode::from(MISUSED),
    }
}

fn run_async(command: impl Future<Output = ExitCode>) -> ExitCode {
    log::start();
    for name in config::unknown_variables(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()))
    {
        tracing::warn!("{name} is set but means nothing; known are {}", config::known_variables().join(", "));
    }
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(command),
        Err(error) => ended(Err::<(), _>(error)),
    }
}

fn ended<E: std::fmt::Display>(result: Result<(), E>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(FAILED)
        }
    }
}

/// Writes to standard output; a reader that has seen enough (`| head`) is no fault.
fn print(text: &str) -> std::io::Result<()> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
