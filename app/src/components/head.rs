//! What does a page call itself: to its reader, to search engines, to those who share it?

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use crate::{
    i18n::Language,
    paths::{self, Place, PublicUrl},
};

/// Title, description, canonical address and the other language, for the document's head.
#[component]
pub fn HeadTags(
    /// The page.
    place: Place,
    /// Title without the portal's name.
    #[prop(into)]
    title: String,
    /// One or two sentences.
    #[prop(into)]
    description: String,
    /// Query that the canonical address keeps: the chosen filters.
    #[prop(optional, into)]
    query: String,
) -> impl IntoView {
    let lang = place.lang;
    let public = use_context::<PublicUrl>().unwrap_or_default().0;
    let address =
        |lang: Language| format!("{public}{}", paths::with_query(&paths::page(lang, &place.path), &query));
    let canonical = address(lang);
    let locale = match lang {
        Language::Vi => "vi_VN",
        Language::En => "en_GB",
    };
    let name = lang.t("portal-name");
    view! {
        <Title text=format!("{title} – {name}") />
        <Meta name="description" content=description.clone() />
        <Link rel="canonical" href=canonical.clone() />
        {Language::ALL
            .map(|lang| view! { <Link rel="alternate" hreflang=lang.code() href=address(lang) /> })
            .collect_view()}
        <Link rel="alternate" hreflang="x-default" href=address(Language::Vi) />
        <Meta property="og:type" content="website" />
        <Meta property="og:site_name" content=name />
        <Meta property="og:title" content=title />
        <Meta property="og:description" content=description />
        <Meta property="og:url" content=canonical />
        <Meta property="og:locale" content=locale />
    }
}

/// The heading of a page with the sentence under it.
#[component]
pub fn PageHead(
    /// The heading, a short question where one fits.
    #[prop(into)]
    title: String,
    /// The sentence under it.
    #[prop(optional_no_strip)]
    lead: Option<String>,
) -> impl IntoView {
    view! {
        <div class="head">
            <h1>{title}</h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        </div>
    }
}

/// Where the page stands: each step's name and address, the page itself last, without one.
#[component]
pub fn Breadcrumbs(
    /// Language of the page.
    lang: Language,
    /// Steps from the start page on, which is added.
    steps: Vec<(String, Option<String>)>,
) -> impl IntoView {
    let home = (lang.t("nav-home"), Some(paths::page(lang, "/")));
    let steps = std::iter::once(home).chain(steps).map(|(name, address)| match address {
        Some(address) => view! { <li><a href=address>{name}</a></li> }.into_any(),
        None => view! { <li aria-current="page">{name}</li> }.into_any(),
    });
    view! {
        <nav class="crumbs" aria-label=lang.t("nav-breadcrumbs")>
            <ol>{steps.collect_view()}</ol>
        </nav>
    }
}
