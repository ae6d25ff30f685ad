//! How are the hits of one kind shown, with their total and their sum?

use leptos::prelude::*;

use super::{
    address,
    hit::{card, task},
    sorts, sum,
};
use crate::{
    components::source::Computed,
    format,
    i18n::Language,
    types::search::{HitGroup, HitKind, SearchQuery, SearchResults},
};

/// Hits that hold only a part, on the page.
const PARTIAL_SHOWN: usize = 20;

/// The parameter's word for a kind.
fn word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "plan",
        HitKind::Spending => "spending",
        HitKind::Total => "total",
        HitKind::Target => "target",
        HitKind::Objective => "objective",
        HitKind::Progress => "progress",
        HitKind::Citation => "citation",
        HitKind::Passage => "passage",
    }
}

/// Name of a kind for people.
pub(super) fn name(lang: Language, kind: HitKind) -> String {
    match kind {
        HitKind::Plan => lang.t("nav-plans"),
        HitKind::Spending => lang.t("search-kind-spending"),
        HitKind::Total => lang.t("search-kind-total"),
        HitKind::Target => lang.t("search-kind-target"),
        HitKind::Objective => lang.t("search-kind-objective"),
        HitKind::Progress => lang.t("search-kind-progress"),
        HitKind::Citation => lang.t("search-kind-citation"),
        HitKind::Passage => lang.t("search-kind-passage"),
    }
}

fn heading_of(lang: Language, group: &HitGroup) -> String {
    group.kind.map_or_else(|| lang.t("search-all-kinds"), |kind| name(lang, kind))
}

/// One group with its hits and the way to more of them.
pub(super) fn shown(lang: Language, query: &SearchQuery, group: &HitGroup, next: Option<&str>) -> AnyView {
    let heading = format!("h-{}", group.kind.map_or("all", word));
    let total = format::count(lang, group.total);
    let sum = group.amount_vnd.map(|vnd| {
        view! {
            <p class="sumline">
                <Computed text=sum(lang, vnd) title=Some(format::money_exact(lang, vnd)) />
                <span class="label">{lang.t("search-sum-note")}</span>
            </p>
        }
    });
    let hits = if group.kind == Some(HitKind::Spending) {
        tasks(lang, query, group)
    } else {
        group.hits.iter().map(|hit| card(lang, query, hit)).collect_view().into_any()
    };
    view! {
        <section class="group" aria-labelledby=heading.clone()>
            <div class="grp-h">
                <h2 id=heading.clone()>
                    {heading_of(lang, group)}
                    " "
                    <span class="label n">{total}</span>
                </h2>
                {sorts(lang, query)}
            </div>
            {sum}
            {hits}
            {more(lang, query, group, next)}
        </section>
    }
    .into_any()
}

/// The best that hold only a part of what was typed.
pub(super) fn partial(lang: Language, query: &SearchQuery, results: &SearchResults) -> Option<AnyView> {
    let group = results.partial.as_ref().filter(|group| !group.hits.is_empty())?;
    let shown = group.hits.iter().take(PARTIAL_SHOWN).map(|hit| card(lang, query, hit)).collect_view();
    Some(
        view! {
            <section class="group partial" aria-labelledby="h-partial">
                <div class="grp-h">
                    <h2 id="h-partial">{lang.t("search-partial")}</h2>
                </div>
                <p class="label">{lang.t("search-partial-note")}</p>
                {shown}
            </section>
        }
        .into_any(),
    )
}

fn tasks(lang: Language, query: &SearchQuery, group: &HitGroup) -> AnyView {
    let rows = group.hits.iter().map(|hit| task(lang, query, hit)).collect_view();
    let caption = format!("{}, {}", heading_of(lang, group), lang.t("unit-million-column"));
    view! {
        <table class="list" role="table">
            <caption class="vh">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{lang.t("column-task")}</th>
                    <th role="columnheader" scope="col" class="num">{lang.t("search-column-million")}</th>
                    <th role="columnheader" scope="col" class="at-col">{lang.t("column-source")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// All of this kind, or its next page.
fn more(lang: Language, query: &SearchQuery, group: &HitGroup, next: Option<&str>) -> Option<AnyView> {
    let shown = group.hits.len() as u64;
    let link = match next {
        Some(cursor) => {
            let href = address(lang, &query.with("cursor", Some(cursor)));
            let words = lang.t("pager-next");
            view! { <a class="btn" href=href rel="next">{words}</a> }.into_any()
        }
        None if query.get("kind").is_none() && group.total > shown => {
            let href = address(lang, &query.with("kind", group.kind.map(word)));
            let words = crate::tr!(lang, "search-more", count = group.total - shown);
            view! { <a class="btn" href=href>{words}</a> }.into_any()
        }
        None => return None,
    };
    let place = crate::tr!(
        lang,
        "pager-rows",
        shown = format::count(lang, shown),
        total = format::count(lang, group.total)
    );
    Some(
        view! {
            <nav class="pager" aria-label=heading_of(lang, group)>
                <p class="label n">{place}</p>
                {link}
            </nav>
        }
        .into_any(),
    )
}
