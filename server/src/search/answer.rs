//! What does a search find, and how is it shown?

use app::types::search::{Fragment, HitKind};
use tantivy::{
    Searcher, TantivyDocument,
    query::{BooleanQuery, Occur, Query as IndexQuery},
    schema::Value,
};

use super::{
    compile::{compile, only},
    entry::{KINDS, Shown, kind_number},
    index::SearchError,
    matching::Setting,
    query::Query,
    rank::{Counts, Facets, Order, Ranked, Ranker, Ranking},
    snapshot::Snapshot,
    snippet::{Marked, SNIPPET_MAX},
    spelling::as_spelt,
    word::{Word, words},
};

/// What is asked of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The words as typed.
    pub typed: String,
    /// Only this plan.
    pub plan: Option<String>,
    /// Only plans of what is this province now.
    pub province_now: Option<String>,
    /// Filters with counted values.
    pub facets: Facets,
    /// The order of hits.
    pub order: Order,
    /// Hits to pass over, of each kind.
    pub offset: usize,
    /// Hits to show, of each kind.
    pub limit: usize,
}

/// One hit.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundHit {
    /// What is stored of it.
    pub shown: Shown,
    /// Its title with the words marked.
    pub title: Option<Vec<Fragment>>,
    /// Its words around what was found.
    pub snippet: Vec<Fragment>,
    /// Relevance.
    pub score: f32,
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundGroup {
    /// Which kind.
    pub kind: HitKind,
    /// All hits of it.
    pub total: usize,
    /// Money of all of them that belongs in plans' planned sums, VND; none where none has any.
    pub counted_vnd: Option<i64>,
    /// Those asked for.
    pub hits: Vec<FoundHit>,
}

/// Everything found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Groups with hits, in the order of kinds.
    pub groups: Vec<FoundGroup>,
    /// Values to filter by.
    pub counts: Counts,
    /// What was searched too: (side typed, side added).
    pub expansions: Vec<(String, String)>,
    /// A better spelling.
    pub did_you_mean: Option<String>,
    /// What was not understood.
    pub ignored: Vec<String>,
    /// The store's revision shown.
    pub revision: u64,
}

impl Snapshot {
    /// Answers a search.
    ///
    /// A word typed with marks means that word. Where nothing at all is found so, marks
    /// are set aside, and `did_you_mean` gives the spelling that was found.
    pub(super) fn search(&self, request: &Request) -> Result<Found, SearchError> {
        let (mut query, expansions) = self.read(&request.typed);
        let mut ranking = self.rank(&query, request)?;
        let mut did_you_mean = None;
        if ranking.matched == 0 && query.counts_marks() {
            let relaxed = query.without_marks();
            let found = self.rank(&relaxed, request)?;
            if found.matched > 0 {
                (query, ranking) = (relaxed, found);
                did_you_mean = self.spelling_found(&query, request)?;
            }
        }
        if ranking.matched == 0 {
            did_you_mean = self.did_you_mean(&query, request)?;
        }
        let groups = self.groups(&query, &mut ranking, request)?;
        Ok(Found {
            groups,
            counts: ranking.counts,
            expansions,
            did_you_mean,
            ignored: query.ignored,
            revision: self.stamp.revision,
        })
    }

    /// Reads what was typed and widens it; gives what was added.
    pub(super) fn read(&self, typed: &str) -> (Query, Vec<(String, String)>) {
        let mut query = Query::parse(typed);
        let expansions = self.expander.expand(&mut query, typed);
        (query, expansions)
    }

    fn rank(&self, query: &Query, request: &Request) -> Result<Ranking, SearchError> {
        let ranker = Ranker { facets: request.facets.clone(), order: request.order };
        Ok(self.searcher.search(&*self.index_query(query, request), &ranker)?)
    }

