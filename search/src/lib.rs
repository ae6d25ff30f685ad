//! How is what the plans say found?
//!
//! A full-text index over passages and records, derived from the store and owned by
//! the one server that runs over a data folder. [`Search`] is all that the server sees
//! of it: ask, suggest, bring up to date. A search cluster could stand
//! behind the same few questions.

mod amount;
mod answer;
mod best;
mod collect;
mod columns;
mod compile;
mod condition;
mod content;
mod count;
mod entry;
mod expand;
mod facts;
mod field;
mod found;
mod index;
mod lexicon;
mod loosen;
mod marked;
mod matching;
mod parse;
mod partial;
mod passages;
mod query;
mod rank;
mod request;
mod runs;
mod schema;
mod snapshot;
mod snippet;
mod spelling;
mod suggest;
mod tokenizer;
mod word;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use app::types::search::Suggestion;

pub use best::{Fold, Order};
pub use condition::{Condition, Interval, Test};
pub use content::{PlanContent, facts_of};
pub use count::{AMOUNT_RANGES, Counts};
pub use entry::{Measure, Shown, anchor, anchor_of};
pub use facts::{Column, Facts, KINDS, kind_of, kind_word};
pub use found::{Found, FoundGroup, FoundHit};
pub use index::{SearchError, Stamp, Update};
pub use loosen::Looser;
pub use passages::row_range;
pub use query::Query;
pub use request::Request;
pub use word::{Form, Word, words};

use index::IndexOnDisk;
use snapshot::Snapshot;

/// The index: what can be asked of it, and how it is kept up to date.
pub struct Search {
    directory: PathBuf,
    disk: Mutex<Option<IndexOnDisk>>,
    snapshot: RwLock<Arc<Snapshot>>,
    shown: Arc<AtomicU64>,
}

impl Search {
    /// Opens the index in a folder of its own. One that is missing, damaged or of
    /// another format is replaced by an empty one, at revision 0.
    pub fn open(directory: &Path) -> Result<Self, SearchError> {
        let (disk, stamp) = IndexOnDisk::open(directory)?;
        let (disk, snapshot) = match Snapshot::take(&disk, stamp, None) {
            Ok(snapshot) => (disk, snapshot),
            Err(error) => {
                tracing::warn!(%error, "building the index anew");
                drop(disk);
                let disk = IndexOnDisk::create(directory)?;
                let snapshot = Snapshot::take(&disk, Stamp::default(), None)?;
                (disk, snapshot)
            }
        };
        Ok(Self {
            directory: directory.to_owned(),
            shown: Arc::new(AtomicU64::new(snapshot.stamp.revision)),
            disk: Mutex::new(Some(disk)),
            snapshot: RwLock::new(Arc::new(snapshot)),
        })
    }

    /// The state that the index in a folder shows; changes nothing, and is refused while a server uses it.
    pub fn look(directory: &Path) -> Result<Stamp, SearchError> {
        IndexOnDisk::look(directory)
    }

    /// The store's revision that answers show.
    pub fn revision(&self) -> u64 {
        self.shown.load(Ordering::Acquire)
    }

    /// The same, for whoever must show what the index shows.
    pub fn shown(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.shown)
    }

    /// The state of the store that answers show.
    pub fn stamp(&self) -> Stamp {
        self.snapshot().stamp.clone()
    }

    /// Answers a search. It computes; call it where that may block.
    pub fn search(&self, request: &Request) -> Result<Found, SearchError> {
        self.snapshot().search(request)
    }

    /// What may be wanted by whoever has typed this much.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        self.snapshot().suggestions.for_typed(typed, limit)
    }

    /// A query as the search reads it, abbreviations widened, to mark texts with.
    pub fn read(&self, typed: &str) -> Query {
        self.snapshot().read(typed).0
    }

    /// Whether the index's files are still where they were.
    pub fn is_there(&self) -> bool {
        self.locked().as_ref().is_some_and(IndexOnDisk::is_there)
    }

    /// Makes a change and shows it. It writes to disk; call it where that may block.
    pub fn apply(&self, update: &Update) -> Result<(), SearchError> {
        let mut guard = self.locked();
        let disk = guard.as_mut().ok_or(SearchError::Missing)?;
        disk.apply(update)?;
        self.show(disk, &update.stamp)
    }

    /// Throws the index away and makes it of these plans, which must be all there are. They may be
    /// many: each is asked for when the one before is written. Until then answers show what they
    /// showed.
    pub fn rebuild<E: From<SearchError>>(
        &self,
        stamp: &Stamp,
        plans: impl IntoIterator<Item = Result<PlanContent, E>>,
    ) -> Result<(), E> {
        let mut guard = self.locked();
        // Its lock on the folder must go before another can be made.
        drop(guard.take());
        let mut disk = IndexOnDisk::create(&self.directory)?;
        // Half an index must not be added to: only a whole one is kept.
        disk.fill(stamp, plans)?;
        self.show(&disk, stamp)?;
        *guard = Some(disk);
        Ok(())
    }

    fn show(&self, disk: &IndexOnDisk, stamp: &Stamp) -> Result<(), SearchError> {
        let snapshot = Snapshot::take(disk, stamp.clone(), Some(&self.snapshot()))?;
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.shown.store(stamp.revision, Ordering::Release);
        Ok(())
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn locked(&self) -> MutexGuard<'_, Option<IndexOnDisk>> {
        self.disk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
