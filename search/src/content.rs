//! What of a plan can be found: the plan, its records, and the passages of its text?

use app::types::{
    citation::Citation,
    objective::Objective,
    plan::Plan,
    progress::Progress,
    record::{Comparator, Record},
    search::HitKind,
    spending::{Phase, Spending},
    target::Target,
    total::Total,
};
use plandoc::{
    blocks::Document,
    catalog::funds,
    span::{CharRange, Text},
    text::shadow::printed,
};

use super::{
    entry::{Entry, Measure, Shown},
    facts::Facts,
    index::Stamp,
    passages::Passages,
};

/// A plan with all that the index is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanContent {
    /// The plan.
    pub plan: Plan,
    /// What people call it: "Kiên Giang 2020".
    pub label: String,
    /// The state of the store that published it as it is.
    pub published: Stamp,
    /// Its served text.
    pub text: String,
    /// The blocks of the text.
    pub document: Document,
    /// Goals in words.
    pub objectives: Vec<Objective>,
    /// Tasks and money.
    pub spending: Vec<Spending>,
    /// Sums stated.
    pub totals: Vec<Total>,
    /// Numbers promised.
    pub targets: Vec<Target>,
    /// Results reported.
    pub progress: Vec<Progress>,
    /// Legal documents cited.
    pub citations: Vec<Citation>,
}

/// Everything of a plan that can be found, in the order of the text.
pub(super) fn entries(content: &PlanContent) -> Vec<Entry> {
    let passages = Passages::of(content);
    let records = content.spending.iter().map(|record| spending_entry(content, record));
    let records = records.chain(content.totals.iter().map(|record| total_entry(content, record)));
    let records = records.chain(content.targets.iter().map(|record| target_entry(content, record)));
    let records = records.chain(content.objectives.iter().map(|record| objective_entry(content, record)));
    let records = records.chain(content.progress.iter().map(|record| progress_entry(content, record)));
    let records = records.chain(content.citations.iter().map(|record| citation_entry(content, record)));
    let mut records: Vec<Entry> = records.collect();
    for entry in &mut records {
        passages.place(entry);
    }
    let mut found = vec![plan_entry(content)];
    found.extend(passages.entries(content, &records));
    found.extend(records);
    found.sort_by_key(|entry| entry.start);
    found
}

/// Years of a plan's period.
pub(super) fn period(plan: &Plan) -> Vec<i32> {
    match (plan.period_start, plan.period_end) {
        (Some(first), Some(last)) if first <= last && last - first < 100 => (first..=last).collect(),
        (first, last) => first.or(last).into_iter().collect(),
    }
}

/// What is known of everything in a plan, its kind aside.
pub fn facts_of(plan: &Plan) -> Facts {
    Facts {
        plan: plan.id.clone(),
        province: plan.province_slug.clone(),
        province_now: plan.province_now_slug.clone(),
        years: period(plan),
        ..Facts::default()
    }
}

impl PlanContent {
    /// What every hit of the plan has.
    pub(super) fn shown(&self, kind: HitKind, id: &str, text: &str) -> Shown {
        Shown {
            facts: Facts { kind, ..facts_of(&self.plan) },
            id: id.to_owned(),
            plan_label: self.label.clone(),
            text: text.to_owned(),
            published_at: self.published.moment.clone(),
            ..Shown::default()
        }
    }

    /// What every record has.
    fn record(&self, kind: HitKind, record: &Record, year: Option<i32>) -> Shown {
        let shown = self.shown(kind, &record.id, &one_line(&record.quote));
        let years = if kind == HitKind::Citation { period(&self.plan) } else { year.into_iter().collect() };
        Shown {
            facts: Facts { years, ..shown.facts },
            address: Some(record.source.address.clone()),
            year,
            ..shown
        }
    }
}

fn plan_entry(content: &PlanContent) -> Entry {
    let plan = &content.plan;
    let more = [&plan.number, &plan.issuer, &plan.province, &plan.province_now, &plan.signatory];
    let title = plan.title.clone().unwrap_or_else(|| content.label.clone());
    let mut shown = Shown {
        title: Some(title),
        more: more.into_iter().flatten().cloned().collect(),
        disbursed_vnd: plan.figures.spent.as_ref().map(|sum| sum.amount_vnd),
        year: plan.period_end.filter(|_| plan.period_start == plan.period_end),
        ..content.shown(HitKind::Plan, &plan.id, &content.label)
    };
    shown.facts.amount_vnd = plan.figures.planned.as_ref().map(|sum| sum.amount_vnd);
    Entry { shown, start: 0, counted: None }
}

