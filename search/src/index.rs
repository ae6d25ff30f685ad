//! How does the index get onto disk, and when is it built anew?
//!
//! The index is derived from the store and may be lost at any time. Its commit
//! payload says which format it has and which revision of which store it shows; what
//! is missing, damaged or of another format is thrown away and made again.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tantivy::{
    Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term,
    directory::error::LockError,
};

use super::{
    content::{PlanContent, entries},
    entry::Entry,
    facts::Column,
    lexicon::Lexicon,
    schema::{Fields, INDEX_FORMAT, LEXICON_KIND, register, schema},
};

/// Memory for texts that wait to be written; the least that tantivy takes is 15 MB.
const WRITER_MEMORY: usize = 32 * 1024 * 1024;

/// Why the index could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another server uses the folder.
    #[error(
        "the index {} is in use by another server; stop it, or serve from another data folder with --data",
        path.display()
    )]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// The folder cannot be made or emptied.
    #[error("cannot make the index folder {}: {source}; name a data folder that can be written with --data", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// What stands where the index should be is somebody's files.
    #[error(
        "the folder {} holds files that are no index; it would be emptied: move them away, or name another data folder with --data",
        path.display()
    )]
    Foreign {
        /// The folder.
        path: PathBuf,
    },
    /// What is there cannot be used as it is.
    #[error("the index {} cannot be used: {reason}", path.display())]
    Unusable {
        /// The folder.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The last attempt to build it failed.
    #[error("there is no index to change; it is built anew")]
    Missing,
    /// The index itself failed.
    #[error("the index failed: {0}; it is built anew, and may be deleted at any time")]
    Index(#[from] TantivyError),
    /// What the index holds cannot be understood.
    #[error("the index holds a damaged entry: {0}; it is built anew, and may be deleted at any time")]
    Entry(#[from] serde_json::Error),
}

/// Which state of which store the index shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// The store's revision.
    pub revision: u64,
    /// The moment of that revision: another store has another one.
    pub moment: String,
}

/// What the index's commit says of itself.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    format: u32,
    #[serde(flatten)]
    stamp: Stamp,
}

/// What is to change in the index.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// What the index shows afterwards.
    pub stamp: Stamp,
    /// Plans that are new or have changed.
    pub plans: Vec<PlanContent>,
    /// Ids of plans that are gone.
    pub gone: BTreeSet<String>,
}

/// The index on disk, open for writing; there is one for each folder.
pub(super) struct IndexOnDisk {
    /// Reads what is committed.
    pub reader: IndexReader,
    /// The fields.
    pub fields: Fields,
    writer: IndexWriter,
    index: Index,
}

impl IndexOnDisk {
    /// Opens the index, or makes an empty one where it cannot be used; gives the
    /// state that it shows.
    pub(super) fn open(directory: &Path) -> Result<(Self, Stamp), SearchError> {
        match Self::existing(directory) {
            Ok(open) => Ok(open),
            Err(Unusable::InUse) => Err(SearchError::InUse { path: directory.to_owned() }),
            Err(Unusable::Because(reason)) => {
                tracing::info!(folder = %directory.display(), reason, "building the index anew");
                Ok((Self::create(directory)?, Stamp::default()))
            }
        }
    }

    /// The state that an index shows, without changing anything.
    pub(super) fn look(directory: &Path) -> Result<Stamp, SearchError> {
        let path = || directory.to_owned();
        match Self::existing(directory) {
            Ok((_, stamp)) => Ok(stamp),
            Err(Unusable::InUse) => Err(SearchError::InUse { path: path() }),
            Err(Unusable::Because(reason)) => Err(SearchError::Unusable { path: path(), reason }),
        }
    }

