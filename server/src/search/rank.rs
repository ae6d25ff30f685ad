//! Which texts are found, in which order, and how many of each sort?
//!
//! One walk over all that the words find. Filters with counted values (kind,
//! province, year, agency) are held here, not in the index query, so that each
//! value's count can be given as if only the other filters held.

use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeMap, HashMap},
};

use app::types::search::HitKind;
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, DynamicColumn, HasAssociatedColumnType, StrColumn},
};

use super::{
    entry::kind_number,
    schema::{LEXICON_KIND, column},
};

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What fits best first.
    #[default]
    Relevance,
    /// Most money first, without money last.
    AmountFalling,
    /// Least money first, without money last.
    AmountRising,
    /// Latest year first, without year last.
    YearFalling,
    /// Earliest year first, without year last.
    YearRising,
}

/// Filters whose values are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Only this kind.
    pub kind: Option<HitKind>,
    /// Slug of the province of then.
    pub province: Option<String>,
    /// Year.
    pub year: Option<i32>,
    /// Catalogue id of the lead agency.
    pub agency: Option<String>,
}

/// One thing found, with what orders it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    /// Where the index has it.
    pub address: DocAddress,
    /// Relevance.
    pub score: Score,
    key: Option<i64>,
    place: u64,
}

/// All of one kind.
#[derive(Clone, Debug, Default)]
pub(super) struct KindHits {
    /// In no order yet.
    hits: Vec<Ranked>,
    /// Money that belongs in plans' planned sums, VND; none where no hit has any.
    pub counted_vnd: Option<i64>,
}

/// Values of each filter with the number of texts that have them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By [`kind_number`].
    pub kinds: BTreeMap<u64, u64>,
    /// By slug.
    pub provinces: BTreeMap<String, u64>,
    /// By year.
    pub years: BTreeMap<i64, u64>,
    /// By catalogue id.
    pub agencies: BTreeMap<String, u64>,
}

/// Everything found.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranking {
    /// By [`kind_number`].
    pub kinds: BTreeMap<u64, KindHits>,
    /// Values to filter by.
    pub counts: Counts,
    /// What the words find before any of the [`Facets`] is looked at.
    pub matched: u64,
}

impl KindHits {
    /// How many there are.
    pub(super) fn total(&self) -> usize {
        self.hits.len()
    }

    /// The hits from `offset` on, at most `limit`, in order.
    pub(super) fn page(&mut self, order: Order, offset: usize, limit: usize) -> &[Ranked] {
        let end = offset.saturating_add(limit).min(self.hits.len());
        if end < self.hits.len() {
            self.hits.select_nth_unstable_by(end, |a, b| compare(order, a, b));
        }
        self.hits[..end].sort_unstable_by(|a, b| compare(order, a, b));
        &self.hits[offset.min(end)..end]
    }
}

fn compare(order: Order, a: &Ranked, b: &Ranked) -> Ordering {
    let by_key = match order {
        Order::Relevance => Ordering::Equal,
        Order::AmountFalling | Order::YearFalling => {
            (a.key.is_none(), Reverse(a.key)).cmp(&(b.key.is_none(), Reverse(b.key)))
        }
        Order::AmountRising | Order::YearRising => (a.key.is_none(), a.key).cmp(&(b.key.is_none(), b.key)),
    };
    by_key.then(b.score.total_cmp(&a.score)).then(a.place.cmp(&b.place)).then(a.address.cmp(&b.address))
}

/// Walks over what the words find.
#[derive(Clone, Debug)]
pub(super) struct Ranker {
    /// Filters with counted values.
    pub facets: Facets,
    /// The order that hits will be asked for in.
    pub order: Order,
}

impl Collector for Ranker {
    type Fruit = Ranking;
    type Child = SegmentRanker;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentRanker> {
        let columns = reader.fast_fields();
        Ok(SegmentRanker {
            ranker: self.clone(),
            segment,
            kind: numbers(reader, column::KIND)?,
            province: Words::new(columns.str(column::PROVINCE)?, self.facets.province.as_deref())?,
            year: numbers(reader, column::YEAR)?,
            agency: Words::new(columns.str(column::AGENCY)?, self.facets.agency.as_deref())?,
            amount: numbers(reader, column::AMOUNT)?,
            counted: numbers(reader, column::COUNTED)?,
            place: numbers(reader, column::PLACE)?,
            found: Ranking::default(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Ranking>>) -> tantivy::Result<Ranking> {
        let mut whole = Ranking::default();
        for fruit in fruits {
            let fruit = fruit?;
            whole.matched += fruit.matched;
            for (kind, hits) in fruit.kinds {
                let all = whole.kinds.entry(kind).or_default();
                all.hits.extend(hits.hits);
                all.counted_vnd = added(all.counted_vnd, hits.counted_vnd);
            }
            add(&mut whole.counts.kinds, fruit.counts.kinds);
            add(&mut whole.counts.provinces, fruit.counts.provinces);
            add(&mut whole.counts.years, fruit.counts.years);
            add(&mut whole.counts.agencies, fruit.counts.agencies);
        }
        Ok(whole)
    }
}

/// A column of numbers; empty where no text of the segment has one.
fn numbers<T>(reader: &SegmentReader, name: &str) -> tantivy::Result<Column<T>>
where
    T: HasAssociatedColumnType + PartialOrd + Default,
    DynamicColumn: Into<Option<Column<T>>>,
{
    let column = reader.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Column::build_empty_column(reader.max_doc())))
}

fn add<K: Ord>(all: &mut BTreeMap<K, u64>, some: BTreeMap<K, u64>) {
    for (value, count) in some {
        *all.entry(value).or_default() += count;
    }
}

/// Which word of a column is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Any,
    /// By its number in the segment.
    Only(u64),
    /// The segment does not hold it.
    Absent,
}

