//! How is a search answered?

use std::sync::Arc;

use app::types::search::HitKind;
use tantivy::{
    TantivyDocument, Term,
    query::{BooleanQuery, Occur, Query as IndexQuery, TermQuery},
    schema::{IndexRecordOption, Value},
};

use super::{
    best::{Fold, Order, Ranked},
    collect::{List, Walk},
    compile::{compile, raising},
    condition::Condition,
    entry::Shown,
    facts::{Column, KINDS},
    found::{Found, FoundGroup, FoundHit},
    index::SearchError,
    marked::marked,
    partial::partly,
    query::Query,
    rank::{WINDOW, ranked},
    request::Request,
    snapshot::Snapshot,
    spelling::as_spelt,
    word::words,
};

/// Where fewer hits than this hold everything, those that hold a part follow.
const PARTIAL_BELOW: u64 = 50;
/// Hits that hold a part, where no more of a list are asked for.
const PARTIAL_SHOWN: usize = 50;
/// Hits that hold a part, at most.
const PARTIAL_MOST: usize = 200;

/// Whether a filter is held on the walk: all are where values are counted, and that of kinds always,
/// since nearly all texts are of the one that is asked for most.
fn is_held(condition: &Condition, request: &Request) -> bool {
    request.facets || condition.column == Column::Kind
}

impl Snapshot {
    /// Answers a search.
    ///
    /// A word typed with marks means that word. Where nothing at all is found so, marks
    /// are set aside, and `did_you_mean` gives the spelling that was found.
    pub(super) fn search(&self, request: &Request) -> Result<Found, SearchError> {
        let (query, expansions) = self.read(&request.typed);
        let mut found = self.found(&query, request)?;
        if found.groups.is_empty() {
            let anywhere = Request { conditions: Vec::new(), family: None, ..request.clone() };
            if self.total(&query, &anywhere)? == 0 {
                let relaxed = query.without_marks();
                if query.counts_marks() && self.total(&relaxed, &anywhere)? > 0 {
                    found = self.found(&relaxed, request)?;
                    found.did_you_mean = self.spelling_found(&relaxed, &anywhere)?;
                } else {
                    found.did_you_mean = self.did_you_mean(&query, &anywhere)?;
                }
            }
        }
        if found.groups.is_empty() {
            found.looser = self.looser(request)?;
        }
        if request.partial && found.total() < PARTIAL_BELOW {
            found.partial = self.partial(&query, request)?;
        }
        Ok(Found { expansions, ..found })
    }

    /// The first that hold only a part of what is asked.
    fn partial(&self, query: &Query, request: &Request) -> Result<Option<FoundGroup>, SearchError> {
        let Some(partly) = partly(query, &self.fields, self.vocabulary()?) else { return Ok(None) };
        let mut parts = vec![(Occur::Must, partly)];
        parts.extend(request.conditions.iter().map(|condition| (Occur::Must, condition.query(&self.fields))));
        let request = Request {
            by_kind: false,
            facets: false,
            fold: if request.fold == Fold::Nothing { Fold::Nothing } else { Fold::SamePlace },
            limit: request.limit.clamp(PARTIAL_SHOWN, PARTIAL_MOST),
            ..request.clone()
        };
        let mut walked = self.searcher.search(&BooleanQuery::new(parts), &self.walk(&request))?;
        let Some(list) = walked.lists.remove(&None) else { return Ok(None) };
        let raising = raising(query, &self.fields);
        self.group(query, None, list, &raising, &request).map(Some)
    }

    /// Reads what was typed and widens it; gives what was added.
    pub(super) fn read(&self, typed: &str) -> (Query, Vec<(String, String)>) {
        let mut query = Query::parse(typed);
        let expansions = self.expander.expand(&mut query, typed);
        (query, expansions)
    }

    /// How much is found under all filters.
    pub(super) fn total(&self, query: &Query, request: &Request) -> Result<u64, SearchError> {
        let counting = Request { facets: false, by_kind: false, fold: Fold::Nothing, ..request.clone() };
        let walk = Walk { limit: 0, ..self.walk(&counting) };
        Ok(self.searcher.search(&self.filtered(query, &counting), &walk)?.total())
    }

