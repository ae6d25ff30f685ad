//! What does a search find, as pages and API show it?

use std::{collections::BTreeMap, sync::Arc};

use app::{
    error::{ParameterFault, PortalError},
    format,
    i18n::Language,
    portal::Answer,
    types::{
        filter::{LIMIT_DEFAULT, LIMIT_MAX},
        listing::{Facet, FacetValue},
        search::{Hit, HitGroup, HitKind, SearchQuery, SearchResults},
    },
};
use plandoc::catalog::{agencies, provinces};
use sha2::{Digest, Sha256};

use crate::search::{Counts, Facets, Found, FoundHit, KINDS, Order, Request, Search, anchor_of, kind_number};

/// Hits of each kind, where no kind is chosen and no limit given.
const OVERVIEW_LIMIT: u32 = 5;

/// Values of a facet that are offered; the chosen one always is.
const FACET_VALUES: usize = 50;

/// Words for `sort`.
const SORTS: [(&str, Order); 5] = [
    ("relevance", Order::Relevance),
    ("-amount", Order::AmountFalling),
    ("amount", Order::AmountRising),
    ("-year", Order::YearFalling),
    ("year", Order::YearRising),
];

/// Answers a search.
///
/// A cursor counts hits: it goes on after those shown, in the order of the revision
/// that is shown then, and reaches the last of them.
pub async fn search(search: &Arc<Search>, query: &SearchQuery) -> Answer<SearchResults> {
    let (request, lang) = read(query)?;
    let (index, asked) = (Arc::clone(search), request.clone());
    let found = tokio::task::spawn_blocking(move || index.search(&asked)).await;
    let found = found.map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
    Ok(results(query, &request, found, lang))
}

fn failed(error: &impl std::error::Error) -> PortalError {
    tracing::error!(%error, "the search failed");
    PortalError::Failed { what: "the search".to_owned() }
}

/// The request that a query makes, or all that is wrong with it.
fn read(query: &SearchQuery) -> Answer<(Request, Language)> {
    let mut faults = Vec::new();
    let lang = match blank(query.lang.as_ref()) {
        None | Some("vi") => Language::Vi,
        Some("en") => Language::En,
        Some(other) => {
            faults.push(fault(
                "lang",
                format!("\"{}\" is none of its values", start_of(other)),
                &["vi", "en"],
            ));
            Language::Vi
        }
    };
    let order = match blank(query.sort.as_ref()) {
        None => Some(Order::Relevance),
        Some(word) => SORTS.iter().find(|(sort, _)| *sort == word).map(|(_, order)| *order),
    };
    if order.is_none() {
        let typed = start_of(query.sort.as_deref().unwrap_or_default());
        faults.push(fault(
            "sort",
            format!("\"{typed}\" is none of its values"),
            &SORTS.map(|(sort, _)| sort),
        ));
    }
    if query.limit.is_some_and(|limit| !(1..=LIMIT_MAX).contains(&limit)) {
        let limit = query.limit.unwrap_or_default();
        let allowed = format!("a whole number from 1 to {LIMIT_MAX}");
        faults.push(fault("limit", format!("{limit} lies outside 1 to {LIMIT_MAX}"), &[&allowed]));
    }
    let offset = offset(query).unwrap_or_else(|bad| {
        faults.push(bad);
        0
    });
    if !faults.is_empty() {
        return Err(PortalError::BadParameter { faults });
    }
    let text = |value: Option<&String>| blank(value).map(str::to_owned);
    let request = Request {
        typed: query.q.clone().unwrap_or_default(),
        plan: text(query.plan.as_ref()),
        province_now: text(query.province_now.as_ref()),
        facets: Facets {
            kind: query.kind,
            province: text(query.province.as_ref()),
            year: query.year,
            agency: text(query.agency.as_ref()),
        },
        order: order.unwrap_or_default(),
        offset,
        limit: limit(query),
    };
    Ok((request, lang))
}

/// A value as given; one left blank, as from a form, says nothing.
fn blank(value: Option<&String>) -> Option<&str> {
    value.map(|value| value.trim()).filter(|value| !value.is_empty())
}

fn limit(query: &SearchQuery) -> usize {
    let unless_told = if query.kind.is_some() { LIMIT_DEFAULT } else { OVERVIEW_LIMIT };
    usize::try_from(query.limit.unwrap_or(unless_told)).unwrap_or(usize::MAX)
}

fn fault(parameter: &str, detail: String, allowed: &[&str]) -> ParameterFault {
    let allowed = allowed.iter().map(|value| (*value).to_owned()).collect();
    ParameterFault { parameter: parameter.to_owned(), detail, allowed }
}

/// The start of a value, short enough for a message.
fn start_of(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control()).take(60).collect()
}

