//! What does the portal of the tests answer?

use app::{
    error::PortalError,
    portal::{Answer, Portal},
    types::{
        abbreviation::AbbreviationUse,
        agency::Agency,
        check::Check,
        citation::Citation,
        comparison::Comparison,
        figures::{Overview, PlanFigures, PlanSum, SumBasis, Verdicts},
        filter::Filter,
        indicator::Indicator,
        law::Law,
        listing::{Facet, FacetValue, Listing, SpendingFigures, VerdictFigures},
        objective::Objective,
        plan::{Abbreviation, Plan, PlanDetail, PlanKind, PlanText, PublishedFile},
        progress::Progress,
        province::Province,
        reader::ReaderDocument,
        record::Record,
        search::{Fragment, Hit, HitGroup, HitKind, LooserSearch, SearchQuery, SearchResults, Suggestion},
        spending::Spending,
        target::Target,
        total::Total,
    },
};
use async_trait::async_trait;

use crate::{records, sample_reader};

/// One plan, a handful of records, and answers to two searches.
pub(crate) struct SamplePortal;

fn listing<T>(records: Vec<T>) -> Listing<T> {
    Listing { total: records.len() as u64, records, next: None, revision: 1, facets: Vec::new() }
}

/// The portal's answer for what no test of these pages asks.
fn unasked<T>() -> Answer<T> {
    Err(PortalError::Failed { what: "not part of the sample".into() })
}

fn plan() -> Plan {
    Plan {
        id: "kien-giang-2020".into(),
        title: Some("Kế hoạch ứng dụng công nghệ thông tin năm 2020".into()),
        number: Some("176/KH-UBND".into()),
        issued_on: Some("2019-12-27".into()),
        issuer: Some("Ủy ban nhân dân tỉnh Kiên Giang".into()),
        province: Some("Kiên Giang".into()),
        province_slug: Some("kien-giang".into()),
        province_code: Some("91".into()),
        province_now: Some("An Giang".into()),
        province_now_slug: Some("an-giang".into()),
        kind: Some(PlanKind::Annual),
        period_start: Some(2020),
        period_end: Some(2020),
        signatory: None,
        sections: Vec::new(),
        source_file: "kien-giang-2020.md".into(),
        sha256: "0".into(),
        text_sha256: "0".into(),
        media_type: "text/markdown".into(),
        source_url: None,
        published_at: None,
        glossary: vec![Abbreviation {
            short: "TTHC".into(),
            long: "thủ tục hành chính".into(),
            start: 0,
            end: 1,
        }],
        warnings: Vec::new(),
        supplied: vec!["issued_on".into()],
        version: 1,
        figures: PlanFigures {
            targets: 2,
            progress: 2,
            spending: 4,
            totals: 1,
            citations: 1,
            checks: 1,
            checks_differ: 1,
            stated: Verdicts { met: 1, missed: 1, ..Verdicts::default() },
            planned: Some(PlanSum {
                amount_vnd: 2_000_000_000,
                basis: SumBasis::Stated,
                total: Some("tt".into()),
                address: Some("PL I · tổng".into()),
                rows: 2,
                parts: Vec::new(),
            }),
            ..PlanFigures::default()
        },
    }
}

fn found(query: &SearchQuery) -> SearchResults {
    let fragments = |before: &str, hit: &str| {
        vec![Fragment { text: before.into(), hit: false }, Fragment { text: hit.into(), hit: true }]
    };
    let hit = |kind, id: &str, amount_vnd| Hit {
        kind,
        id: id.into(),
        plan_id: "kien-giang-2020".into(),
        plan_label: "Kiên Giang 2020".into(),
        address: Some("PL I · 1".into()),
        passage: Some("b-7".into()),
        path: vec!["Phụ lục I".into()],
        href: format!("/plans/kien-giang-2020?q=LGSP#r-{id}"),
        title: (kind == HitKind::Spending).then(|| fragments("Xây dựng ", "LGSP")),
        snippet: fragments("nền tảng ", "LGSP"),
        amount_vnd,
        disbursed_vnd: None,
        value: None,
        lead_agency: None,
        year: Some(2020),
        published_at: "2026-01-02T03:04:05Z".into(),
        score: 1.0,
        same_words: None,
    };
    let spending = HitGroup {
        kind: Some(HitKind::Spending),
        total: 3,
        amount_vnd: Some(21_425_000_000),
        hits: vec![hit(HitKind::Spending, "sa", Some(8_100_000_000)), hit(HitKind::Spending, "sb", None)],
    };
    let passages = HitGroup {
        kind: Some(HitKind::Passage),
        total: 1,
        amount_vnd: None,
        hits: vec![hit(HitKind::Passage, "ta", None)],
    };
    let value =
        |value: &str, chosen| FacetValue { value: value.into(), label: value.into(), count: 4, chosen };
    let chosen = query.get("year") == Some("2020");
    SearchResults {
        q: "LGSP".into(),
        total: 4,
        groups: vec![spending, passages],
        partial: None,
        facets: vec![
            Facet { parameter: "year".into(), values: vec![value("2020", chosen)] },
            Facet { parameter: "kind".into(), values: vec![value("spending", false)] },
        ],
        next: None,
        expansions: vec![("LGSP".into(), "nền tảng tích hợp".into())],
        did_you_mean: None,
        ignored: Vec::new(),
        looser: Vec::new(),
        revision: 1,
    }
}