    fn found(&self, query: &Query, request: &Request) -> Result<Found, SearchError> {
        let mut walked = self.searcher.search(&self.filtered(query, request), &self.walk(request))?;
        let by_relevance = request.order == Order::Relevance;
        let raising = if by_relevance { raising(query, &self.fields) } else { Vec::new() };
        let mut groups = Vec::new();
        for kind in KINDS.map(Some).into_iter().chain([None]) {
            let Some(list) = walked.lists.remove(&kind).filter(|list| list.total > 0) else { continue };
            groups.push(self.group(query, kind, list, &raising, request)?);
        }
        Ok(Found {
            groups,
            counts: walked.counts,
            ignored: query.ignored.clone(),
            revision: self.stamp.revision,
            ..Found::default()
        })
    }

    fn walk(&self, request: &Request) -> Walk {
        let last = request.offset.saturating_add(request.limit).saturating_add(1);
        let held = request.conditions.iter().filter(|condition| is_held(condition, request));
        Walk {
            columns: Arc::clone(&self.columns),
            conditions: held.cloned().collect(),
            facets: request.facets,
            by_kind: request.by_kind,
            order: request.order,
            fold: request.fold,
            // Which belong to the window may not depend on the page that is asked for.
            limit: last.max(WINDOW),
        }
    }

    /// The index query, without what is held on the walk.
    fn filtered(&self, query: &Query, request: &Request) -> BooleanQuery {
        let mut parts = vec![(Occur::Must, compile(query, &self.fields))];
        let asked = request.conditions.iter().filter(|condition| !is_held(condition, request));
        parts.extend(asked.map(|condition| (Occur::Must, condition.query(&self.fields))));
        parts.extend(request.family.map(|family| (Occur::Must, self.of_family(family))));
        BooleanQuery::new(parts)
    }

    fn of_family(&self, family: u64) -> Box<dyn IndexQuery> {
        let term = Term::from_field_u64(self.fields.family, family);
        Box::new(TermQuery::new(term, IndexRecordOption::Basic))
    }

    fn group(
        &self,
        query: &Query,
        kind: Option<HitKind>,
        list: List,
        raising: &[Box<dyn IndexQuery>],
        request: &Request,
    ) -> Result<FoundGroup, SearchError> {
        let (total, counted_vnd) = (list.total, list.counted_vnd);
        let hits = ranked(&self.searcher, list, raising, request.fold)?;
        let end = request.offset.saturating_add(request.limit);
        let more = hits.len() > end;
        let page = hits.iter().skip(request.offset).take(request.limit);
        let hits = page.map(|ranked| self.hit(query, ranked, request)).collect::<Result<_, _>>()?;
        Ok(FoundGroup { kind, total, counted_vnd, hits, more })
    }

    fn hit(&self, query: &Query, ranked: &Ranked, request: &Request) -> Result<FoundHit, SearchError> {
        let shown = self.shown(ranked)?;
        let (title, snippet) = marked(query, &shown);
        let family = match ranked.family.filter(|_| request.fold != Fold::Nothing) {
            Some(family) => {
                Some((family, self.others(query, family, request)?)).filter(|(_, others)| *others > 0)
            }
            None => None,
        };
        Ok(FoundHit { shown, title, snippet, score: ranked.score, family })
    }

    /// How many others of a family are found.
    fn others(&self, query: &Query, family: u64, request: &Request) -> Result<u64, SearchError> {
        let term = Term::from_field_u64(self.fields.family, family);
        if self.searcher.doc_freq(&term)? < 2 {
            return Ok(0);
        }
        let request = Request { family: Some(family), ..request.clone() };
        Ok(self.total(query, &request)?.saturating_sub(1))
    }

    fn shown(&self, ranked: &Ranked) -> Result<Shown, SearchError> {
        let document: TantivyDocument = self.searcher.doc(ranked.address)?;
        let json = document.get_first(self.fields.shown).and_then(|value| value.as_str()).unwrap_or_default();
        Ok(serde_json::from_str(json)?)
    }

    /// The words as they stand in what was found without regard to marks.
    fn spelling_found(&self, query: &Query, request: &Request) -> Result<Option<String>, SearchError> {
        let best = Request { limit: 1, offset: 0, by_kind: false, facets: false, ..request.clone() };
        let found = self.found(query, &best)?;
        let hit = found.groups.iter().flat_map(|group| &group.hits).next();
        Ok(hit.and_then(|hit| as_spelt(query, &words(&hit.shown.searched()))))
    }

    fn did_you_mean(&self, query: &Query, request: &Request) -> Result<Option<String>, SearchError> {
        let finds = |query: &Query| self.total(query, request).unwrap_or(0);
        Ok(self.vocabulary()?.did_you_mean(query, finds))
    }
}
