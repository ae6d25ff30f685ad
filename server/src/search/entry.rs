//! What of a plan can be found: the plan, its records, and the passages of its text?

use app::types::{
    citation::Citation,
    plan::Plan,
    progress::Progress,
    record::Comparator,
    search::HitKind,
    spending::{Phase, Spending},
    target::Target,
};
use plandoc::{
    blocks::{Block, BlockKind, Document, Row},
    span::{CharRange, Text},
    text::shadow::printed,
};
use serde::{Deserialize, Serialize};

/// A plan with all that the index is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanContent {
    /// The plan.
    pub plan: Plan,
    /// What people call it: "Kiên Giang 2020".
    pub label: String,
    /// Its served text.
    pub text: String,
    /// The blocks of the text.
    pub document: Document,
    /// Tasks and money.
    pub spending: Vec<Spending>,
    /// Numbers promised.
    pub targets: Vec<Target>,
    /// Results reported.
    pub progress: Vec<Progress>,
    /// Legal documents cited.
    pub citations: Vec<Citation>,
}

/// A number as it is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// How it is meant.
    pub comparator: Comparator,
    /// The number.
    pub value: f64,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as counted.
    pub unit: Option<String>,
}

/// What a hit shows; stored with it, so that an answer needs nothing but the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// What it is.
    pub kind: HitKind,
    /// Record id, plan id, or the passage's block.
    pub id: String,
    /// The plan it stands in.
    pub plan_id: String,
    /// What people call that plan.
    pub plan_label: String,
    /// Slug of the province of then.
    pub province: Option<String>,
    /// Years it speaks of.
    pub years: Vec<i32>,
    /// How a person cites the place.
    pub address: Option<String>,
    /// Name, label or title; null for a passage.
    pub title: Option<String>,
    /// The document's words.
    pub text: String,
    /// Other words that it is found by.
    pub more: Vec<String>,
    /// Money in VND.
    pub amount_vnd: Option<i64>,
    /// Spent, VND.
    pub disbursed_vnd: Option<i64>,
    /// The number, of a target or a result.
    pub measure: Option<Measure>,
    /// Lead agency as printed.
    pub lead_agency: Option<String>,
    /// Its one year, if it has one.
    pub year: Option<i32>,
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// What its hit shows.
    pub shown: Shown,
    /// Position of its first character, for the order of the text.
    pub start: usize,
    /// Catalogue id of the lead agency.
    pub agency: Option<String>,
    /// Money that belongs in the plan's planned sum.
    pub counted: Option<i64>,
}

/// Parts the fields of a hit in its searched text; no word holds it.
pub(super) const FIELD_BREAK: &str = "\n";

impl Shown {
    /// The text that is searched: title, words and the rest, in this order.
    pub fn searched(&self) -> String {
        let fields = self.title.iter().chain(std::iter::once(&self.text)).chain(&self.more);
        fields.map(String::as_str).collect::<Vec<_>>().join(FIELD_BREAK)
    }
}

/// The number by which the index knows a kind; also the order of groups.
pub fn kind_number(kind: HitKind) -> u64 {
    match kind {
        HitKind::Plan => 0,
        HitKind::Spending => 1,
        HitKind::Target => 2,
        HitKind::Progress => 3,
        HitKind::Citation => 4,
        HitKind::Passage => 5,
    }
}

/// Every kind, in the order of groups.
pub const KINDS: [HitKind; 6] = [
    HitKind::Plan,
    HitKind::Spending,
    HitKind::Target,
    HitKind::Progress,
    HitKind::Citation,
    HitKind::Passage,
];

/// Everything of a plan that can be found, in the order of the text.
pub(super) fn entries(content: &PlanContent) -> Vec<Entry> {
    let mut found = vec![plan_entry(content)];
    found.extend(content.spending.iter().map(|record| spending_entry(content, record)));
    found.extend(content.targets.iter().map(|record| target_entry(content, record)));
    found.extend(content.progress.iter().map(|record| progress_entry(content, record)));
    found.extend(content.citations.iter().map(|record| citation_entry(content, record)));
    found.extend(passages(content));
    found.sort_by_key(|entry| entry.start);
    found
}

/// Years of a plan's period.
pub fn period(plan: &Plan) -> Vec<i32> {
    match (plan.period_start, plan.period_end) {
        (Some(first), Some(last)) if first <= last && last - first < 100 => (first..=last).collect(),
        (first, last) => first.or(last).into_iter().collect(),
    }
}

impl PlanContent {
    /// What every hit of the plan has.
    fn shown(&self, kind: HitKind, id: &str, text: &str) -> Shown {
        Shown {
            kind,
            id: id.to_owned(),
            plan_id: self.plan.id.clone(),
            plan_label: self.label.clone(),
            province: self.plan.province_slug.clone(),
            years: Vec::new(),
            address: None,
            title: None,
            text: text.to_owned(),
            more: Vec::new(),
            amount_vnd: None,
            disbursed_vnd: None,
            measure: None,
            lead_agency: None,
            year: None,
        }
    }
}

fn plan_entry(content: &PlanContent) -> Entry {
    let plan = &content.plan;
    let more = [&plan.number, &plan.issuer, &plan.province, &plan.province_now, &plan.signatory];
    let title = plan.title.clone().unwrap_or_else(|| content.label.clone());
    let shown = Shown {
        years: period(plan),
        title: Some(title),
        more: more.into_iter().flatten().cloned().collect(),
        amount_vnd: plan.figures.planned.as_ref().map(|sum| sum.amount_vnd),
        disbursed_vnd: plan.figures.spent.as_ref().map(|sum| sum.amount_vnd),
        year: plan.period_end.filter(|_| plan.period_start == plan.period_end),
        ..content.shown(HitKind::Plan, &plan.id, &content.label)
    };
    Entry { shown, start: 0, agency: None, counted: None }
}

