//! How are the hits of one kind shown, with their total and their sum?

use leptos::prelude::*;

use super::{
    address,
    facets::with,
    hit::{card, task},
    sorts, sum,
};
use crate::{
    components::source::Computed,
    format,
    i18n::Language,
    types::search::{HitGroup, HitKind, SearchQuery},
};

/// The parameter's word for a kind.
fn word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "plan",
        HitKind::Spending => "spending",
        HitKind::Target => "target",
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
        HitKind::Target => lang.t("search-kind-target"),
        HitKind::Progress => lang.t("search-kind-progress"),
        HitKind::Citation => lang.t("search-kind-citation"),
        HitKind::Passage => lang.t("search-kind-passage"),
    }
}

/// One group with its hits and the way to more of them.
pub(super) fn shown(lang: Language, query: &SearchQuery, group: &HitGroup, next: Option<&str>) -> AnyView {
    let kind = word(group.kind);
    let heading = format!("h-{kind}");
    let total = format::count(lang, group.total);
    let sum = group.amount_vnd.map(|vnd| {
        view! {
            <p class="sumline">
                <Computed text=sum(lang, vnd) title=Some(format::money_exact(lang, vnd)) />
                <span class="label">{lang.t("search-sum-note")}</span>
            </p>
        }
    });
    let hits = if group.kind == HitKind::Spending {
        tasks(lang, group)
    } else {
        group.hits.iter().map(|hit| card(lang, hit)).collect_view().into_any()
    };
    view! {
        <section class="group" aria-labelledby=heading.clone()>
            <div class="grp-h">
                <h2 id=heading.clone()>
                    {name(lang, group.kind)}
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

fn tasks(lang: Language, group: &HitGroup) -> AnyView {
    let rows = group.hits.iter().map(|hit| task(lang, hit)).collect_view();
    let caption = format!("{}, {}", name(lang, group.kind), lang.t("unit-million-column"));
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
            let href = address(lang, &SearchQuery { cursor: Some(cursor.to_owned()), ..query.clone() });
            let words = lang.t("pager-next");
            view! { <a class="btn" href=href rel="next">{words}</a> }.into_any()
        }
        None if query.kind.is_none() && group.total > shown => {
            let href = address(lang, &with(query, "kind", Some(word(group.kind))));
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
            <nav class="pager" aria-label=name(lang, group.kind)>
                <p class="label n">{place}</p>
                {link}
            </nav>
        }
        .into_any(),
    )
}
