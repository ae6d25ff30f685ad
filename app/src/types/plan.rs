//! What does a plan look like in public?

use serde::{Deserialize, Serialize};

use super::{check::Check, figures::PlanFigures};

/// What kind of document sets the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// A plan for one year.
    Annual,
    /// A plan for several years.
    MultiYear,
    /// A decision that approves or promulgates a plan.
    ApprovalDecision,
}

/// One abbreviation with the document's own expansion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Abbreviation {
    /// "CNTT".
    pub short: String,
    /// "công nghệ thông tin".
    pub long: String,
    /// Where it is introduced.
    pub start: u64,
    /// One past its last character.
    pub end: u64,
}

/// Something doubtful, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Warning {
    /// Stable word: `number_missing`.
    pub kind: String,
    /// What is doubtful and what was done.
    pub message: String,
    /// Where, if it has a place.
    pub range: Option<super::record::CharRange>,
}

/// A published plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Plan {
    /// Id, never changed: "kien-giang-2020".
    pub id: String,
    /// Title with its kind.
    pub title: Option<String>,
    /// "176/KH-UBND".
    pub number: Option<String>,
    /// ISO date.
    #[cfg_attr(feature = "ssr", schema(format = Date))]
    pub issued_on: Option<String>,
    /// Issuer in full.
    pub issuer: Option<String>,
    /// Name of the province of then.
    pub province: Option<String>,
    /// Slug of the province of then.
    pub province_slug: Option<String>,
    /// General Statistics Office code of then.
    pub province_code: Option<String>,
    /// Name of the province that it belongs to since 1 July 2025.
    pub province_now: Option<String>,
    /// Slug of that province.
    pub province_now_slug: Option<String>,
    /// Kind of document.
    pub kind: Option<PlanKind>,
    /// First year.
    pub period_start: Option<i32>,
    /// Last year.
    pub period_end: Option<i32>,
    /// Who signed.
    pub signatory: Option<String>,
    /// Top headings in order.
    pub sections: Vec<String>,
    /// Name of the file as published.
    pub source_file: String,
    /// Hash of the file's bytes.
    pub sha256: String,
    /// Hash of the served text.
    pub text_sha256: String,
    /// Media type of the file.
    pub media_type: String,
    /// Address that the file was published at; null if unknown.
    pub source_url: Option<String>,
    /// ISO date of publication by the province, if known.
    #[cfg_attr(feature = "ssr", schema(format = Date))]
    pub published_at: Option<String>,
    /// Abbreviations that the document explains.
    pub glossary: Vec<Abbreviation>,
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    /// Fields that the editor's manifest, not the document, supplied.
    pub supplied: Vec<String>,
    /// 1 for the first file of this plan, one more for each new one.
    pub version: u32,
    /// Counts and sums over its records.
    pub figures: PlanFigures,
}

/// A plan with what its page shows above the fold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanDetail {
    /// The plan.
    pub plan: Plan,
    /// What differs, then what agrees.
    pub checks: Vec<Check>,
}

/// One of the files that a plan was published as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanVersion {
    /// 1 for the first file, one more for each new one.
    pub version: u32,
    /// Name of the file.
    pub source_file: String,
    /// Media type of the file.
    pub media_type: String,
    /// ISO date since which the portal has it.
    pub since: Option<String>,
    /// Whether it is the one that counts.
    pub current: bool,
}

/// A plan as an earlier file stated it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EarlierPlan {
    /// The plan as it was then.
    pub plan: Plan,
    /// Its text, with what was read in it.
    pub reader: super::reader::ReaderDocument,
}

/// The file as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// File name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Hash of the bytes.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The served text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct PlanText {
    /// The plan.
    pub plan_id: String,
    /// Hash of the text.
    pub text_sha256: String,
    /// The text; positions count its Unicode scalar values.
    pub text: String,
}