fn offset(query: &SearchQuery) -> Result<usize, ParameterFault> {
    let Some(cursor) = blank(query.cursor.as_ref()) else { return Ok(0) };
    let allowed = ["the cursor of page.next of the same search, unchanged"];
    if query.kind.is_none() {
        let kinds = KINDS.map(kind_word);
        return Err(fault(
            "cursor",
            "needs a kind: hits of several kinds have no one order".to_owned(),
            &kinds,
        ));
    }
    let (mark, count) = cursor.split_once('-').unwrap_or_default();
    let count = usize::from_str_radix(count, 36).ok().filter(|_| mark == mark_of(query));
    count.ok_or_else(|| fault("cursor", format!("\"{}\" is not of this search", start_of(cursor)), &allowed))
}

fn cursor(query: &SearchQuery, after: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = after;
    while rest > 0 || digits.is_empty() {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[rest % 36]);
        rest /= 36;
    }
    digits.reverse();
    format!("{}-{}", mark_of(query), String::from_utf8_lossy(&digits))
}

/// What tells one search from another, but for its page.
fn mark_of(query: &SearchQuery) -> String {
    let search = SearchQuery { cursor: None, limit: None, lang: None, ..query.clone() };
    let address = serde_json::to_vec(&search).unwrap_or_default();
    Sha256::digest(address).iter().take(5).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

fn results(query: &SearchQuery, request: &Request, found: Found, lang: Language) -> SearchResults {
    let total: usize = found.groups.iter().map(|group| group.total).sum();
    let shown = request.offset.saturating_add(request.limit);
    let next = (query.kind.is_some() && shown < total).then(|| cursor(query, shown));
    let groups = found.groups.into_iter().map(|group| HitGroup {
        kind: group.kind,
        total: count(group.total),
        amount_vnd: group.counted_vnd,
        hits: group.hits.into_iter().map(|hit| shown_hit(hit, &request.typed, lang)).collect(),
    });
    SearchResults {
        q: request.typed.clone(),
        total: count(total),
        groups: groups.collect(),
        facets: facets(&found.counts, &request.facets, lang),
        next,
        expansions: found.expansions,
        did_you_mean: found.did_you_mean,
        ignored: found.ignored,
        revision: found.revision,
    }
}

fn count(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}

fn shown_hit(hit: FoundHit, typed: &str, lang: Language) -> Hit {
    let shown = hit.shown;
    let value = shown.measure.as_ref().map(|measure| {
        format::compared(lang, measure.comparator, measure.value, measure.value_max, measure.unit.as_deref())
    });
    Hit {
        kind: shown.kind,
        href: href(shown.kind, &shown.plan_id, &shown.id, typed),
        id: shown.id,
        plan_id: shown.plan_id,
        plan_label: shown.plan_label,
        address: shown.address,
        title: hit.title,
        snippet: hit.snippet,
        amount_vnd: shown.amount_vnd,
        disbursed_vnd: shown.disbursed_vnd,
        value,
        lead_agency: shown.lead_agency,
        year: shown.year,
        score: hit.score,
    }
}

/// Opens the reader at the sentence, the words marked.
fn href(kind: HitKind, plan: &str, id: &str, typed: &str) -> String {
    let words = match typed.trim() {
        "" => String::new(),
        typed => format!("?{}", serde_urlencoded::to_string([("q", typed)]).unwrap_or_default()),
    };
    let place = anchor_of(kind, id).map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("/plans/{plan}{words}{place}")
}

/// Values to filter by, each with the hits that it would give, the other filters holding.
fn facets(counts: &Counts, chosen: &Facets, lang: Language) -> Vec<Facet> {
    let kinds = KINDS.into_iter().filter_map(|kind| {
        let count = counts.kinds.get(&kind_number(kind)).copied()?;
        let label = lang.t(kind_message(kind));
        let chosen = chosen.kind == Some(kind);
        Some(FacetValue { value: kind_word(kind).to_owned(), label, count, chosen })
    });
    let years: BTreeMap<String, u64> =
        counts.years.iter().map(|(year, count)| (year.to_string(), *count)).collect();
    let province = |slug: &str| provinces::by_slug(slug).map(|province| province.name.clone());
    let agency = |id: &str| {
        let agency = agencies::by_id(id)?;
        Some(if lang == Language::En { agency.name_en.clone() } else { agency.name_vi.clone() })
    };
    let year = chosen.year.map(|year| year.to_string());
    let facets = [
        Facet { parameter: "kind".to_owned(), values: kinds.collect() },
        facet("province", &counts.provinces, chosen.province.as_deref(), province),
        facet("year", &years, year.as_deref(), |_| None),
        facet("agency", &counts.agencies, chosen.agency.as_deref(), agency),
    ];
    facets.into_iter().filter(|facet| !facet.values.is_empty()).collect()
}

fn facet(
    parameter: &str,
    counts: &BTreeMap<String, u64>,
    chosen: Option<&str>,
    label: impl Fn(&str) -> Option<String>,
) -> Facet {
    let none = chosen.filter(|value| !counts.contains_key(*value)).map(|value| (value, 0));
    let given = counts.iter().map(|(value, count)| (value.as_str(), *count)).chain(none);
    let mut values: Vec<FacetValue> = given
        .map(|(value, count)| FacetValue {
            value: value.to_owned(),
            label: label(value).unwrap_or_else(|| value.to_owned()),
            count,
            chosen: chosen == Some(value),
        })
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    let mut kept = 0;
    values.retain(|value| {
        kept += 1;
        kept <= FACET_VALUES || value.chosen
    });
    Facet { parameter: parameter.to_owned(), values }
}

/// The word by which addresses know a kind.
fn kind_word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "plan",
        HitKind::Spending => "spending",
        HitKind::Target => "target",
        HitKind::Progress => "progress",
        HitKind::Citation => "citation",
        HitKind::Passage => "passage",
    }
}