fn spending_entry(content: &PlanContent, spending: &Spending) -> Entry {
    let counted = spending.in_sum && spending.phase == Phase::Planned;
    let mut shown = Shown {
        title: Some(spending.title.clone()),
        more: spending.lead_agency.iter().cloned().collect(),
        disbursed_vnd: spending.disbursed_vnd,
        lead_agency: spending.lead_agency.clone(),
        ..content.record(HitKind::Spending, &spending.record, spending.year)
    };
    shown.facts.agency.clone_from(&spending.lead_agency_id);
    shown.facts.fund = fund(spending.funding_source.as_deref());
    shown.facts.amount_vnd = spending.amount_vnd;
    entry(shown, &spending.record, spending.amount_vnd.filter(|_| counted))
}

fn total_entry(content: &PlanContent, total: &Total) -> Entry {
    let mut shown = Shown {
        title: Some(total.label.clone()),
        disbursed_vnd: total.disbursed_vnd,
        ..content.record(HitKind::Total, &total.record, None)
    };
    shown.facts.years = period(&content.plan);
    shown.facts.fund = fund(total.funding_source.as_deref());
    shown.facts.amount_vnd = total.amount_vnd;
    entry(shown, &total.record, None)
}

fn target_entry(content: &PlanContent, target: &Target) -> Entry {
    let mut shown = Shown {
        title: Some(target.label.clone()),
        measure: Some(Measure {
            comparator: target.comparator,
            value: target.value,
            value_max: target.value_max,
            unit: target.unit.clone(),
        }),
        ..content.record(HitKind::Target, &target.record, target.due_year)
    };
    shown.facts.indicator.clone_from(&target.indicator);
    shown.facts.area = target.area.as_deref().map(one_line);
    entry(shown, &target.record, None)
}

fn objective_entry(content: &PlanContent, objective: &Objective) -> Entry {
    let mut shown = content.record(HitKind::Objective, &objective.record, None);
    shown.facts.years = period(&content.plan);
    shown.facts.area = objective.area.as_deref().map(one_line);
    entry(shown, &objective.record, None)
}

fn progress_entry(content: &PlanContent, progress: &Progress) -> Entry {
    let measure = progress.value.map(|value| Measure {
        comparator: progress.comparator.unwrap_or(Comparator::Eq),
        value,
        value_max: progress.value_max,
        unit: progress.unit.clone(),
    });
    let mut shown = Shown {
        title: Some(progress.label.clone()),
        measure,
        ..content.record(HitKind::Progress, &progress.record, progress.year)
    };
    shown.facts.indicator.clone_from(&progress.indicator);
    shown.facts.status = progress.status.map(|status| status.word().to_owned());
    entry(shown, &progress.record, None)
}

fn citation_entry(content: &PlanContent, citation: &Citation) -> Entry {
    let name = match &citation.doc_type {
        Some(doc_type) => format!("{doc_type} {}", citation.number),
        None => citation.number.clone(),
    };
    let shown = Shown {
        title: Some(name),
        more: citation.title.iter().chain(&citation.issuer).cloned().collect(),
        ..content.record(HitKind::Citation, &citation.record, None)
    };
    entry(shown, &citation.record, None)
}

fn entry(mut shown: Shown, record: &Record, counted: Option<i64>) -> Entry {
    shown.facts.money = shown.facts.amount_vnd.into_iter().chain(shown.disbursed_vnd).collect();
    Entry { shown, start: usize::try_from(record.source.start).unwrap_or(usize::MAX), counted }
}

fn fund(printed: Option<&str>) -> Option<String> {
    printed.and_then(funds::find).map(|fund| fund.id.clone())
}

/// The words on one line, line breaks of the print left out.
pub(super) fn one_line(words: &str) -> String {
    let text = Text::new(words.to_owned());
    printed(&text, CharRange::new(0, text.len()))
}