fn spending_entry(content: &PlanContent, spending: &Spending) -> Entry {
    let counted = spending.in_sum && spending.phase == Phase::Planned;
    let shown = Shown {
        years: spending.year.into_iter().collect(),
        address: Some(spending.record.source.address.clone()),
        title: Some(spending.title.clone()),
        more: spending.lead_agency.iter().cloned().collect(),
        amount_vnd: spending.amount_vnd,
        disbursed_vnd: spending.disbursed_vnd,
        lead_agency: spending.lead_agency.clone(),
        year: spending.year,
        ..content.shown(HitKind::Spending, &spending.record.id, &one_line(&spending.record.quote))
    };
    Entry {
        shown,
        start: position(spending.record.source.start),
        agency: spending.lead_agency_id.clone(),
        counted: spending.amount_vnd.filter(|_| counted),
    }
}

fn target_entry(content: &PlanContent, target: &Target) -> Entry {
    let shown = Shown {
        years: target.due_year.into_iter().collect(),
        address: Some(target.record.source.address.clone()),
        title: Some(target.label.clone()),
        measure: Some(Measure {
            comparator: target.comparator,
            value: target.value,
            value_max: target.value_max,
            unit: target.unit.clone(),
        }),
        year: target.due_year,
        ..content.shown(HitKind::Target, &target.record.id, &one_line(&target.record.quote))
    };
    Entry { shown, start: position(target.record.source.start), agency: None, counted: None }
}

fn progress_entry(content: &PlanContent, progress: &Progress) -> Entry {
    let measure = progress.value.map(|value| Measure {
        comparator: progress.comparator.unwrap_or(Comparator::Eq),
        value,
        value_max: progress.value_max,
        unit: progress.unit.clone(),
    });
    let shown = Shown {
        years: progress.year.into_iter().collect(),
        address: Some(progress.record.source.address.clone()),
        title: Some(progress.label.clone()),
        measure,
        year: progress.year,
        ..content.shown(HitKind::Progress, &progress.record.id, &one_line(&progress.record.quote))
    };
    Entry { shown, start: position(progress.record.source.start), agency: None, counted: None }
}

fn citation_entry(content: &PlanContent, citation: &Citation) -> Entry {
    let name = match &citation.doc_type {
        Some(doc_type) => format!("{doc_type} {}", citation.number),
        None => citation.number.clone(),
    };
    let shown = Shown {
        years: period(&content.plan),
        address: Some(citation.record.source.address.clone()),
        title: Some(name),
        more: citation.title.iter().chain(&citation.issuer).cloned().collect(),
        ..content.shown(HitKind::Citation, &citation.record.id, &one_line(&citation.record.quote))
    };
    Entry { shown, start: position(citation.record.source.start), agency: None, counted: None }
}

/// The blocks of the text, a table by its rows.
fn passages(content: &PlanContent) -> Vec<Entry> {
    let text = Text::new(content.text.clone());
    let mut found = Vec::new();
    for block in &content.document.blocks {
        match &block.kind {
            BlockKind::Table(table) => {
                found.extend(table.rows.iter().filter_map(|row| row_entry(content, row)));
            }
            _ => found.extend(block_entry(content, &text, block)),
        }
    }
    found
}

fn block_entry(content: &PlanContent, text: &Text, block: &Block) -> Option<Entry> {
    let section = block.section.and_then(|section| content.document.sections.get(section));
    let address = block.address.clone().or_else(|| section.map(|section| section.label.clone()));
    passage(content, block.range, &printed(text, block.range), address)
}

fn row_entry(content: &PlanContent, row: &Row) -> Option<Entry> {
    let first = row_range(row)?;
    let cells: Vec<&str> =
        row.cells.iter().map(|cell| cell.text.as_str()).filter(|cell| !cell.is_empty()).collect();
    passage(content, first, &cells.join(CELL_BREAK), Some(row.address.clone()))
}

/// Between the cells of a quoted row.
pub(super) const CELL_BREAK: &str = " │ ";

/// From a row's first character to its last.
pub fn row_range(row: &Row) -> Option<CharRange> {
    let start = row.ranges.iter().map(|range| range.start).min()?;
    let end = row.ranges.iter().map(|range| range.end).max()?;
    Some(CharRange::new(start, end))
}

fn passage(content: &PlanContent, range: CharRange, words: &str, address: Option<String>) -> Option<Entry> {
    if !words.contains(char::is_alphanumeric) {
        return None;
    }
    let id = anchor(range.start);
    let shown = Shown {
        years: period(&content.plan),
        address,
        year: content.plan.period_end.filter(|_| content.plan.period_start == content.plan.period_end),
        ..content.shown(HitKind::Passage, &id, words)
    };
    Some(Entry { shown, start: range.start, agency: None, counted: None })
}

/// Anchor of the block or row that begins at a position.
pub fn anchor(start: usize) -> String {
    format!("b-{start}")
}

/// Anchor of a hit in its plan's reader; a plan's own hit leads to its beginning.
pub fn anchor_of(kind: HitKind, id: &str) -> Option<String> {
    match kind {
        HitKind::Plan => None,
        HitKind::Passage => Some(id.to_owned()),
        HitKind::Spending | HitKind::Target | HitKind::Progress | HitKind::Citation => {
            Some(format!("r-{id}"))
        }
    }
}

/// The words on one line, line breaks of the print left out.
fn one_line(words: &str) -> String {
    let text = Text::new(words.to_owned());
    printed(&text, CharRange::new(0, text.len()))
}

fn position(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