    fn index_query(&self, query: &Query, request: &Request) -> Box<dyn IndexQuery> {
        let mut parts = vec![(Occur::Must, compile(query, &self.fields))];
        for (field, value) in
            [(self.fields.plan, &request.plan), (self.fields.province_now, &request.province_now)]
        {
            if let Some(value) = value {
                parts.push((Occur::Must, only(field, value)));
            }
        }
        Box::new(BooleanQuery::new(parts))
    }

    fn groups(
        &self,
        query: &Query,
        ranking: &mut Ranking,
        request: &Request,
    ) -> Result<Vec<FoundGroup>, SearchError> {
        let mut groups = Vec::new();
        for kind in KINDS {
            let Some(found) = ranking.kinds.get_mut(&kind_number(kind)) else { continue };
            let (total, counted_vnd) = (found.total(), found.counted_vnd);
            let page = found.page(request.order, request.offset, request.limit);
            let hits = page.iter().map(|ranked| self.hit(query, ranked)).collect::<Result<_, _>>()?;
            groups.push(FoundGroup { kind, total, counted_vnd, hits });
        }
        Ok(groups)
    }

    fn hit(&self, query: &Query, ranked: &Ranked) -> Result<FoundHit, SearchError> {
        let shown = self.shown(&self.searcher, ranked)?;
        let (title, snippet) = marked(query, &shown);
        Ok(FoundHit { shown, title, snippet, score: ranked.score })
    }

    fn shown(&self, searcher: &Searcher, ranked: &Ranked) -> Result<Shown, SearchError> {
        let document: TantivyDocument = searcher.doc(ranked.address)?;
        let json = document.get_first(self.fields.shown).and_then(|value| value.as_str()).unwrap_or_default();
        Ok(serde_json::from_str(json)?)
    }

    /// The words as they stand in what was found without regard to marks.
    fn spelling_found(&self, query: &Query, request: &Request) -> Result<Option<String>, SearchError> {
        let anywhere = Request { facets: Facets::default(), ..request.clone() };
        let mut ranking = self.rank(query, &anywhere)?;
        let best = ranking
            .kinds
            .values_mut()
            .filter_map(|found| found.page(Order::Relevance, 0, 1).first().copied());
        let Some(best) = best.max_by(|a, b| a.score.total_cmp(&b.score)) else { return Ok(None) };
        let words = words(&self.shown(&self.searcher, &best)?.searched());
        Ok(as_spelt(query, &words))
    }

    fn did_you_mean(&self, query: &Query, request: &Request) -> Result<Option<String>, SearchError> {
        let anywhere = Request { facets: Facets::default(), ..request.clone() };
        let finds = |query: &Query| self.rank(query, &anywhere).map_or(0, |found| found.matched);
        Ok(self.vocabulary()?.did_you_mean(query, finds))
    }
}

/// Title and snippet of a hit with what was asked for marked.
fn marked(query: &Query, shown: &Shown) -> (Option<Vec<Fragment>>, Vec<Fragment>) {
    let searched = words(&shown.searched());
    let setting = Setting { province: shown.province.as_deref(), years: &shown.years };
    let marks = query.find(&searched, setting).unwrap_or_default();
    let title_length = shown.title.as_ref().map(|title| title.chars().count());
    let part = |text: &str, offset: usize| {
        let end = offset + text.chars().count();
        let within = |word: &Word| word.range.start >= offset && word.range.end <= end;
        let kept = marks.iter().filter(|mark| searched[(*mark).clone()].iter().all(within)).cloned();
        Marked { text, words: &searched, marks: &kept.collect::<Vec<_>>(), offset }.parts()
    };
    let title = shown.title.as_ref().map(|title| part(title, 0).0);
    let offset = title_length.map_or(0, |length| length + 1);
    (title, part(&shown.text, offset).1)
}

impl Marked<'_> {
    /// The whole, and the snippet.
    fn parts(&self) -> (Vec<Fragment>, Vec<Fragment>) {
        (self.whole(), self.snippet(SNIPPET_MAX))
    }
}
