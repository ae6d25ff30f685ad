//! How does one narrow a list down, and see by what it is narrowed?
//!
//! A plain form whose fields are the list's facets; what is chosen stands below
//! as chips that one takes away.

use leptos::prelude::*;

use super::{icon::Icon, parameter_name::parameter_name};
use crate::{
    format,
    i18n::Language,
    paths,
    types::{filter::Filter, listing::Facet},
};

/// Parameters that are not conditions of a filter.
const NOT_CONDITIONS: [&str; 4] = ["sort", "limit", "cursor", "lang"];

/// One condition of a filter, as its chip shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Parameter: "province".
    pub parameter: String,
    /// Its name for people: "Tỉnh".
    pub name: String,
    /// The value's name for people: "Kiên Giang".
    pub value: String,
    /// Address of the list without it.
    pub without: String,
    /// The filter without it.
    pub filter: Filter,
}

/// The conditions that a filter states, in the order of its fields.
pub fn conditions(lang: Language, noun: &str, filter: &Filter, facets: &[Facet]) -> Vec<Condition> {
    let pairs = pairs_of(filter);
    pairs
        .iter()
        .filter(|(parameter, _)| !NOT_CONDITIONS.contains(&parameter.as_str()))
        .map(|(parameter, value)| {
            let rest: Vec<_> =
                pairs.iter().filter(|(other, _)| other != parameter && other != "cursor").collect();
            let filter: Filter = paths::filter_of(&paths::query_of(&rest)).unwrap_or_default();
            Condition {
                parameter: parameter.clone(),
                name: parameter_name(lang, parameter),
                value: value_label(facets, parameter, value),
                without: paths::list(lang, noun, &filter),
                filter,
            }
        })
        .collect()
}

/// The form and the chips.
#[component]
pub fn FilterBar<'a>(
    /// Language of the page.
    lang: Language,
    /// The list: "targets".
    noun: &'static str,
    /// Its filter.
    filter: &'a Filter,
    /// Values one can choose.
    facets: &'a [Facet],
    /// Parameters that the form offers, in order.
    parameters: &'static [&'static str],
) -> impl IntoView + use<> {
    let conditions = conditions(lang, noun, filter, facets);
    let fields = parameters
        .iter()
        .filter_map(|parameter| {
            let facet = facets.iter().find(|facet| facet.parameter == **parameter)?;
            Some(choice(lang, facet))
        })
        .collect_view();
    let kept = pairs_of(filter)
        .into_iter()
        .filter(|(name, _)| name != "q" && name != "cursor" && name != "lang")
        .filter(|(name, _)| {
            !(parameters.contains(&name.as_str()) && facets.iter().any(|f| f.parameter == *name))
        })
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    let action = paths::page(lang, &format!("/{noun}"));
    view! {
        <form class="filters" action=action.clone() method="get" data-filter aria-label=lang.t("filter-label")>
            <div class="field">
                <label for="f-q">{lang.t("filter-words")}</label>
                <input class="in" id="f-q" name="q" type="search" autocomplete="off" value=filter.q.clone() />
            </div>
            {fields}
            {kept}
            <button class="btn main">{lang.t("filter-button")}</button>
        </form>
        <Chips lang conditions all=action />
    }
}

/// What is chosen, each with its way out.
#[component]
pub fn Chips(
    /// Language of the page.
    lang: Language,
    /// What is chosen.
    conditions: Vec<Condition>,
    /// Address of the list without any condition.
    #[prop(into)]
    all: String,
) -> impl IntoView {
    (!conditions.is_empty()).then(|| {
        let chips = conditions
            .into_iter()
            .map(|condition| {
                view! {
                    <a class="chip on" href=condition.without>
                        <span class="k">{condition.name}</span>
                        " "
                        <span class="n">{condition.value}</span>
                        <Icon name="i-x" />
                        <span class="vh">{lang.t("filter-remove")}</span>
                    </a>
                }
            })
            .collect_view();
        view! {
            <p class="chips chosen" role="group" aria-label=lang.t("filter-chosen")>
                {chips}
                <a class="btn plain" href=all>
                    {lang.t("filter-remove-all")}
                </a>
            </p>
        }
    })
}

fn choice(lang: Language, facet: &Facet) -> AnyView {
    let id = format!("f-{}", facet.parameter);
    let options = facet
        .values
        .iter()
        .map(|value| {
            let text = format!("{} ({})", value.label, format::count(lang, value.count));
            view! {
                <option value=value.value.clone() selected=value.chosen>
                    {text}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{parameter_name(lang, &facet.parameter)}</label>
            <select class="in" id=id name=facet.parameter.clone()>
                <option value="">{lang.t("filter-any")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn pairs_of(filter: &Filter) -> Vec<(String, String)> {
    serde_urlencoded::from_str(&paths::query_of(filter)).unwrap_or_default()
}

fn value_label(facets: &[Facet], parameter: &str, value: &str) -> String {
    let values = facets.iter().filter(|facet| facet.parameter == parameter).flat_map(|facet| &facet.values);
    values
        .into_iter()
        .find(|known| known.value == value)
        .map_or_else(|| value.to_owned(), |known| known.label.clone())
}
