//! Which fields does the index have, and which format is it of?

use tantivy::{
    Index,
    schema::{
        FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
    },
    tokenizer::TextAnalyzer,
};

use super::tokenizer::{TOKENIZER, VietnameseTokenizer};

/// Raised whenever the same plans give another index (schema, analysis, stored
/// shapes); an index of another format is built anew.
pub(super) const INDEX_FORMAT: u32 = 3;

/// Kind of the one document for a plan's lexicon, which is no hit.
pub(super) const LEXICON_KIND: u64 = 9;

/// The fields, by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Words, both forms at one position.
    pub text: Field,
    /// Kind of hit as [`super::entry::kind_number`], or [`LEXICON_KIND`].
    pub kind: Field,
    /// Plan id.
    pub plan: Field,
    /// Slug of the province of then.
    pub province: Field,
    /// Slug of the province of now.
    pub province_now: Field,
    /// Years it speaks of.
    pub year: Field,
    /// Catalogue id of the lead agency.
    pub agency: Field,
    /// Money in VND.
    pub amount: Field,
    /// Money in VND that belongs in the plan's planned sum.
    pub counted: Field,
    /// Place among all texts: newest plans first, then in the order of the text.
    pub place: Field,
    /// What a hit shows, JSON.
    pub shown: Field,
    /// A plan's lexicon, JSON; only in the one document for it.
    pub lexicon: Field,
}

/// Names of the columns that are read by name.
pub(super) mod column {
    /// See [`super::Fields::kind`].
    pub(crate) const KIND: &str = "kind";
    /// See [`super::Fields::province`].
    pub(crate) const PROVINCE: &str = "province";
    /// See [`super::Fields::year`].
    pub(crate) const YEAR: &str = "year";
    /// See [`super::Fields::agency`].
    pub(crate) const AGENCY: &str = "agency";
    /// See [`super::Fields::amount`].
    pub(crate) const AMOUNT: &str = "amount";
    /// See [`super::Fields::counted`].
    pub(crate) const COUNTED: &str = "counted";
    /// See [`super::Fields::place`].
    pub(crate) const PLACE: &str = "place";
}

/// The schema and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        text: builder.add_text_field("text", TextOptions::default().set_indexing_options(words)),
        kind: builder.add_u64_field(column::KIND, INDEXED | FAST),
        plan: builder.add_text_field("plan", STRING),
        province: builder.add_text_field(column::PROVINCE, STRING | FAST),
        province_now: builder.add_text_field("province_now", STRING),
        year: builder.add_i64_field(column::YEAR, INDEXED | FAST),
        agency: builder.add_text_field(column::AGENCY, STRING | FAST),
        amount: builder.add_i64_field(column::AMOUNT, FAST),
        counted: builder.add_i64_field(column::COUNTED, FAST),
        place: builder.add_u64_field(column::PLACE, FAST),
        shown: builder.add_text_field("shown", STORED),
        lexicon: builder.add_text_field("lexicon", STORED),
    };
    (builder.build(), fields)
}

/// Gives an index our analysis.
pub(super) fn register(index: &Index) {
    index.tokenizers().register(TOKENIZER, TextAnalyzer::from(VietnameseTokenizer::default()));
}
