//! What does a search find, as pages and API show it?

mod ask;
mod cursor;
mod facets;

use std::sync::Arc;

use app::{
    error::PortalError,
    format,
    i18n::Language,
    portal::Answer,
    types::search::{Hit, HitGroup, HitKind, LooserSearch, SameWords, SearchQuery, SearchResults},
};

use crate::search::{Column, Found, FoundGroup, FoundHit, Looser, Request, Search, anchor_of};

pub(crate) use ask::{NAMED, NUMBER_TESTS, TEXT_TESTS, words_of};

/// Answers a search.
///
/// A cursor counts hits: it goes on after those shown, in the order of the revision
/// that is shown then, and reaches the last of them.
pub async fn search(search: &Arc<Search>, query: &SearchQuery) -> Answer<SearchResults> {
    let (request, lang) = ask::read(query)?;
    let (index, asked) = (Arc::clone(search), request.clone());
    let found = tokio::task::spawn_blocking(move || index.search(&asked)).await;
    let found = found.map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
    Ok(results(query, &request, found, lang))
}

/// Refuses a search that cannot be asked.
pub(crate) fn check(query: &SearchQuery) -> Answer<()> {
    ask::read(query).map(drop)
}

fn failed(error: &impl std::error::Error) -> PortalError {
    tracing::error!(%error, "the search failed");
    PortalError::Failed { what: "the search".to_owned() }
}

fn results(query: &SearchQuery, request: &Request, found: Found, lang: Language) -> SearchResults {
    let total = found.total();
    let shown = request.offset.saturating_add(request.limit);
    let one_list = !request.by_kind || query.get("kind").is_some();
    let more = one_list && found.groups.iter().any(|group| group.more);
    let shown_group = |group: FoundGroup| HitGroup {
        kind: group.kind,
        total: group.total,
        amount_vnd: group.counted_vnd,
        hits: group.hits.into_iter().map(|hit| shown_hit(hit, &request.typed, lang)).collect(),
    };
    let partial = found.partial.map(|group| HitGroup { amount_vnd: None, ..shown_group(group) });
    SearchResults {
        q: request.typed.clone(),
        total,
        groups: found.groups.into_iter().map(shown_group).collect(),
        partial,
        facets: if request.facets { facets::facets(&found.counts, query, lang) } else { Vec::new() },
        next: more.then(|| cursor::cursor(query, shown)),
        expansions: found.expansions,
        did_you_mean: found.did_you_mean,
        ignored: found.ignored,
        looser: found.looser.into_iter().map(|looser| looser_search(query, looser)).collect(),
        revision: found.revision,
    }
}

fn looser_search(query: &SearchQuery, looser: Looser) -> LooserSearch {
    let address = match looser.column {
        None => query.with("q", Some(&looser.typed)),
        Some(column) => without(query, column),
    };
    LooserSearch {
        parameter: looser.column.map(|column| column.name().to_owned()),
        words: looser.words,
        query: address.without(&["lang"]).to_query(),
        total: looser.total,
    }
}

/// The query without any filter on a column.
fn without(query: &SearchQuery, column: Column) -> SearchQuery {
    let of_column = |name: &str| name.split_once("__").map_or(name, |(column, _)| column) == column.name();
    let names: Vec<&str> =
        query.pairs().iter().map(|(name, _)| name.as_str()).filter(|name| of_column(name)).collect();
    query.without(&names)
}

fn shown_hit(hit: FoundHit, typed: &str, lang: Language) -> Hit {
    let shown = hit.shown;
    let value = shown.measure.as_ref().map(|measure| {
        format::compared(lang, measure.comparator, measure.value, measure.value_max, measure.unit.as_deref())
    });
    Hit {
        kind: shown.facts.kind,
        href: href(shown.facts.kind, &shown.facts.plan, &shown.id, typed),
        id: shown.id,
        plan_id: shown.facts.plan,
        plan_label: shown.plan_label,
        address: shown.address,
        passage: shown.passage,
        path: shown.path,
        title: hit.title,
        snippet: hit.snippet,
        amount_vnd: shown.facts.amount_vnd,
        disbursed_vnd: shown.disbursed_vnd,
        value,
        lead_agency: shown.lead_agency,
        year: shown.year,
        published_at: shown.published_at,
        score: hit.score,
        same_words: hit.family.map(|(key, others)| SameWords { key: format!("{key:016x}"), others }),
    }
}

/// Opens the reader at the sentence, the words marked.
fn href(kind: HitKind, plan: &str, id: &str, typed: &str) -> String {
    let words = match typed.trim() {
        "" => String::new(),
        typed => format!("?{}", SearchQuery::words(typed).to_query()),
    };
    let place = anchor_of(kind, id).map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("/plans/{plan}{words}{place}")
}

/// The message that names a kind to people.
fn kind_message(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Plan => "nav-plans",
        HitKind::Spending => "search-kind-spending",
        HitKind::Total => "search-kind-total",
        HitKind::Target => "search-kind-target",
        HitKind::Objective => "search-kind-objective",
        HitKind::Progress => "search-kind-progress",
        HitKind::Citation => "search-kind-citation",
        HitKind::Passage => "search-kind-passage",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_lead_to_their_sentence_with_the_words() {
        let record = href(HitKind::Spending, "kien-giang-2020", "ab12", "số hóa");
        assert_eq!(record, "/plans/kien-giang-2020?q=s%E1%BB%91+h%C3%B3a#r-ab12");
        assert_eq!(href(HitKind::Passage, "p", "b-12", ""), "/plans/p#b-12");
        assert_eq!(href(HitKind::Plan, "p", "p", "a"), "/plans/p?q=a");
    }

    #[test]
    fn a_looser_search_gives_up_every_filter_of_the_column() {
        let query = SearchQuery::parse("q=a&year__gte=2019&year__lte=2020&plan=p&cursor=x");
        assert_eq!(without(&query, Column::Year).to_query(), "q=a&plan=p");
    }
}
