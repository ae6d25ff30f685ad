//! What does each text of a segment of the index state beside its words?
//!
//! A walk asks this of every text that is found. Most texts state just what others of their plan
//! do, so each combination is held once, in memory, and a text is one number; a segment never
//! changes, so its columns are read once.

use std::{collections::HashMap, sync::Arc};

use app::types::search::HitKind;
use tantivy::{
    DocId, Searcher, SegmentReader,
    columnar::{Column as Numbers, DynamicColumn, HasAssociatedColumnType, StrColumn},
    index::SegmentId,
};

use super::{
    facts::{Column, kind_of},
    schema::column,
};

/// One combination of facts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Stated {
    /// None of what is no hit.
    pub kind: Option<HitKind>,
    /// Of columns of words, the number of the word in [`Columns::words`].
    pub words: [Option<u32>; Column::ALL.len()],
    /// See [`Column::Year`].
    pub years: Vec<i64>,
    /// See [`Column::Amount`].
    pub amount: Option<i64>,
    /// See [`super::schema::Fields::counted`].
    pub counted: Option<i64>,
    /// See [`super::schema::Fields::published`].
    pub published: Option<i64>,
}

/// The columns of one segment.
pub(super) struct Columns {
    segment: SegmentId,
    /// The combinations.
    pub stated: Vec<Stated>,
    /// Each text's combination, as its place in `stated`.
    of: Vec<u32>,
    /// The words of each column in order; none of a column of numbers.
    words: [Vec<String>; Column::ALL.len()],
    /// See [`super::schema::Fields::place`].
    pub place: Numbers<u64>,
    /// See [`super::schema::Fields::family`].
    pub family: Numbers<u64>,
    /// See [`super::schema::Fields::spot`].
    pub spot: Numbers<u64>,
}

impl Columns {
    /// Those of all segments in order; of segments that `known` has, those.
    pub(super) fn all(searcher: &Searcher, known: &[Arc<Self>]) -> tantivy::Result<Vec<Arc<Self>>> {
        let readers = searcher.segment_readers().iter();
        let columns = readers.map(|reader| {
            let earlier = known.iter().find(|columns| columns.segment == reader.segment_id());
            earlier.map_or_else(|| Self::read(reader).map(Arc::new), |columns| Ok(Arc::clone(columns)))
        });
        columns.collect()
    }

    fn read(reader: &SegmentReader) -> tantivy::Result<Self> {
        let source = Source::of(reader)?;
        let mut words: [Vec<String>; Column::ALL.len()] = Default::default();
        for (words, column) in words.iter_mut().zip(&source.words) {
            *words = column.as_ref().map(dictionary).transpose()?.unwrap_or_default();
        }
        let kinds: Vec<Option<HitKind>> =
            words[Column::Kind as usize].iter().map(|word| kind_of(word)).collect();
        let mut numbers: HashMap<Stated, u32> = HashMap::new();
        let mut of = Vec::with_capacity(reader.max_doc() as usize);
        for doc in 0..reader.max_doc() {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            of.push(*numbers.entry(source.stated(doc, &kinds)).or_insert(next));
        }
        let mut stated: Vec<(Stated, u32)> = numbers.into_iter().collect();
        stated.sort_unstable_by_key(|(_, number)| *number);
        Ok(Self {
            segment: reader.segment_id(),
            stated: stated.into_iter().map(|(stated, _)| stated).collect(),
            of,
            words,
            place: numbers_of(reader, column::PLACE)?,
            family: numbers_of(reader, column::FAMILY)?,
            spot: numbers_of(reader, column::SPOT)?,
        })
    }

    /// A text's combination, as its place in [`Self::stated`].
    pub(super) fn of(&self, doc: DocId) -> usize {
        self.of[doc as usize] as usize
    }

    /// The words of a column in order.
    pub(super) fn words(&self, column: Column) -> &[String] {
        &self.words[column as usize]
    }
}

/// The columns as the index has them.
struct Source {
    words: Vec<Option<StrColumn>>,
    years: Numbers<i64>,
    amount: Numbers<i64>,
    counted: Numbers<i64>,
    published: Numbers<i64>,
}

impl Source {
    fn of(reader: &SegmentReader) -> tantivy::Result<Self> {
        let words = |column: Column| {
            if column.is_number() { Ok(None) } else { reader.fast_fields().str(column.name()) }
        };
        Ok(Self {
            words: Column::ALL.into_iter().map(words).collect::<tantivy::Result<_>>()?,
            years: numbers_of(reader, Column::Year.name())?,
            amount: numbers_of(reader, Column::Amount.name())?,
            counted: numbers_of(reader, column::COUNTED)?,
            published: numbers_of(reader, column::PUBLISHED)?,
        })
    }

    fn stated(&self, doc: DocId, kinds: &[Option<HitKind>]) -> Stated {
        let word = |column: Column| {
            let ord = self.words[column as usize].as_ref()?.ords().first(doc)?;
            u32::try_from(ord).ok()
        };
        let words = Column::ALL.map(word);
        Stated {
            kind: words[Column::Kind as usize].and_then(|ord| kinds.get(ord as usize).copied().flatten()),
            words,
            years: self.years.values_for_doc(doc).collect(),
            amount: self.amount.first(doc),
            counted: self.counted.first(doc),
            published: self.published.first(doc),
        }
    }
}

fn dictionary(column: &StrColumn) -> tantivy::Result<Vec<String>> {
    let mut words = Vec::with_capacity(column.num_terms());
    for ord in 0..column.num_terms() as u64 {
        let mut word = String::new();
        column.ord_to_str(ord, &mut word)?;
        words.push(word);
    }
    Ok(words)
}

/// A column of numbers; empty where no text of the segment has one.
fn numbers_of<T>(reader: &SegmentReader, name: &str) -> tantivy::Result<Numbers<T>>
where
    T: HasAssociatedColumnType + PartialOrd + Default,
    DynamicColumn: Into<Option<Numbers<T>>>,
{
    let column = reader.fast_fields().column_opt(name)?;
    Ok(column.unwrap_or_else(|| Numbers::build_empty_column(reader.max_doc())))
}