/// A column of words with the one that is filtered by.
struct Words {
    column: Option<StrColumn>,
    wanted: Wanted,
    counts: HashMap<u64, u64>,
}

impl Words {
    fn new(column: Option<StrColumn>, wanted: Option<&str>) -> tantivy::Result<Self> {
        let wanted = match (wanted, &column) {
            (None, _) => Wanted::Any,
            (Some(_), None) => Wanted::Absent,
            (Some(word), Some(column)) => {
                column.dictionary().term_ord(word.as_bytes())?.map_or(Wanted::Absent, Wanted::Only)
            }
        };
        Ok(Self { column, wanted, counts: HashMap::new() })
    }

    fn of(&self, doc: DocId) -> Option<u64> {
        self.column.as_ref()?.ords().first(doc)
    }

    fn fits(&self, value: Option<u64>) -> bool {
        match self.wanted {
            Wanted::Any => true,
            Wanted::Only(wanted) => value == Some(wanted),
            Wanted::Absent => false,
        }
    }

    fn count(&mut self, value: Option<u64>) {
        if let Some(value) = value {
            *self.counts.entry(value).or_default() += 1;
        }
    }

    fn named(self) -> tantivy::Result<BTreeMap<String, u64>> {
        let Some(column) = self.column else { return Ok(BTreeMap::new()) };
        let mut found = BTreeMap::new();
        for (ord, count) in self.counts {
            let mut word = String::new();
            column.ord_to_str(ord, &mut word)?;
            found.insert(word, count);
        }
        Ok(found)
    }
}

/// [`Ranker`] on one segment.
pub(super) struct SegmentRanker {
    ranker: Ranker,
    segment: SegmentOrdinal,
    kind: Column<u64>,
    province: Words,
    year: Column<i64>,
    agency: Words,
    amount: Column<i64>,
    counted: Column<i64>,
    place: Column<u64>,
    found: Ranking,
}

impl SegmentRanker {
    fn key(&self, doc: DocId) -> Option<i64> {
        match self.ranker.order {
            Order::Relevance => None,
            Order::AmountFalling | Order::AmountRising => self.amount.first(doc),
            Order::YearFalling => self.year.values_for_doc(doc).max(),
            Order::YearRising => self.year.values_for_doc(doc).min(),
        }
    }
}

impl SegmentCollector for SegmentRanker {
    type Fruit = tantivy::Result<Ranking>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let Some(kind) = self.kind.first(doc).filter(|kind| *kind != LEXICON_KIND) else { return };
        self.found.matched += 1;
        let (province, agency) = (self.province.of(doc), self.agency.of(doc));
        let facets = &self.ranker.facets;
        let kind_fits = facets.kind.is_none_or(|wanted| kind_number(wanted) == kind);
        let year_fits = facets
            .year
            .is_none_or(|wanted| self.year.values_for_doc(doc).any(|year| year == i64::from(wanted)));
        let (province_fits, agency_fits) = (self.province.fits(province), self.agency.fits(agency));
        if province_fits && year_fits && agency_fits {
            *self.found.counts.kinds.entry(kind).or_default() += 1;
        }
        if kind_fits && year_fits && agency_fits {
            self.province.count(province);
        }
        if kind_fits && province_fits && agency_fits {
            for year in self.year.values_for_doc(doc) {
                *self.found.counts.years.entry(year).or_default() += 1;
            }
        }
        if kind_fits && province_fits && year_fits {
            self.agency.count(agency);
        }
        if kind_fits && province_fits && year_fits && agency_fits {
            let address = DocAddress::new(self.segment, doc);
            let place = self.place.first(doc).unwrap_or(u64::MAX);
            let ranked = Ranked { address, score, key: self.key(doc), place };
            let hits = self.found.kinds.entry(kind).or_default();
            hits.hits.push(ranked);
            hits.counted_vnd = added(hits.counted_vnd, self.counted.first(doc));
        }
    }

    fn harvest(self) -> tantivy::Result<Ranking> {
        let mut found = self.found;
        found.counts.provinces = self.province.named()?;
        found.counts.agencies = self.agency.named()?;
        Ok(found)
    }
}

/// The sum of what is stated; none where nothing is.
fn added(sum: Option<i64>, amount: Option<i64>) -> Option<i64> {
    match (sum, amount) {
        (Some(sum), Some(amount)) => Some(sum.saturating_add(amount)),
        (sum, amount) => sum.or(amount),
    }
}
