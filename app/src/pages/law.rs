//! Which plans cite one legal document, and in which words?

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{Visit, answered, laws::name};
use crate::{
    components::{
        data_line::DataLine,
        head::{Breadcrumbs, HeadTags, PageHead},
        section::Section,
        source::{Quote, RecordAddress},
    },
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::{
        citation::Citation,
        filter::{Filter, LIMIT_MAX},
        law::Law,
    },
};

/// One legal document.
#[component]
pub fn LawPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    answered(move |visit: Visit| async move {
        let law = visit.portal.law(&id).await?;
        page(&visit, &law).await
    })
}

async fn page(visit: &Visit, law: &Law) -> Answer<AnyView> {
    let lang = visit.lang;
    let of =
        Filter { number: Some(law.number.clone()), lang: Some(lang.code().to_owned()), ..Filter::default() };
    let every = Filter { limit: Some(LIMIT_MAX), ..of.clone() };
    let mut citations = visit.portal.citations(&every).await?.records;
    // Other documents share the number.
    citations.retain(|citation| law.citation_ids.contains(&citation.record.id));
    let title = name(law);
    let date = law.issued_on.as_deref().map(|date| format::date(lang, date));
    let facts = [law.title.clone(), law.issuer.clone(), date];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let lead = facts.join(" · ");
    let counted = crate::tr!(
        lang,
        "law-cited",
        citations = format::counted(law.citations),
        plans = format::counted(law.plans),
        provinces = format::counted(law.provinces)
    );
    let steps = vec![(lang.t("nav-laws"), Some(paths::page(lang, "/laws"))), (title.clone(), None)];
    let description = format!("{title}: {counted}");
    let items = citations.iter().map(|citation| cited(lang, citation)).collect_view();
    Ok(view! {
        <HeadTags place=visit.place.clone() title=title.clone() description />
        <Breadcrumbs lang steps />
        <PageHead title lead=Some(lead).filter(|lead| !lead.is_empty()) />
        <Section id="citations" title=lang.t("law-citations") note=Some(counted)>
            <ul class="rows quotes" role="list">
                {items}
            </ul>
        </Section>
        <DataLine lang noun="citations" filter=of />
    }
    .into_any())
}

fn cited(lang: Language, citation: &Citation) -> AnyView {
    let record = citation.record.clone();
    let plan = record.province.clone().unwrap_or_else(|| record.plan_id.clone());
    view! {
        <li>
            <Quote lang text=record.quote.clone() address=record.source.address.clone()>
                <RecordAddress lang record=&record />
                ", "
                <a href=paths::plan(lang, &record.plan_id)>{plan}</a>
            </Quote>
        </li>
    }
    .into_any()
}
