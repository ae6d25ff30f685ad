//! How do provinces and years stand side by side for one indicator?

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{
        comparison::ComparisonView,
        data_line::DataLine,
        filter_bar::{Chips, Condition},
        head::{HeadTags, PageHead},
        parameter_name::parameter_name,
        section::Section,
    },
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        comparison::Comparison,
        filter::{Filter, LIMIT_MAX},
        indicator::Indicator,
    },
};

/// Indicators offered first where none is chosen.
const OFFERED: usize = 12;

/// One indicator over provinces and years.
#[component]
pub fn ComparePage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let (provinces, others) = paths::provinces_of(&visit.place.query);
        let filter = paths::query_as::<Filter>(&others)?;
        let filter = Filter { lang: Some(visit.lang.code().to_owned()), ..filter };
        let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
        let mut indicators = visit.portal.indicators(&every).await?.records;
        indicators.retain(|indicator| indicator.plans > 0);
        // What only a few plans state is offered as well: it is compared over years.
        let comparison = visit.portal.compare(&filter, &provinces).await?;
        match comparison {
            None => Ok(chooser(&visit, &filter, &indicators)),
            Some(comparison) => page(&visit, &filter, &provinces, &indicators, comparison).await,
        }
    })
}

/// The name of an indicator in a language.
pub fn name(lang: Language, indicator: &Indicator) -> String {
    match lang {
        Language::Vi => indicator.name_vi.clone(),
        Language::En => indicator.name_en.clone(),
    }
}

fn chooser(visit: &Visit, filter: &Filter, indicators: &[Indicator]) -> AnyView {
    let lang = visit.lang;
    let links = indicators.iter().take(OFFERED).map(|indicator| {
        let count = crate::tr!(
            lang,
            "compare-offered",
            plans = format::counted(indicator.plans),
            provinces = format::counted(indicator.provinces)
        );
        let chosen = Filter { indicator: Some(indicator.id.clone()), ..Filter::default() };
        view! {
            <li>
                <p class="line">
                    <a href=paths::list(lang, "compare", &chosen)>{name(lang, indicator)}</a>
                    <span class="n">{indicator.unit.clone()}</span>
                </p>
                <p class="label">{count}</p>
            </li>
        }
    });
    let links = links.collect_view();
    let all = crate::tr!(lang, "see-all", count = format::counted(indicators.len() as u64));
    view! {
        <HeadTags
            place=visit.place.clone()
            title=lang.t("compare-title")
            description=lang.t("compare-lead")
        />
        <PageHead title=lang.t("compare-title") lead=Some(lang.t("compare-lead")) />
        <CompareForm lang filter=filter.clone() indicators=indicators.to_vec() offered=Vec::new() />
        <Section id="offered" title=lang.t("compare-most") note=Some(lang.t("compare-most-note"))>
            <ul class="rows" role="list">
                {links}
            </ul>
            <p class="foots">
                <a href=paths::page(lang, "/indicators")>
                    {all}
                </a>
            </p>
        </Section>
        <DataLine lang noun="indicators" filter=filter.clone() />
    }
    .into_any()
}

/// A province that one may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offered {
    slug: String,
    name: String,
    chosen: bool,
}

async fn page(
    visit: &Visit,
    filter: &Filter,
    provinces: &[String],
    indicators: &[Indicator],
    comparison: Comparison,
) -> Answer<AnyView> {
    let lang = visit.lang;
    let every = visit.portal.compare(filter, &[]).await?;
    let offered = offered(every.as_ref(), provinces);
    let title = comparison.name.clone();
    let chips = chips(lang, filter, provinces, &offered);
    let query = query(filter, provinces);
    let mut canonical = query.clone();
    canonical.retain(|(name, _)| name != "lang");
    let picture = format!("indicators/{}", comparison.indicator);
    let without =
        paths::list(lang, "compare", &Filter { indicator: filter.indicator.clone(), ..Filter::default() });
    let chart = paths::query_of(&query);
    let about = paths::indicator(lang, &comparison.indicator);
    let address = paths::with_query("/api/v1/compare", &paths::query_of(&query));
    Ok(view! {
        <HeadTags
            place=visit.place.clone()
            title=title.clone()
            description=crate::tr!(lang, "compare-description", name = title.clone())
            query=paths::query_of(&canonical)
            picture=picture
        />
        <PageHead title lead=Some(lang.t("compare-lead")) />
        <CompareForm lang filter=filter.clone() indicators=indicators.to_vec() offered />
        <Chips lang conditions=chips all=without />
        <Section id="side-by-side" title=lang.t("compare-side") note=Some(lang.t("compare-side-note"))>
            <ComparisonView lang comparison query=chart />
            <p class="foots">
                <a href=about>{lang.t("compare-about")}</a>
            </p>
        </Section>
        <p class="dataline">
            <span>{lang.t("data-line")}</span>
            <a href=address type="application/json">
                "JSON"
            </a>
        </p>
    }
    .into_any())
}

