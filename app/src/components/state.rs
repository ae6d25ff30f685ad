//! What does a page say when there is nothing to show, or something failed?

use leptos::prelude::*;

use super::filter_bar::Condition;
use crate::{
    error::{ParameterFault, PortalError},
    i18n::Language,
    paths,
};

/// A condition and how many rows there would be without it.
pub struct Loosening {
    /// The condition.
    pub condition: Condition,
    /// Rows without it.
    pub rows: u64,
}

/// No row fits: what to give up, with what that would bring.
#[component]
pub fn EmptyState(
    /// Language of the page.
    lang: Language,
    /// What happened.
    #[prop(into)]
    title: String,
    /// What one can give up.
    loosenings: Vec<Loosening>,
    /// Address of the list without any condition.
    #[prop(into)]
    all: String,
) -> impl IntoView {
    let ways = loosenings
        .into_iter()
        .filter(|way| way.rows > 0)
        .map(|way| {
            let words =
                crate::tr!(lang, "empty-without", name = way.condition.name, value = way.condition.value);
            let rows = crate::tr!(lang, "rows", count = crate::format::counted(way.rows));
            view! {
                <li>
                    <a href=way.condition.without>
                        {words}
                    </a>
                    {format!(": {rows}")}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="state">
            <h2>{title}</h2>
            <ul>
                {ways}
                <li>
                    <a href=all>
                        {lang.t("empty-all")}
                    </a>
                </li>
            </ul>
        </div>
    }
}

/// No answer: what happened and what one can do.
#[component]
pub fn ErrorState<'a>(
    /// Language of the page.
    lang: Language,
    /// Why there is no answer.
    error: &'a PortalError,
    /// Address to try again.
    #[prop(into)]
    again: String,
    /// Level of its heading: on a page of its own, that of the page.
    #[prop(default = 1)]
    level: u8,
) -> impl IntoView + use<> {
    let (title, words) = message(lang, error);
    let ways = match error {
        PortalError::NotFound { noun, near, .. } => near_ways(lang, noun, near),
        PortalError::BadParameter { faults } => faults
            .iter()
            .map(|fault| {
                view! {
                    <li>
                        <code>{fault.parameter.clone()}</code>
                        " "
                        {fault_words(lang, fault)}
                    </li>
                }
                .into_any()
            })
            .collect(),
        PortalError::Gone { .. } => Vec::new(),
        PortalError::Failed { .. } => {
            vec![view! { <li><a href=again>{lang.t("error-again")}</a></li> }.into_any()]
        }
    };
    view! {
        <div class="state">
            {if level == 1 { view! { <h1>{title}</h1> }.into_any() } else { view! { <h3>{title}</h3> }.into_any() }}
            <p>{words}</p>
            <ul>
                {ways} <li>
                    <a href=paths::page(lang, "/search")>{lang.t("error-search")}</a>
                </li> <li>
                    <a href=paths::page(lang, "/")>{lang.t("nav-home")}</a>
                </li>
            </ul>
        </div>
    }
}

/// That a parameter's value cannot be taken, with those that can. Sentences among them are the API's,
/// in English.
fn fault_words(lang: Language, fault: &ParameterFault) -> String {
    let is_value = |word: &&String| lang == Language::En || !word.contains(' ');
    let allowed: Vec<&str> = fault.allowed.iter().filter(is_value).map(String::as_str).collect();
    let detail = lang.t("error-parameter-value");
    if allowed.is_empty() { detail } else { format!("{detail}: {}", allowed.join(", ")) }
}

/// Title and sentence for an error.
pub fn message(lang: Language, error: &PortalError) -> (String, String) {
    match error {
        PortalError::NotFound { noun, id, near } => {
            let title = match noun.as_str() {
                "plan" => crate::tr!(lang, "error-no-plan", id = id.clone()),
                "province" => crate::tr!(lang, "error-no-province", id = id.clone()),
                "indicator" => crate::tr!(lang, "error-no-indicator", id = id.clone()),
                "agency" => crate::tr!(lang, "error-no-agency", id = id.clone()),
                "law" => crate::tr!(lang, "error-no-law", id = id.clone()),
                "record" => crate::tr!(lang, "error-no-record", id = id.clone()),
                _ => crate::tr!(lang, "error-no-page", id = id.clone()),
            };
            let words =
                if near.is_empty() { lang.t("error-not-found-words") } else { lang.t("error-near-words") };
            (title, words)
        }
        PortalError::Gone { id, reason, .. } => {
            (crate::tr!(lang, "error-gone", id = id.clone()), reason.clone())
        }
        PortalError::BadParameter { .. } => (lang.t("error-parameter"), lang.t("error-parameter-words")),
        PortalError::Failed { .. } => (lang.t("error-failed"), lang.t("error-failed-words")),
    }
}

fn near_ways(lang: Language, noun: &str, near: &[String]) -> Vec<AnyView> {
    near.iter()
        .map(|id| {
            let address = match noun {
                "plan" => paths::plan(lang, id),
                "province" => paths::province(lang, id),
                "indicator" => paths::indicator(lang, id),
                "agency" => paths::agency(lang, id),
                "law" => paths::law(lang, id),
                _ => paths::page(lang, id),
            };
            view! {
                <li>
                    <a href=address>{id.clone()}</a>
                </li>
            }
            .into_any()
        })
        .collect()
}
