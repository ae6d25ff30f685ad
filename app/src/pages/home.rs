//! What did provinces promise, what did it cost, was it done: in one screen?

pub mod examples;

use leptos::prelude::*;

use super::{Visit, answered, plans};
use crate::{
    components::{
        check_list::CheckList,
        data_line::DataLine,
        figures::{Figure, Figures},
        head::HeadTags,
        search_box::SearchBox,
        section::Section,
        source::Computed,
        status::VerdictStrip,
        structured_data::{self, StructuredData},
        tiles::ProvinceTiles,
    },
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        figures::Overview,
        filter::{Filter, LIMIT_MAX},
        province::Province,
    },
};
use examples::Examples;

/// Plans shown.
const PLANS: u32 = 5;
/// Checks shown.
const CHECKS: u32 = 4;
/// Words to try: an abbreviation, words without marks, words with marks.
const TRY: [&str; 3] = ["LGSP", "so hoa ho so", "chữ ký số"];

/// The national picture.
#[component]
pub fn HomePage() -> impl IntoView {
    answered(|visit: Visit| async move { page(&visit).await })
}

async fn page(visit: &Visit) -> Answer<AnyView> {
    let lang = visit.lang;
    let own = Filter { lang: Some(lang.code().to_owned()), ..Filter::default() };
    let overview = visit.portal.overview().await?;
    let examples = examples::of(visit).await?;
    let every = Filter { limit: Some(LIMIT_MAX), ..own.clone() };
    let provinces = visit.portal.provinces(&every).await?.records;
    let newest = Filter { limit: Some(PLANS), ..own.clone() };
    let plans = visit.portal.plans(&newest).await?;
    let differing = Filter { severity: Some("differs".to_owned()), limit: Some(CHECKS), ..own.clone() };
    let checks = visit.portal.checks(&differing).await?;
    let all_checks =
        paths::list(lang, "checks", &Filter { severity: differing.severity.clone(), ..Filter::default() });
    let check_count = crate::tr!(lang, "see-all", count = format::counted(checks.total));
    let has_checks = checks.total > 0;
    Ok(view! {
        <HeadTags place=visit.place.clone() title=lang.t("home-title") description=lang.t("home-description") />
        <StructuredData thing=structured_data::portal(lang) />
        <Hero lang plans=overview.plans />
        <Figures figures=figures(lang, &overview) />
        <Examples lang examples />
        <Section id="provinces" title=lang.t("home-provinces") note=Some(lang.t("home-provinces-note"))>
            <div class="two">
                <ProvinceTiles lang provinces=provinces.clone() />
                <ProvinceRows lang provinces />
            </div>
        </Section>
        <Section id="plans" title=lang.t("nav-plans") note=Some(lang.t("home-plans-note"))>
            {plans::plan_table(lang, &Filter::default(), &plans)}
            <p class="foots">
                <a href=paths::page(lang, "/plans")>
                    {crate::tr!(lang, "see-all", count = format::counted(plans.total))}
                </a>
            </p>
        </Section>
        {has_checks
            .then(|| {
                view! {
                    <Section id="checks" title=lang.t("home-checks") note=Some(lang.t("home-checks-note"))>
                        <CheckList lang checks=checks.records.clone() />
                        <p class="foots">
                            <a href=all_checks>{check_count}</a>
                        </p>
                    </Section>
                }
            })}
        <DataLine lang noun="plans" filter=own />
    }
    .into_any())
}

#[component]
fn Hero(lang: Language, plans: u64) -> impl IntoView {
    let label = crate::tr!(lang, "home-search-label", count = format::counted(plans));
    let tries = TRY.map(|words| {
        let query = paths::query_of(&[("q", words)]);
        let address = paths::with_query(&paths::page(lang, "/search"), &query);
        view! { <a href=address lang=lang.of_quotes()>{words}</a> }
    });
    view! {
        <div class="hero">
            <div>
                <h1>{lang.t("home-question")}</h1>
                <p class="lead">
                    {lang.t("home-lead")} " " <span class="src">{lang.t("footer-printed-sign")}</span> " "
                    {lang.t("home-lead-end")}
                </p>
            </div>
            <div>
                <SearchBox lang label />
                <p class="try">
                    <span class="label">{lang.t("home-try")}</span>
                    {tries.collect_view()}
                </p>
            </div>
        </div>
    }
}