#[async_trait]
impl Portal for SamplePortal {
    fn revision(&self) -> u64 {
        1
    }
    async fn overview(&self) -> Answer<Overview> {
        unasked()
    }
    async fn plans(&self, _: &Filter) -> Answer<Listing<Plan>> {
        Ok(listing(vec![plan()]))
    }
    async fn plan(&self, id: &str, _: &str) -> Answer<PlanDetail> {
        if id != "kien-giang-2020" {
            let near = vec!["kien-giang-2020".into()];
            return Err(PortalError::NotFound { noun: "plan".into(), id: id.into(), near });
        }
        Ok(PlanDetail { plan: plan(), checks: records::checks() })
    }
    async fn reader(&self, _: &str, q: Option<&str>, _: &str) -> Answer<ReaderDocument> {
        Ok(sample_reader::document(q.is_some()))
    }
    async fn text(&self, _: &str) -> Answer<PlanText> {
        unasked()
    }
    async fn document(&self, _: &str) -> Answer<PublishedFile> {
        unasked()
    }
    async fn provinces(&self, _: &Filter) -> Answer<Listing<Province>> {
        Ok(listing(Vec::new()))
    }
    async fn objectives(&self, _: &Filter) -> Answer<Listing<Objective>> {
        Ok(listing(Vec::new()))
    }
    async fn targets(&self, _: &Filter) -> Answer<Listing<Target>> {
        Ok(listing(records::targets()))
    }
    async fn progress(&self, _: &Filter) -> Answer<Listing<Progress>> {
        Ok(listing(records::progress()))
    }
    async fn verdicts(&self, _: &Filter) -> Answer<VerdictFigures> {
        unasked()
    }
    async fn spending(&self, _: &Filter) -> Answer<Listing<Spending>> {
        Ok(listing(records::spending()))
    }
    async fn spending_figures(&self, _: &Filter) -> Answer<SpendingFigures> {
        unasked()
    }
    async fn totals(&self, _: &Filter) -> Answer<Listing<Total>> {
        Ok(listing(records::totals()))
    }
    async fn citations(&self, _: &Filter) -> Answer<Listing<Citation>> {
        Ok(listing(records::citations()))
    }
    async fn checks(&self, _: &Filter) -> Answer<Listing<Check>> {
        Ok(listing(records::checks()))
    }
    async fn indicators(&self, _: &Filter) -> Answer<Listing<Indicator>> {
        unasked()
    }
    async fn indicator(&self, _: &str) -> Answer<Indicator> {
        unasked()
    }
    async fn compare(&self, _: &Filter, _: &[String]) -> Answer<Option<Comparison>> {
        unasked()
    }
    async fn agencies(&self, _: &Filter) -> Answer<Listing<Agency>> {
        unasked()
    }
    async fn agency(&self, _: &str) -> Answer<Agency> {
        unasked()
    }
    async fn laws(&self, _: &Filter) -> Answer<Listing<Law>> {
        unasked()
    }
    async fn law(&self, _: &str) -> Answer<Law> {
        unasked()
    }
    async fn abbreviations(&self) -> Answer<Vec<AbbreviationUse>> {
        unasked()
    }
    async fn record(&self, _: &str) -> Answer<Option<Record>> {
        unasked()
    }
    async fn search(&self, query: &SearchQuery) -> Answer<SearchResults> {
        let nothing = SearchResults {
            total: 0,
            groups: Vec::new(),
            partial: None,
            facets: Vec::new(),
            expansions: Vec::new(),
            did_you_mean: Some("LGSP".into()),
            looser: vec![LooserSearch {
                parameter: Some("year".into()),
                words: None,
                query: "q=LGSP".into(),
                total: 4,
            }],
            ..found(query)
        };
        let fits = query.get("q") == Some("LGSP") && query.get("year") != Some("1999");
        Ok(if fits { found(query) } else { nothing })
    }
    async fn suggest(&self, _: &str, _: u32) -> Answer<Vec<Suggestion>> {
        Ok(Vec::new())
    }
}
