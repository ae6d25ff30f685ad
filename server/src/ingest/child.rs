//! How does the child process answer the parent that asked it to read?
//!
//! On standard input one line of JSON and then the document's bytes; on standard
//! output one JSON answer.

use std::io::{BufRead, Read, Write};

use plandoc::{Manifest, ReadError, ReadOptions, Reading, blocks::Document};
use serde::{Deserialize, Serialize};

use super::limits::OwnLimits;

/// What the parent asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) file_name: String,
    pub(super) manifest: Option<Manifest>,
    pub(super) limits: OwnLimits,
}

/// What the child answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Read { reading: Box<Reading>, document: Document },
    Refused { message: String },
    Scanned { pages: usize },
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
        Err(ReadError::Scanned { pages }) => Answer::Scanned { pages },
        Err(error) => Answer::Refused { message: error.to_string() },
    };
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}
