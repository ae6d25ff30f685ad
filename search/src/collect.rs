//! How many texts are found, of each sort, and which of them come first?
//!
//! One walk over all that the words find. Where values of the filters are counted, the
//! filters are held here and not in the index query, so that each value's count can be
//! given as if only the other filters held.

use std::collections::BTreeMap;

use app::types::search::HitKind;
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column as Numbers, DynamicColumn, HasAssociatedColumnType},
};

use super::{
    best::{Best, Fold, Order, Ranked},
    condition::Condition,
    count::{Counter, Counts},
    facts::{Column, kind_of},
    schema::column,
};

/// All hits of one list, the first of them in hand.
#[derive(Clone, Debug)]
pub(super) struct List {
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
    /// What the words find before any filter that is held here.
    pub matched: u64,
}

/// Walks over what the words find.
#[derive(Clone, Debug)]
pub(super) struct Walk {
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
    /// Hits to keep of each list.
    pub limit: usize,
}

impl Collector for Walk {
    type Fruit = Walked;
    type Child = SegmentWalk;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentWalk> {
        Ok(SegmentWalk {
            kinds: kinds(reader)?,
            kind: reader.fast_fields().str(Column::Kind.name())?.map(|column| column.ords().clone()),
            counter: Counter::new(reader, &self.conditions, self.facets)?,
            year: numbers(reader, Column::Year.name())?,
            published: numbers(reader, column::PUBLISHED)?,
            amount: numbers(reader, Column::Amount.name())?,
            counted: numbers(reader, column::COUNTED)?,
            place: numbers(reader, column::PLACE)?,
            family: numbers(reader, column::FAMILY)?,
            spot: numbers(reader, column::SPOT)?,
            lists: BTreeMap::new(),
            matched: 0,
            walk: self.clone(),
            segment,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Walked>>) -> tantivy::Result<Walked> {
        let mut whole = Walked::default();
        for fruit in fruits {
            let fruit = fruit?;
            whole.matched += fruit.matched;
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

/// A column of numbers; empty where no text of the segment has one.
pub(super) fn numbers<T>(reader: &SegmentReader, name: &str) -> tantivy::Result<Numbers<T>>
where
    T: HasAssociatedColumnType + PartialOrd + Default,
    DynamicColumn: Into<Option<Numbers<T>>>,
{
    let column = reader.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Numbers::build_empty_column(reader.max_doc())))
}

/// The kind of each word that the segment's kinds have; none for what is no hit.
fn kinds(reader: &SegmentReader) -> tantivy::Result<Vec<Option<HitKind>>> {
    let Some(column) = reader.fast_fields().str(Column::Kind.name())? else { return Ok(Vec::new()) };
    let mut kinds = Vec::new();
    for ord in 0..column.num_terms() as u64 {
        let mut word = String::new();
        column.ord_to_str(ord, &mut word)?;
        kinds.push(kind_of(&word));
    }
    Ok(kinds)
}

/// [`Walk`] on one segment.
pub(super) struct SegmentWalk {
    walk: Walk,
    segment: SegmentOrdinal,
    kinds: Vec<Option<HitKind>>,
    kind: Option<Numbers<u64>>,
    counter: Counter,
    year: Numbers<i64>,
    published: Numbers<i64>,
    amount: Numbers<i64>,
    counted: Numbers<i64>,
    place: Numbers<u64>,
    family: Numbers<u64>,
    spot: Numbers<u64>,
    lists: BTreeMap<Option<HitKind>, List>,
    matched: u64,
}

impl SegmentWalk {
    fn kind_at(&self, doc: DocId) -> Option<HitKind> {
        let ord = self.kind.as_ref()?.first(doc)?;
        self.kinds.get(usize::try_from(ord).ok()?).copied().flatten()
    }

    fn key(&self, doc: DocId) -> Option<i64> {
        match self.walk.order {
            Order::Relevance => None,
            Order::AmountFalling | Order::AmountRising => self.amount.first(doc),
            Order::YearFalling => self.year.values_for_doc(doc).max(),
            Order::YearRising => self.year.values_for_doc(doc).min(),
            Order::Newest => self.published.first(doc),
        }
    }
}

impl SegmentCollector for SegmentWalk {
    type Fruit = tantivy::Result<Walked>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let Some(kind) = self.kind_at(doc) else { return };
        self.matched += 1;
        if !self.counter.count(doc) {
            return;
        }
        let key = self.key(doc);
        let Walk { by_kind, order, fold, limit, .. } = self.walk;
        let list = self.lists.entry(by_kind.then_some(kind)).or_insert_with(|| List {
            total: 0,
            counted_vnd: None,
            best: Best::new(order, fold, limit),
        });
        list.total += 1;
        list.counted_vnd = added(list.counted_vnd, self.counted.first(doc));
        if list.best.takes(score, key) {
            list.best.push(Ranked {
                address: DocAddress::new(self.segment, doc),
                score,
                key,
                place: self.place.first(doc).unwrap_or(u64::MAX),
                family: self.family.first(doc),
                spot: self.spot.first(doc),
            });
        }
    }

    fn harvest(self) -> tantivy::Result<Walked> {
        Ok(Walked { lists: self.lists, counts: self.counter.counts()?, matched: self.matched })
    }
}

/// The sum of what is stated; none where nothing is.
fn added(sum: Option<i64>, amount: Option<i64>) -> Option<i64> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => Some(sum.saturating_add(amount)),
        (sum, amount) => sum.or(amount),
    }
}
