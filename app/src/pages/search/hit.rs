//! How does one hit look: where it stands, what it says, in the document's own words?

use leptos::prelude::*;

use crate::{
    components::source::{Address, SourceLink, stated},
    format,
    i18n::Language,
    paths,
    types::search::{Fragment, Hit, HitKind},
};

/// A task with its money, as a row.
pub(super) fn task(lang: Language, hit: &Hit) -> AnyView {
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
            </th>
            <td role="cell" class="num val">{amount}</td>
            <td role="cell" class="at-col">{place(lang, hit, &href)}</td>
        </tr>
    }
    .into_any()
}

/// Any other hit: place, figure, words.
pub(super) fn card(lang: Language, hit: &Hit) -> AnyView {
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
    let plan = match hit.kind {
        HitKind::Plan => view! { <span>{hit.plan_label.clone()}</span> }.into_any(),
        // A passage has no title of its own: the plan's name opens it.
        _ => view! { <a href=href.clone()>{hit.plan_label.clone()}</a> }.into_any(),
    };
    view! {
        <article class="res">
            <p class="where">{plan} {place(lang, hit, &href)} {value}</p>
            {title}
            {quote}
        </article>
    }
    .into_any()
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
