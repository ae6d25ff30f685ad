//! How does a file become a reading?

use serde::{Deserialize, Serialize};

use crate::{
    blocks::Document,
    check::{self, Check},
    decode::decode,
    records::{
        ReadContext,
        citation::{self, Citation},
        objective::{self, Objective},
        plan::{self, Plan},
        progress::{self, Progress},
        spending::{self, Spending},
        target::{self, Target},
        total::{self, Total},
    },
    span::CharRange,
};

/// Version of the reader; raised whenever the same bytes give other records.
pub const READER_VERSION: u32 = 9;

/// What an editor knows of a plan that its file does not say (`plan.toml`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Manifest {
    /// Id of the plan in the portal: lower-case letters, digits and hyphens.
    pub id: Option<String>,
    /// File of the plan beside the manifest; needed only if there are several.
    pub file: Option<String>,
    /// Address that the file was published at.
    pub source_url: Option<String>,
    /// ISO date of publication.
    pub published_at: Option<String>,
    /// Number, where the file leaves it blank.
    pub number: Option<String>,
    /// ISO date of issue, where the file leaves it blank.
    pub issued_on: Option<String>,
    /// Issuer in full.
    pub issuer: Option<String>,
    /// Catalogue slug of the province of then.
    pub province: Option<String>,
    /// First year.
    pub period_start: Option<i32>,
    /// Last year.
    pub period_end: Option<i32>,
    /// Who signed.
    pub signatory: Option<String>,
}

/// What `read` is told beside the bytes.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions<'a> {
    /// Name of the file, for its extension and as the last hint of identity.
    pub file_name: Option<&'a str>,
    /// The editor's manifest.
    pub manifest: Option<&'a Manifest>,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No byte, or nothing but white space.
    #[error("the file is empty; expected the text of a plan; fetch it again from where it was published")]
    Empty,
    /// Above the limit.
    #[error(
        "the file has {bytes} bytes; at most {limit} are read; split off its attachments or export it as text"
    )]
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Bytes that are no text.
    #[error(
        "the file is not text ({found}); expected text, Markdown, a Word document (.docx), a PDF or a web page (.html); export it as .txt or .md"
    )]
    NotText {
        /// What it looks like: "a PDF", "bytes that are no UTF-8 at offset 12".
        found: String,
    },
    /// A document of a known format that is damaged, or that costs too much to read.
    #[error(
        "the {kind} cannot be read: {detail}; open it where it was made, save it again, or export it as .txt or .md"
    )]
    Damaged {
        /// "Word document (.docx)".
        kind: &'static str,
        /// What is wrong with it.
        detail: String,
    },
    /// A PDF whose pages are pictures, or whose fonts do not say which letters they show.
    #[error(
        "the PDF has {pages} pages without readable text, as a scan has; expected a PDF with text; recognise its letters first, for example with ocrmypdf -l vie, and take in the result"
    )]
    Scanned {
        /// How many pages it has.
        pages: usize,
    },
    /// Text in what may be another encoding, too little of it to be certain.
    #[error(
        "the text may be in {encoding}, but too little of it is recognised to convert it; expected UTF-8; convert it to UTF-8 ({advice}) and try again"
    )]
    Encoding {
        /// "TCVN3 (ABC)", "VNI".
        encoding: String,
        /// How to convert it: "with `UniKey`: VNI Windows to Unicode".
        advice: String,
    },
    /// Text that is no provincial plan.
    #[error(
        "this does not read like a provincial plan ({why}); expected a title such as \"KẾ HOẠCH …\" and numbered sections"
    )]
    NotAPlan {
        /// What was looked for and not found.
        why: String,
    },
}

/// Something doubtful, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Stable word: `number_missing`, `date_after_deadline`.
    pub kind: String,
    /// What is doubtful and what was done, in Vietnamese.
    pub message: String,
    /// Where, if it has a place.
    pub range: Option<CharRange>,
}

/// Everything read out of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The served text.
    pub text: String,
    /// The plan itself.
    pub plan: Plan,
    /// Goals in words.
    pub objectives: Vec<Objective>,
    /// Numbers promised.
    pub targets: Vec<Target>,
    /// Results reported.
    pub progress: Vec<Progress>,
    /// Tasks and money.
    pub spending: Vec<Spending>,
    /// Totals stated.
    pub totals: Vec<Total>,
    /// Legal documents cited.
    pub citations: Vec<Citation>,
    /// What does not add up, and what does.
    pub checks: Vec<Check>,
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    /// The document's blocks, for whoever shows or searches the text.
    #[serde(skip)]
    pub document: Document,
}

/// Reads a published plan.
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Reading, ReadError> {
    let decoded = decode(bytes, options.file_name)?;
    let mut warnings = decoded.warnings.clone();
    let mut context = ReadContext::new(decoded);
    let (plan, doubts) = plan::read(&context, options)?;
    warnings.extend(doubts);
    context.plan = plan;
    let objectives = objective::read(&context);
    let mut targets = target::read(&context, &objectives);
    let progress = progress::read(&context, &mut targets);
    let spending = spending::read(&context);
    let totals = total::read(&context, &spending);
    let citations = citation::read(&context);
    let mut reading = Reading {
        text: context.text.as_str().to_owned(),
        plan: context.plan,
        objectives,
        targets,
        progress,
        spending,
        totals,
        citations,
        checks: Vec::new(),
        warnings,
        document: context.document,
    };
    reading.checks = check::verify(&reading);
    reading.warnings.extend(check::warnings(&reading));
    Ok(reading)
}
