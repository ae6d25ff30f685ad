//! How does one hit look: where it stands, what it says, in the document's own words?

use leptos::prelude::*;

use super::{address, group::name};
use crate::{
    components::source::{Address, SourceLink, stated},
    format,
    i18n::Language,
    paths,
    types::search::{Fragment, Hit, HitKind, SearchQuery},
};

/// A task with its money, as a row.
pub(super) fn task(lang: Language, query: &SearchQuery, hit: &Hit) -> AnyView {
    let href = paths::page(lang, &hit.href);
    let amount = match hit.amount_vnd {
        Some(vnd) => {
            let title = Some(format::money_exact(lang, vnd));
            view! { <SourceLink href=href.clone() text=format::millions(lang, vnd) title /> }.into_any()
        }
        None => stated(lang, None),
    };
    let spent = hit.disbursed_vnd.map(|vnd| {
        let title = Some(format::money_exact(lang, vnd));
        view! {
            " · "
            {lang.t("search-spent")}
            " "
            <SourceLink href=href.clone() text=format::millions(lang, vnd) title />
        }
    });
    let lead = hit.lead_agency.clone().map(|lead| view! { " · " <span lang=lang.of_quotes()>{lead}</span> });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="title">
                <span lang=lang.of_quotes()>{marked(hit.title.as_deref().unwrap_or(&hit.snippet))}</span>
                <span class="sub">
                    <a href=paths::plan(lang, &hit.plan_id)>{hit.plan_label.clone()}</a>
                    {lead}
                    {spent}
                </span>
                {same(lang, query, hit)}
            </th>
            <td role="cell" class="num val">{amount}</td>
            <td role="cell" class="at-col">{place(lang, hit, &href)}</td>
        </tr>
    }
    .into_any()
}

/// Any other hit: place, figure, words.
pub(super) fn card(lang: Language, query: &SearchQuery, hit: &Hit) -> AnyView {
    let href = paths::page(lang, &hit.href);
    let title = hit.title.as_ref().map(|title| {
        let words = marked(title);
        let title = match hit.kind {
            HitKind::Plan => view! { <a href=href.clone()>{words}</a> }.into_any(),
            _ => words.into_any(),
        };
        view! { <p class="title" lang=lang.of_quotes()>{title}</p> }
    });
    let value = hit.value.clone().map(|value| {
        view! { <span class="n value"><SourceLink href=href.clone() text=value title=None /></span> }
    });
    let quote = (!hit.snippet.is_empty()).then(|| {
        view! {
            <blockquote class="quote" lang=lang.of_quotes()>
                <p>{marked(&hit.snippet)}</p>
            </blockquote>
        }
    });
    // In a list of all kinds each says what it is.
    let kind = (query.get("view") == Some("ranked")).then(|| view! { <span>{name(lang, hit.kind)}</span> });
    let plan = match hit.kind {
        HitKind::Plan => view! { <span>{hit.plan_label.clone()}</span> }.into_any(),
        // A passage has no title of its own: the plan's name opens it.
        _ => view! { <a href=href.clone()>{hit.plan_label.clone()}</a> }.into_any(),
    };
    view! {
        <article class="res">
            <p class="where">{plan} {kind} {place(lang, hit, &href)} {value}</p>
            {path(lang, hit)}
            {title}
            {quote}
            {same(lang, query, hit)}
        </article>
    }
    .into_any()
}

/// The headings that it stands under.
fn path(lang: Language, hit: &Hit) -> Option<AnyView> {
    let path = hit.path.join(" › ");
    (!path.is_empty()).then(|| view! { <p class="path" lang=lang.of_quotes()>{path}</p> }.into_any())
}

/// The way to others of the same words.
fn same(lang: Language, query: &SearchQuery, hit: &Hit) -> Option<AnyView> {
    let same = hit.same_words.as_ref()?;
    let all = query.without(&["sort", "limit", "view"]).with("same", Some(&same.key));
    let words = crate::tr!(lang, "search-same-words", count = same.others);
    Some(view! { <p class="same"><a href=address(lang, &all)>{words}</a></p> }.into_any())
}

fn place(lang: Language, hit: &Hit, href: &str) -> Option<AnyView> {
    let address = hit.address.clone()?;
    Some(view! { <Address lang href=href.to_owned() address /> }.into_any())
}

/// Words with what the search found in them marked.
fn marked(fragments: &[Fragment]) -> Vec<AnyView> {
    fragments
        .iter()
        .map(|fragment| {
            let text = fragment.text.clone();
            if fragment.hit { view! { <mark class="hit">{text}</mark> }.into_any() } else { text.into_any() }
        })
        .collect()
}
