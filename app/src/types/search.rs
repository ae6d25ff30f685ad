//! What does a search ask and answer?

use serde::{Deserialize, Serialize};

use super::listing::Facet;

/// Kinds of what can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A plan.
    Plan,
    /// A task or row with or without money.
    Spending,
    /// A number promised.
    Target,
    /// A result reported.
    Progress,
    /// A legal document cited.
    Citation,
    /// A passage of the text.
    Passage,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchQuery {
    /// The words as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Only this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<HitKind>,
    /// Plan id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Slug of the province of then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Slug of the province of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub province_now: Option<String>,
    /// Year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Catalogue id of the lead agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// relevance (unless told), -amount, amount, -year, year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// Hits at a time (of each kind, if no kind is chosen).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where the page before ended; opaque; needs a kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Language of labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// A stretch of a snippet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Fragment {
    /// The document's own words.
    pub text: String,
    /// Whether the query found them.
    pub hit: bool,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Record id, plan id, or the passage's block ("b-1234").
    pub id: String,
    /// The plan it stands in.
    pub plan_id: String,
    /// "Kiên Giang 2020".
    pub plan_label: String,
    /// How a person cites the place; null for a plan.
    pub address: Option<String>,
    /// Path that opens the reader at the sentence with the words marked, without language prefix.
    pub href: String,
    /// Name of the task, label of the number, title of the plan; null for a passage.
    pub title: Option<Vec<Fragment>>,
    /// The document's words around the hits, cut at words.
    pub snippet: Vec<Fragment>,
    /// Money in VND, where it has any.
    pub amount_vnd: Option<i64>,
    /// Spent, VND.
    pub disbursed_vnd: Option<i64>,
    /// The number as people read it: "≥ 20 %".
    pub value: Option<String>,
    /// Lead agency as printed.
    pub lead_agency: Option<String>,
    /// Year.
    pub year: Option<i32>,
    /// Relevance; only its order means anything.
    pub score: f32,
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct HitGroup {
    /// Which kind.
    pub kind: HitKind,
    /// All hits of it.
    pub total: u64,
    /// Money over all hits of it (`in_sum` planned rows), VND; null for kinds without money.
    pub amount_vnd: Option<i64>,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SearchResults {
    /// The words as typed.
    pub q: String,
    /// All hits of all kinds.
    pub total: u64,
    /// Groups with hits, in a fixed order of kinds.
    pub groups: Vec<HitGroup>,
    /// Values to filter by.
    pub facets: Vec<Facet>,
    /// Cursor of the next page, if a kind is chosen and there is more.
    pub next: Option<String>,
    /// Expansions of abbreviations that were searched too: "CNTT", "công nghệ thông tin".
    pub expansions: Vec<(String, String)>,
    /// A better spelling from the index's own words, if little was found.
    pub did_you_mean: Option<String>,
    /// What of the query was not understood.
    pub ignored: Vec<String>,
    /// Revision shown.
    pub revision: u64,
}

/// One suggestion while typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// What to search for.
    pub text: String,
    /// "province", "agency", "indicator", "law", "phrase", "plan".
    pub kind: String,
    /// Path to go to at once, if there is one, without language prefix; else a search for `text`.
    pub href: Option<String>,
}
