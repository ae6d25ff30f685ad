//! By what can a search be narrowed down, and how many hits would stay?

use leptos::prelude::*;

use super::address;
use crate::{
    components::{filter_bar::Condition, parameter_name::parameter_name},
    format,
    i18n::Language,
    types::{
        filter::Filter,
        listing::{Facet, FacetValue},
        search::SearchQuery,
    },
};

/// Parameters that do not narrow a search down.
const NO_CONDITIONS: [&str; 8] = ["q", "view", "fold", "facets", "sort", "limit", "cursor", "lang"];
/// Values of one facet that are shown at once; the rest is folded.
const SHOWN: usize = 8;

/// The facets as links that choose a value or give it up.
pub(super) fn shown(lang: Language, query: &SearchQuery, facets: &[Facet]) -> Option<AnyView> {
    let facets: Vec<&Facet> = facets.iter().filter(|facet| !facet.values.is_empty()).collect();
    if facets.is_empty() {
        return None;
    }
    let names = facets.iter().map(|facet| parameter_name(lang, &facet.parameter).to_lowercase());
    let names = names.collect::<Vec<_>>().join(", ");
    let groups = facets.iter().map(|facet| group(lang, query, facet)).collect_view();
    Some(
        view! {
            <aside class="side" aria-label=lang.t("search-narrow")>
                <details>
                    <summary>
                        {lang.t("filter-button")}
                        " "
                        <span class="label">{names}</span>
                    </summary>
                    <div class="facets">{groups}</div>
                </details>
            </aside>
        }
        .into_any(),
    )
}

fn group(lang: Language, query: &SearchQuery, facet: &Facet) -> AnyView {
    let heading = format!("facet-{}", facet.parameter);
    let line = |value: &FacetValue| line(lang, query, &facet.parameter, value);
    let first = facet.values.iter().take(SHOWN).map(line).collect_view();
    let rest = facet.values.get(SHOWN..).filter(|rest| !rest.is_empty()).map(|rest| {
        let lines = rest.iter().map(line).collect_view();
        view! {
            <details class="more">
                <summary>{crate::tr!(lang, "search-more-values", count = rest.len())}</summary>
                <ul role="list">{lines}</ul>
            </details>
        }
    });
    view! {
        <div class="facet" role="group" aria-labelledby=heading.clone()>
            <p class="facet-name" id=heading.clone()>{parameter_name(lang, &facet.parameter)}</p>
            <ul role="list">{first}</ul>
            {rest}
        </div>
    }
    .into_any()
}

fn line(lang: Language, query: &SearchQuery, parameter: &str, value: &FacetValue) -> AnyView {
    let chosen = (!value.chosen).then_some(value.value.as_str());
    let href = address(lang, &query.with(parameter, chosen));
    let state = value.chosen.then(|| view! { <span class="vh">{lang.t("search-chosen")}</span> });
    view! {
        <li>
            <a
                class="check"
                id=format!("facet-{parameter}-{}", value.value)
                href=href
                aria-current=value.chosen.then_some("true")
            >
                <span class="box" aria-hidden="true"></span>
                <span>{value.label.clone()} {state}</span>
                <span class="n">{format::count(lang, value.count)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// What the search is narrowed down to, for the chips.
pub(super) fn conditions(lang: Language, query: &SearchQuery, facets: &[Facet]) -> Vec<Condition> {
    let chosen = query.pairs().iter().filter(|(name, _)| !NO_CONDITIONS.contains(&name.as_str()));
    chosen
        .map(|(parameter, value)| Condition {
            name: parameter_name(lang, parameter),
            value: label(facets, parameter, value),
            without: address(lang, &query.with(parameter, None)),
            filter: Filter::default(),
            parameter: parameter.clone(),
        })
        .collect()
}

fn label(facets: &[Facet], parameter: &str, value: &str) -> String {
    let mut values =
        facets.iter().filter(|facet| facet.parameter == parameter).flat_map(|facet| &facet.values);
    values.find(|known| known.value == value).map_or_else(|| value.to_owned(), |known| known.label.clone())
}