/// The message that names a kind to people.
fn kind_message(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "nav-plans",
        HitKind::Spending => "search-kind-spending",
        HitKind::Target => "search-kind-target",
        HitKind::Progress => "search-kind-progress",
        HitKind::Citation => "search-kind-citation",
        HitKind::Passage => "search-kind-passage",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &SearchQuery) -> Answer<Request> {
        read(query).map(|(request, _)| request)
    }

    fn faulty(query: &SearchQuery) -> Vec<ParameterFault> {
        match asked(query) {
            Err(PortalError::BadParameter { faults }) => faults,
            other => panic!("expected faults, got {other:?}"),
        }
    }

    fn of_kind(kind: HitKind) -> SearchQuery {
        SearchQuery { q: Some("số hóa".into()), kind: Some(kind), ..SearchQuery::default() }
    }

    #[test]
    fn bad_parameters_are_all_named_with_what_is_allowed() {
        let faults = faulty(&SearchQuery {
            sort: Some("size".into()),
            limit: Some(1001),
            lang: Some("fr".into()),
            ..SearchQuery::default()
        });
        let named: Vec<&str> = faults.iter().map(|fault| fault.parameter.as_str()).collect();
        assert_eq!(named, ["lang", "sort", "limit"]);
        assert_eq!(faults[1].allowed, ["relevance", "-amount", "amount", "-year", "year"]);
        assert_eq!(faulty(&SearchQuery { limit: Some(0), ..SearchQuery::default() })[0].parameter, "limit");
    }

    #[test]
    fn values_left_blank_say_nothing() {
        let blank = Some(" ".to_owned());
        let query =
            SearchQuery { sort: blank.clone(), cursor: blank.clone(), plan: blank, ..SearchQuery::default() };
        assert_eq!(asked(&query).unwrap().plan, None);
    }

    #[test]
    fn a_cursor_goes_on_in_its_own_search_only() {
        let query = of_kind(HitKind::Target);
        let next = SearchQuery { cursor: Some(cursor(&query, 1234)), limit: Some(7), ..query.clone() };
        assert_eq!(asked(&next).unwrap().offset, 1234);
        let other_words = SearchQuery { q: Some("khác".into()), ..next.clone() };
        let no_kind = SearchQuery { kind: None, ..next.clone() };
        let made_up = SearchQuery { cursor: Some("12".into()), ..next };
        for query in [other_words, no_kind, made_up] {
            assert_eq!(faulty(&query)[0].parameter, "cursor");
        }
    }

    #[test]
    fn hits_lead_to_their_sentence_with_the_words() {
        let record = href(HitKind::Spending, "kien-giang-2020", "ab12", "số hóa");
        assert_eq!(record, "/plans/kien-giang-2020?q=s%E1%BB%91+h%C3%B3a#r-ab12");
        assert_eq!(href(HitKind::Passage, "p", "b-12", ""), "/plans/p#b-12");
        assert_eq!(href(HitKind::Plan, "p", "p", "a"), "/plans/p?q=a");
    }

    #[test]
    fn a_chosen_value_is_offered_even_when_it_gives_nothing() {
        let counts = BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 5)]);
        let facet = facet("province", &counts, Some("c"), |_| None);
        let shown: Vec<(&str, u64, bool)> =
            facet.values.iter().map(|value| (value.value.as_str(), value.count, value.chosen)).collect();
        assert_eq!(shown, [("b", 5, false), ("a", 2, false), ("c", 0, true)]);
    }
}
