//! How are numbers read, how sure is that, and how does one report a mistake?

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{
        head::{HeadTags, PageHead},
        section::Section,
        status::StatusMark,
    },
    i18n::Language,
    paths,
    types::record::Status,
};

/// What this portal is and how it reads.
#[component]
pub fn AboutPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let lang = visit.lang;
        Ok(view! {
            <HeadTags place=visit.place.clone() title=lang.t("about-title") description=lang.t("about-lead") />
            <PageHead title=lang.t("about-title") lead=Some(lang.t("about-lead")) />
            <Section id="reading" title=lang.t("about-reading")>
                {paragraphs([lang.t("about-reading-1"), lang.t("about-reading-2"), lang.t("about-reading-3")])}
            </Section>
            <Section id="signs" title=lang.t("about-signs")>
                {signs(lang)}
            </Section>
            <Section id="sums" title=lang.t("about-sums")>
                {paragraphs([lang.t("about-sums-1"), lang.t("about-sums-2"), lang.t("about-sums-3")])}
            </Section>
            <Section id="verdicts" title=lang.t("about-verdicts")>
                {paragraphs([lang.t("about-verdicts-1"), lang.t("about-verdicts-2")])}
            </Section>
            <Section id="provinces" title=lang.t("about-provinces")>
                {paragraphs([lang.t("about-provinces-1")])}
            </Section>
            <Section id="sure" title=lang.t("about-sure")>
                {paragraphs([lang.t("about-sure-1"), lang.t("about-sure-2")])}
            </Section>
            <Section id="report" title=lang.t("report-mistake")>
                {paragraphs([lang.t("about-report-1"), lang.t("about-report-2")])}
            </Section>
        }
        .into_any())
    })
}

fn paragraphs<const N: usize>(words: [String; N]) -> impl IntoView {
    let words = words.map(|words| view! { <p>{words}</p> });
    view! { <div class="prose">{words.collect_view()}</div> }
}

fn signs(lang: Language) -> impl IntoView {
    let verdicts = [Some(Status::Met), Some(Status::Partly), Some(Status::Missed), None]
        .map(|status| view! { <li><StatusMark lang status /></li> });
    view! {
        <dl class="signs">
            <dt>
                <a class="src" href=paths::page(lang, "/plans")>
                    {lang.t("about-sign-figure")}
                </a>
            </dt>
            <dd>{lang.t("about-sign-printed")}</dd>
            <dt>
                <span class="at">"III.2 ¶6"</span>
            </dt>
            <dd>{lang.t("about-sign-address")}</dd>
            <dt>
                <span class="calc">{lang.t("about-sign-figure")}</span>
            </dt>
            <dd>{lang.t("about-sign-computed")}</dd>
            <dt>
                <span class="none">{lang.t("not-stated")}</span>
            </dt>
            <dd>{lang.t("about-sign-missing")}</dd>
        </dl>
        <ul class="key" role="list">
            {verdicts.collect_view()}
        </ul>
    }
}
