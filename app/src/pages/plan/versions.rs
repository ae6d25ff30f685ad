//! Which files was a plan published as, and what did it say in those that were replaced?

use leptos::prelude::*;

use super::{Visit, original, reader, short_name};
use crate::{
    components::head::{Breadcrumbs, HeadTags},
    format,
    i18n::Language,
    paths,
    portal::Answer,
    types::plan::{Plan, PlanVersion},
};

/// The way from one version to the others; nothing where there is one.
pub(super) fn switch(lang: Language, id: &str, versions: &[PlanVersion], shown: u32) -> Option<AnyView> {
    if versions.len() < 2 {
        return None;
    }
    let items = versions.iter().map(|version| {
        let mut name = crate::tr!(lang, "version-name", number = version.version.to_string());
        if version.current {
            name = format!("{name}, {}", lang.t("version-current"));
        }
        let since = version.since.as_deref().map(|date| {
            let date = format::date(lang, date);
            view! { <span class="n">{crate::tr!(lang, "version-since", date = date)}</span> }
        });
        let here = version.version == shown;
        view! {
            <a href=address(lang, id, version) aria-current=here.then_some("page")>
                {name}
                " "
                {since}
            </a>
        }
    });
    Some(
        view! {
            <nav class="seg versions" aria-label=lang.t("version-switch")>
                {items.collect_view()}
            </nav>
        }
        .into_any(),
    )
}

fn address(lang: Language, id: &str, version: &PlanVersion) -> String {
    let page = paths::plan(lang, id);
    if version.current {
        return page;
    }
    paths::with_query(&page, &paths::query_of(&[("version", version.version)]))
}

/// A plan as a replaced file stated it: the text alone, for its numbers count nowhere any more.
pub(super) async fn page(visit: &Visit, id: &str, number: u32, words: Option<&str>) -> Answer<AnyView> {
    let lang = visit.lang;
    let versions = visit.portal.versions(id).await?;
    let earlier = visit.portal.earlier(id, number, words, lang.code()).await?;
    let plan = &earlier.plan;
    let name = crate::tr!(lang, "version-title", name = short_name(plan), number = number.to_string());
    let title = plan.title.clone().unwrap_or_else(|| plan.id.clone());
    let current = paths::plan(lang, id);
    let beside = original::is_asked(&visit.place.query);
    let reading = reader::Reading { document: &earlier.reader, plan, words, earlier: true, beside };
    let steps = vec![
        (lang.t("nav-plans"), Some(paths::page(lang, "/plans"))),
        (short_name(plan), Some(current.clone())),
        (crate::tr!(lang, "version-name", number = number.to_string()), None),
    ];
    Ok(view! {
        <HeadTags
            place=visit.place.clone()
            title=name
            description=lang.t("version-replaced")
            picture=format!("plans/{id}")
        />
        <Breadcrumbs lang steps />
        <div class="head plan-head">
            <h1 lang=lang.of_quotes()>{title}</h1>
            {switch(lang, id, &versions, number)}
            <p class="notice" role="note">
                {lang.t("version-replaced")}
                " "
                <a href=current>{lang.t("version-to-current")}</a>
            </p>
            {file(lang, plan)}
        </div>
        {reader::reader(lang, &reading)}
    }
    .into_any())
}

fn file(lang: Language, plan: &Plan) -> AnyView {
    let address = original::address(plan, true);
    view! {
        <p class="chips">
            <a class="btn plain" href=address download=plan.source_file.clone()>
                {lang.t("plan-download")}
            </a>
        </p>
    }
    .into_any()
}
