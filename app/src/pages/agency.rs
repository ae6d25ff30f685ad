//! What does one agency lead, and with how much money?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Visit, agencies::name, answered, spending::spending_table};
use crate::{
    components::{
        data_line::DataLine,
        head::{Breadcrumbs, HeadTags, PageHead},
        money::{PlanMoneyChart, SpendingCharts, SpendingTotals},
        section::Section,
    },
    format, paths,
    portal::Answer,
    types::{agency::Agency, filter::Filter},
};

/// Tasks shown here; the list of spending has all.
const ROWS: u32 = 20;

/// One agency of the catalogue.
#[component]
pub fn AgencyPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    answered(move |visit: Visit| async move {
        let agency = visit.portal.agency(&id).await?;
        page(&visit, &agency).await
    })
}

async fn page(visit: &Visit, agency: &Agency) -> Answer<AnyView> {
    let lang = visit.lang;
    let of =
        Filter { agency: Some(agency.id.clone()), lang: Some(lang.code().to_owned()), ..Filter::default() };
    let largest = Filter { sort: Some("-amount_vnd".to_owned()), limit: Some(ROWS), ..of.clone() };
    let figures = visit.portal.spending_figures(&of).await?;
    let spending = visit.portal.spending(&largest).await?;
    let title = name(lang, agency);
    let lead = crate::tr!(
        lang,
        "agency-lead",
        tasks = format::counted(agency.spending),
        plans = format::counted(agency.plans),
        provinces = format::counted(agency.provinces)
    );
    let steps = vec![(lang.t("nav-agencies"), Some(paths::page(lang, "/agencies"))), (title.clone(), None)];
    let succession = succession(visit, agency).await?;
    let all = paths::list(lang, "spending", &of);
    let shown = of.clone();
    let money = (spending.total > 0).then(|| {
        let words = crate::tr!(lang, "see-all", count = format::counted(spending.total));
        view! {
            <Section id="money" title=lang.t("nav-spending") note=Some(lang.t("agency-money-note"))>
                <SpendingTotals lang sums=figures.sums.clone() />
                <PlanMoneyChart lang filter=shown.clone() figures=figures.clone() />
                <SpendingCharts lang filter=shown figures />
                {spending_table(lang, &largest, &spending.records, spending.total)}
                <p class="foots">
                    <a href=all>{words}</a>
                </p>
            </Section>
        }
    });
    Ok(view! {
        <HeadTags place=visit.place.clone() title=title.clone() description=lead.clone() />
        <Breadcrumbs lang steps />
        <PageHead title lead=Some(lead) />
        {succession}
        {money}
        <DataLine lang noun="spending" filter=of />
    }
    .into_any())
}

/// What it became part of, and what became part of it.
async fn succession(visit: &Visit, agency: &Agency) -> Answer<Option<AnyView>> {
    let lang = visit.lang;
    let mut lines: Vec<AnyView> = Vec::new();
    if let (Some(year), true) = (agency.until, agency.now != agency.id) {
        let heir = visit.portal.agency(&agency.now).await?;
        lines.push(
            view! {
                {crate::tr!(lang, "agency-became", year = year.to_string())}
                " "
                <a href=paths::agency(lang, &heir.id)>{name(lang, &heir)}</a>
            }
            .into_any(),
        );
    }
    for id in &agency.absorbed {
        let part = visit.portal.agency(id).await?;
        let year = part.until.map(|year| format!(" ({year})"));
        lines.push(
            view! {
                {lang.t("agency-absorbed")}
                " "
                <a href=paths::agency(lang, &part.id)>{name(lang, &part)}</a>
                {year}
            }
            .into_any(),
        );
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    Ok((!lines.is_empty()).then(|| view! { <ul class="ways">{lines}</ul> }.into_any()))
}
