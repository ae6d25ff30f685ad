//! What can be asked of the API, and how does one try it?
//!
//! Made of the OpenAPI document, by the server: forms that any browser sends, no script, nothing from elsewhere.
//! What an operation does is said in English, as in that document; the frame speaks both languages.

pub mod operation;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Visit, answered};
use crate::{
    components::{
        head::{HeadTags, PageHead},
        section::Section,
    },
    i18n::Language,
    paths,
    types::operation::Operation,
};

/// The path of the documentation, without language prefix.
const PATH: &str = "/api/docs";

/// All operations; the server provides it.
#[derive(Clone, Debug, Default)]
pub struct ApiOperations(pub Arc<[Operation]>);

/// Every operation, by what it is about.
#[component]
pub fn ApiDocsPage() -> impl IntoView {
    let operations = use_context::<ApiOperations>().unwrap_or_default().0;
    answered(move |visit: Visit| async move {
        let lang = visit.lang;
        let mut tags: Vec<&str> = operations.iter().map(|operation| operation.tag.as_str()).collect();
        tags.sort_unstable();
        tags.dedup();
        let parts = tags.into_iter().map(|tag| {
            let own = operations.iter().filter(|operation| operation.tag == tag);
            let rows = own.map(|operation| row(lang, operation)).collect_view();
            view! {
                <h3 lang="en">{tag.to_owned()}</h3>
                <dl class="terms" lang="en">
                    {rows}
                </dl>
            }
        });
        let parts = parts.collect_view();
        Ok(view! {
            <HeadTags
                place=visit.place.clone()
                title=lang.t("api-docs-title")
                description=lang.t("api-docs-lead")
            />
            <PageHead title=lang.t("api-docs-title") lead=Some(lang.t("api-docs-lead")) />
            <Section id="operations" title=lang.t("api-docs-operations")>
                {parts}
            </Section>
        }
        .into_any())
    })
}

fn row(lang: Language, operation: &Operation) -> impl IntoView + use<> {
    let href = paths::page(lang, &format!("{PATH}/{}", operation.id));
    view! {
        <div>
            <dt>
                <a href=href>
                    <code>{operation.path.clone()}</code>
                </a>
            </dt>
            <dd>{operation.summary.clone()}</dd>
        </div>
    }
}