fn figures(lang: Language, overview: &Overview) -> Vec<Figure> {
    let years =
        overview.years.and_then(|(first, last)| format::years(Some(first), Some(last))).unwrap_or_default();
    let counted = format::counted;
    let plans = Figure {
        name: lang.t("nav-plans"),
        value: view! { <a href=paths::page(lang, "/plans")>{format::count(lang, overview.plans)}</a> }
            .into_any(),
        note: crate::tr!(lang, "home-plans-of", count = counted(overview.provinces), years = years.clone())
            .into_any(),
    };
    let planned_note = crate::tr!(
        lang,
        "home-planned-of",
        count = counted(overview.planned_plans),
        years = years.clone(),
        computed = counted(overview.planned_computed)
    );
    let each = |sort: &str| paths::page(lang, &format!("/plans?sort={sort}"));
    let planned = Figure {
        name: lang.t("home-planned"),
        value: money(lang, overview.planned_vnd),
        note: view! { <a href=each("-planned_vnd")>{planned_note}</a> }.into_any(),
    };
    let spent = Figure {
        name: lang.t("home-spent"),
        value: view! {
            {format::count(lang, overview.spent_plans)}
            " "
            <small>{format!("/ {}", format::count(lang, overview.plans))}</small>
        }
        .into_any(),
        note: view! { <a href=each("-spent_vnd")>{lang.t("home-spent-of")}</a> }.into_any(),
    };
    let computed = overview.computed;
    let judged = computed.met + computed.partly + computed.missed;
    let rest = overview.stated.unknown + computed.unknown;
    let unjudged = crate::tr!(lang, "home-unjudged", computed = counted(judged), rest = counted(rest));
    let verdicts = Figure {
        name: lang.t("home-verdicts"),
        value: view! { <VerdictStrip lang verdicts=overview.stated /> }.into_any(),
        note: view! { <a href=paths::page(lang, "/progress")>{unjudged}</a> }.into_any(),
    };
    vec![plans, planned, spent, verdicts]
}

fn money(lang: Language, vnd: i64) -> AnyView {
    let (number, unit) = format::money_headline(lang, vnd);
    let title = Some(format::money_exact(lang, vnd));
    view! {
        <Computed text=number title />
        " "
        <small>{unit}</small>
    }
    .into_any()
}

/// The provinces that issued plans, by their names of then, and how many of today have none.
#[component]
fn ProvinceRows(lang: Language, provinces: Vec<Province>) -> impl IntoView {
    let today = provinces.iter().filter(|province| province.valid_to.is_none());
    let without = today.filter(|province| province.plans == 0).count();
    let rows = provinces
        .iter()
        .filter(|province| province.plans > 0 && issued_itself(province, &provinces))
        .map(|province| province_row(lang, province, &provinces))
        .collect_view();
    view! {
        <ul class="rows" role="list">
            {rows}
            <li>
                <p class="label">
                    {crate::tr!(lang, "home-provinces-without", count = format::counted(without as u64))} " "
                    <a href=paths::page(lang, "/provinces")>{lang.t("home-provinces-all")}</a>
                </p>
            </li>
        </ul>
    }
}

/// Today's provinces also count the plans of those that they were made of: these stand for themselves.
fn issued_itself(province: &Province, provinces: &[Province]) -> bool {
    let of_parts: u64 = provinces
        .iter()
        .filter(|part| part.slug != province.slug && province.made_of.contains(&part.slug))
        .map(|part| part.plans)
        .sum();
    province.plans > of_parts
}

fn province_row(lang: Language, province: &Province, provinces: &[Province]) -> AnyView {
    let years = format::years(province.year_first, province.year_last).unwrap_or_default();
    let plans = crate::tr!(lang, "tile-plans", count = format::counted(province.plans));
    let relation = super::provinces::relation(lang, province, provinces);
    let money = province.planned_vnd.map(|vnd| {
        let (text, title) = (format::money_rounded(lang, vnd), Some(format::money_exact(lang, vnd)));
        view! { <Computed text title /> }
    });
    view! {
        <li>
            <p class="line">
                <a href=paths::province(lang, &province.slug)>
                    <b>{province.name.clone()}</b>
                </a>
                <span class="n">{money}</span>
            </p>
            <p class="label">{format!("{relation} · {plans} · {years}")}</p>
        </li>
    }
    .into_any()
}
