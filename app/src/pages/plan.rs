//! What does one plan promise, what does it cost, did it happen, and where does it say so?

mod basis;
mod checks;
mod overview;
mod progress;
mod reader;
mod spending;
mod targets;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Visit, answered};
use crate::{
    components::{
        data_line::DataLine,
        head::{Breadcrumbs, HeadTags},
        structured_data::{self, StructuredData},
    },
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        citation::Citation,
        filter::{Filter, LIMIT_MAX},
        listing::Listing,
        plan::{Plan, PlanDetail},
        progress::Progress,
        reader::ReaderDocument,
        search::SearchQuery,
        spending::Spending,
        target::Target,
        total::Total,
    },
};

/// One plan: the overview, its records, its text.
#[component]
pub fn PlanPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    answered(move |visit| async move {
        let query = SearchQuery::parse(&visit.place.query);
        let matter = Matter::asked(&visit, &id, query.get("q")).await?;
        Ok(page(&visit, &matter, query.get("q")))
    })
}

/// All that the page shows.
struct Matter {
    detail: PlanDetail,
    targets: Listing<Target>,
    progress: Listing<Progress>,
    spending: Listing<Spending>,
    totals: Listing<Total>,
    citations: Listing<Citation>,
    reader: ReaderDocument,
}

impl Matter {
    async fn asked(visit: &Visit, id: &str, words: Option<&str>) -> Answer<Self> {
        let portal = &visit.portal;
        let lang = visit.lang.code();
        let detail = portal.plan(id, lang).await?;
        let filter = Filter {
            plan: Some(id.to_owned()),
            limit: Some(LIMIT_MAX),
            lang: Some(lang.to_owned()),
            // The page offers no choice of other plans, which would be counted over all of them.
            facets: Some("none".to_owned()),
            ..Filter::default()
        };
        Ok(Self {
            detail,
            targets: portal.targets(&filter).await?,
            progress: portal.progress(&filter).await?,
            spending: portal.spending(&filter).await?,
            totals: portal.totals(&filter).await?,
            citations: portal.citations(&filter).await?,
            reader: portal.reader(id, words, lang).await?,
        })
    }
}

fn page(visit: &Visit, matter: &Matter, words: Option<&str>) -> AnyView {
    let lang = visit.lang;
    let plan = &matter.detail.plan;
    let name = short_name(plan);
    let title = plan.title.clone().unwrap_or_else(|| plan.id.clone());
    let steps = vec![(lang.t("nav-plans"), Some(paths::page(lang, "/plans"))), (name.clone(), None)];
    view! {
        <HeadTags
            place=visit.place.clone()
            title=format!("{name}: {title}")
            description=description(lang, matter)
            picture=format!("plans/{}", plan.id)
        />
        <Breadcrumbs lang steps />
        <StructuredData thing=structured_data::plan(lang, plan) />
        {overview::overview(lang, matter)}
        {anchors(lang, matter)}
        {checks::section(lang, &matter.detail)}
        {targets::section(lang, plan, &matter.targets)}
        {spending::section(lang, plan, &matter.spending, &matter.totals.records)}
        {progress::section(lang, plan, &matter.progress)}
        {basis::section(lang, plan, &matter.citations)}
        {reader::reader(lang, &matter.reader, &plan.glossary, words)}
        <DataLine lang noun=format!("plans/{}", plan.id) filter=Filter::default() files=false />
    }
    .into_any()
}

/// "Kiên Giang 2020"; the id where the document states neither.
fn short_name(plan: &Plan) -> String {
    let years = format::years(plan.period_start, plan.period_end);
    let known: Vec<String> = plan.province.clone().into_iter().chain(years).collect();
    if known.is_empty() { plan.id.clone() } else { known.join(" ") }
}

/// What a search engine or a shared link says about the plan.
fn description(lang: Language, matter: &Matter) -> String {
    let plan = &matter.detail.plan;
    let figures = &plan.figures;
    let money = figures.planned.as_ref().map(|sum| format::money(lang, sum.amount_vnd));
    let counts = crate::tr!(
        lang,
        "plan-description",
        targets = format::count(lang, figures.targets),
        spending = format::count(lang, figures.spending),
        progress = format::count(lang, figures.progress)
    );
    [plan.number.clone(), money, Some(counts)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The parts of the page with their counts.
fn anchors(lang: Language, matter: &Matter) -> AnyView {
    let part = |anchor: &'static str, name: String, count: Option<u64>| {
        let count = count.map(|count| view! { " " <span class="n">{format::count(lang, count)}</span> });
        view! { <a href=format!("#{anchor}")>{name} {count}</a> }
    };
    let checks = matter.detail.checks.len() as u64;
    view! {
        <nav class="seg anchors" aria-label=lang.t("plan-parts")>
            {part("checks", lang.t("nav-checks"), Some(checks))}
            {part("targets", lang.t("nav-targets"), Some(matter.targets.total))}
            {part("spending", lang.t("nav-spending"), Some(matter.spending.total))}
            {part("progress", lang.t("nav-progress"), Some(matter.progress.total))}
            {part("basis", lang.t("plan-basis"), Some(matter.citations.total))}
            {part("text", lang.t("plan-text"), None)}
        </nav>
    }
    .into_any()
}

/// Where a record's sentence stands on this page.
fn sentence(record: &crate::types::record::Record) -> String {
    format!("#r-{}", record.id)
}

/// The way to all rows where there are more than the page shows.
fn all_of_them<T>(lang: Language, plan: &Plan, noun: &'static str, list: &Listing<T>) -> AnyView {
    let filter = Filter { plan: Some(plan.id.clone()), ..Filter::default() };
    let words = if list.total > list.records.len() as u64 {
        crate::tr!(lang, "plan-all-rows", count = list.total)
    } else {
        lang.t("plan-filter-rows")
    };
    view! {
        <p class="foots">
            <a href=paths::list(lang, noun, &filter)>{words}</a>
        </p>
    }
    .into_any()
}

/// What stands in place of a table that has no row.
fn nothing(words: String) -> AnyView {
    view! { <p class="none">{words}</p> }.into_any()
}
