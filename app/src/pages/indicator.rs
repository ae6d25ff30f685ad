//! What was promised and reached of one indicator, over all plans?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Visit, answered, compare::name};
use crate::{
    components::{
        comparison::ComparisonView,
        data_line::DataLine,
        head::{Breadcrumbs, HeadTags, PageHead},
        section::Section,
    },
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        filter::{Filter, LIMIT_MAX},
        indicator::Indicator,
    },
};

/// One indicator of the catalogue.
#[component]
pub fn IndicatorPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    answered(move |visit: Visit| async move {
        let indicator = visit.portal.indicator(&id).await?;
        page(&visit, &indicator).await
    })
}

async fn page(visit: &Visit, indicator: &Indicator) -> Answer<AnyView> {
    let lang = visit.lang;
    let of = Filter {
        indicator: Some(indicator.id.clone()),
        lang: Some(lang.code().to_owned()),
        ..Filter::default()
    };
    let comparison = visit.portal.compare(&of, &[]).await?;
    let title = name(lang, indicator);
    let way = if indicator.direction == "up" { "indicator-up" } else { "indicator-down" };
    let lead = crate::tr!(
        lang,
        "indicator-lead",
        unit = indicator.unit.clone(),
        way = lang.t(way),
        plans = format::counted(indicator.plans),
        provinces = format::counted(indicator.provinces)
    );
    let steps =
        vec![(lang.t("nav-indicators"), Some(paths::page(lang, "/indicators"))), (title.clone(), None)];
    let link = |noun: &str, key: &str, count: u64| {
        let words = format!("{} ({})", lang.t(key), format::count(lang, count));
        (count > 0).then(|| view! { <li><a href=paths::list(lang, noun, &of)>{words}</a></li> }.into_any())
    };
    let targets = link("targets", "indicator-targets", indicator.targets);
    let progress = link("progress", "indicator-progress", indicator.progress);
    let chart = paths::query_of(&of);
    let picture = format!("indicators/{}", indicator.id);
    let choose = paths::list(lang, "compare", &of);
    let look_alikes = look_alikes(visit, indicator).await?;
    Ok(view! {
        <HeadTags place=visit.place.clone() title=title.clone() description=lead.clone() picture />
        <Breadcrumbs lang steps />
        <PageHead title lead=Some(lead) />
        <Section id="side-by-side" title=lang.t("compare-side") note=Some(lang.t("compare-side-note"))>
            {comparison.map(|comparison| view! { <ComparisonView lang comparison query=chart /> })}
            <ul class="ways">
                {targets}
                {progress}
                <li>
                    <a href=choose>{lang.t("indicator-choose")}</a>
                </li>
            </ul>
        </Section>
        {look_alikes}
        <DataLine lang noun="targets" filter=of />
    }
    .into_any())
}

/// What looks like it and is something else.
async fn look_alikes(visit: &Visit, indicator: &Indicator) -> Answer<Option<AnyView>> {
    if indicator.unlike.is_empty() {
        return Ok(None);
    }
    let lang = visit.lang;
    let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
    let every = visit.portal.indicators(&every).await?.records;
    let items = indicator.unlike.iter().map(|other| {
        let known = every.iter().find(|known| known.id == other.id);
        let title = known.map_or_else(|| other.id.clone(), |known| name(lang, known));
        let why = match lang {
            Language::Vi => other.why_vi.clone(),
            Language::En => other.why_en.clone(),
        };
        view! {
            <li>
                <p class="line">
                    <a href=paths::indicator(lang, &other.id)>{title}</a>
                </p>
                <p class="label">{why}</p>
            </li>
        }
    });
    let items = items.collect_view();
    Ok(Some(
        view! {
            <Section id="unlike" title=lang.t("indicator-unlike") note=Some(lang.t("indicator-unlike-note"))>
                <ul class="rows" role="list">
                    {items}
                </ul>
            </Section>
        }
        .into_any(),
    ))
}
