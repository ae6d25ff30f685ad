//! How does the child process answer the parent that asked it to read?
//!
//! On standard input one line of JSON and then the document's bytes; on standard
//! output one JSON answer.

use std::io::{BufRead, Read, Write};

use plandoc::{Manifest, ReadOptions, Reading, blocks::Document};
use rlimit::Resource;
use serde::{Deserialize, Serialize};

use super::Limits;

/// What the parent asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) file_name: String,
    pub(super) manifest: Option<Manifest>,
    pub(super) limits: OwnLimits,
}

/// The limits that the child sets for itself.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct OwnLimits {
    cpu_seconds: u64,
    memory_megabytes: u64,
}

impl From<Limits> for OwnLimits {
    fn from(limits: Limits) -> Self {
        Self { cpu_seconds: limits.cpu_seconds, memory_megabytes: limits.memory_megabytes }
    }
}

impl OwnLimits {
    fn set(self) -> std::io::Result<()> {
        let bytes = self.memory_megabytes.saturating_mul(1024 * 1024);
        rlimit::setrlimit(Resource::AS, bytes, bytes)?;
        // The second limit kills without a word, should the first signal be held up.
        rlimit::setrlimit(Resource::CPU, self.cpu_seconds, self.cpu_seconds.saturating_add(5))?;
        rlimit::setrlimit(Resource::CORE, 0, 0)
    }
}

/// What the child answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Read { reading: Box<Reading>, document: Document },
    Refused { message: String },
}

/// Reads the document on standard input and writes the answer; the command `read-child`.
pub fn answer_parent() -> std::io::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut header = String::new();
    input.read_line(&mut header)?;
    let question: Question = serde_json::from_str(&header)?;
    question.limits.set()?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let options = ReadOptions { file_name: Some(&question.file_name), manifest: question.manifest.as_ref() };
    let answer = match plandoc::read(&bytes, &options) {
        Ok(mut reading) => {
            let document = std::mem::take(&mut reading.document);
            Answer::Read { reading: Box::new(reading), document }
        }
        Err(error) => Answer::Refused { message: error.to_string() },
    };
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}
