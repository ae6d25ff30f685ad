//! Who answers each question that pages and API ask?

use app::{
    i18n::Language,
    portal::{Answer, Portal},
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
use async_trait::async_trait;

use super::{
    Listed, ServerPortal, compare, english, named, overview, plans, reader, record, search, suggest,
};

#[async_trait]
impl Portal for ServerPortal {
    fn revision(&self) -> u64 {
        self.shown()
    }

    async fn overview(&self) -> Answer<Overview> {
        overview::overview(self).await
    }

    async fn plans(&self, filter: &Filter) -> Answer<Listing<Plan>> {
        Plan::list(self, filter).await
    }

    async fn plan(&self, id: &str, lang: &str) -> Answer<PlanDetail> {
        plans::detail(self, id, lang).await
    }

    async fn reader(&self, id: &str, q: Option<&str>, lang: &str) -> Answer<ReaderDocument> {
        // The plan's own answer to an unknown id names those that look alike.
        plans::plan(self, id).await?;
        let lang = if english(Some(lang)) { Language::En } else { Language::Vi };
        reader::reader(self, id, q, lang).await
    }

    async fn text(&self, id: &str) -> Answer<PlanText> {
        plans::text(self, id).await
    }

    async fn document(&self, id: &str) -> Answer<PublishedFile> {
        plans::document(self, id).await
    }

    async fn provinces(&self, filter: &Filter) -> Answer<Listing<Province>> {
        Province::list(self, filter).await
    }

    async fn objectives(&self, filter: &Filter) -> Answer<Listing<Objective>> {
        Objective::list(self, filter).await
    }

    async fn targets(&self, filter: &Filter) -> Answer<Listing<Target>> {
        Target::list(self, filter).await
    }

    async fn progress(&self, filter: &Filter) -> Answer<Listing<Progress>> {
        Progress::list(self, filter).await
    }

    async fn verdicts(&self, filter: &Filter) -> Answer<VerdictFigures> {
        self.judged(filter).await
    }

    async fn spending(&self, filter: &Filter) -> Answer<Listing<Spending>> {
        Spending::list(self, filter).await
    }

    async fn spending_figures(&self, filter: &Filter) -> Answer<SpendingFigures> {
        self.money(filter).await
    }

    async fn totals(&self, filter: &Filter) -> Answer<Listing<Total>> {
        Total::list(self, filter).await
    }

    async fn citations(&self, filter: &Filter) -> Answer<Listing<Citation>> {
        Citation::list(self, filter).await
    }

    async fn checks(&self, filter: &Filter) -> Answer<Listing<Check>> {
        Check::list(self, filter).await
    }

    async fn indicators(&self, filter: &Filter) -> Answer<Listing<Indicator>> {
        Indicator::list(self, filter).await
    }

    async fn indicator(&self, id: &str) -> Answer<Indicator> {
        <Indicator as Listed>::one(self, id, None).await
    }

    async fn compare(&self, filter: &Filter, provinces: &[String]) -> Answer<Option<Comparison>> {
        compare::compare(self, filter, provinces).await
    }

    async fn agencies(&self, filter: &Filter) -> Answer<Listing<Agency>> {
        Agency::list(self, filter).await
    }

    async fn agency(&self, id: &str) -> Answer<Agency> {
        <Agency as Listed>::one(self, id, None).await
    }

    async fn laws(&self, filter: &Filter) -> Answer<Listing<Law>> {
        Law::list(self, filter).await
    }

    async fn law(&self, id: &str) -> Answer<Law> {
        <Law as Listed>::one(self, id, None).await
    }

    async fn abbreviations(&self) -> Answer<Vec<AbbreviationUse>> {
        named::abbreviations(self).await
    }

    async fn record(&self, id: &str) -> Answer<Option<Record>> {
        record::quoted(self, id).await
    }

    async fn search(&self, query: &SearchQuery) -> Answer<SearchResults> {
        plans::known(self, &Filter { plan: query.get("plan").map(str::to_owned), ..Filter::default() })
            .await?;
        search::search(&self.search, query).await
    }

    async fn suggest(&self, q: &str, limit: u32) -> Answer<Vec<Suggestion>> {
        suggest::suggest(&self.search, q, limit)
    }
}
