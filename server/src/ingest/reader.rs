//! Who reads a document, and what may it cost?
//!
//! Documents are untrusted: each is read in a child process of the same program,
//! which limits its own processor time and address space before it looks at the
//! first byte, and which we stop if it takes too long all the same.

use std::{path::PathBuf, process::Stdio, time::Duration};

use plandoc::{Manifest, ReadError, ReadOptions, Reading};
use tokio::{io::AsyncWriteExt, process::Command};

use super::{
    IngestError,
    child::{Answer, Question},
    limits::OwnLimits,
    scan,
};

/// What reading one document may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Processor time of a small file, seconds.
    pub cpu_seconds: u64,
    /// Processor time for each megabyte more, seconds.
    pub cpu_seconds_per_megabyte: u64,
    /// Address space, megabytes.
    pub memory_megabytes: u64,
    /// Time on the clock.
    pub patience: Duration,
}

impl Default for Limits {
    /// Some ten times what the longest plan known needs in any format (0.4 s, 60 MB; a PDF of
    /// 300 pages, 5 s), and little enough that a hostile file is soon done with.
    fn default() -> Self {
        Self {
            cpu_seconds: 2,
            cpu_seconds_per_megabyte: 10,
            memory_megabytes: 512,
            patience: Duration::from_mins(3),
        }
    }
}

impl Limits {
    /// What the child process of a file of so many bytes sets for itself.
    fn own(self, bytes: usize) -> OwnLimits {
        let megabytes = u64::try_from(bytes / (1024 * 1024)).unwrap_or(u64::MAX);
        let more = self.cpu_seconds_per_megabyte.saturating_mul(megabytes);
        OwnLimits {
            cpu_seconds: self.cpu_seconds.saturating_add(more),
            memory_megabytes: self.memory_megabytes,
        }
    }
}

/// Who reads.
#[derive(Clone, Debug)]
pub enum Reader {
    /// This process; for what is part of the program.
    Here,
    /// A child process for each document.
    Child {
        /// The program, which answers to `read-child`.
        program: PathBuf,
        /// What it may cost.
        limits: Limits,
    },
}

impl Reader {
    /// A child process of the program that runs now.
    pub fn child() -> Result<Self, IngestError> {
        let program = std::env::current_exe()
            .map_err(|error| IngestError::ReaderFailed { detail: error.to_string() })?;
        Ok(Self::Child { program, limits: Limits::default() })
    }

    /// Reads a document.
    pub async fn read(
        &self,
        bytes: &[u8],
        file_name: &str,
        manifest: Option<&Manifest>,
    ) -> Result<Reading, IngestError> {
        match self {
            Self::Here => {
                let options = ReadOptions { file_name: Some(file_name), manifest };
                plandoc::read(bytes, &options).map_err(|error| IngestError::Refused(error.to_string()))
            }
            Self::Child { program, limits } => {
                let question = Question {
                    file_name: file_name.to_owned(),
                    manifest: manifest.cloned(),
                    limits: limits.own(bytes.len()),
                };
                match ask(program, *limits, &question, bytes).await? {
                    Answer::Scanned { pages } => {
                        let scan = scan::recognise(program, bytes, pages).await?;
                        let answer = ask(program, *limits, &question, &scan.bytes).await?;
                        let mut reading = read(answer)?;
                        reading.warnings.push(scan::warning(&scan.tool));
                        Ok(reading)
                    }
                    answer => read(answer),
                }
            }
        }
    }
}

async fn ask(
    program: &PathBuf,
    limits: Limits,
    question: &Question,
    bytes: &[u8],
) -> Result<Answer, IngestError> {
    let failed = |detail: String| IngestError::ReaderFailed { detail };
    let mut header = serde_json::to_vec(question).map_err(|error| failed(error.to_string()))?;
    header.push(b'\n');
    let mut child = Command::new(program)
        .arg("read-child")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| failed(format!("{} cannot be started: {error}", program.display())))?;
    let stdin = child.stdin.take();
    let exchange = async {
        if let Some(mut stdin) = stdin {
            // A child that died early closes the pipe; how it ended says more than that.
            let _ = async {
                stdin.write_all(&header).await?;
                stdin.write_all(bytes).await?;
                stdin.shutdown().await
            }
            .await;
        }
        child.wait_with_output().await
    };
    let output = match tokio::time::timeout(limits.patience, exchange).await {
        Err(_) => return Err(IngestError::TooSlow { seconds: limits.patience.as_secs() }),
        Ok(output) => output.map_err(|error| failed(error.to_string()))?,
    };
    if !output.status.success() {
        return Err(ended(output.status, &output.stderr, question.limits));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| failed(format!("its answer: {error}")))
}

/// What was read, if anything was.
fn read(answer: Answer) -> Result<Reading, IngestError> {
    match answer {
        Answer::Read { mut reading, document } => {
            reading.document = document;
            Ok(*reading)
        }
        Answer::Refused { message } => Err(IngestError::Refused(message)),
        Answer::Scanned { pages } => Err(IngestError::Refused(ReadError::Scanned { pages }.to_string())),
    }
}

fn ended(status: std::process::ExitStatus, stderr: &[u8], limits: OwnLimits) -> IngestError {
    use std::os::unix::process::ExitStatusExt;
    if status.signal() == Some(SIGXCPU) {
        return IngestError::TooSlow { seconds: limits.cpu_seconds };
    }
    let words = String::from_utf8_lossy(stderr);
    let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let detail = if last.is_empty() { status.to_string() } else { format!("{status}: {last}") };
    IngestError::Crashed { detail, megabytes: limits.memory_megabytes }
}

/// Sent to a process that has used up its processor time.
const SIGXCPU: i32 = 24;
