//! Which questions do the pages and the API ask?
//!
//! One method per question; the server answers from store and index. Pages and
//! API have no other way to data, so that both always say the same.

use async_trait::async_trait;

use crate::{
    error::PortalError,
    types::{
        abbreviation::AbbreviationUse,
        agency::Agency,
        check::Check,
        citation::Citation,
        comparison::Comparison,
        figures::Overview,
        filter::Filter,
        indicator::Indicator,
        law::Law,
        listing::{Listing, SpendingFigures, VerdictFigures},
        objective::Objective,
        plan::{Plan, PlanDetail, PlanText, PublishedFile},
        progress::Progress,
        province::Province,
        reader::ReaderDocument,
        record::Record,
        search::{SearchQuery, SearchResults, Suggestion},
        spending::Spending,
        target::Target,
        total::Total,
    },
};

/// Answer or error.
pub type Answer<T> = Result<T, PortalError>;

/// Everything that can be asked.
#[async_trait]
pub trait Portal: Send + Sync {
    /// Revision of the store that answers show now.
    fn revision(&self) -> u64;
    /// The national picture.
    async fn overview(&self) -> Answer<Overview>;
    /// Plans, newest period first unless sorted otherwise.
    async fn plans(&self, filter: &Filter) -> Answer<Listing<Plan>>;
    /// One plan with its checks.
    async fn plan(&self, id: &str, lang: &str) -> Answer<PlanDetail>;
    /// A plan's text for reading, records marked, and the words of `q` if given; notes in `lang`.
    async fn reader(&self, id: &str, q: Option<&str>, lang: &str) -> Answer<ReaderDocument>;
    /// A plan's served text.
    async fn text(&self, id: &str) -> Answer<PlanText>;
    /// A plan's file as published.
    async fn document(&self, id: &str) -> Answer<PublishedFile>;
    /// Provinces of then and now, those with plans first.
    async fn provinces(&self, filter: &Filter) -> Answer<Listing<Province>>;
    /// Goals in words.
    async fn objectives(&self, filter: &Filter) -> Answer<Listing<Objective>>;
    /// Numbers promised.
    async fn targets(&self, filter: &Filter) -> Answer<Listing<Target>>;
    /// Results reported.
    async fn progress(&self, filter: &Filter) -> Answer<Listing<Progress>>;
    /// Verdicts over the whole of a filtered list of progress.
    async fn verdicts(&self, filter: &Filter) -> Answer<VerdictFigures>;
    /// Tasks and money.
    async fn spending(&self, filter: &Filter) -> Answer<Listing<Spending>>;
    /// Money over the whole of a filtered list of spending.
    async fn spending_figures(&self, filter: &Filter) -> Answer<SpendingFigures>;
    /// Totals stated.
    async fn totals(&self, filter: &Filter) -> Answer<Listing<Total>>;
    /// Legal documents cited.
    async fn citations(&self, filter: &Filter) -> Answer<Listing<Citation>>;
    /// Verifications.
    async fn checks(&self, filter: &Filter) -> Answer<Listing<Check>>;
    /// What plans count, those that most plans state first.
    async fn indicators(&self, filter: &Filter) -> Answer<Listing<Indicator>>;
    /// One indicator, counted over all plans.
    async fn indicator(&self, id: &str) -> Answer<Indicator>;
    /// What plans of these provinces, or of all, state of the filter's indicator, and what of it may be set
    /// side by side; none unless an indicator is asked for.
    async fn compare(&self, filter: &Filter, provinces: &[String]) -> Answer<Option<Comparison>>;
    /// Agencies, those that lead most tasks first.
    async fn agencies(&self, filter: &Filter) -> Answer<Listing<Agency>>;
    /// One agency, counted over all plans.
    async fn agency(&self, id: &str) -> Answer<Agency>;
    /// Legal documents that plans cite, those that most plans cite first.
    async fn laws(&self, filter: &Filter) -> Answer<Listing<Law>>;
    /// One legal document with its citations.
    async fn law(&self, id: &str) -> Answer<Law>;
    /// Abbreviations of all plans' own glossaries, in the order of the alphabet.
    async fn abbreviations(&self) -> Answer<Vec<AbbreviationUse>>;
    /// What every record carries, of one record; none of a check, which quotes no one place.
    async fn record(&self, id: &str) -> Answer<Option<Record>>;
    /// Search over passages and records.
    async fn search(&self, query: &SearchQuery) -> Answer<SearchResults>;
    /// Suggestions for what was typed so far.
    async fn suggest(&self, q: &str, limit: u32) -> Answer<Vec<Suggestion>>;
}
