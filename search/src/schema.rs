//! Which fields does the index have, and which format is it of?

use tantivy::{
    Index,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing,
        TextOptions,
    },
    tokenizer::TextAnalyzer,
};

use super::{
    facts::Column,
    tokenizer::{TOKENIZER, VietnameseTokenizer},
};

/// Raised whenever the same plans give another index (schema, analysis, stored
/// shapes); an index of another format is built anew.
pub(super) const INDEX_FORMAT: u32 = 7;

/// Word in [`Column::Kind`] of the one document for a plan's lexicon, which is no hit.
pub(super) const LEXICON_KIND: &str = "lexicon";

/// The fields, by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Words, both forms at one position.
    pub text: Field,
    /// Words of the headings above the text, of its plan and of its years, in the same way.
    pub context: Field,
    /// What a search can be narrowed by, in the order of [`Column::ALL`].
    columns: [Field; Column::ALL.len()],
    /// Every amount of money that the text states, VND.
    pub money: Field,
    /// Money in VND that belongs in the plan's planned sum.
    pub counted: Field,
    /// Revision of the store that published it.
    pub published: Field,
    /// Place among all texts: newest plans first, then in the order of the text.
    pub place: Field,
    /// Same for all texts of the same words.
    pub family: Field,
    /// Same for all that stands in one passage.
    pub spot: Field,
    /// What a hit shows, JSON.
    pub shown: Field,
    /// A plan's lexicon, JSON; only in the one document for it.
    pub lexicon: Field,
}

impl Fields {
    /// The same fields with what stands above a text in the place of the text.
    pub(super) fn above(&self) -> Self {
        Self { text: self.context, ..*self }
    }

    /// The field of a column.
    pub(super) fn of(&self, column: Column) -> Field {
        self.columns[column as usize]
    }
}

/// Names of the other columns that are read by name.
pub(super) mod column {
    /// See [`super::Fields::counted`].
    pub(crate) const COUNTED: &str = "counted";
    /// See [`super::Fields::published`].
    pub(crate) const PUBLISHED: &str = "published";
    /// See [`super::Fields::place`].
    pub(crate) const PLACE: &str = "place";
    /// See [`super::Fields::family`].
    pub(crate) const FAMILY: &str = "family";
    /// See [`super::Fields::spot`].
    pub(crate) const SPOT: &str = "spot";
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        text: builder.add_text_field("text", TextOptions::default().set_indexing_options(words.clone())),
        context: builder.add_text_field("context", TextOptions::default().set_indexing_options(words)),
        columns: Column::ALL.map(|column| add(&mut builder, column)),
        money: builder.add_i64_field("money", FAST),
        counted: builder.add_i64_field(column::COUNTED, FAST),
        published: builder.add_i64_field(column::PUBLISHED, FAST),
        place: builder.add_u64_field(column::PLACE, FAST),
        family: builder.add_u64_field(column::FAMILY, INDEXED | FAST),
        spot: builder.add_u64_field(column::SPOT, FAST),
        shown: builder.add_text_field("shown", STORED),
        lexicon: builder.add_text_field("lexicon", STORED),
    };
    (builder.build(), fields)
}

fn add(builder: &mut SchemaBuilder, column: Column) -> Field {
    if column.is_number() {
        builder.add_i64_field(column.name(), FAST)
    } else {
        builder.add_text_field(column.name(), STRING | FAST)
    }
}

/// Gives an index our analysis.
pub(super) fn register(index: &Index) {
    index.tokenizers().register(TOKENIZER, TextAnalyzer::from(VietnameseTokenizer::default()));
}
