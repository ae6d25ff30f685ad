//! A portal with a handful of records, for rendering pages.

use async_trait::async_trait;
use serde_json::{Value, json};

use crate::{
    error::{ParameterFault, PortalError},
    portal::{Answer, Portal},
    types::{
        abbreviation::{AbbreviationUse, Meaning},
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

pub(super) struct SamplePortal {
    /// Whether every question fails.
    pub(super) broken: bool,
}

/// What every record carries; `more` is what its kind adds.
fn record(id: &str, address: &str, quote: &str, more: &Value) -> Value {
    let mut record = json!({
        "id": id, "plan_id": "kien-giang-2020", "province": "Kiên Giang", "province_slug": "kien-giang",
        "province_now": "An Giang", "text_sha256": "00", "quote": quote,
        "source": {"section": "III.2", "address": address, "start": 10, "end": 60},
        "evidence": {}, "inherited": [], "confidence": "high", "confidence_reason": null, "corrected": null,
    });
    if let (Some(record), Some(more)) = (record.as_object_mut(), more.as_object()) {
        record.extend(more.clone());
    }
    record
}

fn target() -> Target {
    let quote = "Tỷ lệ hồ sơ giải quyết trực tuyến đạt từ 20% trở lên";
    let target = json!({
        "label": "Tỷ lệ hồ sơ giải quyết trực tuyến", "objective": null, "indicator": null,
        "comparator": "gte", "value": 20.0, "value_max": null, "unit": "%", "due_year": 2020,
        "due_date": null, "level": null, "interim": false, "area": null, "outcomes": [],
        "status": "not_reported",
    });
    serde_json::from_value(record("t1", "III.2 ¶6", quote, &target)).unwrap()
}

fn progress() -> Progress {
    let progress = json!({
        "label": "Hồ sơ TTHC nộp qua mạng", "indicator": null, "comparator": "gt", "value": 52.33,
        "value_max": null, "unit": "%", "numerator": 453_908.0, "denominator": 867_427.0, "year": 2019,
        "level": null, "target_value": 100.0, "target_comparator": "eq", "status": "missed",
        "status_basis": "computed", "answers": null, "answers_basis": null,
    });
    serde_json::from_value(record("p1", "I.2 ¶3", "453.908/867.427 hồ sơ, đạt tỷ lệ 52,33%", &progress))
        .unwrap()
}

fn spending(id: &str, amount: Option<i64>) -> Spending {
    let spending = json!({
        "table": "I.8", "row": "6", "group": null, "title": "Xây dựng nền tảng LGSP", "amount_vnd": amount,
        "disbursed_vnd": 0, "year": 2019, "phase": "reported",
        "amount_basis": amount.map(|_| "allocation"), "in_sum": true, "repeats": null,
        "funding_source": null, "funding_note": "Chưa phân bổ kinh phí", "lead_agency": "Sở TTTT",
        "lead_agency_id": "so-tttt", "partner_agencies": [], "product": null, "period": null,
    });
    let quote = "6\tXây dựng nền tảng LGSP\tSở TTTT\t8.100\t0";
    serde_json::from_value(record(id, "I.8 · 6", quote, &spending)).unwrap()
}

fn total() -> Total {
    let total = json!({
        "label": "Tổng kinh phí", "scope": "plan", "funding_source": null,
        "amount_vnd": 58_000_000_000_i64, "disbursed_vnd": null, "printed_rate": null,
        "computed_vnd": 58_000_000_000_i64, "matches": true, "difference_vnd": 0,
        "computed_disbursed_vnd": null, "matches_disbursed": null, "difference_disbursed_vnd": null,
    });
    serde_json::from_value(record("s1", "VI ¶1", "Tổng kinh phí thực hiện là 58.000 triệu đồng", &total))
        .unwrap()
}

fn plan() -> Plan {
    Plan {
        id: "kien-giang-2020".to_owned(),
        title: Some("Kế hoạch Ứng dụng công nghệ thông tin năm 2020".to_owned()),
        number: None,
        issued_on: Some("2019-12-27".to_owned()),
        issuer: None,
        province: Some("Kiên Giang".to_owned()),
        province_slug: Some("kien-giang".to_owned()),
        province_code: Some("91".to_owned()),
        province_now: Some("An Giang".to_owned()),
        province_now_slug: Some("an-giang".to_owned()),
        kind: None,
        period_start: Some(2020),
        period_end: Some(2020),
        signatory: None,
        sections: Vec::new(),
        source_file: "kien-giang-2020.md".to_owned(),
        sha256: "00".to_owned(),
        text_sha256: "00".to_owned(),
        media_type: "text/markdown".to_owned(),
        source_url: None,
        published_at: None,
        glossary: Vec::new(),
        warnings: Vec::new(),
        supplied: Vec::new(),
        version: 1,
        figures: PlanFigures {
            planned: Some(PlanSum {
                amount_vnd: 58_000_000_000,
                basis: SumBasis::Stated,
                total: Some("s1".to_owned()),
                address: Some("VI ¶1".to_owned()),
                rows: 31,
                parts: Vec::new(),
            }),
            ..PlanFigures::default()
        },
    }
}

fn province(slug: &str, name: &str, now: &str, plans: u64) -> Province {
    Province {
        slug: slug.to_owned(),
        name: name.to_owned(),
        code: "91".to_owned(),
        kind: "province".to_owned(),
        valid_from: None,
        valid_to: (slug != now).then(|| "2025-06-30".to_owned()),
        now: now.to_owned(),
        made_of: if slug == now {
            vec!["kien-giang".to_owned(), "an-giang-1976".to_owned()]
        } else {
            Vec::new()
        },
        plans,
        plan_ids: Vec::new(),
        year_first: Some(2020),
        year_last: Some(2020),
        planned_vnd: Some(58_000_000_000),
    }
}

fn check() -> Check {
    serde_json::from_value(json!({
        "id": "c1", "plan_id": "kien-giang-2020", "plan_label": "Kiên Giang 2020", "province": "Kiên Giang", "province_slug": "kien-giang",
        "kind": "total", "severity": "differs", "message": "Dòng tổng không bằng tổng các dòng.",
        "records": ["s1"], "address": "PL 1 · tổng", "quote": null, "start": 5, "end": 9,
        "stated": 22_180_000_000.0, "computed": 22_164_000_000.0, "difference": 16_000_000.0, "unit": "VND",
    }))
    .unwrap()
}

/// `records` under a filter that leaves all of them, or none for the year 1999.
fn listing<T>(portal: &SamplePortal, filter: &Filter, records: Vec<T>) -> Answer<Listing<T>> {
    if portal.broken {
        return Err(PortalError::Failed { what: "sample".to_owned() });
    }
    if filter.sort.as_deref() == Some("colour") {
        return Err(PortalError::BadParameter {
            faults: vec![ParameterFault {
                parameter: "sort".to_owned(),
                detail: "\"colour\" is none of its values".to_owned(),
                allowed: vec!["year".to_owned()],
            }],
        });
    }
    let records = if filter.year == Some(1999) { Vec::new() } else { records };
    let facet = |parameter: &str, value: &str, label: &str, count: u64, chosen: bool| Facet {
        parameter: parameter.to_owned(),
        values: vec![FacetValue { value: value.to_owned(), label: label.to_owned(), count, chosen }],
    };
    Ok(Listing {
        total: records.len() as u64,
        next: (!records.is_empty()).then(|| "next-cursor".to_owned()),
        records,
        revision: 7,
        facets: vec![
            facet("province", "kien-giang", "Kiên Giang", 31, filter.province.is_some()),
            facet("year", "2020", "2020", 31, filter.year == Some(2020)),
        ],
    })
}

fn indicator() -> Indicator {
    serde_json::from_value(json!({
        "id": "procedure-files-online", "name_vi": "Hồ sơ giải quyết trực tuyến",
        "name_en": "Files handled online", "unit": "%", "direction": "up", "targets": 1, "progress": 1,
        "plans": 1, "provinces": 1,
        "unlike": [{"id": "other", "why_vi": "khác mẫu số", "why_en": "another whole"}],
    }))
    .unwrap()
}

fn comparison() -> Comparison {
    let stated = |record: &str, comparator: &str, value: f64| {
        json!({
            "record": record, "comparator": comparator, "value": value, "value_max": null,
            "quote": "đạt 50%", "address": "III.2 ¶6",
        })
    };
    let row = |year: i32, targets: Value, actuals: Value, reason: Option<&str>| {
        json!({
            "plan_id": "kien-giang-2020", "province": "Kiên Giang", "province_slug": "kien-giang",
            "indicator": "procedure-files-online", "year": year, "level": "province", "unit": "%",
            "targets": targets, "actuals": actuals, "comparable": reason.is_none(),
            "reason": reason, "reason_vi": reason.map(|_| "Khác cấp."), "reason_en": reason.map(|_| "Another level."),
        })
    };
    serde_json::from_value(json!({
        "indicator": "procedure-files-online", "name": "Hồ sơ giải quyết trực tuyến", "unit": "%",
        "direction": "up", "level": "province",
        "rows": [
            row(2019, json!([stated("t9", "gte", 50.0)]), json!([stated("p9", "eq", 35.32)]), None),
            row(2020, json!([stated("t1", "gte", 20.0)]), json!([]), None),
            row(2021, json!([stated("t2", "eq", 30.0)]), json!([]), Some("other_level")),
        ],
    }))
    .unwrap()
}

fn agency() -> Agency {
    serde_json::from_value(json!({
        "id": "so-a", "name_vi": "Sở A", "name_en": "Department A", "level": "province", "until": 2025,
        "now": "so-a", "absorbed": [], "spending": 2, "plans": 1, "provinces": 1,
    }))
    .unwrap()
}

fn law() -> Law {
    serde_json::from_value(json!({
        "id": "43-2011-nd-cp", "number": "43/2011/NĐ-CP", "doc_type": "Nghị định", "issued_on": "2011-06-13",
        "issuer": "Chính phủ", "title": "quy định về việc cung cấp thông tin", "province_slug": null,
        "citations": 1, "plans": 1, "provinces": 1, "citation_ids": ["c1"],
    }))
    .unwrap()
}

/// The one thing there is, if it goes by this id.
fn known<T>(noun: &str, id: &str, thing: T, own: impl Fn(&T) -> &String) -> Answer<T> {
    if own(&thing) == id {
        return Ok(thing);
    }
    let near = vec![own(&thing).clone()];
    Err(PortalError::NotFound { noun: noun.to_owned(), id: id.to_owned(), near })
}

#[async_trait]
impl Portal for SamplePortal {
    fn revision(&self) -> u64 {
        7
    }

    async fn overview(&self) -> Answer<Overview> {
        Ok(Overview {
            revision: 7,
            plans: 1,
            provinces: 1,
            years: Some((2009, 2024)),
            planned_vnd: 276_619_000_000,
            planned_plans: 1,
            planned_computed: 0,
            spent_plans: 1,
            stated: Verdicts { met: 21, partly: 1, missed: 8, unknown: 256 },
            computed: Verdicts::default(),
            targets: 1,
            progress: 1,
        })
    }

    async fn plans(&self, filter: &Filter) -> Answer<Listing<Plan>> {
        listing(self, filter, vec![plan()])
    }

    async fn plan(&self, id: &str, _lang: &str) -> Answer<PlanDetail> {
        if id == plan().id {
            return Ok(PlanDetail { plan: plan(), checks: vec![check()] });
        }
        let near = vec![plan().id];
        Err(PortalError::NotFound { noun: "plan".to_owned(), id: id.to_owned(), near })
    }

    async fn reader(&self, id: &str, _q: Option<&str>, _lang: &str) -> Answer<ReaderDocument> {
        let plan_id = id.to_owned();
        Ok(ReaderDocument { plan_id, contents: Vec::new(), blocks: Vec::new(), marks: Vec::new(), hits: 0 })
    }

    async fn text(&self, id: &str) -> Answer<PlanText> {
        let text = String::new();
        Ok(PlanText { plan_id: id.to_owned(), text_sha256: "00".to_owned(), text })
    }

    async fn document(&self, id: &str) -> Answer<PublishedFile> {
        Err(PortalError::NotFound { noun: "plan".to_owned(), id: id.to_owned(), near: Vec::new() })
    }

    async fn provinces(&self, filter: &Filter) -> Answer<Listing<Province>> {
        let provinces = vec![
            province("kien-giang", "Kiên Giang", "an-giang", 1),
            province("an-giang", "An Giang", "an-giang", 1),
            province("da-nang", "Đà Nẵng", "da-nang", 0),
        ];
        listing(self, filter, provinces)
    }

    async fn objectives(&self, filter: &Filter) -> Answer<Listing<Objective>> {
        listing(self, filter, Vec::new())
    }

    async fn targets(&self, filter: &Filter) -> Answer<Listing<Target>> {
        listing(self, filter, vec![target()])
    }

    async fn progress(&self, filter: &Filter) -> Answer<Listing<Progress>> {
        listing(self, filter, vec![progress()])
    }

    async fn verdicts(&self, _filter: &Filter) -> Answer<VerdictFigures> {
        let computed = Verdicts { missed: 1, ..Verdicts::default() };
        Ok(VerdictFigures { stated: Verdicts { met: 3, unknown: 2, ..Verdicts::default() }, computed })
    }

    async fn spending(&self, filter: &Filter) -> Answer<Listing<Spending>> {
        listing(self, filter, vec![spending("m1", Some(8_100_000_000)), spending("m2", None)])
    }

    async fn spending_figures(&self, _filter: &Filter) -> Answer<SpendingFigures> {
        let sum = |phase: &str, basis: &str, amount: i64| {
            json!({
                "phase": phase, "amount_basis": basis, "rows": 31, "rows_without_amount": 4,
                "amount_vnd": amount, "disbursed_vnd": null,
            })
        };
        let sums = json!([
            sum("planned", "allocation", 58_000_000_000),
            sum("planned", "estimate", 2_000_000_000),
            sum("reported", "allocation", 8_100_000_000),
        ]);
        let group = |value: &str, amount: i64| json!({"value": value, "label": value, "rows": 4, "amount_vnd": amount});
        let funds = json!([group("Vốn đầu tư công", 42_000_000_000), group("Vốn sự nghiệp", 16_000_000_000)]);
        Ok(SpendingFigures {
            sums: serde_json::from_value(sums).unwrap(),
            by_funding_source: serde_json::from_value(funds).unwrap(),
            ..SpendingFigures::default()
        })
    }

    async fn totals(&self, filter: &Filter) -> Answer<Listing<Total>> {
        listing(self, filter, vec![total()])
    }

    async fn citations(&self, filter: &Filter) -> Answer<Listing<Citation>> {
        listing(self, filter, Vec::new())
    }

    async fn checks(&self, filter: &Filter) -> Answer<Listing<Check>> {
        listing(self, filter, vec![check()])
    }

    async fn indicators(&self, filter: &Filter) -> Answer<Listing<Indicator>> {
        listing(self, filter, vec![indicator()])
    }

    async fn indicator(&self, id: &str) -> Answer<Indicator> {
        known("indicator", id, indicator(), |indicator| &indicator.id)
    }

    async fn compare(&self, filter: &Filter, _: &[String]) -> Answer<Option<Comparison>> {
        Ok(filter.indicator.is_some().then(comparison))
    }

    async fn agencies(&self, filter: &Filter) -> Answer<Listing<Agency>> {
        listing(self, filter, vec![agency()])
    }

    async fn agency(&self, id: &str) -> Answer<Agency> {
        known("agency", id, agency(), |agency| &agency.id)
    }

    async fn laws(&self, filter: &Filter) -> Answer<Listing<Law>> {
        listing(self, filter, vec![law()])
    }

    async fn law(&self, id: &str) -> Answer<Law> {
        known("law", id, law(), |law| &law.id)
    }

    async fn abbreviations(&self) -> Answer<Vec<AbbreviationUse>> {
        let meaning = |long: &str, plans: &[&str]| Meaning {
            long: long.to_owned(),
            plan_ids: plans.iter().map(|&id| id.to_owned()).collect(),
        };
        let meanings = vec![
            meaning("công nghệ thông tin", &["kien-giang-2020"]),
            meaning("cán bộ nhân viên", &["soc-trang-2020"]),
        ];
        Ok(vec![AbbreviationUse { short: "CNTT".to_owned(), meanings }])
    }

    async fn record(&self, id: &str) -> Answer<Option<Record>> {
        Ok((id == "t1").then(|| target().record))
    }

    async fn search(&self, query: &SearchQuery) -> Answer<SearchResults> {
        Ok(SearchResults {
            q: query.get("q").unwrap_or_default().to_owned(),
            total: 0,
            groups: Vec::new(),
            partial: None,
            facets: Vec::new(),
            next: None,
            expansions: Vec::new(),
            did_you_mean: None,
            ignored: Vec::new(),
            looser: Vec::new(),
            revision: 7,
        })
    }

    async fn suggest(&self, _q: &str, _limit: u32) -> Answer<Vec<Suggestion>> {
        Ok(Vec::new())
    }
}