/// Provinces whose plans state the indicator, and those chosen.
fn offered(every: Option<&Comparison>, provinces: &[String]) -> Vec<Offered> {
    let mut offered: Vec<Offered> = Vec::new();
    for row in every.map(|every| every.rows.as_slice()).unwrap_or_default() {
        if let (Some(slug), Some(name)) = (&row.province_slug, &row.province)
            && !offered.iter().any(|known| known.slug == *slug)
        {
            offered.push(Offered {
                slug: slug.clone(),
                name: name.clone(),
                chosen: provinces.contains(slug),
            });
        }
    }
    offered.sort_by(|one, other| one.slug.cmp(&other.slug));
    offered
}

/// Indicator, year and provinces as pairs of a query.
fn query(filter: &Filter, provinces: &[String]) -> Vec<(String, String)> {
    let stated = paths::query_of(filter);
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(&stated).unwrap_or_default();
    pairs.extend(provinces.iter().map(|slug| ("province".to_owned(), slug.clone())));
    pairs
}

/// What is chosen besides the indicator, each with its way out.
fn chips(lang: Language, filter: &Filter, provinces: &[String], offered: &[Offered]) -> Vec<Condition> {
    let pages = |filter: &Filter, provinces: &[String]| {
        let filter = Filter { lang: None, ..filter.clone() };
        paths::with_query(&paths::page(lang, "/compare"), &paths::query_of(&query(&filter, provinces)))
    };
    let of_provinces = provinces.iter().map(|slug| {
        let rest: Vec<String> = provinces.iter().filter(|other| *other != slug).cloned().collect();
        let known = offered.iter().find(|known| known.slug == *slug);
        Condition {
            parameter: "province".to_owned(),
            name: parameter_name(lang, "province"),
            value: known.map_or_else(|| slug.clone(), |known| known.name.clone()),
            without: pages(filter, &rest),
            filter: filter.clone(),
        }
    });
    let of_year = filter.year.map(|year| Condition {
        parameter: "year".to_owned(),
        name: parameter_name(lang, "year"),
        value: year.to_string(),
        without: pages(&Filter { year: None, ..filter.clone() }, provinces),
        filter: filter.clone(),
    });
    of_provinces.chain(of_year).collect()
}

/// The indicator and the provinces as a plain form.
#[component]
fn CompareForm(
    lang: Language,
    filter: Filter,
    indicators: Vec<Indicator>,
    offered: Vec<Offered>,
) -> impl IntoView {
    let options = indicators.iter().map(|indicator| {
        let chosen = filter.indicator.as_deref() == Some(indicator.id.as_str());
        let text = format!("{} ({})", name(lang, indicator), format::count(lang, indicator.plans));
        view! {
            <option value=indicator.id.clone() selected=chosen>
                {text}
            </option>
        }
    });
    let boxes = offered.iter().map(|province| {
        view! {
            <label class="box">
                <input type="checkbox" name="province" value=province.slug.clone() checked=province.chosen />
                {province.name.clone()}
            </label>
        }
    });
    let provinces = (offered.len() > 1).then(|| {
        view! {
            <fieldset class="boxes">
                <legend>{lang.t("compare-provinces")}</legend>
                {boxes.collect_view()}
            </fieldset>
        }
    });
    view! {
        <form class="filters compare" action=paths::page(lang, "/compare") method="get">
            <div class="field">
                <label for="f-indicator">{parameter_name(lang, "indicator")}</label>
                <select class="in" id="f-indicator" name="indicator" required>
                    <option value="">{lang.t("compare-choose")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="f-year">{parameter_name(lang, "year")}</label>
                <input
                    class="in"
                    id="f-year"
                    name="year"
                    inputmode="numeric"
                    pattern="[0-9]{4}"
                    autocomplete="off"
                    value=filter.year.map(|year| year.to_string())
                />
            </div>
            <button class="btn main">{lang.t("compare-button")}</button>
            {provinces}
        </form>
    }
}
