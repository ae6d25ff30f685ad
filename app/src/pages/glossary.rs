//! What do the words of the portal mean, and the abbreviations of the plans?

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{
        head::{HeadTags, PageHead},
        section::Section,
    },
    i18n::Language,
    paths,
    types::abbreviation::{AbbreviationUse, Meaning},
};

/// Words of the portal: what they are called and what they mean, by message keys.
const TERMS: [(&str, &str); 10] = [
    ("nav-plans", "term-plan"),
    ("nav-targets", "term-target"),
    ("nav-progress", "term-progress"),
    ("nav-spending", "term-spending"),
    ("basis-allocation", "term-allocation"),
    ("basis-total-investment", "term-total-investment"),
    ("basis-estimate", "term-estimate"),
    ("nav-indicators", "term-indicator"),
    ("nav-checks", "term-check"),
    ("not-stated", "term-not-stated"),
];

/// Plans named beside a meaning.
const PLANS: usize = 3;

/// Terms in plain words, abbreviations with what plans say they stand for.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    answered(|visit: Visit| async move {
        let lang = visit.lang;
        let abbreviations = visit.portal.abbreviations().await?;
        let terms = TERMS.map(|(name, words)| {
            view! {
                <div>
                    <dt>{lang.t(name)}</dt>
                    <dd>{lang.t(words)}</dd>
                </div>
            }
        });
        let terms = terms.collect_view();
        let differing = abbreviations.iter().filter(|known| known.meanings.len() > 1).count();
        let note = crate::tr!(
            lang,
            "glossary-abbreviations-note",
            count = crate::format::counted(abbreviations.len() as u64),
            differing = crate::format::counted(differing as u64)
        );
        let entries = abbreviations.iter().map(|known| entry(lang, known)).collect_view();
        Ok(view! {
            <HeadTags
                place=visit.place.clone()
                title=lang.t("glossary-title")
                description=lang.t("glossary-lead")
            />
            <PageHead title=lang.t("glossary-title") lead=Some(lang.t("glossary-lead")) />
            <Section id="terms" title=lang.t("glossary-terms")>
                <dl class="terms">{terms}</dl>
            </Section>
            <Section id="abbreviations" title=lang.t("glossary-abbreviations") note=Some(note)>
                <dl class="terms" lang=lang.of_quotes()>
                    {entries}
                </dl>
            </Section>
        }
        .into_any())
    })
}

fn entry(lang: Language, known: &AbbreviationUse) -> AnyView {
    let meanings = known.meanings.iter().map(|meaning| {
        view! {
            <dd>
                {meaning.long.clone()}
                <span class="sub">{plans(lang, meaning)}</span>
            </dd>
        }
    });
    view! {
        <div>
            <dt>{known.short.clone()}</dt>
            {meanings.collect_view()}
        </div>
    }
    .into_any()
}

/// Where it is said so.
fn plans(lang: Language, meaning: &Meaning) -> Vec<AnyView> {
    let named = meaning.plan_ids.iter().take(PLANS).enumerate().map(|(place, id)| {
        let comma = (place > 0).then_some(", ");
        view! {
            {comma}
            <a href=paths::plan(lang, id)>{id.clone()}</a>
        }
        .into_any()
    });
    let rest = meaning.plan_ids.len().saturating_sub(PLANS);
    let rest = (rest > 0).then(|| format!(" +{rest}").into_any());
    named.chain(rest).collect()
}
