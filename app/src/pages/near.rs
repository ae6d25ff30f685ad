//! By which names are people offered what they may have meant?

use std::sync::Arc;

use crate::{
    components::{masthead::MATTERS, state::Near},
    error::PortalError,
    format,
    i18n::Language,
    paths,
    portal::{Answer, Portal},
    types::filter::{Filter, LIMIT_MAX},
};

/// Ids and paths that look like what was asked for, each with its address and its name; the id itself where it has none.
pub async fn named(portal: &Arc<dyn Portal>, lang: Language, error: &PortalError) -> Vec<Near> {
    let PortalError::NotFound { noun, near, .. } = error else { return Vec::new() };
    let mut ways = Vec::new();
    for id in near {
        let (noun, own) = match noun.as_str() {
            "page" => split(id),
            noun => (noun, id.as_str()),
        };
        // A name is a courtesy: without an answer the way is still offered.
        let name = name(portal, lang, noun, own).await.ok().flatten();
        ways.push(Near { address: address(lang, noun, own), name: name.unwrap_or_else(|| own.to_owned()) });
    }
    ways
}

/// "/plans/kien-giang-2020" is a plan, "/plans" a page.
fn split(path: &str) -> (&str, &str) {
    if let Some(id) = path.strip_prefix("/plans/") {
        ("plan", id)
    } else if let Some(slug) = path.strip_prefix("/provinces/") {
        ("province", slug)
    } else {
        ("page", path)
    }
}

fn address(lang: Language, noun: &str, id: &str) -> String {
    match noun {
        "plan" => paths::plan(lang, id),
        "province" => paths::province(lang, id),
        "indicator" => paths::indicator(lang, id),
        "agency" => paths::agency(lang, id),
        "law" => paths::law(lang, id),
        _ => paths::page(lang, id),
    }
}

async fn name(portal: &Arc<dyn Portal>, lang: Language, noun: &str, id: &str) -> Answer<Option<String>> {
    let choose = |vi: String, en: String| if lang == Language::Vi { vi } else { en };
    Ok(match noun {
        "plan" => {
            let filter = Filter { plan: Some(id.to_owned()), limit: Some(1), ..Filter::default() };
            let plans = portal.plans(&filter).await?.records;
            plans.into_iter().find(|plan| plan.id == id).map(|plan| {
                let label = format::plan_label(plan.province.as_deref(), plan.period_start, plan.period_end);
                let names: Vec<String> = label.into_iter().chain(plan.title).collect();
                names.join(": ")
            })
        }
        "province" => {
            let every = Filter { limit: Some(LIMIT_MAX), ..Filter::default() };
            let provinces = portal.provinces(&every).await?.records;
            provinces.into_iter().find(|province| province.slug == id).map(|province| province.name)
        }
        "indicator" => {
            let indicator = portal.indicator(id).await?;
            Some(choose(indicator.name_vi, indicator.name_en))
        }
        "agency" => {
            let agency = portal.agency(id).await?;
            Some(choose(agency.name_vi, agency.name_en))
        }
        "law" => {
            let law = portal.law(id).await?;
            Some([Some(law.number), law.title].into_iter().flatten().collect::<Vec<_>>().join(": "))
        }
        _ => page_name(lang, id),
    })
}

fn page_name(lang: Language, path: &str) -> Option<String> {
    let more = [("nav-search", "/search"), ("nav-about", "/about")];
    let key = MATTERS.iter().chain(&more).find(|(_, known)| *known == path)?.0;
    Some(lang.t(key))
}
