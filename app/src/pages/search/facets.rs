//! By what can a search be narrowed down, and how many hits would stay?

use leptos::prelude::*;

use super::address;
use crate::{
    components::filter_bar::{Condition, parameter_name},
    format,
    i18n::Language,
    paths,
    types::{
        filter::Filter,
        listing::{Facet, FacetValue},
        search::SearchQuery,
    },
};

/// Parameters that narrow a search down.
const CONDITIONS: [&str; 6] = ["kind", "plan", "province", "province_now", "year", "agency"];
/// Values of one facet that are shown at once; the rest is folded.
const SHOWN: usize = 8;

/// The query's parameters as they stand in an address.
pub(super) fn pairs(query: &SearchQuery) -> Vec<(String, String)> {
    serde_urlencoded::from_str(&paths::query_of(query)).unwrap_or_default()
}

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
    let href = address(lang, &with(query, parameter, chosen));
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

/// The query with one parameter set or given up, from its first page.
pub(super) fn with(query: &SearchQuery, parameter: &str, value: Option<&str>) -> SearchQuery {
    let mut pairs = pairs(query);
    pairs.retain(|(name, _)| name != parameter && name != "cursor");
    pairs.extend(value.map(|value| (parameter.to_owned(), value.to_owned())));
    // Values come from the facets themselves, so they read; else the search goes on as it was.
    serde_urlencoded::to_string(&pairs)
        .ok()
        .and_then(|query| serde_urlencoded::from_str(&query).ok())
        .unwrap_or_else(|| query.clone())
}

/// What the search is narrowed down to, for the chips.
pub(super) fn conditions(lang: Language, query: &SearchQuery, facets: &[Facet]) -> Vec<Condition> {
    let chosen = pairs(query).into_iter().filter(|(name, _)| CONDITIONS.contains(&name.as_str()));
    chosen
        .map(|(parameter, value)| Condition {
            name: parameter_name(lang, &parameter),
            value: label(facets, &parameter, &value),
            without: address(lang, &with(query, &parameter, None)),
            filter: Filter::default(),
            parameter,
        })
        .collect()
}

fn label(facets: &[Facet], parameter: &str, value: &str) -> String {
    let mut values =
        facets.iter().filter(|facet| facet.parameter == parameter).flat_map(|facet| &facet.values);
    values.find(|known| known.value == value).map_or_else(|| value.to_owned(), |known| known.label.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_and_giving_up_a_value_keeps_the_rest_and_starts_from_the_first_page() {
        let query = SearchQuery {
            q: Some("LGSP".into()),
            year: Some(2020),
            cursor: Some("xyz".into()),
            ..SearchQuery::default()
        };
        let chosen = with(&query, "province", Some("soc-trang"));
        assert_eq!(chosen.province.as_deref(), Some("soc-trang"));
        assert_eq!((chosen.q.as_deref(), chosen.year), (Some("LGSP"), Some(2020)));
        assert_eq!(chosen.cursor, None);
        assert_eq!(with(&chosen, "year", None).year, None);
    }
}
