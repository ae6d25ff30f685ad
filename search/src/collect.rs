//! How many texts are found, of each sort, and which of them come first?
//!
//! One walk over all that the words find. Where values of the filters are counted, the
//! filters are held here and not in the index query, so that each value's count can be
//! given as if only the other filters held.

use std::{collections::BTreeMap, sync::Arc};

use app::types::search::HitKind;
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
};

use super::{
    best::{Best, Fold, Order, Ranked},
    columns::{Columns, Stated},
    condition::Condition,
    count::{Counter, Counts},
    facts::KINDS,
};

/// All hits of one list, the first of them in hand.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// Which kind; none of a list of all kinds.
    pub kind: Option<HitKind>,
    /// How many there are.
    pub total: u64,
    /// Money that belongs in plans' planned sums, VND; none where no hit has any.
    pub counted_vnd: Option<i64>,
    /// The first of them.
    pub best: Best,
}

/// Everything found.
#[derive(Clone, Debug, Default)]
pub(super) struct Walked {
    /// By kind, or all as one under none.
    pub lists: BTreeMap<Option<HitKind>, List>,
    /// Values to filter by.
    pub counts: Counts,
}

impl Walked {
    /// Everything found.
    pub(super) fn total(&self) -> u64 {
        self.lists.values().map(|list| list.total).sum()
    }
}

/// Walks over what the words find.
#[derive(Clone)]
pub(super) struct Walk {
    /// Those of all segments.
    pub columns: Arc<[Arc<Columns>]>,
    /// Filters that are held here.
    pub conditions: Vec<Condition>,
    /// Whether values of filters are counted.
    pub facets: bool,
    /// Whether each kind is a list of its own.
    pub by_kind: bool,
    /// The order of hits.
    pub order: Order,
    /// Which hits stand for one another.
    pub fold: Fold,
    /// Hits to keep of each list; where it is zero, they are only counted.
    pub limit: usize,
}

impl Collector for Walk {
    type Fruit = Walked;
    type Child = SegmentWalk;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<SegmentWalk> {
        let columns = &self.columns[segment as usize];
        Ok(SegmentWalk {
            counter: Counter::new(columns, &self.conditions, self.facets),
            columns: Arc::clone(columns),
            lists: [const { None }; KINDS.len()],
            walk: self.clone(),
            segment,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.limit > 0
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Walked>>) -> tantivy::Result<Walked> {
        let mut whole = Walked::default();
        for fruit in fruits {
            let fruit = fruit?;
            whole.counts.add(fruit.counts);
            for (kind, list) in fruit.lists {
                match whole.lists.get_mut(&kind) {
                    None => drop(whole.lists.insert(kind, list)),
                    Some(all) => {
                        all.total += list.total;
                        all.counted_vnd = added(all.counted_vnd, list.counted_vnd);
                        all.best.extend(list.best);
                    }
                }
            }
        }
        Ok(whole)
    }
}

/// [`Walk`] on one segment.
pub(super) struct SegmentWalk {
    walk: Walk,
    segment: SegmentOrdinal,
    columns: Arc<Columns>,
    counter: Counter,
    /// By kind, or all as one in the first place.
    lists: [Option<List>; KINDS.len()],
}

impl SegmentWalk {
    fn key(&self, stated: &Stated) -> Option<i64> {
        match self.walk.order {
            Order::Relevance => None,
            Order::AmountFalling | Order::AmountRising => stated.amount,
            Order::YearFalling => stated.years.iter().max().copied(),
            Order::YearRising => stated.years.iter().min().copied(),
            Order::Newest => stated.published,
        }
    }
}

impl SegmentCollector for SegmentWalk {
    type Fruit = tantivy::Result<Walked>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let combination = self.columns.of(doc);
        let stated = &self.columns.stated[combination];
        let Some(kind) = stated.kind else { return };
        if !self.counter.count(combination) {
            return;
        }
        let key = self.key(stated);
        let Walk { by_kind, order, fold, limit, .. } = self.walk;
        let list = self.lists[if by_kind { kind as usize } else { 0 }].get_or_insert_with(|| List {
            kind: by_kind.then_some(kind),
            total: 0,
            counted_vnd: None,
            best: Best::new(order, fold, limit),
        });
        list.total += 1;
        list.counted_vnd = added(list.counted_vnd, stated.counted);
        if limit > 0 && list.best.takes(score, key) {
            list.best.push(Ranked {
                address: DocAddress::new(self.segment, doc),
                score,
                key,
                place: self.columns.place.first(doc).unwrap_or(u64::MAX),
                family: self.columns.family.first(doc),
                spot: self.columns.spot.first(doc),
            });
        }
    }

    fn harvest(self) -> tantivy::Result<Walked> {
        let counts = if self.walk.facets { self.counter.counts() } else { Counts::default() };
        let lists = self.lists.into_iter().flatten().map(|list| (list.kind, list)).collect();
        Ok(Walked { lists, counts })
    }
}

/// The sum of what is stated; none where nothing is.
fn added(sum: Option<i64>, amount: Option<i64>) -> Option<i64> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => Some(sum.saturating_add(amount)),
        (sum, amount) => sum.or(amount),
    }
}
