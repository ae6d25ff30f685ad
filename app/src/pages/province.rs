//! What did one province promise, spend and reach, over all its plans?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Visit, answered, plans, progress, provinces::relation, targets};
use crate::{
    components::{
        data_line::DataLine,
        head::{Breadcrumbs, HeadTags, PageHead},
        money::{PlanMoneyChart, SpendingCharts, SpendingTotals},
        section::Section,
    },
    error::PortalError,
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        filter::{Filter, LIMIT_MAX},
        province::Province,
    },
};

/// Rows of each list shown here; the list's own page has all.
const ROWS: u32 = 12;
/// Likeness of two slugs, 0 to 1, from which one may have been meant for the other.
const ALIKE: f64 = 0.6;

/// One province of then or now.
#[component]
pub fn ProvincePage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    answered(move |visit: Visit| async move {
        let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
        let every = visit.portal.provinces(&every).await?.records;
        let province = found(&slug, &every)?;
        page(&visit, province, &every).await
    })
}

fn found<'a>(slug: &str, every: &'a [Province]) -> Answer<&'a Province> {
    every.iter().find(|province| province.slug == slug).ok_or_else(|| {
        let mut near: Vec<(f64, &str)> = every
            .iter()
            .map(|province| {
                (strsim::normalized_damerau_levenshtein(slug, &province.slug), province.slug.as_str())
            })
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .collect();
        near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let near = near.into_iter().take(3).map(|(_, slug)| slug.to_owned()).collect();
        PortalError::NotFound { noun: "province".to_owned(), id: slug.to_owned(), near }
    })
}

/// The filter that leaves a province's records: by its name of then, or by what it belongs to now.
fn records_of(lang: Language, province: &Province) -> Filter {
    let slug = Some(province.slug.clone());
    let filter = Filter { lang: Some(lang.code().to_owned()), ..Filter::default() };
    if province.valid_to.is_some() {
        Filter { province: slug, ..filter }
    } else {
        Filter { province_now: slug, ..filter }
    }
}

async fn page(visit: &Visit, province: &Province, every: &[Province]) -> Answer<AnyView> {
    let lang = visit.lang;
    let filter = records_of(lang, province);
    let relation = relation(lang, province, every);
    let matters = if province.plans == 0 { None } else { Some(matters(visit, &filter).await?) };
    let none = matters.is_none().then(|| {
        view! {
            <div class="state">
                <h2>{lang.t("province-no-plans")}</h2>
                <ul>
                    <li>
                        <a href=paths::page(lang, "/provinces")>{lang.t("province-see-others")}</a>
                    </li>
                </ul>
            </div>
        }
    });
    let steps =
        vec![(lang.t("nav-provinces"), Some(paths::page(lang, "/provinces"))), (province.name.clone(), None)];
    let picture = format!("provinces/{}", province.slug);
    let title = crate::tr!(lang, "province-title", name = province.name.clone());
    Ok(view! {
        <HeadTags place=visit.place.clone() title=province.name.clone() description=title.clone() picture />
        <Breadcrumbs lang steps />
        <PageHead title lead=Some(relation) />
        {matters}
        {none}
        <DataLine lang noun="plans" filter />
    }
    .into_any())
}

async fn matters(visit: &Visit, filter: &Filter) -> Answer<AnyView> {
    let lang = visit.lang;
    let few = Filter { limit: Some(ROWS), ..filter.clone() };
    let plans = visit.portal.plans(filter).await?;
    let figures = visit.portal.spending_figures(filter).await?;
    let targets = visit.portal.targets(&few).await?;
    let progress = visit.portal.progress(&few).await?;
    let verdicts = visit.portal.verdicts(filter).await?;
    let all = |noun: &str, total: u64| {
        let words = crate::tr!(lang, "see-all", count = format::counted(total));
        view! { <p class="foots"><a href=paths::list(lang, noun, filter)>{words}</a></p> }
    };
    let (all_targets, all_progress) = (all("targets", targets.total), all("progress", progress.total));
    let targets = (targets.total > 0).then(|| {
        let table = targets::target_table(lang, filter, &targets.records, targets.total);
        view! {
            <Section id="targets" title=lang.t("nav-targets")>
                {table}
                {all_targets}
            </Section>
        }
    });
    let progress = (progress.total > 0).then(|| {
        let table = progress::progress_table(lang, filter, &progress.records, progress.total);
        view! {
            <Section id="outcomes" title=lang.t("nav-progress")>
                <progress::Verdicts lang figures=verdicts />
                {table}
                {all_progress}
            </Section>
        }
    });
    let plans = plans::plan_table(lang, filter, &plans);
    let tasks = paths::list(lang, "spending", filter);
    let filter = filter.clone();
    Ok(view! {
        <Section id="plans" title=lang.t("nav-plans")>
            {plans}
        </Section>
        <Section id="money" title=lang.t("nav-spending") note=Some(lang.t("province-money-note"))>
            <SpendingTotals lang sums=figures.sums.clone() />
            <PlanMoneyChart lang filter=filter.clone() figures=figures.clone() />
            <SpendingCharts lang filter figures />
            <p class="foots">
                <a href=tasks>{lang.t("see-tasks")}</a>
            </p>
        </Section>
        {progress}
        {targets}
    }
    .into_any())
}