    fn existing(directory: &Path) -> Result<(Self, Stamp), Unusable> {
        let index = Index::open_in_dir(directory).map_err(because)?;
        register(&index);
        let (expected, fields) = schema();
        // The lock first: an index that another server uses is not to be judged, let alone replaced.
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY).map_err(|error| match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Unusable::InUse,
            error => because(error),
        })?;
        if index.schema() != expected {
            return Err(because("its fields are of another version"));
        }
        let payload = index.load_metas().map_err(because)?.payload.unwrap_or_default();
        let payload: Payload = serde_json::from_str(&payload).map_err(because)?;
        if payload.format != INDEX_FORMAT {
            return Err(because(format!("it is of format {}, not {INDEX_FORMAT}", payload.format)));
        }
        let damaged = index.validate_checksum().map_err(because)?;
        if !damaged.is_empty() {
            return Err(because(format!("{} of its files are damaged", damaged.len())));
        }
        Ok((Self::over(index, writer, fields).map_err(because)?, payload.stamp))
    }

    /// An empty index in place of whatever the folder holds.
    pub(super) fn create(directory: &Path) -> Result<Self, SearchError> {
        let failed = |source| SearchError::Folder { path: directory.to_owned(), source };
        if !only_an_index(directory).map_err(failed)? {
            return Err(SearchError::Foreign { path: directory.to_owned() });
        }
        match fs::remove_dir_all(directory) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            _ => fs::create_dir_all(directory).map_err(failed)?,
        }
        let (schema, fields) = schema();
        let index = Index::create_in_dir(directory, schema)?;
        register(&index);
        let writer = index.writer_with_num_threads(1, WRITER_MEMORY)?;
        Ok(Self::over(index, writer, fields)?)
    }

    fn over(index: Index, writer: IndexWriter, fields: Fields) -> tantivy::Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, fields, writer, index })
    }

    /// Whether its files are still there.
    pub(super) fn is_there(&self) -> bool {
        Index::exists(self.index.directory()).unwrap_or(false)
    }

    /// Makes the change and shows it, or leaves everything as it was.
    pub(super) fn apply(&mut self, update: &Update) -> Result<(), SearchError> {
        let result = self.write(update);
        if result.is_err() {
            // What was half written must not be part of the next commit; if even this
            // fails, the caller builds the index anew.
            let _ = self.writer.rollback();
        }
        result
    }

    /// Fills an empty index with these plans, one after the other as they come, and shows it.
    pub(super) fn fill<E: From<SearchError>>(
        &mut self,
        stamp: &Stamp,
        plans: impl IntoIterator<Item = Result<PlanContent, E>>,
    ) -> Result<(), E> {
        for content in plans {
            self.add(&content?)?;
        }
        Ok(self.commit(stamp)?)
    }

    fn write(&mut self, update: &Update) -> Result<(), SearchError> {
        let changed = update.plans.iter().map(|content| &content.plan.id);
        for plan in update.gone.iter().chain(changed) {
            self.writer.delete_term(Term::from_field_text(self.fields.of(Column::Plan), plan));
        }
        for content in &update.plans {
            self.add(content)?;
        }
        self.commit(&update.stamp)
    }

    fn add(&self, content: &PlanContent) -> Result<(), SearchError> {
        for document in documents(content, &self.fields)? {
            self.writer.add_document(document)?;
        }
        Ok(())
    }

    fn commit(&mut self, stamp: &Stamp) -> Result<(), SearchError> {
        let payload = Payload { format: INDEX_FORMAT, stamp: stamp.clone() };
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&payload)?);
        commit.commit()?;
        self.reader.reload()?;
        Ok(())
    }
}

/// Whether a folder holds nothing but what an index is made of, whole or in part.
fn only_an_index(directory: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        entries => entries?,
    };
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let segment = name
            .split_once('.')
            .is_some_and(|(id, _)| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if !segment && name != "meta.json" && name != ".managed.json" && !name.starts_with(".tantivy-") {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Why an index on disk cannot be used.
enum Unusable {
    InUse,
    Because(String),
}

fn because(reason: impl Into<Box<dyn std::error::Error>>) -> Unusable {
    Unusable::Because(reason.into().to_string())
}

/// The documents of one plan: its entries and its lexicon.
fn documents(content: &PlanContent, fields: &Fields) -> Result<Vec<TantivyDocument>, SearchError> {
    let entries = entries(content);
    let published = i64::try_from(content.published.revision).unwrap_or(i64::MAX);
    let mut found = Vec::with_capacity(entries.len() + 1);
    for (number, entry) in entries.iter().enumerate() {
        found.push(document(entry, published, place(content, number), fields)?);
    }
    let mut lexicon = TantivyDocument::default();
    lexicon.add_text(fields.of(Column::Plan), &content.plan.id);
    lexicon.add_text(fields.of(Column::Kind), LEXICON_KIND);
    lexicon.add_text(fields.lexicon, serde_json::to_string(&Lexicon::of(content, &entries))?);
    found.push(lexicon);
    Ok(found)
}

fn document(
    entry: &Entry,
    published: i64,
    place: u64,
    fields: &Fields,
) -> Result<TantivyDocument, SearchError> {
    let shown = &entry.shown;
    let mut document = TantivyDocument::default();
    document.add_text(fields.text, shown.searched());
    document.add_text(fields.context, shown.context());
    for column in Column::ALL {
        if let Some(word) = shown.facts.word(column) {
            document.add_text(fields.of(column), word);
        }
        for number in shown.facts.numbers(column) {
            document.add_i64(fields.of(column), number);
        }
    }
    for money in &shown.facts.money {
        document.add_i64(fields.money, *money);
    }
    if let Some(counted) = entry.counted {
        document.add_i64(fields.counted, counted);
    }
    document.add_i64(fields.published, published);
    document.add_u64(fields.place, place);
    for (field, number) in [(fields.family, shown.family()), (fields.spot, shown.spot())] {
        if let Some(number) = number {
            document.add_u64(field, number);
        }
    }
    document.add_text(fields.shown, serde_json::to_string(shown)?);
    Ok(document)
}

/// Newest plans first, plans of one year each for itself, within a plan the order of
/// its text. It decides between hits that nothing else does.
fn place(content: &PlanContent, number: usize) -> u64 {
    let year = content.plan.period_end.and_then(|year| u64::try_from(year).ok()).unwrap_or(0).min(4095);
    let hash = Sha256::digest(content.plan.id.as_bytes());
    let hash = u64::from_be_bytes([0, 0, 0, 0, 0, hash[0], hash[1], hash[2]]) >> 4;
    let number = u64::try_from(number).unwrap_or(u64::MAX) & 0xffff_ffff;
    ((4095 - year) << 52) | (hash << 32) | number
}
