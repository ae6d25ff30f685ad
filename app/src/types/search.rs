//! What does a search ask and answer?

use serde::{Deserialize, Serialize};

use super::listing::Facet;

/// Kinds of what can be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A plan.
    Plan,
    /// A task or row with or without money.
    Spending,
    /// A sum stated.
    Total,
    /// A number promised.
    Target,
    /// A goal in words.
    Objective,
    /// A result reported.
    Progress,
    /// A legal document cited.
    Citation,
    /// A passage of the text.
    #[default]
    Passage,
}

/// What is asked, as addresses state it: names with their values, none of them blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    pairs: Vec<(String, String)>,
}

impl SearchQuery {
    /// What the query of an address asks, without "?".
    #[cfg(feature = "ssr")]
    pub fn parse(query: &str) -> Self {
        // Every byte string is some form-encoded list.
        let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let pairs = pairs.into_iter().map(|(name, value)| (name, value.trim().to_owned()));
        Self { pairs: pairs.filter(|(_, value)| !value.is_empty()).collect() }
    }

    /// A search for these words.
    pub fn words(typed: &str) -> Self {
        Self::default().with("q", Some(typed))
    }

    /// Names and values in the order in which they stand in the address.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The first value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The same with one value set or given up, from its first page.
    #[must_use]
    pub fn with(&self, name: &str, value: Option<&str>) -> Self {
        let mut pairs = self.pairs.clone();
        pairs.retain(|(own, _)| own != name && own != "cursor");
        pairs.extend(
            value.filter(|value| !value.trim().is_empty()).map(|value| (name.to_owned(), value.to_owned())),
        );
        Self { pairs }
    }

    /// The same without all that these names ask, from its first page.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> Self {
        names.iter().fold(self.clone(), |query, name| query.with(name, None))
    }

    /// As the query of an address, without "?".
    #[cfg(feature = "ssr")]
    pub fn to_query(&self) -> String {
        // Pairs of strings cannot fail to be encoded.
        serde_urlencoded::to_string(&self.pairs).unwrap_or_default()
    }
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
    /// Anchor in the reader of the block or table row that it stands in: "b-1234"; null for a plan.
    pub passage: Option<String>,
    /// Headings above it, outermost first.
    pub path: Vec<String>,
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
    /// When its plan was published here as it is, RFC 3339.
    pub published_at: String,
    /// Relevance; only its order means anything.
    pub score: f32,
    /// Others of the same words that this hit stands for; null where there are none, or nothing is folded.
    pub same_words: Option<SameWords>,
}

/// Hits that are not shown because another of the same words is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SameWords {
    /// What `same=` takes to show them all.
    pub key: String,
    /// How many there are.
    pub others: u64,
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct HitGroup {
    /// Which kind; null of one list of all kinds.
    pub kind: Option<HitKind>,
    /// All hits of it, those counted in that stand behind another of the same words.
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
    /// The best hits that hold only a part of what is asked, where few hold everything; in no total.
    pub partial: Option<HitGroup>,
    /// Values to filter by.
    pub facets: Vec<Facet>,
    /// Cursor of the next page, if there is one list and there is more of it.
    pub next: Option<String>,
    /// Expansions of abbreviations that were searched too: "CNTT", "công nghệ thông tin".
    pub expansions: Vec<(String, String)>,
    /// A better spelling from the index's own words, if little was found.
    pub did_you_mean: Option<String>,
    /// What of the query was not understood.
    pub ignored: Vec<String>,
    /// Where nothing was found: searches that ask for less and find something, most first.
    pub looser: Vec<LooserSearch>,
    /// Revision shown.
    pub revision: u64,
}

/// A search that asks for less than one that found nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct LooserSearch {
    /// The filter that is left out; null where words are.
    pub parameter: Option<String>,
    /// The words that are left out, or that lose their quotation marks; null where a filter is left out.
    pub words: Option<String>,
    /// The query of its address, without "?".
    pub query: String,
    /// All that it finds.
    pub total: u64,
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
