//! Which plan is this: whose, for when, by what number?
//!
//! Asked in this order: title, letterhead, captions of the annexes, the closing
//! sentence, and last the file's name. What none of them says is `None` with a
//! warning, unless the editor's manifest supplies it.

mod captions;
mod identity;
mod imprint;
mod page;
mod period;
mod province;
mod signatory;
mod title;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::identity::read;
use crate::span::CharRange;

/// What kind of document sets the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub struct Abbreviation {
    /// "CNTT".
    pub short: String,
    /// "công nghệ thông tin".
    pub long: String,
    /// Where it is introduced.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
}

/// The plan itself. The store adds id, version and what was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Title with its kind: "Kế hoạch Ứng dụng …".
    pub title: Option<String>,
    /// "176/KH-UBND".
    pub number: Option<String>,
    /// ISO date.
    pub issued_on: Option<String>,
    /// In full: "Ủy ban nhân dân tỉnh …".
    pub issuer: Option<String>,
    /// Province of then, as the catalogue names it.
    pub province: Option<String>,
    /// Catalogue slug of the province of then.
    pub province_slug: Option<String>,
    /// General Statistics Office code of then.
    pub province_code: Option<String>,
    /// Slug of the province that it belongs to since 1 July 2025.
    pub province_now: Option<String>,
    /// Kind of document.
    pub kind: Option<PlanKind>,
    /// First year.
    pub period_start: Option<i32>,
    /// Last year.
    pub period_end: Option<i32>,
    /// Who signed.
    pub signatory: Option<String>,
    /// Top headings in order, as printed.
    pub sections: Vec<String>,
    /// Abbreviations that the document explains.
    pub glossary: Vec<Abbreviation>,
    /// Per field, where it stands.
    pub evidence: BTreeMap<String, Vec<CharRange>>,
    /// Fields that the manifest, not the document, supplied.
    pub supplied: Vec<String>,
}
