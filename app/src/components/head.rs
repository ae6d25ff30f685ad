//! What does a page call itself: to its reader, to search engines, to those who share it?

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use super::structured_data::{self, StructuredData};
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
    /// Which picture stands beside a shared link: "plans/kien-giang-2020"; the portal's own unless told.
    #[prop(optional, into)]
    picture: Option<String>,
) -> impl IntoView {
    let lang = place.lang;
    let public = use_context::<PublicUrl>().unwrap_or_default().0;
    let address =
        |lang: Language| format!("{public}{}", paths::with_query(&paths::page(lang, &place.path), &query));
    let canonical = address(lang);
    let picture = picture.unwrap_or_else(|| "portal/home".to_owned());
    let image = format!("{public}/share/{}/{picture}.png", lang.code());
    let oembed = shows_chart(&place).then(|| {
        let url = format!("{public}{}", place.in_language(lang));
        format!("{public}/oembed?{}", paths::query_of(&[("url", url)]))
    });
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
        <Meta property="og:image" content=image />
        <Meta property="og:image:width" content="1200" />
        <Meta property="og:image:height" content="630" />
        <Meta name="twitter:card" content="summary_large_image" />
        {oembed.map(|href| view! { <Link rel="alternate" type_="application/json+oembed" href /> })}
    }
}

/// Whether a page shows a chart that can stand elsewhere.
fn shows_chart(place: &Place) -> bool {
    match place.path.as_str() {
        "/compare" => place.query.contains("indicator="),
        path => path == "/spending" || path.starts_with("/indicators/"),
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
    let steps: Vec<(String, Option<String>)> = std::iter::once(home).chain(steps).collect();
    let known = structured_data::steps(&steps);
    let steps = steps.into_iter().map(|(name, address)| match address {
        Some(address) => view! { <li><a href=address>{name}</a></li> }.into_any(),
        None => view! { <li aria-current="page">{name}</li> }.into_any(),
    });
    view! {
        <nav class="crumbs" aria-label=lang.t("nav-breadcrumbs")>
            <ol>{steps.collect_view()}</ol>
        </nav>
        <StructuredData thing=known />
    }
}
